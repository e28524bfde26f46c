using System.ComponentModel.DataAnnotations;
using System.ComponentModel.DataAnnotations.Schema;
using System.Text.Json.Serialization;
using Microsoft.EntityFrameworkCore;

namespace CoalitionTracker.Data;

/// <summary>
/// What one country, or several together, said it would or would not do. A refusal is a pledge of level <see cref="Level.RuledOut"/>.
/// </summary>
[Index(nameof(Level), nameof(KnownOn))]
public sealed class Pledge : CitedRecord
{
    [MaxLength(TitleMaxLength)]
    public string Title { get; set; } = "";

    /// <summary>What exactly was promised, in the record's own words.</summary>
    [MaxLength(Record.TextMaxLength)]
    public string Summary { get; set; } = "";

    /// <summary>Who pledges; several when they pledge together and the split is unknown.</summary>
    public List<PledgeParty> Parties { get; set; } = [];

    /// <summary>Who pledges where the members are not named, such as "about ten countries, not named". Never expanded into countries.</summary>
    [MaxLength(WordsMaxLength)]
    public string? PartiesInWords { get; set; }

    public Contribution Contribution { get; set; }

    public Place Place { get; set; }

    public Instrument Instrument { get; set; }

    public SpentOn SpentOn { get; set; }

    /// <summary>When it was first said. Money is converted at the last rate on or before this day.</summary>
    [Happened(HappenedAttribute.OrPlanned)]
    public RecordDate Announced { get; set; }

    /// <summary>By when, where a deadline was given.</summary>
    public RecordDate Deadline { get; set; }

    /// <summary>For how long, such as 2024/2034.</summary>
    public RecordDate Term { get; set; }

    public Money? Money { get; set; }

    public Quantity? Quantity { get; set; }

    public List<Instalment> Instalments { get; set; } = [];

    /// <summary>How binding it is, change by change; the newest is today's.</summary>
    public List<LevelChange> Levels { get; set; } = [];

    /// <summary>How far it has been carried out, change by change; the newest is today's.</summary>
    public List<DeliveryChange> Deliveries { get; set; } = [];

    public List<Condition> Conditions { get; set; } = [];

    /// <summary>The agreement that it stands under.</summary>
    [RefersTo<Agreement>]
    public string? Agreement { get; set; }

    public List<RivalClaim> Rivals { get; set; } = [];

    public List<PledgeRelation> Relations { get; set; } = [];

    /// <summary>Today's level: the newest of <see cref="Levels"/>.</summary>
    [JsonIgnore]
    public Level Level { get; set; }

    /// <summary>Today's delivery: the newest of <see cref="Deliveries"/>.</summary>
    [JsonIgnore]
    public Delivery Delivery { get; set; }

    /// <summary>
    /// The last day on which the sources or an editor show it to have been true: the last confirmation, the newest dated change, or the
    /// announcement. Null when no date is known.
    /// </summary>
    [JsonIgnore]
    public DateOnly? KnownOn { get; set; }

    /// <summary>The date behind <see cref="KnownOn"/>, as exactly as it is known: a month stays a month.</summary>
    [JsonIgnore]
    [NotMapped]
    public RecordDate KnownAs =>
        Dates
            .Append(LastConfirmed is { } day ? RecordDate.On(day) : default)
            .Where(d => d.IsStated && d.Day == KnownOn)
            .OrderByDescending(d => d.Precision is DatePrecision.Day)
            .FirstOrDefault();

    private IEnumerable<RecordDate> Dates =>
        Levels.Select(c => c.On).Concat(Deliveries.Select(c => c.On)).Concat(Conditions.Select(c => c.Since)).Append(Announced);

    public override RecordKind RecordKind => RecordKind.Pledge;

    public override string Heading => Title;

    public override RecordDate ListedOn => Announced;

    public override IEnumerable<string> SearchCountries => Parties.Select(p => p.Country);

    public override IEnumerable<string?> SearchTexts =>
        new[] { Summary, PartiesInWords, Contribution.Label(), Money?.Words, Quantity?.Words, Quantity?.Unit, Agreement }
            .Concat(Conditions.Select(c => c.Words))
            .Concat(Levels.Select(c => c.Note))
            .Concat(Deliveries.Select(c => c.Note))
            .Concat(Rivals.SelectMany(r => new[] { r.Claim, r.By, r.Note }))
            .Concat(CitationTexts);

    protected override string CodePattern => @"^(?!(AGR|STM|CNT|EVT|PAR|NOTE|SRC)-)[A-Z]{2,5}-(\d{4}|ND)-\d{3,6}$";

    protected override string CodeExample => "JPN-2024-001 (country, year or ND, number)";

