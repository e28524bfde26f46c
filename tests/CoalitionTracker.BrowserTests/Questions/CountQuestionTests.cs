namespace CoalitionTracker.BrowserTests.Questions;

/// <summary>An analyst asks: what exactly makes 26?</summary>
public class CountQuestionTests(Site site)
{
    [Fact]
    public async Task A_number_in_the_table_unfolds_its_explanation_on_the_same_page()
    {
        await using var reader = await site.ReaderAsync();
        await reader.GoAsync("/counts?sort=value");

        await reader.Main.Locator("#counts-table a.number").GetByText("26", new() { Exact = true }).First.ClickAsync();

        await Expect(reader.Page).ToHaveURLAsync(new System.Text.RegularExpressions.Regex(@"/counts\?sort=value#CNT-\d{4}-\d{3}$"));
        await Expect(reader.Main.Locator("dl.count-facts:target")).ToBeVisibleAsync();
        Assert.Empty(reader.Troubles);
    }

    [Fact]
    public async Task What_exactly_makes_26_is_found_from_the_home_page_in_one_click()
    {
        await using var reader = await site.OpenAsync();

        await reader.Section("How many countries?").GetByRole(AriaRole.Link, new() { Name = "26", Exact = true }).ClickAsync();

        await Expect(reader.Page).ToHaveURLAsync(new System.Text.RegularExpressions.Regex("/counts#CNT-2025-013$"));
        var facts = reader.Main.Locator("#CNT-2025-013");
        await Expect(facts).ToBeVisibleAsync(); // unfolded by its address
        await Expect(facts).ToContainTextAsync("Nobody: the source gives a number without a list.");
        await Expect(facts).ToContainTextAsync("Estonia");
        await Expect(facts.GetByRole(AriaRole.Link, new() { Name = "Report on the Paris meeting of 4 September 2025" }).First).ToBeVisibleAsync();

        await facts.GetByRole(AriaRole.Link, new() { Name = "What it rests on" }).ClickAsync();

        await reader.SeesAsync("The record as of 4 Sep 2025");
        await Expect(reader.Main.GetByRole(AriaRole.Rowheader, new() { Name = "Estonia" })).ToBeVisibleAsync();
        Assert.Empty(reader.Troubles);
    }
}
