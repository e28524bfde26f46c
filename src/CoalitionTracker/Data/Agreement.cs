using System.ComponentModel.DataAnnotations;

namespace CoalitionTracker.Data;

/// <summary>A signed or negotiated text.</summary>
public sealed class Agreement : CitedRecord
{
    [MaxLength(TitleMaxLength)]
    public string Title { get; set; } = "";

    public AgreementKind Type { get; set; }

    [MaxLength(Record.TextMaxLength)]
    public string Summary { get; set; } = "";

    [Happened(HappenedAttribute.OrPlanned)]
    public RecordDate Signed { get; set; }

    /// <summary>Where it was signed.</summary>
    [Length(0, Record.WordsMaxLength)]
    public string? Place { get; set; }

    /// <summary>For how long, such as 2024/2034.</summary>
    public RecordDate Term { get; set; }

    [Length(0, Record.WordsMaxLength)]
    public string? TermInWords { get; set; }

    public List<AgreementParty> Parties { get; set; } = [];

    /// <summary>How far it came, change by change; the newest is today's.</summary>
    public List<AgreementStateChange> States { get; set; } = [];

    public List<AgreementPoint> Points { get; set; } = [];

    /// <summary>What single countries say of single points.</summary>
    public List<AgreementPosition> Positions { get; set; } = [];

    /// <summary>Today's state: the newest of <see cref="States"/>.</summary>
    [System.Text.Json.Serialization.JsonIgnore]
    public AgreementState Progress { get; set; }

    public override RecordKind RecordKind => RecordKind.Agreement;

    public override string Heading => Title;

    public override RecordDate ListedOn => Signed;

    public override IEnumerable<string> SearchCountries => Parties.Select(p => p.Country);

    public override IEnumerable<string?> SearchTexts =>
        new[] { Summary, Place, TermInWords }.Concat(Points.Select(p => p.Text)).Concat(Positions.Select(p => p.Note)).Concat(CitationTexts);

    protected override string CodePattern => @"^AGR-(\d{4}|ND)-\d{3,6}$";

    protected override string CodeExample => "AGR-2024-001";

    public override void Derive()
    {
        base.Derive();
        Progress = Dated.On(States, s => s.On, null, Signed.Day)?.State ?? default;
    }

    /// <summary>How far it had come as of a day; null when nothing was known of it by then. A state without a date counts from the signing.</summary>
    public AgreementState? StandingOn(DateOnly day) => Dated.On(States, s => s.On, day, Signed.Day)?.State;

    public override IEnumerable<Problem> Check() =>
        base.Check().Concat(Required("title", Title)).Concat(Required("summary", Summary)).Concat(CheckParts());

    private IEnumerable<Problem> CheckParts()
    {
        if (Parties.Count == 0)
            yield return new Problem("parties", "Name at least one party.");
        if (States.Count == 0)
            yield return new Problem("states", "Say how far it has come: at least one state with its date.");
        if (States.Any(s => s.State is AgreementState.Signed) && !Signed.IsStated && string.IsNullOrWhiteSpace(Note))
            yield return new Problem("signed", "A signed agreement has a date; if none is known, say so in the note.");
        for (var i = 0; i < Positions.Count; i++)
        {
            if (Points.All(p => p.Number != Positions[i].Point))
                yield return new Problem($"positions[{i}].point", $"There is no point {Positions[i].Point}.");
        }
    }
}

/// <summary>A party to an agreement.</summary>
public sealed class AgreementParty : Part
{
    [RefersTo<Country>]
    public string Country { get; set; } = "";
}

/// <summary>From this date on, the agreement was in this state.</summary>
public sealed class AgreementStateChange : Part
{
    public AgreementState State { get; set; }

    [Happened(HappenedAttribute.OrPlanned)]
    public RecordDate On { get; set; }

    [RefersTo<Source>]
    public string? Source { get; set; }

    public string? Note { get; set; }
}

/// <summary>One numbered point of a text, in the record's own words.</summary>
public sealed class AgreementPoint : Part
{
    public int Number { get; set; }

    [MaxLength(Record.TextMaxLength)]
    public string Text { get; set; } = "";
}

/// <summary>What one country says of one point.</summary>
public sealed class AgreementPosition : Part
{
    [RefersTo<Country>]
    public string Country { get; set; } = "";

    public int Point { get; set; }

    public PointStance Stance { get; set; }

    [Happened(HappenedAttribute.OrPlanned)]
    public RecordDate On { get; set; }

    [RefersTo<Source>]
    public string Source { get; set; } = "";

    public string? Note { get; set; }
}
