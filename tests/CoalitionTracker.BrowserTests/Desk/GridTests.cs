using System.Globalization;
using System.Text.RegularExpressions;
using CoalitionTracker.Data;

namespace CoalitionTracker.BrowserTests.Desk;

/// <summary>Many pledges at once: the grid, and what has grown stale.</summary>
public class GridTests(OwnDesk desk) : IClassFixture<OwnDesk>
{
    /// <summary>In a script.</summary>
    private const string CountryCells = "[...document.querySelectorAll(`main tbody td[data-label='Country']`)]";

    [Fact]
    public async Task The_grid_is_filtered_sorted_and_given_another_column()
    {
        await using var editor = await desk.JoinAsync(AccountRole.Editor, "Greta Grid");
        await OpenAsync(editor);

        await NarrowToJapanAsync(editor);
        var all = await Cells(editor, "Country").CountAsync();
        await editor.Page.Locator("#grid-text").FillAsync("dollars");
        await editor.Page.WaitForFunctionAsync($"all => {CountryCells}.length > 0 && {CountryCells}.length < all", all);

        await editor.Page.Locator("#grid-text").FillAsync("");
        await Expect(Rows(editor)).ToHaveCountAsync(all);
        var head = editor.Page.GetByRole(AriaRole.Columnheader).Filter(new() { HasText = "Announced" });
        await head.GetByText("Announced").ClickAsync();
        await Expect(head).ToHaveAttributeAsync("aria-sort", "ascending");
        var oldest = Rows(editor).First.Filter(new() { HasText = "JPN-2022-001" });
        await Expect(oldest).ToHaveCountAsync(1);
        await head.GetByText("Announced").ClickAsync();
        await Expect(head).ToHaveAttributeAsync("aria-sort", "descending");
        await Expect(oldest).ToHaveCountAsync(0);

        await Expect(editor.Page.GetByRole(AriaRole.Columnheader).Filter(new() { HasText = "Delivered" })).ToHaveCountAsync(0);
        await editor.Main.Locator("summary").Filter(new() { HasText = "Columns" }).ClickAsync();
        await editor.Main.GetByLabel("Delivered", new() { Exact = true }).CheckAsync();
        await Expect(Cells(editor, "Delivered")).ToHaveCountAsync(all);
        await editor.Main.GetByLabel("Grade", new() { Exact = true }).UncheckAsync();
        await Expect(Cells(editor, "Grade")).ToHaveCountAsync(0);
        Assert.Empty(editor.Troubles);
    }

    [Fact]
    public async Task A_cell_is_corrected_where_it_stands()
    {
        await using var editor = await desk.JoinAsync(AccountRole.Editor, "Cecil Cell");
        await using var reviewer = await desk.JoinAsync(AccountRole.Reviewer, "Ruben Reviewer");
        await OpenAsync(editor);
        await editor.Page.Locator("#grid-text").FillAsync("A unit of company size");
        await Expect(Rows(editor)).ToHaveCountAsync(1);

        await Rows(editor).GetByRole(AriaRole.Button, new() { Name = "Where: Inside Ukraine. Correct" }).ClickAsync();
        await DeskForm.ChooseInAsync(Rows(editor).GetByRole(AriaRole.Combobox, new() { Name = "Where" }), "Neighbouring territory");
        await Rows(editor).GetByRole(AriaRole.Button, new() { Name = "Hand in" }).ClickAsync();
        await Expect(Rows(editor)).ToContainTextAsync("Say why");
        await Rows(editor).GetByLabel("Why?").FillAsync("The force would stand outside");
        await Rows(editor).GetByRole(AriaRole.Button, new() { Name = "Hand in" }).ClickAsync();
        await editor.SeesAsync("EST-2025-001, Where: handed in for review.");
        await Expect(editor.Main.GetByRole(AriaRole.Checkbox, new() { Checked = true })).ToHaveCountAsync(0); // correcting a row does not choose it

        await DeskForm.PublishAsync(reviewer, "A unit of company size");
        await using var reader = await desk.ReaderAsync();
        await reader.GoAsync("/pledges/EST-2025-001");
        await reader.SeesAsync("Neighbouring territory");
        Assert.Empty(editor.Troubles);
    }

