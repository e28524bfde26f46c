namespace CoalitionTracker.Benchmarks.Desk;

/// <summary>
/// An editor who types numbers into the summary of a pledge of their own, hands in and publishes, and now and then makes a new pledge public
/// together with its new source. Remembers what the page said was done.
/// </summary>
internal sealed class CrashEditor(int person, string pledge)
{
    /// <summary>A number is saved a few times before it is published.</summary>
    private const int SavesBeforePublishing = 2;

    private readonly Queue<Guid> toBegin = new();
    private int number;

    public int Person => person;

    public string Pledge => pledge;

    /// <summary>The last number of which the page said that it is saved.</summary>
    public int Saved { get; private set; }

    /// <summary>The last number of which the page said that it is public.</summary>
    public int Published { get; private set; }

    /// <summary>The drafts of new pledges, with the numbers of which the page said that they are saved.</summary>
    public Dictionary<Guid, int> SavedNew { get; } = [];

    /// <summary>The drafts of new pledges of which the page said that they are public.</summary>
    public HashSet<Guid> PublishedNew { get; } = [];

    /// <summary>Called just before a click on "Publish".</summary>
    public Action? Publishing { get; set; }

    /// <summary>What the summary says with this number.</summary>
    public static string SummaryOf(int number) => $"Number {number} of this test.";

    /// <summary>Hands over a draft of a new pledge.</summary>
    public void Give(Guid draft) => toBegin.Enqueue(draft);

    /// <summary>Works until the program is gone.</summary>
    public async Task WorkAsync(Uri site, CancellationToken stop)
    {
        using var visitor = await DeskVisitor.SignInAsync(site, DeskPeople.EmailOf(person), DeskPeople.Password);
        while (!stop.IsCancellationRequested)
        {
            await PublishAsync(visitor, await WriteAsync(visitor, $"/edit/pledge/{pledge}", SavesBeforePublishing, n => Saved = n));
            Published = Saved;
            if (!toBegin.TryDequeue(out var draft))
                continue;
            await PublishAsync(visitor, await WriteAsync(visitor, $"/edit/drafts/{draft}", saves: 1, n => SavedNew[draft] = n));
            PublishedNew.Add(draft);
        }
    }

    /// <summary>Opens a form, saves, and hands in.</summary>
    /// <returns>The page of the review, once it is handed in, be it by now or before a crash.</returns>
    private async Task<string> WriteAsync(DeskVisitor visitor, string path, int saves, Action<int> acknowledged)
    {
        await using var form = await visitor.OpenAsync(path);
        var isOpen = await form.SeeAsync(
            "a form, or a draft in review",
            t =>
                t.ById("field-summary") is not null ? "yes"
                : ReviewLink(t) is not null ? "no"
                : null
        );
        if (isOpen == "yes")
        {
            for (var i = 0; i < saves; i++)
            {
                number++;
                await form.TypeAsync("field-summary", SummaryOf(number));
                await form.TypeAsync("field-reason", $"Number {number}");
                await form.SeeWordsAsync("Draft saved at");
                acknowledged(number);
            }
            await form.ClickAsync("hand-in");
        }
        return await form.SeeAsync("the way to the review", ReviewLink);
    }

    private async Task PublishAsync(DeskVisitor visitor, string review)
    {
        await using var page = await visitor.OpenAsync(review);
        await page.SeeElementAsync("publish");
        Publishing?.Invoke();
        await page.ClickAsync("publish");
        await page.SeeWordsAsync("is public");
    }

    private static string? ReviewLink(PageTree tree) =>
        tree.Find(n => n.Attributes.GetValueOrDefault("href")?.StartsWith("/edit/review/", StringComparison.Ordinal) == true)?.Attributes["href"];
}
