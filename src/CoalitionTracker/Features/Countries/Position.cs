using CoalitionTracker.Data;
using CoalitionTracker.Features.Pledges;

namespace CoalitionTracker.Features.Countries;

/// <summary>Where a country stands on one contribution, as of a day.</summary>
public readonly record struct Position
{
    /// <summary>
    /// The most binding level among the pledges that stand; null when none does. What was withdrawn or replaced by a later pledge does not stand.
    /// </summary>
    public Level? Strongest { get; init; }

    /// <summary>Published pledges, refusals not counted; those that no longer stand are among them.</summary>
    public int Pledges { get; init; }

    public int Refusals { get; init; }

    /// <summary>Refusals that stand: that no later pledge has replaced.</summary>
    public bool Refuses { get; init; }

    /// <summary>
    /// The conditions that the strongest pledge still waits for. Of several that are equally binding, the one that waits for the least is meant.
    /// </summary>
    public ConditionSet WaitsFor { get; init; }

    /// <summary>Whether what is pledged most bindingly is suspended, all of it.</summary>
    public bool IsSuspended { get; init; }

    /// <summary>The code of the note that says that a position was looked for and none found; null where nobody has looked.</summary>
    public string? NeverSaid { get; init; }

    /// <summary>Where it stands in one word of the vocabulary: the strongest level, or the refusal; null when there is no pledge that stands.</summary>
    public Level? Stance => Refuses && !(Strongest > Level.RuledOut) ? Level.RuledOut : Strongest;

    /// <summary>The position of a country that these pledges to one contribution make.</summary>
    /// <param name="superseded">The codes of what other published pledges say that they supersede.</param>
    public static Position Of(string country, IReadOnlyList<PledgeRow> published, IReadOnlySet<string> superseded)
    {
        var standing = published.Where(p => p.Delivery is not (Delivery.Withdrawn or Delivery.Superseded) && !superseded.Contains(p.Code)).ToList();
        var strongest = standing.Where(p => p.Level is not Level.RuledOut).Select(p => (Level?)p.Level).Max();
        return new Position
        {
            Strongest = strongest,
            Pledges = published.Count(p => p.Level is not Level.RuledOut),
            Refusals = published.Count(p => p.Level is Level.RuledOut),
            Refuses = standing.Any(p => p.Level is Level.RuledOut),
            WaitsFor = standing.Where(p => p.Level == strongest).Select(p => WaitingFor(p, country)).OrderBy(c => c.Count).FirstOrDefault(),
            IsSuspended = strongest is not null && standing.Where(p => p.Level == strongest).All(p => p.Delivery is Delivery.Suspended),
        };
    }

    private static ConditionSet WaitingFor(PledgeRow pledge, string country) =>
        pledge
            .Conditions.Where(c => c.State is ConditionState.Unmet or ConditionState.Unknown && (c.Country is null || c.Country == country))
            .Aggregate(new ConditionSet(), (set, condition) => set.With(condition.Condition));

    public PositionKind Kind =>
        Stance is not null ? PositionKind.Stated
        : Pledges + Refusals > 0 ? PositionKind.NoLongerStands
        : NeverSaid is not null ? PositionKind.NeverSaid
        : PositionKind.NotResearched;
}

/// <summary>What the record knows of a position.</summary>
public enum PositionKind
{
    /// <summary>There is a pledge or a refusal that stands.</summary>
    Stated,

    /// <summary>What was pledged has been withdrawn or replaced.</summary>
    NoLongerStands,

    /// <summary>A position was looked for, and none was found.</summary>
    NeverSaid,

    /// <summary>Nobody has looked yet.</summary>
    NotResearched,
}
