using System.Collections.Concurrent;
using System.Diagnostics;

namespace CoalitionTracker.Benchmarks.Desk;

/// <summary>
/// The browsers of <see cref="DeskBenchmark"/>, in their own process: open forms, then type into some of them and, by turns and in the same
/// way, into as many practice pages.
/// </summary>
internal static class DeskBrowsers
{
    private const int Turns = 3;

    /// <summary>Forms and practice pages take turns, so that whatever else the machine does meets both.</summary>
    private static readonly TimeSpan Turn = TimeSpan.FromSeconds(10);

    public static readonly TimeSpan TypingTime = Turn * Turns;

    /// <summary>Between two keystrokes of one typist: four a second.</summary>
    private static readonly TimeSpan Keystroke = TimeSpan.FromMilliseconds(250);

    /// <summary>Forms that are opened before the heap is read, so that what is made once is not counted.</summary>
    public const int WarmForms = 5;

    /// <param name="drafts">Lines of an e-mail address and the number of a draft of this account.</param>
    public static async Task RunAsync(Uri site, IReadOnlyList<string> drafts, int typists)
    {
        var visitors = new Dictionary<string, DeskVisitor>();
        foreach (var email in drafts.Select(d => d.Split(' ')[0]).Distinct())
            visitors[email] = await DeskVisitor.SignInAsync(site, email, DeskPeople.Password);
        var visitor = visitors.Values.First();

        var yardsticks = await OpenAllAsync(Enumerable.Range(0, typists), _ => visitor.PractiseAsync());
        var warm = await OpenAllAsync(drafts.Take(WarmForms), d => OpenAsync(visitors, d));
        await TypeAsync(warm, "field-title", Turn / 2);
        if (!await GoesOnAsync("warm"))
            return;
        var forms = await OpenAllAsync(drafts.Skip(WarmForms), d => OpenAsync(visitors, d));
        if (!await GoesOnAsync("open"))
            return;
        var (keystrokes, yardstick) = (new List<double>(), new List<double>());
        var chosen = forms.Take(typists).ToList();
        await TypeAsync(yardsticks, "practice", Turn); // all code on the way is compiled for good after this
        await TypeAsync(chosen, "field-title", Turn);
        for (var turn = 0; turn < Turns; turn++)
        {
            yardstick.AddRange(await TypeAsync(yardsticks, "practice", Turn));
            keystrokes.AddRange(await TypeAsync(chosen, "field-title", Turn));
        }
        await GoesOnAsync($"typed {Figures(keystrokes)} {Figures(yardstick)}");
    }

    private static async Task<List<Circuit>> OpenAllAsync<T>(IEnumerable<T> what, Func<T, Task<Circuit>> open)
    {
        var circuits = new ConcurrentBag<Circuit>();
        await Parallel.ForEachAsync(what, new ParallelOptions { MaxDegreeOfParallelism = 4 }, async (one, _) => circuits.Add(await open(one)));
        return [.. circuits];
    }

    private static async Task<Circuit> OpenAsync(Dictionary<string, DeskVisitor> visitors, string draft)
    {
        var form = await visitors[draft.Split(' ')[0]].OpenAsync($"/edit/drafts/{draft.Split(' ')[1]}");
        await form.SeeElementAsync("field-conditions-1-condition");
        return form;
    }

    /// <summary>Says how far it is, and waits to be told to go on; false when the other process is gone.</summary>
    private static async Task<bool> GoesOnAsync(string word)
    {
        Console.WriteLine(word);
        return await Task.Run(Console.ReadLine) is not null;
    }

    /// <summary>All type at once, but not in step.</summary>
    /// <returns>From sending a keystroke to the server's answer, which follows what it drew; milliseconds.</returns>
    private static async Task<IEnumerable<double>> TypeAsync(List<Circuit> circuits, string id, TimeSpan time)
    {
        var times = await Task.WhenAll(circuits.Select((circuit, i) => TypeAsync(circuit, id, Keystroke * i / circuits.Count, time)));
        return times.SelectMany(t => t);
    }

    private static async Task<List<double>> TypeAsync(Circuit circuit, string id, TimeSpan wait, TimeSpan time)
    {
        var times = new List<double>();
        await Task.Delay(wait);
        var begin = Stopwatch.GetTimestamp();
        for (var text = "Typed "; Stopwatch.GetElapsedTime(begin) < time; text += "abcdefghijklmnopqrstuvwxyz"[text.Length % 26])
        {
            if (text.Length > 150)
                text = "Typed ";
            var start = Stopwatch.GetTimestamp();
            await circuit.TypeAsync(id, text);
            var took = Stopwatch.GetElapsedTime(start);
            times.Add(took.TotalMilliseconds);
            if (took < Keystroke)
                await Task.Delay(Keystroke - took);
        }
        return times;
    }

    private static string Figures(List<double> times)
    {
        times.Sort();
        return $"{times.Count} {times[times.Count / 2]} {times[(int)(times.Count * 0.99)]} {times[^1]}";
    }
}
