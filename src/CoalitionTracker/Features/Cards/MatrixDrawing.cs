using CoalitionTracker.Data;
using CoalitionTracker.Features.Countries;
using SkiaSharp;

namespace CoalitionTracker.Features.Cards;

/// <summary>The matrix in small: the countries of which most is recorded, by all contributions, in the colours and signs of the page.</summary>
public static class MatrixDrawing
{
    private const float NamesWidth = 158;
    private const float HeadsHeight = 90;
    private const float LegendHeight = 28;
    private const float RowHeight = 17.5f;

    private static readonly CardText Type = new(CardFonts.Regular, 15);
    private static readonly CardText Head = new(CardFonts.Regular, 14);
    private static readonly Contribution[] Contributions = Enum.GetValues<Contribution>();

    /// <summary>The cells' colours by level, as those of the style sheet, a shade deeper: a preview is seen small.</summary>
    private static readonly (Level Level, SKColor Colour)[] Levels =
    [
        (Level.Ratified, CardPen.Levels[3]),
        (Level.Signed, CardPen.Levels[2]),
        (Level.Declared, CardPen.Levels[1]),
        (Level.UnderDiscussion, CardPen.Levels[0]),
        (Level.NotStated, CardPen.Line),
        (Level.RuledOut, SKColor.Parse("#f0cfc5")),
    ];

    /// <summary>Prepares the drawing of where countries stand.</summary>
    public static CardDrawing Of(Standing standing)
    {
        var notable = MostNotable(standing.Countries);
        return (pen, place) => Draw(pen, place, notable);
    }

    /// <summary>States, those with a position on most contributions first; of equals, the one with the more binding pledge.</summary>
    internal static IReadOnlyList<CountryStanding> MostNotable(IReadOnlyList<CountryStanding> countries) =>
        [
            .. countries
                .Where(c => c.Country.Type is CountryKind.State && c.Positions.Any(p => p.Kind is PositionKind.Stated))
                .OrderByDescending(c => c.Positions.Count(p => p.Kind is PositionKind.Stated))
                .ThenByDescending(c => c.Strongest)
                .ThenBy(c => c.Country.Name, StringComparer.Ordinal),
        ];

    private static void Draw(CardPen pen, SKRect place, IReadOnlyList<CountryStanding> countries)
    {
        var width = (place.Width - NamesWidth - 40) / Contributions.Length; // the last heads lean out of their columns
        var left = place.Left + NamesWidth;
        foreach (var (contribution, x) in Contributions.Select((c, i) => (c, left + i * width)))
            DrawHead(pen, contribution.Label(), x + width / 2, place.Top + HeadsHeight);
        var rows = (int)((place.Height - HeadsHeight - LegendHeight) / RowHeight);
        var y = place.Top + HeadsHeight + 6;
        foreach (var country in countries.Take(rows))
        {
            pen.Write(Type.Lines(country.Country.Name, NamesWidth - 8, 1)[0], Type, place.Left, y + 13, CardPen.Ink);
            foreach (var contribution in Contributions)
                DrawCell(pen, SKRect.Create(left + (int)contribution * width, y, width - 3, RowHeight - 3), country.On(contribution));
            y += RowHeight;
        }
        DrawLegend(pen, place.Left, place.Bottom - 18);
    }

    private static void DrawHead(CardPen pen, string label, float x, float y)
    {
        pen.Canvas.Save();
        pen.Canvas.Translate(x, y);
        pen.Canvas.RotateDegrees(-40);
        pen.Write(Head.Lines(label, HeadsHeight * 1.5f, 1)[0], Head, 0, 0, CardPen.Quiet);
        pen.Canvas.Restore();
    }

    private static void DrawCell(CardPen pen, SKRect place, Position position)
    {
        if (position.Stance is { } stance)
        {
            DrawLevel(pen, place, stance);
            if (position.Refuses && stance is not Level.RuledOut)
                pen.Fill(SKRect.Create(place.Right - 7, place.Top, 7, 7), CardPen.Brick);
        }
        else if (position.Kind is PositionKind.NeverSaid)
            pen.Frame(place, CardPen.Quiet, 1.5f, 2, isDashed: true);
        else if (position.Kind is PositionKind.NoLongerStands)
            pen.Stroke(new SKPoint(place.MidX - 7, place.MidY), new SKPoint(place.MidX + 7, place.MidY), CardPen.Quiet, 2);
        else
            pen.Fill(SKRect.Create(place.MidX - 1.5f, place.MidY - 1.5f, 3, 3), CardPen.Edge, 1.5f);
    }

    /// <summary>A refusal has a bar through it.</summary>
    private static void DrawLevel(CardPen pen, SKRect place, Level level)
    {
        pen.Fill(place, Levels.First(l => l.Level == level).Colour, 2);
        if (level is Level.RuledOut)
            pen.Stroke(new SKPoint(place.Left + 4, place.Bottom - 3), new SKPoint(place.Right - 4, place.Top + 3), CardPen.Brick, 3);
    }

    private static void DrawLegend(CardPen pen, float x, float y)
    {
        foreach (var (level, _) in Levels)
        {
            DrawLevel(pen, SKRect.Create(x, y, 30, 16), level);
            x = Written(level.Label());
        }
        pen.Frame(SKRect.Create(x, y, 30, 16), CardPen.Quiet, 1.5f, 2, isDashed: true);
        Written("Never said");

        float Written(string words)
        {
            pen.Write(words, Type, x + 37, y + 13.5f, CardPen.Quiet);
            return x + 37 + Type.Width(words) + 20;
        }
    }
}
