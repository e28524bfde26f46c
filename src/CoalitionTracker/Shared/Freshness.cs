using System.Linq.Expressions;
using CoalitionTracker.Data;

namespace CoalitionTracker.Shared;

/// <summary>The configuration section <c>Freshness</c>.</summary>
public sealed class FreshnessOptions
{
    /// <summary>After how many days without news or confirmation a pledge of each level is stale; 0 for never.</summary>
    public Dictionary<Level, int> Days { get; } =
        new()
        {
            [Level.NotStated] = 180,
            [Level.RuledOut] = 365,
            [Level.UnderDiscussion] = 90,
            [Level.Declared] = 180,
            [Level.Signed] = 365,
            [Level.Ratified] = 365,
        };
}

/// <summary>
/// Which pledges nobody has looked at for too long. A pledge counts from the last day on which it is known to have been true
/// (<see cref="Pledge.KnownOn"/>); what is delivered, withdrawn or superseded does not grow stale. Days are calendar days in UTC.
/// </summary>
public sealed class Freshness(FreshnessOptions options, TimeProvider clock)
{
    private static readonly Delivery[] Ended = [Delivery.Delivered, Delivery.Withdrawn, Delivery.Superseded];

    private DateOnly Today => DateOnly.FromDateTime(clock.GetUtcNow().UtcDateTime);

    /// <summary>For the store: published pledges that are stale today.</summary>
    public Expression<Func<Pledge, bool>> IsStaleToday
    {
        get
        {
            var (none, ruledOut, discussed) = (Limit(Level.NotStated), Limit(Level.RuledOut), Limit(Level.UnderDiscussion));
            var (declared, signed, ratified) = (Limit(Level.Declared), Limit(Level.Signed), Limit(Level.Ratified));
            return p =>
                p.State == RecordState.Published
                && !Ended.Contains(p.Delivery)
                && (
                    (p.Level == Level.NotStated && p.KnownOn < none)
                    || (p.Level == Level.RuledOut && p.KnownOn < ruledOut)
                    || (p.Level == Level.UnderDiscussion && p.KnownOn < discussed)
                    || (p.Level == Level.Declared && p.KnownOn < declared)
                    || (p.Level == Level.Signed && p.KnownOn < signed)
                    || (p.Level == Level.Ratified && p.KnownOn < ratified)
                );
        }
    }

    /// <summary>How long a pledge of this level stays fresh, in days; 0 for ever.</summary>
    public int DaysOf(Level level) => options.Days.GetValueOrDefault(level);

    /// <summary>Whether one pledge is stale today.</summary>
    public bool IsStale(RecordState state, Level level, Delivery delivery, DateOnly? knownOn) =>
        state is RecordState.Published && !Ended.Contains(delivery) && knownOn < Limit(level);

    /// <summary>Why one pledge is stale today, in a sentence; null when it is not.</summary>
    /// <param name="knownAs">The date behind <paramref name="knownOn"/>, as exactly as it is known; where it is not at hand the month is named.</param>
    public string? WhyStale(RecordState state, Level level, Delivery delivery, DateOnly? knownOn, RecordDate knownAs = default) =>
        IsStale(state, level, delivery, knownOn)
            ? $"Not confirmed since {(knownAs.Day == knownOn ? knownAs.ToString() : Show.Month(knownOn!.Value))}; {PledgesOf(level)} count as stale after {DaysOf(level)} days."
            : null;

    /// <summary>What pledges of a level are called in a sentence.</summary>
    public static string PledgesOf(Level level) =>
        level switch
        {
            Level.RuledOut => "refusals",
            Level.UnderDiscussion => "pledges under discussion",
            Level.Declared => "declared pledges",
            Level.Signed => "signed pledges",
            Level.Ratified => "ratified or budgeted pledges",
            _ => "pledges of no stated level",
        };

    /// <summary>Known before this day means stale.</summary>
    private DateOnly Limit(Level level) => DaysOf(level) is > 0 and var days ? Today.AddDays(-days) : DateOnly.MinValue;
}