    public override void Derive()
    {
        base.Derive();
        Level = Levels.OrderBy(c => c.On.Day).Select(c => c.Level).LastOrDefault();
        Delivery = Deliveries.OrderBy(c => c.On.Day).Select(c => c.Delivery).LastOrDefault();
        KnownOn = Dates.Select(d => d.Day).Append(LastConfirmed).Max();
    }

    /// <summary>
    /// How binding it was and how far delivered as of a day, by the record's own dates: the fold of its changes up to that day. Null when nothing
    /// had been said by then, or when no date is known at all.
    /// </summary>
    public (Level Level, Delivery Delivery)? StandingOn(DateOnly day)
    {
        var since = Levels.Select(c => c.On.Day).Append(Announced.Day).Min();
        if (since is null || since > day)
            return null;
        return (
            Dated.On(Levels, c => c.On, day, since)?.Level ?? Level.NotStated,
            Dated.On(Deliveries, c => c.On, day, since)?.Delivery ?? Delivery.NotAssessed
        );
    }

    public override IEnumerable<Problem> Check() => base.Check().Concat(PledgeRules.Check(this));
}

/// <summary>One country's part in a pledge.</summary>
public sealed class PledgeParty : Part
{
    [RefersTo<Country>]
    public string Country { get; set; } = "";

    public PledgePartyRole Role { get; set; }
}

/// <summary>What falls due in one calendar or budget year, in the pledge's currency.</summary>
public sealed class Instalment : Part
{
    public int Year { get; set; }

    public decimal? Min { get; set; }

    public decimal? Max { get; set; }

    [Length(0, Record.WordsMaxLength)]
    public string? Words { get; set; }
}

/// <summary>From this date on, the pledge was this binding.</summary>
public sealed class LevelChange : Part
{
    public Level Level { get; set; }

    [Happened(HappenedAttribute.OrPlanned)]
    public RecordDate On { get; set; }

    [RefersTo<Source>]
    public string? Source { get; set; }

    public string? Note { get; set; }
}

/// <summary>From this date on, delivery stood like this.</summary>
public sealed class DeliveryChange : Part
{
    public Delivery Delivery { get; set; }

    [Happened(HappenedAttribute.OrPlanned)]
    public RecordDate On { get; set; }

    [RefersTo<Source>]
    public string? Source { get; set; }

    public string? Note { get; set; }
}

/// <summary>Something that must happen before the pledge takes effect.</summary>
public sealed class Condition : Part
{
    [JsonPropertyName("condition")]
    public ConditionKind Kind { get; set; }

    public ConditionState State { get; set; }

    /// <summary>The only pledger whose part waits for it, such as the one whose parliament must vote; null where the whole pledge does.</summary>
    [RefersTo<Country>]
    public string? Country { get; set; }

    /// <summary>The condition as the pledger put it, in the record's own words.</summary>
    public string? Words { get; set; }

    /// <summary>Since when it has been in this state.</summary>
    [Happened(HappenedAttribute.OrPlanned)]
    public RecordDate Since { get; set; }

    [RefersTo<Source>]
    public string? Source { get; set; }

    /// <summary>Its state as of a day; see <see cref="StateBefore"/> for a day before <see cref="Since"/>.</summary>
    public ConditionState StateOn(DateOnly day) => Since.Day > day ? StateBefore(State) : State;

    /// <summary>
    /// What a condition was before it came into this state, of which the record keeps only the newest: what is met or waived had not been, of
    /// anything else the record does not know.
    /// </summary>
    public static ConditionState StateBefore(ConditionState state) =>
        state is ConditionState.Met or ConditionState.Waived ? ConditionState.Unmet : ConditionState.Unknown;
}

/// <summary>Another party's differing account of the same pledge, kept beside the record's own.</summary>
public sealed class RivalClaim : Part
{
    /// <summary>What is claimed differently: amount, term, quantity, level …</summary>
    [Length(0, Record.WordsMaxLength)]
    public string Field { get; set; } = "";

    public string Claim { get; set; } = "";

    /// <summary>Who claims it.</summary>
    [Length(0, Record.WordsMaxLength)]
    public string By { get; set; } = "";

    public Money? Money { get; set; }

    public Quantity? Quantity { get; set; }

    [Happened(HappenedAttribute.OrPlanned)]
    public RecordDate On { get; set; }

    public Verdict Verdict { get; set; }

    public Grade Grade { get; set; }

    [RefersTo<Source>]
    public string Source { get; set; } = "";

    public string? Note { get; set; }
}

/// <summary>How this pledge relates to another.</summary>
public sealed class PledgeRelation : Part
{
    [JsonPropertyName("relation")]
    public RelationKind Kind { get; set; }

    [RefersTo<Pledge>]
    public string Pledge { get; set; } = "";

    public string? Note { get; set; }
}
