namespace CoalitionTracker.Benchmarks.Desk;

/// <summary>
/// An editor who types numbers into the summary of a pledge of their own, hands in and publishes, and remembers what the page said was done.
/// </summary>
internal sealed class CrashEditor(int person, string pledge)
{
    /// <summary>A number is saved a few times before it is published.</summary>
    private const int SavesBeforePublishing = 3;

    private int number;

    public int Person => person;

    public string Pledge => pledge;

    /// <summary>The last number of which the page said that it is saved.</summary>
    public int Saved { get; private set; }

    /// <summary>The last number of which the page said that it is public.</summary>
    public int Published { get; private set; }

    /// <summary>What the summary says with this number.</summary>
    public static string SummaryOf(int number) => $"Number {number} of this test.";

    /// <summary>Works until the program is gone.</summary>
    public async Task WorkAsync(Uri site, CancellationToken stop)
    {
        using var visitor = await DeskVisitor.SignInAsync(site, DeskPeople.EmailOf(person), DeskPeople.Password);
        while (!stop.IsCancellationRequested)
        {
            var draft = await SaveAsync(visitor);
            if (draft is not null)
                await PublishAsync(visitor, draft);
        }
    }

    /// <returns>The page of the review, once it is handed in; null where the draft waits for review since before a crash.</returns>
    private async Task<string?> SaveAsync(DeskVisitor visitor)
    {
        await using var form = await visitor.OpenAsync($"/edit/pledge/{pledge}");
        var isOpen = await form.SeeAsync(
            "a form, or a draft in review",
            t =>
                t.ById("field-summary") is not null ? "yes"
                : ReviewLink(t) is not null ? "no"
                : null
        );
        if (isOpen == "yes")
        {
            for (var i = 0; i < SavesBeforePublishing; i++)
            {
                number++;
                await form.TypeAsync("field-summary", SummaryOf(number));
                await form.TypeAsync("field-reason", $"Number {number}");
                await form.SeeWordsAsync("Draft saved at");
                Saved = number;
            }
            await form.ClickAsync("hand-in");
        }
        return await form.SeeAsync("the way to the review", ReviewLink);
    }

    private async Task PublishAsync(DeskVisitor visitor, string review)
    {
        await using var page = await visitor.OpenAsync(review);
        await page.ClickAsync("publish");
        await page.SeeWordsAsync("is public");
        Published = Saved;
    }

    private static string? ReviewLink(PageTree tree) =>
        tree.Find(n => n.Attributes.GetValueOrDefault("href")?.StartsWith("/edit/review/", StringComparison.Ordinal) == true)?.Attributes["href"];
}
