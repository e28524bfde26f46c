using System.Collections.Concurrent;
using System.Diagnostics;

namespace CoalitionTracker.Benchmarks.Desk;

/// <summary>The browsers of <see cref="DeskBenchmark"/>, in their own process: open forms, then type into some of them.</summary>
internal static class DeskBrowsers
{
    public static readonly TimeSpan TypingTime = TimeSpan.FromSeconds(30);

    /// <summary>Typing before the time is taken: the typists begin one after another, and the program's code is compiled for good.</summary>
    private static readonly TimeSpan WarmTime = TimeSpan.FromSeconds(10);

    /// <summary>Between two keystrokes of one typist: four a second.</summary>
    private static readonly TimeSpan Keystroke = TimeSpan.FromMilliseconds(250);

    /// <summary>Forms that are opened before the heap is read, so that what is made once is not counted.</summary>
    private const int WarmForms = 5;

    public static async Task RunAsync(Uri site, int forms, int typists)
    {
        var drafts = (await File.ReadAllLinesAsync(DeskBenchmark.ListOf(site))).Select(l => l.Split(' ')).ToList();
        var visitors = new Dictionary<string, DeskVisitor>();
        foreach (var email in drafts.Select(d => d[0]).Distinct())
            visitors[email] = await DeskVisitor.SignInAsync(site, email, DeskPeople.Password);

        foreach (var draft in drafts.Take(WarmForms))
        {
            await using var form = await OpenAsync(visitors[draft[0]], draft[1]);
            await form.TypeAsync("field-title", "Warm");
        }
        await TellAsync("warm");
        var circuits = new ConcurrentBag<Circuit>();
        await Parallel.ForEachAsync(
            drafts.Take(forms),
            new ParallelOptions { MaxDegreeOfParallelism = 4 },
            async (draft, _) => circuits.Add(await OpenAsync(visitors[draft[0]], draft[1]))
        );
        await TellAsync("open");
        var (keystrokes, pings) = (new ConcurrentBag<double>(), new ConcurrentBag<double>());
        var from = Stopwatch.GetTimestamp() + (long)(WarmTime.TotalSeconds * Stopwatch.Frequency);
        var until = from + (long)(TypingTime.TotalSeconds * Stopwatch.Frequency);
        var typing = circuits.Take(typists).Select((form, i) => TypeAsync(form, WarmTime * i / (2 * typists), from, until, keystrokes));
        await Task.WhenAll(typing.Append(PingAsync(visitors.Values.First(), from, until, pings)));
        Console.WriteLine($"typed {keystrokes.Count} {Figures(keystrokes)} {Figures(pings)}");
        foreach (var failed in circuits.Where(c => c.Failure is not null).Take(3))
            Console.WriteLine($"A circuit ended: {failed.Failure}");
    }

    private static async Task<Circuit> OpenAsync(DeskVisitor visitor, string draft)
    {
        var form = await visitor.OpenAsync($"/edit/drafts/{draft}");
        await form.SeeElementAsync("field-conditions-1-condition");
        return form;
    }

    private static async Task TellAsync(string word)
    {
        Console.WriteLine(word);
        await Task.Run(Console.ReadLine);
    }

    private static async Task TypeAsync(Circuit form, TimeSpan wait, long from, long until, ConcurrentBag<double> times)
    {
        await Task.Delay(wait); // people do not type in step
        for (var text = "Typed "; Stopwatch.GetTimestamp() < until; text += "abcdefghijklmnopqrstuvwxyz"[text.Length % 26])
        {
            if (text.Length > 150)
                text = "Typed ";
            var start = Stopwatch.GetTimestamp();
            await form.TypeAsync("field-title", text);
            var took = Stopwatch.GetElapsedTime(start);
            if (start > from)
                times.Add(took.TotalMilliseconds);
            if (took < Keystroke)
                await Task.Delay(Keystroke - took);
        }
    }

    private static async Task PingAsync(DeskVisitor visitor, long from, long until, ConcurrentBag<double> times)
    {
        while (Stopwatch.GetTimestamp() < until)
        {
            var start = Stopwatch.GetTimestamp();
            await visitor.PingAsync();
            if (start > from)
                times.Add(Stopwatch.GetElapsedTime(start).TotalMilliseconds);
            await Task.Delay(20);
        }
    }

    private static string Figures(IReadOnlyCollection<double> times)
    {
        var sorted = times.Order().ToList();
        return $"{sorted[sorted.Count / 2]} {sorted[(int)(sorted.Count * 0.99)]} {sorted[^1]}";
    }
}
