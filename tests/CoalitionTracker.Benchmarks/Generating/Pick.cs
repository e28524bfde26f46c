namespace CoalitionTracker.Benchmarks.Generating;

/// <summary>Choices with weights.</summary>
internal static class Pick
{
    /// <summary>True in this share of all cases, from 0 to 1.</summary>
    public static bool Chance(this Random random, double share) => random.NextDouble() < share;

    public static T From<T>(this Random random, IReadOnlyList<T> values) => values[random.Next(values.Count)];

    /// <summary>One of the values, each as often as its weight says.</summary>
    public static T Weighted<T>(this Random random, params ReadOnlySpan<(T Value, int Weight)> values)
    {
        var sum = 0;
        foreach (var (_, weight) in values)
            sum += weight;
        var left = random.Next(sum);
        foreach (var (value, weight) in values)
        {
            if ((left -= weight) < 0)
                return value;
        }
        throw new InvalidOperationException("Weights must be positive.");
    }

    /// <summary>One of the values, the first ones far more often than the last.</summary>
    public static T Skewed<T>(this Random random, IReadOnlyList<T> values) => values[(int)(values.Count * Math.Pow(random.NextDouble(), 2.5))];
}
