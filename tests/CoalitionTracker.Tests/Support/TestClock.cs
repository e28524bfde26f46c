namespace CoalitionTracker.Tests.Support;

/// <summary>
/// A clock that a test moves ahead by days. At the start of a run it stands at noon (UTC) of that day, so that no run meets midnight; from there it goes
/// on as the system's, so that limits work.
/// </summary>
public sealed class TestClock : TimeProvider
{
    private static readonly DateTimeOffset Noon = new(DateTime.UtcNow.Date.AddHours(12), TimeSpan.Zero);
    private static readonly long Start = System.GetTimestamp();

    public int DaysAhead { get; set; }

    public DateOnly Today => DateOnly.FromDateTime(GetUtcNow().UtcDateTime);

    public override DateTimeOffset GetUtcNow() => Noon + System.GetElapsedTime(Start) + TimeSpan.FromDays(DaysAhead);
}
