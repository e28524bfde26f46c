using CoalitionTracker.Data;

namespace CoalitionTracker.BrowserTests.Desk;

/// <summary>Two people, or one in two windows, at the same record: whoever is second sees the other's changes and chooses.</summary>
public class TwoAtOnceTests(OwnDesk desk) : IClassFixture<OwnDesk>
{
    [Fact]
    public async Task The_second_editor_chooses_field_by_field_and_both_changes_become_public()
    {
        await using var first = await desk.JoinAsync(AccountRole.Editor, "Fiona First");
        await using var second = await desk.JoinAsync(AccountRole.Editor, "Sven Second");
        await using var reviewer = await desk.JoinAsync(AccountRole.Reviewer, "Rita Reviewer");
        var (one, two) = (new DeskForm(first), new DeskForm(second));
        await one.OpenAsync("/edit/pledge/JPN-2024-001");
        await two.OpenAsync("/edit/pledge/JPN-2024-001");

        await ChangeAsync(one, title: "First's title", summary: "First's summary.");
        await one.UnfoldAsync("Remark");
        await one.TypeAsync("note", "First's remark.");
        await one.HandInAsync("First's reason");
        await DeskForm.PublishAsync(reviewer, "First's title");

        await using (await desk.HoldSavesAsync()) // else a slow machine would show the choice after the first of two fields
            await ChangeAsync(two, title: "Second's title", summary: "Second's summary.");
        var choice = second.Page.GetByRole(AriaRole.Alertdialog);
        await Expect(choice).ToContainTextAsync("Fiona First has changed this record while you worked on it");
        await Expect(choice).ToContainTextAsync("First's reason");
        await Expect(choice).ToContainTextAsync("Taken over from there, as you did not touch it: Remark for readers.");
        var go = two.Button("Go on with what I chose");
        await Expect(go).ToBeDisabledAsync();
        await ChooseAsync(choice, "In one line", "Theirs First's title");
        await Expect(go).ToBeDisabledAsync();
        await ChooseAsync(choice, "What exactly was said", "Yours Second's summary.");
        await go.ClickAsync();

        await Expect(choice).ToBeHiddenAsync();
        await Expect(two.Field("title")).ToHaveValueAsync("First's title");
        await Expect(two.Field("summary")).ToHaveValueAsync("Second's summary.");
        await two.HandInAsync("Second's reason");
        await DeskForm.PublishAsync(reviewer, "First's title");

        await using var reader = await desk.ReaderAsync();
        await reader.GoAsync("/pledges/JPN-2024-001");
        foreach (var text in new[] { "First's title", "Second's summary.", "First's remark." })
            await reader.SeesAsync(text);
        await reader.GoAsync("/history/JPN-2024-001");
        foreach (var text in new[] { "Fiona First", "First's reason", "First's summary.", "Sven Second", "Second's reason", "Second's summary." })
            await reader.SeesAsync(text);
    }

    [Fact]
    public async Task A_draft_that_was_handed_in_before_the_other_was_published_comes_back_to_be_brought_together()
    {
        await using var first = await desk.JoinAsync(AccountRole.Editor, "Frank Faster");
        await using var second = await desk.JoinAsync(AccountRole.Editor, "Sonja Slower");
        await using var reviewer = await desk.JoinAsync(AccountRole.Reviewer, "Rune Reviewer");
        var (one, two) = (new DeskForm(first), new DeskForm(second));
        await one.OpenAsync("/edit/pledge/JPN-2023-001");
        await two.OpenAsync("/edit/pledge/JPN-2023-001");
        await one.TypeAsync("title", "Faster's title");
        await one.HandInAsync("Faster's reason");
        await two.TypeAsync("title", "Slower's title");
        await two.HandInAsync("Slower's reason");
        await DeskForm.PublishAsync(reviewer, "Faster's title");

        await DeskForm.OpenReviewAsync(reviewer, "Slower's title");
        await reviewer.Page.Locator("#publish").ClickAsync();
        await reviewer.SeesAsync("It went back to Sonja Slower");

        await second.GoAsync("/edit");
        await second.Section("Came back to you").GetByRole(AriaRole.Link, new() { Name = "Slower's title" }).ClickAsync();
        await Expect(second.Page.GetByRole(AriaRole.Alertdialog)).ToContainTextAsync("Frank Faster has changed this record");
        await using var reader = await desk.ReaderAsync();
        await reader.GoAsync("/pledges/JPN-2023-001");
        await reader.SeesAsync("Faster's title");
    }

    [Fact]
    public async Task One_editor_in_two_windows_is_told_and_chooses_which_one_stays()
    {
        await using var editor = await desk.JoinAsync(AccountRole.Editor, "Wanda Windows");
        await using var other = await editor.OpenWindowAsync();
        var (here, there) = (new DeskForm(editor), new DeskForm(other));
        await here.OpenAsync("/edit/pledge/EST-2025-001");
        await there.OpenAsync("/edit/pledge/EST-2025-001");

        await here.TypeAsync("title", "Of this window");
        await Expect(here.SaveState).ToContainTextAsync("Draft saved at");
        await there.TypeAsync("title", "Of the other window");
        await Expect(there.SaveState).ToContainTextAsync("another window");
        Assert.DoesNotContain(await desk.DraftsAsync(), d => d.Contains("Of the other window", StringComparison.Ordinal));

        await there.Button("Show the newer one here").ClickAsync();
        await Expect(there.Field("title")).ToHaveValueAsync("Of this window");
        await there.SaveWithAsync(desk, "title", "Changed in the other");

        await here.TypeAsync("title", "And yet this one");
        await Expect(here.SaveState).ToContainTextAsync("another window");
        await here.Button("Keep what this window has").ClickAsync();
        await desk.WaitUntilStoredAsync("And yet this one");
        await Expect(here.Field("title")).ToHaveValueAsync("And yet this one");
    }

    private static async Task ChangeAsync(DeskForm form, string title, string summary)
    {
        await form.TypeAsync("title", title);
        await form.TypeAsync("summary", summary);
    }

    private static Task ChooseAsync(ILocator choice, string field, string side) =>
        choice.GetByRole(AriaRole.Group, new() { Name = field }).GetByLabel(side).CheckAsync();
}
