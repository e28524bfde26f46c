namespace CoalitionTracker.Tests.Support;

/// <summary>A clock that a test moves ahead by days; apart from that it runs as the system's, so that sessions and limits work.</summary>
public sealed class TestClock : TimeProvider
{
    public int DaysAhead { get; set; }

    public DateOnly Today => DateOnly.FromDateTime(GetUtcNow().UtcDateTime);

    public override DateTimeOffset GetUtcNow() => System.GetUtcNow().AddDays(DaysAhead);
}
