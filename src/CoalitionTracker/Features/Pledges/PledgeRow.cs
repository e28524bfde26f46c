using System.Linq.Expressions;
using CoalitionTracker.Data;

namespace CoalitionTracker.Features.Pledges;

/// <summary>What the index keeps of a pledge.</summary>
public sealed record PledgeEntry(string Code, string Title, Contribution Contribution, Place Place, Instrument Instrument, PledgeFigures Figures)
{
    public IReadOnlyList<string> Countries { get; init; } = [];
    public IReadOnlyList<ConditionKind> Conditions { get; init; } = [];
    public TotalRule Total { get; init; }
    public PeopleRule People { get; init; }
    public Validity Validity { get; init; }
    public decimal? EurMin { get; init; }
    public decimal? EurMax { get; init; }

    /// <inheritdoc cref="Pledge.KnownOn"/>
    public DateOnly? KnownOn { get; init; }

    /// <summary>Whether nobody has confirmed it for too long, as of the day on which the index was made.</summary>
    public bool IsStale { get; init; }
}

/// <summary>One pledge in a list.</summary>
public sealed record PledgeRow
{
    public required string Code { get; init; }
    public required string Title { get; init; }
    public required IReadOnlyList<string> Countries { get; init; }
    public required IReadOnlyList<string> OptedOut { get; init; }
    public string? PartiesInWords { get; init; }
    public Contribution Contribution { get; init; }
    public Place Place { get; init; }
    public Instrument Instrument { get; init; }
    public SpentOn SpentOn { get; init; }
    public RecordDate Announced { get; init; }
    public RecordDate Term { get; init; }
    public Level Level { get; init; }
    public Delivery Delivery { get; init; }
    public Money? Money { get; init; }
    public Quantity? Quantity { get; init; }
    public required IReadOnlyList<PledgeRowCondition> Conditions { get; init; }
    public string? Agreement { get; init; }
    public Grade? Grade { get; init; }
    public RecordState State { get; init; }
    public string? StateReason { get; init; }

    /// <inheritdoc cref="Pledge.KnownOn"/>
    public DateOnly? KnownOn { get; init; }

    /// <summary>Whether nobody has confirmed it for too long, as of today.</summary>
    public bool Stale { get; init; }

    /// <summary>Why it counts as stale, in a sentence; null when it does not.</summary>
    public string? WhyStale { get; init; }

    /// <summary>Whether another published pledge says that it supersedes this one.</summary>
    public bool IsSuperseded { get; init; }

    /// <summary>Whether its money is in totals, and if not, why not.</summary>
    public TotalRule Total { get; init; }

    /// <summary>The lower end in euros at <see cref="RateDay"/>; null without a number or a rate.</summary>
    public decimal? EurMin { get; init; }

    /// <summary>The upper end in euros at <see cref="RateDay"/>.</summary>
    public decimal? EurMax { get; init; }

    /// <summary>The ECB business day of the rate.</summary>
    public DateOnly? RateDay { get; init; }

    /// <summary>What a row has of the pledge itself; its parts and figures are added.</summary>
    internal static Expression<Func<Pledge, PledgeRow>> WithoutParts { get; } =
        p => new PledgeRow
        {
            Code = p.Code,
            Title = p.Title,
            Countries = new List<string>(),
            OptedOut = new List<string>(),
            Conditions = new List<PledgeRowCondition>(),
            PartiesInWords = p.PartiesInWords,
            Contribution = p.Contribution,
            Place = p.Place,
            Instrument = p.Instrument,
            SpentOn = p.SpentOn,
            Announced = p.Announced,
            Term = p.Term,
            Level = p.Level,
            Delivery = p.Delivery,
            Money = p.Money,
            Quantity = p.Quantity,
            Agreement = p.Agreement,
            Grade = p.Grade,
            State = p.State,
            StateReason = p.StateReason,
            KnownOn = p.KnownOn,
        };

    private static readonly Func<Pledge, PledgeRow> OfPledge = WithoutParts.Compile();

    /// <summary>The row of a pledge that need not be stored as it is, without its figures.</summary>
    public static PledgeRow Of(Pledge pledge) =>
        OfPledge(pledge) with
        {
            Countries = [.. pledge.Parties.Where(c => c.Role is PledgePartyRole.Pledger).Select(c => c.Country)],
            OptedOut = [.. pledge.Parties.Where(c => c.Role is PledgePartyRole.OptedOut).Select(c => c.Country)],
            Conditions = [.. pledge.Conditions.Select(c => new PledgeRowCondition(c.Kind, c.State, c.Country))],
        };
}

/// <summary>A condition, as a list shows it.</summary>
/// <param name="Country">The only pledger whose part waits for it; null where the whole pledge does.</param>
public sealed record PledgeRowCondition(ConditionKind Condition, ConditionState State, string? Country);
