using System.Text.RegularExpressions;
using CoalitionTracker.Data;

namespace CoalitionTracker.BrowserTests.Desk;

/// <summary>Many pledges at once: the grid, and what has grown stale.</summary>
public partial class GridTests(OwnDesk desk) : IClassFixture<OwnDesk>
{
    [Fact]
    public async Task The_grid_is_filtered_sorted_and_given_another_column()
    {
        await using var editor = await desk.JoinAsync(AccountRole.Editor, "Greta Grid");
        var form = new DeskForm(editor);
        await OpenAsync(editor);

        await form.ChooseInAsync(editor.Page.Locator("#grid-country"), "Japan");
        await Expect(Cells(editor, "Country").Filter(new() { HasNotText = "JPN" })).ToHaveCountAsync(0);
        var all = await Cells(editor, "Country").CountAsync();
        await editor.Page.Locator("#grid-text").FillAsync("dollars");
        await Expect(Rows(editor)).Not.ToHaveCountAsync(all);
        Assert.NotEqual(0, await Rows(editor).CountAsync());

        await editor.Page.Locator("#grid-text").FillAsync("");
        await Expect(Rows(editor)).ToHaveCountAsync(all);
        var head = editor.Page.GetByRole(AriaRole.Columnheader).Filter(new() { HasText = "Announced" });
        await head.GetByText("Announced").ClickAsync();
        await Expect(head).ToHaveAttributeAsync("aria-sort", "ascending");
        var dates = await Cells(editor, "Announced").AllInnerTextsAsync();
        await head.GetByText("Announced").ClickAsync();
        await Expect(head).ToHaveAttributeAsync("aria-sort", "descending");
        await Expect(Cells(editor, "Announced").First).Not.ToHaveTextAsync(dates[0]);

        await Expect(editor.Page.GetByRole(AriaRole.Columnheader).Filter(new() { HasText = "Delivered" })).ToHaveCountAsync(0);
        File.WriteAllText("/tmp/grid.html", await editor.Page.ContentAsync());
        await editor.Page.ScreenshotAsync(new() { Path = "/tmp/grid.png" });
    }

    private static async Task OpenAsync(Reader editor)
    {
        await editor.GoAsync("/edit/grid");
        await Expect(Rows(editor)).ToHaveCountAsync(25);
    }

    private static ILocator Rows(Reader editor) => editor.Main.Locator("tbody tr");

    private static ILocator Cells(Reader editor, string column) => Rows(editor).Locator($"td[data-label='{column}']");
}
