namespace CoalitionTracker.Data;

/// <summary>
/// What changes by its own dates, read as of a day: the newest change on or before it. A date that is known as a month, a year or a span counts
/// from its first possible day (<see cref="RecordDate.Day"/>). Changes of one day follow each other in the order in which they stand.
/// </summary>
public static class Dated
{
    /// <summary>The day number of what has no date: later than every day that can be asked for, so that it belongs to today's record only.</summary>
    public const int Never = int.MaxValue;

    /// <summary>The day to read the whole record by: what has no date and what is planned are in it.</summary>
    public const int Now = int.MaxValue;

    /// <summary>The change in force on the day; null when none had happened. Null as day: the whole record, the newest change.</summary>
    /// <param name="undatedSince">From when on a change without a date counts; null when it is only in the whole record.</param>
    public static T? On<T>(IEnumerable<T> changes, Func<T, RecordDate> when, DateOnly? day, DateOnly? undatedSince = null)
        where T : class =>
        changes
            .Select(change => (Change: change, Day: (when(change).Day ?? undatedSince)?.DayNumber ?? Never))
            .Where(c => c.Day <= NumberOf(day))
            .OrderBy(c => c.Day)
            .LastOrDefault()
            .Change;

    /// <summary>The day as a number to compare by; <see cref="Now"/> for none.</summary>
    public static int NumberOf(DateOnly? day) => day?.DayNumber ?? Now;
}
