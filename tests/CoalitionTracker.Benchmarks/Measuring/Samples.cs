using System.Diagnostics;

namespace CoalitionTracker.Benchmarks.Measuring;

/// <summary>Times of one thing measured many times, in milliseconds.</summary>
internal sealed class Samples(string name)
{
    private readonly List<double> times = [];

    public string Name => name;

    public int Count => times.Count;

    public double Median => Quantile(0.5);

    public async Task<T> TimeAsync<T>(Func<Task<T>> what)
    {
        var start = Stopwatch.GetTimestamp();
        var result = await what();
        times.Add(Stopwatch.GetElapsedTime(start).TotalMilliseconds);
        return result;
    }

    public void Forget() => times.Clear();

    /// <summary>The time below which this share of the times lies.</summary>
    public double Quantile(double share)
    {
        var sorted = times.Order().ToList();
        return sorted[Math.Min((int)(share * sorted.Count), sorted.Count - 1)];
    }

    public override string ToString() => $"{Name, -52} {Median, 10:#,0.00} {Quantile(0.25), 10:#,0.00} {Quantile(0.95), 10:#,0.00} {Count, 8}";

    public static string Head => $"{"milliseconds", -52} {"median", 10} {"quarter", 10} {"95 %", 10} {"times", 8}";
}
