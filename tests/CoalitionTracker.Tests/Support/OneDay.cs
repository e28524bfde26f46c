namespace CoalitionTracker.Tests.Support;

/// <summary>Checks what depends on the system's day (UTC), which may end in the middle of a check.</summary>
internal static class OneDay
{
    private static DateOnly Today => DateOnly.FromDateTime(DateTime.UtcNow);

    /// <summary>Checks once; a check that midnight fell into counts for nothing, and is done again on the new day.</summary>
    public static void Check(Action<DateOnly> check)
    {
        for (var day = Today; ; day = Today)
        {
            try
            {
                check(day);
                return;
            }
            catch when (day != Today)
            {
                // What it expected was true of another day.
            }
        }
    }
}
