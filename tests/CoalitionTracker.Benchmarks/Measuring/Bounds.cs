namespace CoalitionTracker.Benchmarks.Measuring;

/// <summary>What was promised, and whether it was kept.</summary>
internal sealed class Bounds
{
    private readonly List<string> broken = [];

    public void Check(string what, double measured, double bound, string unit = "")
    {
        var isKept = measured < bound;
        Console.WriteLine($"{(isKept ? "kept  " : "BROKEN")} {what}: {measured:0.00}{unit}, must be under {bound:0.##}{unit}");
        if (!isKept)
            broken.Add(what);
    }

    /// <summary>What a process returns: 1 when a bound is broken.</summary>
    public int ExitCode
    {
        get
        {
            if (broken.Count > 0)
                Console.Error.WriteLine($"Broken: {string.Join("; ", broken)}");
            return broken.Count > 0 ? 1 : 0;
        }
    }
}
