using System.Diagnostics;
using CoalitionTracker.Benchmarks.Measuring;
using CoalitionTracker.Data;
using CoalitionTracker.Features.Editing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace CoalitionTracker.Benchmarks.Desk;

/// <summary>
/// What open forms cost and how fast they answer. The product runs in this process, so that its managed heap can be read; the browsers are a
/// process of their own, so that theirs is not.
/// </summary>
internal static class DeskBenchmark
{
    private const int People = 10;
    private const double BoundInKilobytes = 400;
    private const double BoundInMilliseconds = 20;

    public static async Task RunAsync(int forms, int typists, Bounds bounds)
    {
        var folder = Directory.CreateTempSubdirectory("coalitiontracker-desk-");
        try
        {
            using var host = new ProductHost(Path.Combine(folder.FullName, "desk.db"), "article");
            await FillAsync(host, forms);
            using var browsers = Start(host.Client.BaseAddress!, forms, typists);
            await ExpectAsync(browsers, "warm");
            var before = Heap();
            await browsers.StandardInput.WriteLineAsync("open");
            await ExpectAsync(browsers, "open");
            var perForm = (Heap() - before) / 1024.0 / forms;
            Console.WriteLine($"{forms} open pledge forms: {perForm:0} KB of managed heap each, after a full collection");
            await browsers.StandardInput.WriteLineAsync("type");
            var figures = (await ExpectAsync(browsers, "typed")).Split(' ').Skip(1).Select(double.Parse).ToArray();
            Console.WriteLine($"{typists} typists, {figures[0]:0} keystrokes in {DeskBrowsers.TypingTime.TotalSeconds:0} s; round trip in ms:");
            Console.WriteLine($"  a keystroke     median {figures[1]:0.00}, 99th percentile {figures[2]:0.00}, most {figures[3]:0.00}");
            Console.WriteLine(
                $"  yardstick ping  median {figures[4]:0.00}, 99th percentile {figures[5]:0.00}, most {figures[6]:0.00} (GET /healthz in the same seconds)"
            );
            bounds.Check("managed heap of an open form in KB", perForm, BoundInKilobytes);
            bounds.Check("round trip of a keystroke, 99th percentile, in ms", figures[2], BoundInMilliseconds);
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    /// <summary>One draft of a pledge for each form, shared out among a few editors.</summary>
    private static async Task FillAsync(ProductHost host, int forms)
    {
        await using var db = await host.Services.GetRequiredService<IDbContextFactory<CoalitionDb>>().CreateDbContextAsync();
        await DeskPeople.AddAsync(db, People, AccountRole.Editor);
        var accounts = await db.Users.OrderBy(a => a.Email).Select(a => new { a.Id, a.Email }).ToListAsync();
        var desk = host.Services.GetRequiredService<DraftDesk>();
        for (var i = 0; i < forms; i++)
        {
            var account = accounts.Single(a => a.Email == DeskPeople.EmailOf(i % People));
            await desk.BeginAsync(account.Id, RecordKind.Pledge, DeskPeople.Offer("JPN", "SRC-0001"));
        }
        var drafts = await db.Drafts.OrderBy(d => d.CreatedAt).ThenBy(d => d.Id).Select(d => new { d.Id, d.AccountId }).ToListAsync();
        await File.WriteAllLinesAsync(
            ListOf(host.Client.BaseAddress!),
            drafts.Select(d => $"{accounts.Single(a => a.Id == d.AccountId).Email} {d.Id}")
        );
    }

    /// <summary>Where the browsers find whose drafts to open.</summary>
    internal static string ListOf(Uri site) => Path.Combine(Path.GetTempPath(), $"coalitiontracker-desk-{site.Port}.txt");

    private static Process Start(Uri site, int forms, int typists) =>
        Process.Start(
            new ProcessStartInfo("dotnet", [typeof(DeskBenchmark).Assembly.Location, "desk-browsers", site.ToString(), $"{forms}", $"{typists}"])
            {
                RedirectStandardInput = true,
                RedirectStandardOutput = true,
            }
        )!;

    private static async Task<string> ExpectAsync(Process browsers, string word)
    {
        while (await browsers.StandardOutput.ReadLineAsync() is { } line)
        {
            if (line.StartsWith(word, StringComparison.Ordinal))
                return line;
            Console.WriteLine(line);
        }
        throw new InvalidDataException($"The browsers ended before they said “{word}”.");
    }

    private static long Heap()
    {
        for (var i = 0; i < 3; i++)
        {
            GC.Collect(GC.MaxGeneration, GCCollectionMode.Aggressive, blocking: true, compacting: true);
            GC.WaitForPendingFinalizers();
        }
        return GC.GetTotalMemory(forceFullCollection: true);
    }
}
