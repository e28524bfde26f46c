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
            var drafts = Path.Combine(folder.FullName, "drafts.txt");
            await File.WriteAllLinesAsync(drafts, await FillAsync(host, forms + DeskBrowsers.WarmForms));
            using var browsers = Start(host.Client.BaseAddress!, drafts, typists);
            try
            {
                await MeasureAsync(browsers, forms, typists, bounds);
            }
            finally
            {
                browsers.Kill();
            }
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    private static async Task MeasureAsync(Process browsers, int forms, int typists, Bounds bounds)
    {
        await ExpectAsync(browsers, "warm");
        var before = Heap();
        await browsers.StandardInput.WriteLineAsync("open");
        await ExpectAsync(browsers, "open");
        var perForm = (Heap() - before) / 1024.0 / forms;
        Console.WriteLine($"{forms} open pledge forms: {perForm:0} KB of managed heap each, after a full collection");
        await browsers.StandardInput.WriteLineAsync("type");
        var figures = (await ExpectAsync(browsers, "typed")).Split(' ').Skip(1).Select(double.Parse).ToArray();
        Console.WriteLine($"{(Heap() - before) / 1024.0 / forms:0} KB each after {typists} of them were typed into");
        Console.WriteLine(
            $"{typists} typists, {DeskBrowsers.TypingTime.TotalSeconds:0} s each in forms and in the yardstick, by turns; round trip in ms:"
        );
        Say("a keystroke in the form", figures.AsSpan(0, 4));
        Say("yardstick: in a page that only repeats it", figures.AsSpan(4, 4));
        bounds.Check("managed heap of an open form", perForm, BoundInKilobytes, " KB");
        bounds.Check("round trip of a keystroke, 99th percentile", figures[2], BoundInMilliseconds, " ms");
    }

    private static void Say(string what, ReadOnlySpan<double> figures) =>
        Console.WriteLine($"  {what, -42} median {figures[1]:0.00}, 99th percentile {figures[2]:0.00}, most {figures[3]:0.00} of {figures[0]:#,0}");

    /// <summary>One draft of a pledge for each form, shared out among a few editors.</summary>
    /// <returns>The editors' addresses and the drafts' numbers.</returns>
    private static async Task<List<string>> FillAsync(ProductHost host, int forms)
    {
        await using var db = await host.Services.GetRequiredService<IDbContextFactory<CoalitionDb>>().CreateDbContextAsync();
        await DeskPeople.AddAsync(db, People, AccountRole.Editor);
        var accounts = await db.Users.ToDictionaryAsync(a => a.Email!, a => a.Id);
        var desk = host.Services.GetRequiredService<DraftDesk>();
        var drafts = new List<string>();
        for (var i = 0; i < forms; i++)
        {
            var email = DeskPeople.EmailOf(i % People);
            var draft = await desk.BeginAsync(accounts[email], RecordKind.Pledge, DeskPeople.Offer("JPN", "SRC-0001"));
            drafts.Add($"{email} {draft.Id}");
        }
        return drafts;
    }

    private static Process Start(Uri site, string drafts, int typists) =>
        Process.Start(
            new ProcessStartInfo("dotnet", [typeof(DeskBenchmark).Assembly.Location, "desk-browsers", site.ToString(), drafts, $"{typists}"])
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
