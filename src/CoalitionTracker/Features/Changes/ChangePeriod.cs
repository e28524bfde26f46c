using CoalitionTracker.Data;
using CoalitionTracker.Shared;

namespace CoalitionTracker.Features.Changes;

/// <summary>From which version to which changes are shown.</summary>
/// <param name="After">The version before the first change that may be shown.</param>
/// <param name="UpTo">The newest version that may be shown.</param>
/// <param name="InWords">Such as "since 1 Sep 2025 (version 345)".</param>
public sealed record ChangePeriod(long After, long UpTo, string InWords)
{
    /// <summary>The period that was asked for.</summary>
    /// <param name="today">The day, UTC.</param>
    /// <exception cref="RuleException">It begins after today, or ends before it begins.</exception>
    public static ChangePeriod Of(ChangesQuery query, ChangeLogView log, DateOnly today)
    {
        var since =
            query.Since ?? (query.Until is null ? new ChangeMoment(today.AddDays(-ChangesQuery.DefaultDays), null) : new ChangeMoment(null, 0));
        if (since.Day > today)
            throw new RuleException("since", $"{Show.Day(since.Day.Value)} is after today.");
        var after = since.Day is { } first ? log.VersionBefore(first) : since.Version!.Value;
        var upTo = query.Until switch
        {
            null => log.Version,
            { Version: { } version } => version,
            { Day: { } last } => last == DateOnly.MaxValue ? log.Version : log.VersionBefore(last.AddDays(1)),
            _ => throw new InvalidOperationException("An end of a period is a day or a version."),
        };
        if (query.Until is { } until && (upTo < after || until.Day < since.Day))
            throw new RuleException("until", $"\"{until}\" lies before the beginning, \"{since}\".");
        return new ChangePeriod(after, upTo, Words(log, since, query.Until, after, upTo));
    }

    private static string Words(ChangeLogView log, ChangeMoment since, ChangeMoment? until, long after, long upTo)
    {
        return until is null ? $"since {Name(since, after)}" : $"from {Name(since, after)} to {Name(until.Value, upTo)}";

        string Name(ChangeMoment moment, long version) =>
            moment.Day is { } day ? $"{Show.Day(day)} (version {version})"
            : log.PlaceAfter(version) is > 0 and var next ? $"version {version}, of {Show.Day(log[next - 1].At)}"
            : version == 0 ? "the beginning"
            : $"version {version}";
    }
}
