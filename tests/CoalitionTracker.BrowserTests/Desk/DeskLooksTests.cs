using CoalitionTracker.App;
using CoalitionTracker.Data;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Components;

namespace CoalitionTracker.BrowserTests.Desk;

/// <summary>Every page of the desk is free of barriers, fits a phone and runs without errors: in both themes, empty and full, folded, open and with errors.</summary>
public class DeskLooksTests(OwnDesk desk) : IClassFixture<OwnDesk>
{
    private const string Japanese = "ウクライナの安全を保証する有志連合への参加について、日本政府が検討していることのすべて";
    private const string Ukrainian = "Довгострокова підтримка безпеки України та відбудови критичної інфраструктури";

    /// <summary>The pages that these tests look at.</summary>
    private static readonly string[] Routes =
    [
        "/edit",
        "/edit/new",
        "/edit/drafts/{id:guid}",
        "/edit/{kind}/{code}",
        "/edit/preview/{id:guid}",
        "/edit/review/{id:guid}",
        "/edit/restore/{code}/{version:long}",
        "/edit/grid",
        "/edit/stale",
    ];

    [Fact]
    public void Every_page_of_the_desk_is_looked_at_here()
    {
        var pages = typeof(Routes)
            .Assembly.GetTypes()
            .Where(type => type.IsDefined(typeof(AuthorizeAttribute), inherit: true))
            .SelectMany(type => type.GetCustomAttributes(typeof(RouteAttribute), inherit: false).Cast<RouteAttribute>())
            .Select(route => route.Template)
            .Where(template => template.StartsWith("/edit", StringComparison.Ordinal));
        Assert.Equivalent(pages, Routes, strict: true);
    }

    [Fact]
    public async Task An_empty_desk()
    {
        // An editor: what other tests have handed in waits for reviewers only.
        await using var editor = await desk.JoinAsync(AccountRole.Editor, "Noa New");
        await editor.GoAsync("/edit");
        await editor.SeesAsync("Nothing waits for you");
        await EveryPageTests.LooksRightAsync(editor, "empty");
        await editor.GoAsync("/edit/pledge/XXX-0000-000");
        await editor.SeesAsync("There is nothing to edit here");
        await EveryPageTests.LooksRightAsync(editor);
        await editor.GoAsync($"/edit/review/{Guid.Empty}");
        await editor.SeesAsync("There is nothing to review here");
        await EveryPageTests.LooksRightAsync(editor);
        Assert.Empty(editor.Troubles);
    }

    [Theory]
    [InlineData("pledge/JPN-2024-001")]
    [InlineData("statement/STM-2025-001")]
    [InlineData("agreement/AGR-2024-001")]
    [InlineData("source/SRC-0001")]
    [InlineData("country/JPN")]
    [InlineData("participation/PAR-DEU-001")]
    public async Task A_form_folded_unfolded_and_with_errors(string record)
    {
        await using var editor = await desk.JoinAsync(AccountRole.Editor, $"Frida of {record.Replace('/', ' ')}");
        var form = new DeskForm(editor);
        await form.OpenAsync($"/edit/{record}");
        await EveryPageTests.LooksRightAsync(editor, "folded");

        foreach (var section in await editor.Page.Locator("button.fold").AllAsync())
            await section.ClickAsync();
        await Expect(editor.Page.Locator("button.fold[aria-expanded='false']")).ToHaveCountAsync(0);
        foreach (var group in await editor.Page.Locator("button.adds").AllInnerTextsAsync())
            await form.Button(group).First.ClickAsync();
        await EveryPageTests.LooksRightAsync(editor, "unfolded");

        await editor.Page.Locator(".form-main :is(textarea, input):not([readonly], [role='combobox'])").First.FillAsync("");
        await form.Button("Hand in for review").ClickAsync();
        await Expect(editor.Page.GetByRole(AriaRole.Link, new() { Name = "Why this change?" })).ToBeVisibleAsync();
        await EveryPageTests.LooksRightAsync(editor, "with-errors");
        Assert.Empty(editor.Troubles);
    }

