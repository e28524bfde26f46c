namespace CoalitionTracker.BrowserTests.Questions;

/// <summary>A reader asks: where does the coalition stand today, and who refuses land forces?</summary>
public class HomeQuestionTests(Site site)
{
    [Theory]
    [InlineData("Signed")]
    [InlineData("Declared")]
    [InlineData("Under discussion")]
    [InlineData("Ruled out")]
    public async Task Every_figure_on_land_forces_leads_to_as_many_countries_and_to_the_same_ones(string level)
    {
        await using var reader = await site.OpenAsync();
        var group = reader
            .Section("Who would send soldiers?")
            .GetByRole(AriaRole.Row)
            .Filter(new() { Has = reader.Page.GetByRole(AriaRole.Rowheader, new() { Name = level }) });
        var figure = group.GetByRole(AriaRole.Rowheader).GetByRole(AriaRole.Link);
        var count = await figure.InnerTextAsync();
        var named = await group.Locator("td a").AllInnerTextsAsync();
        Assert.Equal(count, $"{named.Count}");

        await reader.LeaveAsync(figure);

        await Expect(reader.Main.Locator(".found")).ToHaveTextAsync($"{count} countries and organisations");
        await Expect(reader.Main.Locator("tbody tr")).ToHaveCountAsync(named.Count);
        var listed = await reader.Main.Locator("tbody td.main > a").AllInnerTextsAsync();
        Assert.Equal(named.Select(Reader.InOneLine).Order(), listed.Select(Reader.InOneLine).Order());
        Assert.Empty(reader.Troubles);
    }

    [Fact]
    public async Task Who_refuses_and_in_which_words_is_two_clicks_away()
    {
        await using var reader = await site.OpenAsync();
        var stances = reader.Section("Who would send soldiers?");

        await reader.LeaveAsync(stances.GetByRole(AriaRole.Link, new() { Name = "Ruled out" }));
        await reader.FollowAsync("Japan");
        await reader.SeesAsync("Sending the Self-Defense Forces not considered");
        await reader.FollowAsync("Sending the Self-Defense Forces not considered");

        await Expect(reader.Section("Evidence").GetByRole(AriaRole.Link).First).ToBeVisibleAsync();
        Assert.Empty(reader.Troubles);
    }
}
