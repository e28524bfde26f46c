using System.ComponentModel.DataAnnotations;
using System.Text.Json.Serialization;

namespace CoalitionTracker.Data;

/// <summary>
/// A state or an international organisation that can pledge or speak. The code is ISO 3166-1 alpha-3 for a state and a code of its own
/// (EU, NATO, EIB, COW for the coalition as such) for an organisation.
/// </summary>
public sealed class Country : Record
{
    /// <summary>The code of the coalition as such, for pledges whose members are not named.</summary>
    public const string Coalition = "COW";

    /// <summary>The country that the pledges are made to.</summary>
    public const string Recipient = "UKR";

    [MaxLength(TitleMaxLength)]
    public string Name { get; set; } = "";

    [MaxLength(TitleMaxLength)]
    public string NameUk { get; set; } = "";

    [MaxLength(TitleMaxLength)]
    public string NameJa { get; set; } = "";

    /// <summary>Names that other data sets use.</summary>
    public List<string> AlternativeNames { get; set; } = [];

    [JsonPropertyName("kind")]
    public CountryKind Type { get; set; }

    /// <summary>ISO 3166-1 alpha-2; null for an organisation.</summary>
    [Length(0, Record.WordsMaxLength)]
    public string? Iso2 { get; set; }

    /// <summary>The sub-region of the UN's M49 standard; null for an organisation.</summary>
    [Length(0, Record.WordsMaxLength)]
    public string? Region { get; set; }

    public List<Membership> Memberships { get; set; } = [];

    public override RecordKind RecordKind => RecordKind.Country;

    public override string Heading => Name;

    public override IEnumerable<string?> SearchTexts => [NameUk, NameJa, .. AlternativeNames];

    protected override string CodePattern => "^[A-Z][A-Z0-9]{1,4}$";

    protected override string CodeExample => "JPN";

    public override IEnumerable<Problem> Check() =>
        base.Check()
            .Concat(Required("name", Name))
            .Concat(Required("nameUk", NameUk))
            .Concat(Required("nameJa", NameJa))
            .Concat(Iso2 is null or "" || IsTwoCapitals(Iso2) ? [] : [new Problem("iso2", "Two capital letters, such as JP.")]);

    private static bool IsTwoCapitals(string code) => code.Length == 2 && code.All(char.IsAsciiLetterUpper);
}

/// <summary>A country's membership of an organisation.</summary>
public sealed class Membership : Part
{
    /// <summary>The organisation's code: NATO, EU or G7.</summary>
    [RefersTo<Country>]
    public string Organisation { get; set; } = "";

    public RecordDate Since { get; set; }

    [RefersTo<Source>]
    public string Source { get; set; } = "";
}

/// <summary>A country's role in the coalition from a date on.</summary>
public sealed class Participation : CitedRecord
{
    [RefersTo<Country>]
    public string Country { get; set; } = "";

    public Role Role { get; set; }

    [Happened(HappenedAttribute.OrPlanned)]
    public RecordDate From { get; set; }

    public override RecordKind RecordKind => RecordKind.Participation;

    public override string Heading => $"{Role.Label()} in the coalition";

    public override RecordDate ListedOn => From;

    public override IEnumerable<string> SearchCountries => [Country];

    public override IEnumerable<string?> SearchTexts => CitationTexts;

    protected override string CodePattern => @"^PAR-[A-Z0-9]{2,5}-\d{3}$";

    protected override string CodeExample => "PAR-JPN-001";
}

/// <summary>A fact about a country that is no pledge, or a position that was looked for and not found.</summary>
public sealed class CountryNote : CitedRecord
{
    [RefersTo<Country>]
    public string Country { get; set; } = "";

    [JsonPropertyName("kind")]
    public CountryNoteKind Type { get; set; }

    /// <summary>For <see cref="CountryNoteKind.NeverSaid"/>: what no position was found on.</summary>
    public Contribution? Contribution { get; set; }

    [MaxLength(Record.TextMaxLength)]
    public string Text { get; set; } = "";

    /// <summary>When the fact was reported, or the search made.</summary>
    [Happened(HappenedAttribute.OrPlanned)]
    public RecordDate On { get; set; }

    public override RecordKind RecordKind => RecordKind.CountryNote;

    public override string Heading => Text;

    public override RecordDate ListedOn => On;

    public override IEnumerable<string> SearchCountries => [Country];

    public override IEnumerable<string?> SearchTexts => CitationTexts.Append(Contribution?.Label());

    protected override string CodePattern => @"^NOTE-[A-Z0-9]{2,5}-\d{3}$";

    protected override string CodeExample => "NOTE-JPN-001";

    public override IEnumerable<Problem> Check() =>
        base.Check()
            .Concat(Required("text", Text))
            .Concat(
                Type is CountryNoteKind.NeverSaid && Contribution is null
                    ? [new Problem("contribution", "Say on which contribution no position was found.")]
                    : []
            );
}
