using CoalitionTracker.Data;

namespace CoalitionTracker.BrowserTests.Desk;

/// <summary>From an empty list of accounts to a reader's page, each step by the person whose it is.</summary>
public class JourneyTests(OwnDesk desk) : IClassFixture<OwnDesk>
{
    private const string Author = "Eva Editor";
    private const string Reviewer = "Rolf Reviewer";
    private const string SourceTitle = "Estonia is ready to send a company to Ukraine";
    private const string Title = "A company of 50 to 250 soldiers";
    private const string Reason = "The prime minister named the size";

    [Fact]
    public async Task A_pledge_goes_from_an_address_that_was_pasted_to_its_readers()
    {
        await using var editor = await desk.JoinAsync(AccountRole.Editor, Author);
        await using var reviewer = await desk.JoinAsync(AccountRole.Reviewer, Reviewer);
        var form = new DeskForm(editor);

        await BeginFromNewSourceAsync(editor, form);
        await FillOfferAsync(form);
        await form.HandInAsync(Reason);
        await ReturnAsync(reviewer, "Which ceasefire? Put it in the pledger's words.");

        await MendAsync(editor, form);
        var address = await DeskForm.PublishAsync(reviewer, Title);

        Assert.StartsWith("/pledges/EST-2025-", address, StringComparison.Ordinal);
        await ReadersFindAsync(address);
        Assert.Empty(editor.Troubles);
        Assert.Empty(reviewer.Troubles);
        Assert.Empty(desk.Administrator.Troubles);
    }

    private static async Task BeginFromNewSourceAsync(Reader editor, DeskForm form)
    {
        await editor.GoAsync("/edit/new");
        await editor.Page.GetByLabel("Paste its address").FillAsync("https://news.example.org/estonia-company");
        await form.Button("It is a new source").ClickAsync();
        await form.TypeAsync("title", SourceTitle);
        await form.ChooseAsync("kind", "Official statement");
        await form.TypeAsync("publisher", "Government of Estonia");
        await form.TypeAsync("published", "30 Apr 2025");
        await Expect(editor.Page.Locator("#grade option:checked")).ToHaveTextAsync("B"); // proposed from the kind of source
        await form.Button("A pledge or a refusal").ClickAsync();
        await Expect(form.Field("title")).ToBeVisibleAsync();
    }

    private static async Task FillOfferAsync(DeskForm form)
    {
        await form.PickAsync("parties", "Естонія", "Estonia");
        await form.ChooseAsync("contribution", "Land forces");
        await form.TypeAsync("title", Title);
        await form.TypeAsync("summary", "Estonia offers a company if there is a ceasefire and parliament agrees.");
        await form.ChooseAsync("levels[0].level", "Declared");
        await form.TypeAsync("levels[0].on", "30 Apr 2025");
        await form.TypeAsync("announced", "30 Apr 2025");
        await form.AddAsync("People or things");
        await form.TypeAsync("quantity.min", "50");
        await form.TypeAsync("quantity.max", "250");
        await form.TypeAsync("quantity.unit", "soldiers");
        await form.AddAsync("Add condition");
        await form.ChooseAsync("conditions[0].condition", "Ceasefire or peace deal");
        await form.AddAsync("Another condition");
        await form.ChooseAsync("conditions[1].condition", "Parliament");
        await form.ChooseAsync("conditions[1].state", "Unmet");
    }

    private static async Task ReturnAsync(Reader reviewer, string comment)
    {
        await DeskForm.OpenReviewAsync(reviewer, Title);
        await reviewer.SeesAsync($"A new pledge by {Author}");
        await reviewer.SeesAsync(Reason);
        await reviewer.SeesAsync(SourceTitle);
        await reviewer.Page.Locator("#return").ClickAsync();
        await reviewer.SeesAsync("Say what is missing"); // nobody is sent back without a word
        await reviewer.Page.Locator("#comment").FillAsync(comment);
        await reviewer.Page.Locator("#return").ClickAsync();
        await reviewer.SeesAsync($"It went back to {Author}");
    }

    private static async Task MendAsync(Reader editor, DeskForm form)
    {
        await editor.GoAsync("/edit");
        var back = editor.Section("Came back to you");
        await Expect(back).ToContainTextAsync("Which ceasefire?");
        await back.GetByRole(AriaRole.Link, new() { Name = Title }).ClickAsync();
        await editor.SeesAsync($"{Reviewer}, ");
        await editor.SeesAsync("Put it in the pledger's words.");
        await form.TypeAsync("conditions[0].words", "once the guns are silent");
        await PreviewAsync(editor);
        await form.HandInAsync(Reason);
    }

    /// <summary>In a window of its own, as readers would find it.</summary>
    private static async Task PreviewAsync(Reader editor)
    {
        await Expect(editor.Page.Locator("#save-state")).ToContainTextAsync("Draft saved at");
        var preview = await editor.Page.RunAndWaitForPopupAsync(() =>
            editor.Page.GetByRole(AriaRole.Link, new() { Name = "Preview", Exact = true }).ClickAsync()
        );
        await Expect(preview.GetByRole(AriaRole.Heading, new() { Level = 1 })).ToHaveTextAsync(Title);
        await Expect(preview.Locator("main")).ToContainTextAsync("only editors see this");
        await Expect(preview.Locator("main")).ToContainTextAsync("once the guns are silent");
        await preview.CloseAsync();
    }

    private async Task ReadersFindAsync(string address)
    {
        await using var reader = await desk.ReaderAsync();
        await reader.GoAsync(address);
        foreach (
            var text in new[]
            {
                Title,
                "50–250 soldiers",
                "Declared",
                "Ceasefire or peace deal: once the guns are silent",
                "Unmet Parliament",
                SourceTitle,
            }
        )
            await reader.SeesAsync(text);
        await reader.FollowAsync(SourceTitle);
        await reader.SeesAsync(Title);
        await reader.GoAsync("/pledges?country=EST");
        await reader.SeesAsync(Title);
        await reader.GoAsync("/countries/EST");
        await reader.SeesAsync(Title);

        var code = address.Split('/')[^1];
        var csv = await (await reader.Page.APIRequest.GetAsync("/pledges.csv")).TextAsync();
        Assert.Contains(csv.Split('\n'), line => line.Contains(code, StringComparison.Ordinal) && line.Contains(Title, StringComparison.Ordinal));

        await reader.GoAsync($"/history/{code}");
        foreach (var text in new[] { Reason, Author, Reviewer })
            await reader.SeesAsync(text);
        Assert.DoesNotContain("@example.org", await reader.Page.ContentAsync(), StringComparison.Ordinal);
        Assert.Empty(reader.Troubles);
    }
}
