using System.ComponentModel.DataAnnotations;

namespace CoalitionTracker.Data;

/// <summary>What one speaker said on one occasion. A claim about another country belongs to the speaker, never to that country.</summary>
public sealed class Statement : CitedRecord
{
    /// <summary>The person, the publication, or "unnamed European officials".</summary>
    [MaxLength(TitleMaxLength)]
    public string Speaker { get; set; } = "";

    /// <summary>The speaker's office at that time.</summary>
    [Length(0, Record.WordsMaxLength)]
    public string? Office { get; set; }

    public Authority Authority { get; set; }

    /// <summary>For whom the speaker spoke; null for a publication or unnamed officials of several countries.</summary>
    [RefersTo<Country>]
    public string? Country { get; set; }

    [Happened(HappenedAttribute.OrPlanned)]
    public RecordDate On { get; set; }

    /// <summary>Where and how it was said: "press conference", "Fox News interview".</summary>
    [Length(0, Record.WordsMaxLength)]
    public string? Occasion { get; set; }

    /// <summary>What was said, in one line of the record's own words.</summary>
    [MaxLength(TitleMaxLength)]
    public string Title { get; set; } = "";

    [MaxLength(Record.TextMaxLength)]
    public string Summary { get; set; } = "";

    public List<Quote> Quotes { get; set; } = [];

    public List<StatementSubject> About { get; set; } = [];

    public List<StatementPledge> Pledges { get; set; } = [];

    public override RecordKind RecordKind => RecordKind.Statement;

    public override string Heading => $"{Speaker}: {Title}";

    public override RecordDate ListedOn => On;

    public override IEnumerable<string> SearchCountries => About.Select(a => a.Country).Concat(Country is null ? [] : [Country]);

    public override IEnumerable<string?> SearchTexts =>
        new[] { Office, Occasion, Summary }.Concat(Quotes.SelectMany(q => new[] { q.Original, q.Translation })).Concat(CitationTexts);

    protected override string CodePattern => @"^STM-(\d{4}|ND)-\d{3,6}$";

    protected override string CodeExample => "STM-2025-001";

    public override IEnumerable<Problem> Check() =>
        base.Check().Concat(Required("speaker", Speaker)).Concat(Required("title", Title)).Concat(Required("summary", Summary)).Concat(CheckQuotes());

    private IEnumerable<Problem> CheckQuotes()
    {
        for (var i = 0; i < Quotes.Count; i++)
        {
            if (string.IsNullOrWhiteSpace(Quotes[i].Original))
                yield return new Problem($"quotes[{i}].original", "A quote has its words.");
            if (string.IsNullOrWhiteSpace(Quotes[i].Language))
                yield return new Problem($"quotes[{i}].language", "Give the language of the words as printed, such as en, uk or ja.");
        }
    }
}

/// <summary>The words of a named person.</summary>
public sealed class Quote : Part
{
    public string Original { get; set; } = "";

    /// <summary>The language of <see cref="Original"/>, BCP 47.</summary>
    public string Language { get; set; } = "en";

    /// <summary>In English, where the original is in another language.</summary>
    public string? Translation { get; set; }
}

/// <summary>A country that a statement is about.</summary>
public sealed class StatementSubject : Part
{
    [RefersTo<Country>]
    public string Country { get; set; } = "";
}

/// <summary>A pledge that a statement supports or contradicts.</summary>
public sealed class StatementPledge : Part
{
    [RefersTo<Pledge>]
    public string Pledge { get; set; } = "";

    public Stance Stance { get; set; }
}
