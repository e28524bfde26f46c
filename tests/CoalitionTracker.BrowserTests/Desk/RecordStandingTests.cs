using System.Text.RegularExpressions;
using CoalitionTracker.Data;

namespace CoalitionTracker.BrowserTests.Desk;

/// <summary>What readers see while a record is being changed, after it was found wrong, and after an older version was brought back.</summary>
public partial class RecordStandingTests(OwnDesk desk) : IClassFixture<OwnDesk>
{
    [Fact]
    public async Task Readers_see_the_published_text_until_the_new_one_is_published()
    {
        await using var editor = await desk.JoinAsync(AccountRole.Editor, "Edda Editor");
        await using var reviewer = await desk.JoinAsync(AccountRole.Reviewer, "Rosa Reviewer");
        await using var reader = await desk.ReaderAsync();
        var form = new DeskForm(editor);
        await form.OpenAsync("/edit/pledge/EST-2025-001");
        await form.TypeAsync("title", "Two companies, not one");
        await form.HandInAsync("A second company was named");

        await reader.GoAsync("/pledges/EST-2025-001");
        await Expect(Title(reader)).ToHaveTextAsync("A unit of company size");
        await reader.GoAsync("/search?q=Two+companies");
        await Expect(reader.Main).Not.ToContainTextAsync("Two companies, not one");
        Assert.Single(await VersionsAsync(reader, "EST-2025-001"));

        await DeskForm.PublishAsync(reviewer, "Two companies, not one");

        await reader.GoAsync("/pledges/EST-2025-001");
        await Expect(Title(reader)).ToHaveTextAsync("Two companies, not one");
        Assert.Equal(2, (await VersionsAsync(reader, "EST-2025-001")).Length);
    }

    [Fact]
    public async Task A_record_is_deprecated_with_its_reason_and_reinstated()
    {
        await using var editor = await desk.JoinAsync(AccountRole.Editor, "Dora Deprecates");
        await using var reviewer = await desk.JoinAsync(AccountRole.Reviewer, "Rasmus Reviewer");
        await using var reader = await desk.ReaderAsync();
        var form = new DeskForm(editor);

        await form.OpenAsync("/edit/pledge/FIN-2025-003");
        await form.UnfoldAsync("Standing");
        await form.ChooseAsync("state", "Deprecated");
        await form.TypeAsync("stateReason", "It repeats another record");
        await form.HandInAsync("Found twice");
        await DeskForm.PublishAsync(reviewer, "Help with security arrangements");

        await reader.GoAsync("/pledges/FIN-2025-003");
        await reader.SeesAsync("Deprecated. It repeats another record");
        await reader.GoAsync("/pledges?country=FIN");
        await Expect(reader.Main).Not.ToContainTextAsync("Help with security arrangements");

        await form.OpenAsync("/edit/pledge/FIN-2025-003");
        await form.UnfoldAsync("Standing");
        await form.ChooseAsync("state", "Published");
        await form.TypeAsync("stateReason", "");
        await form.HandInAsync("They are two after all");
        await DeskForm.PublishAsync(reviewer, "Help with security arrangements");

        await reader.GoAsync("/pledges/FIN-2025-003");
        await Expect(reader.Main).Not.ToContainTextAsync("Deprecated.");
        await reader.GoAsync("/pledges?country=FIN");
        await reader.SeesAsync("Help with security arrangements");
        Assert.Equal(3, (await VersionsAsync(reader, "FIN-2025-003")).Length);
        await reader.SeesAsync("Found twice");
        await reader.SeesAsync("They are two after all");
    }

    [Fact]
    public async Task An_older_version_is_restored_as_a_new_one()
    {
        await using var editor = await desk.JoinAsync(AccountRole.Editor, "Renate Restores");
        await using var reviewer = await desk.JoinAsync(AccountRole.Reviewer, "Ragnar Reviewer");
        await using var reader = await desk.ReaderAsync();
        await reader.GoAsync("/pledges/JPN-2024-001");
        var before = await Title(reader).InnerTextAsync();
        var form = new DeskForm(editor);
        await form.OpenAsync("/edit/pledge/JPN-2024-001");
        await form.TypeAsync("title", "A mistaken title");
        await form.HandInAsync("A hasty change");
        await DeskForm.PublishAsync(reviewer, "A mistaken title");
        var first = (await VersionsAsync(reader, "JPN-2024-001"))[^1];

        await editor.GoAsync("/history/JPN-2024-001");
        await editor.LeaveAsync(editor.Main.GetByRole(AriaRole.Link, new() { Name = "Restore this version" }));
        await Expect(Title(editor)).ToHaveTextAsync($"Restore {first.ToLowerInvariant()} of JPN-2024-001");
        await editor.SeesAsync("A mistaken title");
        await editor.SeesAsync(before);
        await form.Button("Hand in for review").ClickAsync();
        await editor.SeesAsync("Say why"); // a version without a reason would explain nothing
        await form.TypeAsync("reason", "The old title was right");
        await form.Button("Hand in for review").ClickAsync();
        await editor.SeesAsync("It is handed in");
        await DeskForm.PublishAsync(reviewer, before);

        await reader.GoAsync("/pledges/JPN-2024-001");
        await Expect(Title(reader)).ToHaveTextAsync(before);
        Assert.Equal(3, (await VersionsAsync(reader, "JPN-2024-001")).Length);
        foreach (var text in new[] { "A hasty change", "A mistaken title", "The old title was right", "Renate Restores", "Ragnar Reviewer" })
            await reader.SeesAsync(text);
    }

    private static ILocator Title(Reader reader) => reader.Page.GetByRole(AriaRole.Heading, new() { Level = 1 });

    /// <summary>"Version 12", the newest first.</summary>
    private static async Task<string[]> VersionsAsync(Reader reader, string code)
    {
        await reader.GoAsync($"/history/{code}");
        var headings = await reader.Main.GetByRole(AriaRole.Heading, new() { Level = 2 }).AllInnerTextsAsync();
        return [.. headings.Where(h => VersionHeading.IsMatch(h))];
    }

    [GeneratedRegex(@"^Version \d+$")]
    private static partial Regex VersionHeading { get; }

    [Fact]
    public async Task An_untouched_form_is_not_handed_in_and_the_refusal_comes_into_sight()
    {
        await using var editor = await desk.JoinAsync(AccountRole.Editor, "Una Untouched");
        var form = new DeskForm(editor);
        await form.OpenAsync("/edit/pledge/GBR-2026-001");

        await form.Button("Hand in for review").ClickAsync();

        await editor.SeesAsync("Nothing has been changed yet");
        await Expect(editor.Page.Locator(".problems-on-top")).ToBeFocusedAsync();
        Assert.Empty(editor.Troubles);
    }
}
