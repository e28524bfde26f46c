namespace CoalitionTracker.Benchmarks.Measuring;

/// <summary>The list page against a fixed page of the same markup, and against itself at ten times the size; interleaved, so that whatever else
/// the machine does meets all of them.</summary>
internal static class PageBenchmark
{
    private const int Rounds = 8;
    private const int WarmUpRounds = 3;

    private const double MaxOverFixed = 3;
    private const double MaxOverSmall = 3;

    public static async Task RunAsync(Store small, Store? large, Bounds bounds)
    {
        await small.CompareAsync();
        for (var round = -WarmUpRounds; round < Rounds; round++)
        {
            if (round == 0)
                Forget(small, large);
            foreach (var query in PageQueries.All)
            {
                await small.Fixed.TimeAsync(() => small.Host.ReadAsync(query, isFixed: true));
                await small.List.TimeAsync(() => small.Host.ReadAsync(query, isFixed: false));
                if (large is not null)
                    await large.List.TimeAsync(() => large.Host.ReadAsync(query, isFixed: false));
            }
        }
        Console.WriteLine(Samples.Head);
        Console.WriteLine(small.Fixed);
        Console.WriteLine(small.List);
        if (large is not null)
            Console.WriteLine(large.List);
        bounds.Check($"list page over fixed page, {small.Size} pledges", small.List.Median / small.Fixed.Median, MaxOverFixed);
        if (large is not null)
            bounds.Check($"list page, {large.Size} over {small.Size} pledges", large.List.Median / small.List.Median, MaxOverSmall);
    }

    private static void Forget(Store small, Store? large)
    {
        small.Fixed.Forget();
        small.List.Forget();
        large?.List.Forget();
    }
}
