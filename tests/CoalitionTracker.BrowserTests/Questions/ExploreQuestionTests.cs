using System.Text.RegularExpressions;

namespace CoalitionTracker.BrowserTests.Questions;

/// <summary>An analyst's question to the page that counts by any two properties, answered by clicking only.</summary>
public class ExploreQuestionTests(Site site)
{
    [Fact]
    public async Task How_many_pledges_of_land_forces_are_declared_or_more_by_country_and_how_many_people_is_that()
    {
        await using var reader = await site.OpenAsync();
        await reader.ChooseInMenuAsync("Explore");
        await ChooseAsync(reader, "Columns", "How binding", "Number of pledges by country and how binding");
        await reader.TickAsync("Contribution", "Land forces");
        foreach (var level in new[] { "Declared", "Signed" }) // nothing is ratified, and what would find nothing is not offered
            await reader.TickAsync("How binding", level);

        await Expect(reader.Main.Locator("#explore-table thead th")).ToHaveTextAsync(["Country", "Declared", "Signed", "Total"]);
        await Expect(Row(reader, "Estonia").Locator("td")).ToHaveTextAsync(["1", "", "1"]);
        await Expect(Row(reader, "United Kingdom").Locator("td")).ToHaveTextAsync(["1", "1", "2"]);
        await ChooseAsync(reader, "Measure", "People, from–to", "People by country and how binding");
        await Expect(Row(reader, "Estonia").Locator("td.total")).ToHaveTextAsync("50–250");

        await ChooseAsync(reader, "Measure", "Number of pledges", "Number of pledges by country and how binding");
        await reader.LeaveAsync(Row(reader, "United Kingdom").Locator("td.total a"));

        await Expect(reader.Page).ToHaveURLAsync(new Regex("country=GBR&validity=stands#behind$"));
        await Expect(reader.Main.Locator(".found")).ToHaveTextAsync("2 pledges");
        await Expect(reader.Main.Locator("#behind tbody tr")).ToHaveCountAsync(2);
        await reader.FollowAsync("Multinational forces in Ukraine after a ceasefire");
        await Expect(reader.Page).ToHaveURLAsync(new Regex("/pledges/MULTI-2026-002$"));
        Assert.Empty(reader.Troubles);
    }

    private static async Task ChooseAsync(Reader reader, string field, string option, string heading)
    {
        await reader.UnfoldFiltersAsync();
        await reader.Main.GetByLabel(field, new() { Exact = true }).SelectOptionAsync(new SelectOptionValue { Label = option });
        await Expect(reader.Page.GetByRole(AriaRole.Heading, new() { Level = 1 })).ToHaveTextAsync(heading);
    }

    private static ILocator Row(Reader reader, string country) =>
        reader
            .Main.Locator("#explore-table tbody tr")
            .Filter(new() { Has = reader.Page.GetByRole(AriaRole.Rowheader, new() { Name = country, Exact = true }) });
}