    [Fact]
    public async Task A_new_record_from_the_first_key_to_the_review_with_long_texts()
    {
        await using var editor = await desk.JoinAsync(AccountRole.Editor, Ukrainian);
        await using var reviewer = await desk.JoinAsync(AccountRole.Reviewer, Japanese);
        var form = new DeskForm(editor);
        await editor.GoAsync("/edit/new");
        await EveryPageTests.LooksRightAsync(editor, "empty");
        await editor.Page.GetByLabel("Paste its address").FillAsync("Japan");
        await Expect(editor.Page.Locator(".picks button").First).ToBeVisibleAsync();
        await EveryPageTests.LooksRightAsync(editor, "found");
        await form.Button("It is a new source").ClickAsync();
        await form.TypeAsync("title", Japanese + Ukrainian);
        await form.TypeAsync("url", "https://example.org/" + new string('a', 300));
        await EveryPageTests.LooksRightAsync(editor, "new-source");

        await form.Button("A pledge or a refusal").ClickAsync();
        await form.PickAsync("parties", "Estonia", "Estonia");
        await Expect(editor.Main.GetByRole(AriaRole.List, new() { Name = "Who pledges, chosen" })).ToContainTextAsync("Estonia");
        await form.PickAsync("parties", "Japan", "Japan");
        await form.TypeAsync("title", Japanese + Ukrainian);
        await form.TypeAsync("summary", string.Join(' ', Enumerable.Repeat(Ukrainian + Japanese, 4)));
        await form.TypeAsync("announced", "someday");
        await form.Field("levels[0].source").ClickAsync();
        await Expect(editor.Page.Locator("ul.options")).ToBeVisibleAsync();
        await EveryPageTests.LooksRightAsync(editor, "with-a-list-open");
        await form.Button("Hand in for review").ClickAsync();
        await Expect(editor.Page.Locator(".problems-on-top")).ToBeVisibleAsync();
        await EveryPageTests.LooksRightAsync(editor, "with-errors");

        await form.ChooseAsync("contribution", "Land forces");
        await form.ChooseAsync("levels[0].level", "Declared");
        await form.TypeAsync("levels[0].on", "2025");
        await form.TypeAsync("announced", "2025");
        await form.HandInAsync(Ukrainian + Japanese);
        await EveryPageTests.LooksRightAsync(editor, "handed-in");
        var draft = editor.Here;
        await editor.GoAsync("/edit");
        await editor.SeesAsync("With the reviewers");
        await EveryPageTests.LooksRightAsync(editor, "full");

        await reviewer.GoAsync("/edit");
        await reviewer.SeesAsync("Waits for your review");
        await EveryPageTests.LooksRightAsync(reviewer, "full-reviewer");
        await reviewer.GoAsync(draft.Replace("drafts", "preview", StringComparison.Ordinal));
        await EveryPageTests.LooksRightAsync(reviewer);
        await reviewer.GoAsync(draft.Replace("drafts", "review", StringComparison.Ordinal));
        await reviewer.Page.Locator("#return").ClickAsync();
        await reviewer.SeesAsync("Say what is missing");
        await EveryPageTests.LooksRightAsync(reviewer, "with-an-error");
        await reviewer.Page.Locator("#comment").FillAsync(Japanese + Ukrainian);
        await reviewer.Page.Locator("#return").ClickAsync();
        await reviewer.SeesAsync("It went back to");
        await EveryPageTests.LooksRightAsync(reviewer, "returned");
        await editor.GoAsync(draft);
        await editor.SeesAsync(Japanese + Ukrainian);
        await EveryPageTests.LooksRightAsync(editor, "returned");
        Assert.Empty(editor.Troubles);
        Assert.Empty(reviewer.Troubles);
    }

    [Fact]
    public async Task Two_peoples_changes_side_by_side_and_an_older_version()
    {
        await using var editor = await desk.JoinAsync(AccountRole.Editor, "Conrad Conflict");
        await using var reviewer = await desk.JoinAsync(AccountRole.Reviewer, "Ruth Reviewer");
        var (one, two) = (new DeskForm(editor), new DeskForm(reviewer));
        await one.OpenAsync("/edit/pledge/JPN-2023-001");
        await two.OpenAsync("/edit/pledge/JPN-2023-001");
        await one.TypeAsync("title", Japanese);
        await one.HandInAsync("First");
        await using var third = await reviewer.OpenWindowAsync();
        await DeskForm.PublishAsync(third, Japanese);
        await EveryPageTests.LooksRightAsync(third, "published");

        await two.TypeAsync("title", Ukrainian);
        await Expect(reviewer.Page.GetByRole(AriaRole.Alertdialog)).ToBeVisibleAsync();
        await EveryPageTests.LooksRightAsync(reviewer, "with-a-choice");

        await editor.GoAsync("/history/JPN-2023-001");
        await editor.LeaveAsync(editor.Main.GetByRole(AriaRole.Link, new() { Name = "Restore this version" }));
        await one.Button("Hand in for review").ClickAsync();
        await editor.SeesAsync("Say why");
        await EveryPageTests.LooksRightAsync(editor, "with-an-error");
        Assert.Empty(editor.Troubles);
        Assert.Empty(reviewer.Troubles);
    }

    [Fact]
    public async Task The_grid_and_the_stale_pledges()
    {
        await using var editor = await desk.JoinAsync(AccountRole.Editor, "Gunda Grid");
        await editor.GoAsync("/edit/grid");
        await Expect(editor.Main.Locator("tbody tr")).ToHaveCountAsync(25);
        await EveryPageTests.LooksRightAsync(editor, "full");
        await editor.Main.Locator("summary").ClickAsync();
        foreach (var row in new[] { 0, 1 })
            await editor.Main.Locator("tbody tr").Nth(row).GetByRole(AriaRole.Checkbox).CheckAsync();
        await editor.Main.Locator("#bulk-hand-in, #bulk-preview").First.ClickAsync();
        await Expect(editor.Main.Locator("section.bulk h3")).ToHaveCountAsync(2);
        await editor.Main.Locator("tbody tr").First.Locator("button.cell").First.ClickAsync();
        await Expect(editor.Main.Locator(".cell-edit")).ToBeVisibleAsync();
        await EveryPageTests.LooksRightAsync(editor, "at-work");
        await editor.Page.Locator("#grid-text").FillAsync("qqqq");
        await editor.SeesAsync("No pledge matches");
        await EveryPageTests.LooksRightAsync(editor, "empty");

        await editor.GoAsync("/edit/stale");
        await editor.Main.GetByRole(AriaRole.Button, new() { Name = "Still true" }).First.ClickAsync();
        await Expect(editor.Main.Locator(".confirm")).ToBeVisibleAsync();
        await EveryPageTests.LooksRightAsync(editor, "confirming");
        Assert.Empty(editor.Troubles);
    }
}
