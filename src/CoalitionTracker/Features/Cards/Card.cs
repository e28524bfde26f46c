using CoalitionTracker.Data;

namespace CoalitionTracker.Features.Cards;

/// <summary>What the picture says that goes with a link to a page. All of it comes from the record or from the program, none of it from the request.</summary>
/// <param name="Kind">What the page is about, such as "Pledge JPN-2024-001"; empty for a page that is no record's.</param>
/// <param name="Title">As the page's; drawn in up to three lines.</param>
/// <param name="Under">What stands under the title: who, when, or what the page answers; drawn in up to two lines.</param>
public sealed record Card(string Kind, string Title, string Under)
{
    /// <summary>Up to four, side by side.</summary>
    public IReadOnlyList<CardFact> Facts { get; init; } = [];

    /// <summary>The record's state where it is not published: "Deprecated", "In review".</summary>
    public string? State { get; init; }

    /// <summary>A drawing in the place of the facts, such as a grid; null for none.</summary>
    public CardDrawing? Drawing { get; init; }

    /// <summary>The version of the record that is shown: the newest revision's number.</summary>
    public long Version { get; init; }

    /// <summary>When that version was made, UTC.</summary>
    public DateTime VersionAt { get; init; }
}

/// <summary>One fact with its label: "How much" and "US$4.5 bn".</summary>
public sealed record CardFact(string Label, string Words)
{
    /// <summary>How binding, drawn as bars before the words; null for none.</summary>
    public Level? Level { get; init; }

    /// <summary>The grade of evidence, drawn as a letter in a square before the words; null for none.</summary>
    public Grade? Grade { get; init; }

    /// <summary>Whether the words are a number that is to be seen first.</summary>
    public bool IsFigure { get; init; }
}

/// <summary>Draws into a place on a card. It is called once for each picture, on any thread.</summary>
/// <param name="pen">What to draw with.</param>
/// <param name="place">Where, in pixels of the card.</param>
public delegate void CardDrawing(CardPen pen, SkiaSharp.SKRect place);
