using System.Diagnostics;
using System.Globalization;
using CoalitionTracker.Benchmarks.Desk;
using CoalitionTracker.Benchmarks.Generating;
using CoalitionTracker.Benchmarks.Measuring;

namespace CoalitionTracker.Benchmarks;

/// <summary>Generates large stores and measures what was promised of the product over them.</summary>
internal static class Commands
{
    private const string Usage = """
        generate <file.db> <pledges>          a store with so many generated pledges, 1 to 1,000,000
        pages <small.db> [<large.db>]         list pages and searches, as promised for 100,000 and 1,000,000 pledges; saves one change in each
        views <small.db> [<large.db>]         the views across the record: made anew against the list page, kept against a static file
        desk [<forms> <typists>]              heap of open pledge forms and round trip of a keystroke; 500 and 200 if not said
        client                                whether the client behind desk and crash sees what a circuit draws
        crash [<rounds>]                      ten editors save while the program is killed again and again; 20 rounds if not said
        """;

    /// <summary>Returns 0, 1 when a bound is broken, 2 when the command is not known.</summary>
    public static async Task<int> Main(string[] args)
    {
        CultureInfo.CurrentCulture = CultureInfo.InvariantCulture;
        switch (args)
        {
            case ["generate", var path, var pledges] when int.TryParse(pledges, out var total):
                var start = Stopwatch.GetTimestamp();
                await Generator.GenerateAsync(path, total);
                Console.WriteLine(
                    $"{total:#,0} pledges in {Stopwatch.GetElapsedTime(start).TotalSeconds:0} s, {new FileInfo(path).Length / 1e9:0.00} GB: {path}"
                );
                return 0;
            case ["pages", var small]:
                return await MeasureAsync(small, null);
            case ["pages", var small, var large]:
                return await MeasureAsync(small, large);
            case ["views", var small]:
                return await MeasureViewsAsync(small, null);
            case ["views", var small, var large]:
                return await MeasureViewsAsync(small, large);
            case ["desk"]:
                return await MeasureDeskAsync(500, 200);
            case ["desk", var forms, var typists] when int.TryParse(forms, out var f) && int.TryParse(typists, out var t):
                return await MeasureDeskAsync(f, t);
            case ["desk-browsers", var site, var drafts, var typists]: // the other half of "desk"
                await DeskBrowsers.RunAsync(new Uri(site), await File.ReadAllLinesAsync(drafts), int.Parse(typists, CultureInfo.InvariantCulture));
                return 0;
            case ["client"]:
                await ClientCheck.RunAsync();
                return 0;
            case ["crash"]:
                return await CrashTest.RunAsync(20);
            case ["crash", var rounds] when int.TryParse(rounds, out var r):
                return await CrashTest.RunAsync(r);
            default:
                Console.Error.WriteLine(Usage);
                return 2;
        }
    }

    private static async Task<int> MeasureViewsAsync(string small, string? large)
    {
        var bounds = new Bounds();
        await ViewBenchmark.RunAsync(small, large, bounds);
        return bounds.ExitCode;
    }

    private static async Task<int> MeasureDeskAsync(int forms, int typists)
    {
        var bounds = new Bounds();
        await DeskBenchmark.RunAsync(forms, typists, bounds);
        return bounds.ExitCode;
    }

    private static async Task<int> MeasureAsync(string smallPath, string? largePath)
    {
        var bounds = new Bounds();
        using var small = await Store.OpenAsync(smallPath);
        using var large = largePath is null ? null : await Store.OpenAsync(largePath);
        await PageBenchmark.RunAsync(small, large, bounds);
        await SearchBenchmark.RunAsync(large ?? small, bounds);
        await small.MoveVersionAsync();
        if (large is not null)
            await large.MoveVersionAsync();
        return bounds.ExitCode;
    }
}