    [Fact]
    public async Task One_field_is_set_on_two_chosen_rows_after_a_look_and_both_are_published_from_the_inbox()
    {
        await using var editor = await desk.JoinAsync(AccountRole.Editor, "Berta Bulk");
        await using var reviewer = await desk.JoinAsync(AccountRole.Reviewer, "Rufus Reviewer");
        await OpenAsync(editor);
        await NarrowToJapanAsync(editor);
        var bulk = editor.Main.GetByRole(AriaRole.Region, new() { Name = "Set a field on all chosen" });
        await Rows(editor).Filter(new() { HasText = "JPN-2023-001" }).GetByRole(AriaRole.Checkbox).CheckAsync();
        await DeskForm.ChooseInAsync(bulk.GetByLabel("New value"), "Elsewhere");
        await bulk.GetByLabel("Why?").FillAsync("One reason for both");
        await Rows(editor).Filter(new() { HasText = "JPN-2024-001" }).GetByRole(AriaRole.Checkbox).CheckAsync();
        await Expect(bulk).ToContainTextAsync("Set one field on 2 pledges");
        await Expect(bulk.GetByLabel("Why?")).ToHaveValueAsync("One reason for both"); // what was typed survives choosing another

        await bulk.GetByRole(AriaRole.Button, new() { Name = "Preview" }).ClickAsync();
        await Expect(bulk.GetByRole(AriaRole.Heading, new() { Level = 3 })).ToHaveCountAsync(2);
        await DeskForm.ChooseInAsync(bulk.GetByLabel("New value"), "Neighbouring territory");
        var handIn = bulk.GetByRole(AriaRole.Button, new() { Name = "Hand in" });
        await Expect(handIn).ToBeDisabledAsync(); // nobody has looked at this one
        await bulk.GetByRole(AriaRole.Button, new() { Name = "Preview" }).ClickAsync();
        await Expect(bulk).ToContainTextAsync("Neighbouring territory");
        await handIn.ClickAsync();
        await editor.SeesAsync("2 changes were handed in: Where.");

        await reviewer.GoAsync("/edit");
        var waiting = reviewer.Section("Waits for your review");
        var both = waiting.GetByRole(AriaRole.Listitem).Filter(new() { HasText = "One reason for both" });
        await Expect(both).ToHaveCountAsync(2);
        foreach (var change in await both.AllAsync())
            await change.GetByRole(AriaRole.Checkbox).CheckAsync();
        await waiting.GetByRole(AriaRole.Button, new() { Name = "Publish the 2 chosen" }).ClickAsync();
        await reviewer.SeesAsync("JPN-2024-001 is public.");
        await reviewer.SeesAsync("JPN-2023-001 is public.");

        await using var reader = await desk.ReaderAsync();
        foreach (var code in new[] { "JPN-2023-001", "JPN-2024-001" })
        {
            await reader.GoAsync($"/pledges/{code}");
            await reader.SeesAsync("Neighbouring territory");
            await reader.SeesAsync("One reason for both");
        }
        Assert.Empty(editor.Troubles);
        Assert.Empty(reviewer.Troubles);
    }

    [Fact]
    public async Task A_stale_pledge_is_confirmed_in_two_clicks()
    {
        await using var editor = await desk.JoinAsync(AccountRole.Editor, "Stella Stale");
        await using var reviewer = await desk.JoinAsync(AccountRole.Reviewer, "Rana Reviewer");
        var (before, day) = (await StaleAsync(editor), Day());
        var pledge = editor.Main.Locator("ul.inbox > li").First;
        var code = await pledge.Locator(".code").First.InnerTextAsync();
        var title = await pledge.GetByRole(AriaRole.Link).First.InnerTextAsync();

        await pledge.GetByRole(AriaRole.Button, new() { Name = "Still true" }).ClickAsync();
        await pledge.GetByRole(AriaRole.Button, new() { Name = "Confirm: still true" }).ClickAsync();

        await Expect(pledge).ToContainTextAsync("Handed in: it counts from today");
        await DeskForm.PublishAsync(reviewer, title);
        await using var reader = await desk.ReaderAsync();
        await reader.GoAsync($"/pledges/{code}");
        await Expect(reader.Main).ToContainTextAsync(new Regex($@"Last confirmed\s*({day}|{Day()})"));
        await reader.SeesAsync("Confirmed: still true, by ");
        var after = await StaleAsync(editor);
        if (day == Day()) // else others have grown stale meanwhile
            Assert.Equal(before - 1, after);
        await Expect(editor.Main.Locator("ul.inbox > li").Filter(new() { HasText = code })).ToHaveCountAsync(0);
    }

    /// <summary>Of the program: in UTC.</summary>
    private static string Day() => DateTime.UtcNow.ToString("d MMM yyyy", CultureInfo.InvariantCulture);

    /// <summary>How many pledges the desk says are stale.</summary>
    private static async Task<int> StaleAsync(Reader editor)
    {
        await editor.GoAsync("/edit/stale");
        var said = await editor.Main.Locator("p.lead").InnerTextAsync();
        return int.Parse(said.Split(' ')[0], NumberStyles.AllowThousands, CultureInfo.InvariantCulture);
    }

    private static async Task OpenAsync(Reader editor)
    {
        await editor.GoAsync("/edit/grid");
        await Expect(Rows(editor)).ToHaveCountAsync(25);
    }

    /// <summary>Until there are rows, and all are Japan's: while it looks, the grid may have none.</summary>
    private static async Task NarrowToJapanAsync(Reader editor)
    {
        await DeskForm.ChooseInAsync(editor.Page.Locator("#grid-country"), "Japan");
        await editor.Page.WaitForFunctionAsync($"() => {CountryCells}.length > 0 && {CountryCells}.every(cell => cell.textContent.includes('JPN'))");
    }

    private static ILocator Rows(Reader editor) => editor.Main.Locator("tbody tr");

    private static ILocator Cells(Reader editor, string column) => Rows(editor).Locator($"td[data-label='{column}']");
}
