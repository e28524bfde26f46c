using System.Diagnostics;
using CoalitionTracker.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace CoalitionTracker.Benchmarks.Measuring;

/// <summary>One size: a started product, what its list cost to load, and the times of its pages.</summary>
internal sealed class Store : IDisposable
{
    private Store(ProductHost host, string size) =>
        (Host, Size, List, Fixed) = (
            host,
            size,
            new Samples($"list page, {size} pledges"),
            new Samples($"fixed page of the same markup, {size} pledges")
        );

    public ProductHost Host { get; }

    /// <summary>How many pledges, such as "100,000".</summary>
    public string Size { get; }

    public Samples List { get; }

    public Samples Fixed { get; }

    /// <summary>Starts the product over this file, loads its list, and prints what that took.</summary>
    public static async Task<Store> OpenAsync(string path)
    {
        if (!File.Exists(path))
            throw new FileNotFoundException($"There is no {path}; make it with the command generate.");
        var host = new ProductHost(path);
        var before = GC.GetTotalMemory(forceFullCollection: true);
        var start = Stopwatch.GetTimestamp();
        var index = await host.Pledges.IndexAsync();
        var loaded = Stopwatch.GetElapsedTime(start);
        var store = new Store(host, $"{index.Count:#,0}");
        await host.PrepareFixedPagesAsync(PageQueries.All);
        var ordered = Stopwatch.GetElapsedTime(start) - loaded;
        var after = GC.GetTotalMemory(forceFullCollection: true);
        Console.WriteLine(
            $"{store.Size} pledges: list loaded in {loaded.TotalSeconds:0.0} s, first use of every order in {ordered.TotalSeconds:0.0} s, {(after - before) / 1e6:#,0} MB kept"
        );
        return store;
    }

    /// <summary>Every list page must be the fixed page to the last character, or the two cannot be compared.</summary>
    public async Task CompareAsync()
    {
        foreach (var query in PageQueries.All)
        {
            if (await Host.ReadAsync(query, isFixed: false) != await Host.ReadAsync(query, isFixed: true))
                throw new InvalidDataException($"/pledges{query} is not the fixed page of the same address.");
        }
    }

    /// <summary>Saves one change, and prints what the next reader then waits for. Adds a revision to the store.</summary>
    public async Task MoveVersionAsync()
    {
        await using var db = await Host.Services.GetRequiredService<IDbContextFactory<CoalitionDb>>().CreateDbContextAsync();
        var pledge = await db.Pledges.OrderBy(p => p.Code).FirstAsync();
        pledge.LastConfirmed = DateOnly.FromDateTime(DateTime.UtcNow);
        pledge.Note = $"Confirmed at {DateTime.UtcNow:O}.";
        var start = Stopwatch.GetTimestamp();
        await Host.Services.GetRequiredService<RecordWriter>().SaveAsync([pledge], new Edit("Benchmark", "Moves the version"));
        var saved = Stopwatch.GetElapsedTime(start);
        start = Stopwatch.GetTimestamp();
        await Host.ReadAsync("?country=JPN&sort=title", isFixed: false);
        var read = Stopwatch.GetElapsedTime(start);
        Console.WriteLine(
            $"{Size} pledges: one change saved in {saved.TotalMilliseconds:#,0} ms, the next reader of the list waits {read.TotalMilliseconds:#,0} ms"
        );
    }

    public void Dispose() => Host.Dispose();
}
