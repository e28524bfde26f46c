using CoalitionTracker.Data;

namespace CoalitionTracker.BrowserTests.Desk;

/// <summary>What somebody types is text wherever it is shown, never a part of the page.</summary>
public class ScriptInTextTests(OwnDesk desk) : IClassFixture<OwnDesk>
{
    private const string Script = "<script>window.hacked=1</script><img src=x onerror=window.hacked=1>\"'><b>&amp;{{7*7}}";

    /// <summary>Text fields of a pledge, those of the first section and those that unfold.</summary>
    private static readonly string[] Fields =
    [
        "summary",
        "levels[0].note",
        "quantity.words",
        "quantity.unit",
        "conditions[0].words",
        "citations[0].locator",
        "citations[0].excerpt",
        "citations[0].note",
        "partiesInWords",
        "note",
    ];

    [Fact]
    public async Task Script_in_any_field_is_shown_as_it_was_typed_and_never_runs()
    {
        await using var editor = await desk.JoinAsync(AccountRole.Editor, "<b>Mallory</b> Editor");
        await using var reviewer = await desk.JoinAsync(AccountRole.Reviewer, "Rikke Reviewer");
        var form = new DeskForm(editor);
        await FillAsync(editor, form);
        await ShowsTextOnlyAsync(editor.Page);
        await form.HandInAsync(Script);

        await DeskForm.OpenReviewAsync(reviewer, "Title " + Script);
        await reviewer.SeesAsync(Script);
        await ShowsTextOnlyAsync(reviewer.Page);
        await reviewer.Page.Locator("#comment").FillAsync(Script);
        await reviewer.Page.Locator("#return").ClickAsync();
        await reviewer.SeesAsync("It went back to <b>Mallory</b> Editor");
        await ShowsTextOnlyAsync(reviewer.Page);

        await editor.GoAsync("/edit");
        await editor.SeesAsync(Script);
        await ShowsTextOnlyAsync(editor.Page);
        await editor.Section("Came back to you").GetByRole(AriaRole.Link, new() { Name = "Title " + Script }).ClickAsync();
        await Expect(editor.Main.GetByRole(AriaRole.Note).First).ToContainTextAsync(Script);
        await ShowsTextOnlyAsync(editor.Page);
        await form.HandInAsync(Script);
        var address = await DeskForm.PublishAsync(reviewer, "Title " + Script);

        await using var reader = await desk.ReaderAsync();
        foreach (var page in new[] { address, $"/history/{address.Split('/')[^1]}", "/pledges?country=EST", "/countries/EST", "/search?q=hacked" })
        {
            await reader.GoAsync(page);
            await reader.SeesAsync(Script);
            await ShowsTextOnlyAsync(reader.Page);
        }
        Assert.Empty(reader.Troubles);
        Assert.Empty(reviewer.Troubles);
        Assert.Empty(editor.Troubles);
    }

    [Fact]
    public async Task A_script_as_a_sources_address_is_refused_and_is_no_link_anywhere()
    {
        await using var editor = await desk.JoinAsync(AccountRole.Editor, "Marvin Editor");
        var form = new DeskForm(editor);
        await editor.GoAsync("/edit/new");
        await editor.Page.GetByLabel("Paste its address").FillAsync("A source with a bad address");
        await form.Button("It is a new source").ClickAsync();
        await form.TypeAsync("url", "javascript:window.hacked=1");
        await editor.SeesAsync("An address starts with https:// or http://.");
        await form.Button("A pledge or a refusal").ClickAsync();
        await Expect(form.Field("title")).ToBeVisibleAsync();

        await form.Button("Hand in for review").ClickAsync();

        await Expect(editor.Page.GetByRole(AriaRole.Alert).First).ToContainTextAsync("An address starts with https:// or http://.");
        await ShowsTextOnlyAsync(editor.Page);
    }

    private static async Task FillAsync(Reader editor, DeskForm form)
    {
        await editor.GoAsync("/edit/new");
        await editor.Page.GetByLabel("Paste its address").FillAsync("Source " + Script);
        await form.Button("It is a new source").ClickAsync();
        await form.TypeAsync("publisher", Script);
        await form.TypeAsync("author", Script);
        await form.Button("A pledge or a refusal").ClickAsync();
        await form.PickAsync("parties", "Estonia", "Estonia");
        await form.ChooseAsync("contribution", "Land forces");
        await form.ChooseAsync("levels[0].level", "Declared");
        await form.TypeAsync("levels[0].on", "2025-04-30");
        await form.AddAsync("note");
        await form.AddAsync("People or things");
        await form.AddAsync("Add condition");
        await form.ChooseAsync("conditions[0].condition", "Parliament");
        await form.Button("+ where in it, short quotation, what it speaks of, what it says, in our own words").ClickAsync();
        await form.UnfoldAsync("Form, term and agreement");
        await form.UnfoldAsync("Remark");
        await form.TypeAsync("title", "Title " + Script);
        foreach (var field in Fields)
            await form.TypeAsync(field, Script);
    }

    /// <summary>Nothing ran, and nothing of what was typed became an element or an address.</summary>
    private static async Task ShowsTextOnlyAsync(IPage page)
    {
        Assert.False(await page.EvaluateAsync<bool>("'hacked' in window"), "a script ran");
        await Expect(page.Locator("img[src='x'], main b, main script:not([src]), a[href^='javascript:' i]")).ToHaveCountAsync(0);
    }
}
