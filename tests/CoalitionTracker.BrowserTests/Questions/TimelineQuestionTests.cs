using System.Text.RegularExpressions;

namespace CoalitionTracker.BrowserTests.Questions;

/// <summary>An analyst's question to the timeline, answered by clicking only.</summary>
public class TimelineQuestionTests(Site site)
{
    [Fact]
    public async Task What_did_Japan_do_between_January_and_June_2024_and_in_which_order()
    {
        await using var reader = await site.OpenAsync();
        await reader.Page.GetByRole(AriaRole.Navigation, new() { Name = "Main" }).GetByText("Timeline").ClickAsync();
        await reader.SeesAsync("cannot be placed");

        await reader.Main.GetByRole(AriaRole.Group, new() { Name = "Country" }).GetByRole(AriaRole.Checkbox, new() { Name = "Japan" }).CheckAsync();
        await Expect(reader.Page.GetByRole(AriaRole.Heading, new() { Level = 1 })).ToHaveTextAsync("Timeline: Japan");
        await reader.Main.GetByLabel("Order").SelectOptionAsync(new SelectOptionValue { Label = "Date: oldest first" });
        // The address changes before the page: what is typed in between is lost when the page comes.
        await Expect(reader.Main.GetByRole(AriaRole.Link, new() { Name = "CSV" })).ToHaveAttributeAsync("href", new Regex("sort=on"));
        await reader.Main.GetByLabel("from", new() { Exact = true }).FillAsync("2024-01-01");
        await reader.Main.GetByLabel("to", new() { Exact = true }).FillAsync("2024-06-30");
        await reader.Main.GetByRole(AriaRole.Button, new() { Name = "Apply" }).ClickAsync();
        await Expect(reader.Page).ToHaveURLAsync(new Regex("from=2024-01-01&to=2024-06-30"));

        await reader.SeesAsync("3 entries of 13 Jun 2024: 1 step of an agreement, 1 statement, 1 change of level.");
        await Expect(reader.Main.GetByRole(AriaRole.Heading, new() { Name = "13 Jun 2024" })).ToBeVisibleAsync();
        var entries = (await reader.Main.Locator(".entry .what").AllInnerTextsAsync()).Select(Reader.InOneLine).ToList();
        Assert.Equal(3, entries.Count);
        Assert.StartsWith("Accord on Support for Ukraine and Cooperation between Japan and Ukraine", entries[0], StringComparison.Ordinal);
        Assert.EndsWith("Signed", entries[0], StringComparison.Ordinal);
        Assert.Equal("4.5 billion dollars in defence assistance over ten years Signed", entries[2]);

        await reader.FollowAsync("4.5 billion dollars in defence assistance over ten years");
        await Expect(reader.Page).ToHaveURLAsync(new Regex("/pledges/JPN-2024-001$"));
        Assert.Empty(reader.Troubles);
    }
}
