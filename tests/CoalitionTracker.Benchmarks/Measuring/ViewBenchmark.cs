namespace CoalitionTracker.Benchmarks.Measuring;

/// <summary>
/// The views across the record against the list page, each made anew; and kept pages against a static file of the same size. All by turns, so that
/// whatever else the machine does meets all of them.
/// </summary>
internal static class ViewBenchmark
{
    private const int Rounds = 25;

    /// <summary>As many as the runtime needs to compile the views' own loops for good: the list page, asked beside each view, gets there much sooner.</summary>
    private const int WarmUpRounds = 150;

    private const double MaxOverList = 2;
    private const double MaxMilliseconds = 1000;
    private const double MaxOverFile = 1.5;

    /// <summary>Each view as it stands, and as of a day or under filters.</summary>
    private static readonly IReadOnlyList<string> Views =
    [
        "/",
        "/?asOf=2025-03-01",
        "/matrix",
        "/matrix?asOf=2025-03-01&group=region",
        "/map?measure=money",
        "/map?asOf=2024-09-05",
        "/ceasefire",
        "/ceasefire?met=parliament&met=other&asOf=2025-03-01",
        "/countries?asOf=2025-03-01",
        "/counts",
        "/counts?asOf=2025-09-05",
        "/pledges?asOf=2025-03-01&sort=level",
        "/explore",
        "/explore?rows=contribution&columns=level&asOf=2025-03-01",
        "/explore?measure=money&columns=instrument&grade=a&grade=b&from=2024-01-01",
        "/money",
        "/money?country=JPN&asOf=2025-03-01",
        "/timeline",
        "/timeline?country=JPN&country=NOR&from=2024-01-01&to=2024-12-31&sort=on",
        "/timeline?view=countries&kind=level&kind=delivery&page=40",
    ];

    /// <summary>What the list page is asked for beside the views.</summary>
    private static readonly IReadOnlyList<string> Lists =
    [
        "/pledges",
        "/pledges?country=GBR&country=FRA&country=DEU&sort=-amount",
        "/pledges?condition=ceasefire&sort=level",
        "/pledges?from=2023-01-01&eurMin=10000000&grade=a&grade=b&sort=-amount",
    ];

    public static async Task RunAsync(string smallPath, string? largePath, Bounds bounds)
    {
        using (var small = new ProductHost(smallPath))
            await UncachedAsync(small, "small store", bounds, list => MaxOverList * list, "twice the list page");
        if (largePath is not null)
        {
            using var large = new ProductHost(largePath);
            await UncachedAsync(large, "large store", bounds, _ => MaxMilliseconds, "a second");
        }
        using var cached = new ProductHost(smallPath, keepsPages: true);
        await CachedAsync(cached, bounds);
    }

    private static async Task UncachedAsync(ProductHost host, string store, Bounds bounds, Func<double, double> bound, string inWords)
    {
        var list = new Samples($"list page, {store}");
        var views = Views.ToDictionary(v => v, v => new Samples($"{v}, {store}"));
        foreach (var (_, samples) in views.Append(new("/pledges", list)))
            await host.GetAsync(samples == list ? "/pledges" : views.First(v => v.Value == samples).Key); // loads what is kept for each version
        for (var round = -WarmUpRounds; round < Rounds; round++)
        {
            foreach (var (view, samples) in views)
            {
                await list.TimeAsync(() => host.GetAsync(Lists[(round + WarmUpRounds) % Lists.Count]));
                await samples.TimeAsync(() => host.GetAsync(view));
            }
            if (round == -1)
                views.Values.Append(list).ToList().ForEach(s => s.Forget());
        }
        Console.WriteLine(Samples.Head);
        Console.WriteLine(list);
        foreach (var samples in views.Values)
            Console.WriteLine(samples);
        foreach (var (view, samples) in views)
            bounds.Check($"{view}, {store}, against {inWords}", samples.Median, bound(list.Median), " ms");
    }

    /// <summary>Kept pages, and beside each a file with the same bytes that the product serves as it serves its own files.</summary>
    private static async Task CachedAsync(ProductHost host, Bounds bounds)
    {
        var pages = Views
            .Append("/pledges")
            .ToDictionary(v => v, v => (Page: new Samples($"kept {v}"), File: new Samples($"file of the same size, {v}")));
        var files = new Dictionary<string, string>();
        foreach (var view in pages.Keys)
            files[view] = host.Yardstick.Add((await host.GetAsync(view)).Length);
        for (var round = -10; round < 20 * Rounds; round++)
        {
            foreach (var (view, (page, file)) in pages)
            {
                await file.TimeAsync(() => host.GetAsync(files[view]));
                await page.TimeAsync(() => host.GetAsync(view, mustBeKept: round >= 0));
            }
            if (round == -1)
                foreach (var (page, file) in pages.Values)
                {
                    page.Forget();
                    file.Forget();
                }
        }
        Console.WriteLine(Samples.Head);
        foreach (var (page, file) in pages.Values)
            Console.WriteLine($"{file}\n{page}");
        foreach (var (view, (page, file)) in pages)
            bounds.Check($"kept {view} over a static file of the same size", page.Median / file.Median, MaxOverFile);
    }
}
