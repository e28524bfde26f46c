using System.Text.RegularExpressions;

namespace CoalitionTracker.BrowserTests.Questions;

/// <summary>An analyst's question to the page about money, answered by clicking only.</summary>
public class MoneyQuestionTests(Site site)
{
    private const string Announced = "4.5 billion dollars, of which about 1 billion new";

    [Fact]
    public async Task How_much_new_money_did_Japan_pledge_in_2024_and_why_do_two_announcements_not_make_9_billion()
    {
        await using var reader = await site.OpenAsync();
        await reader.ChooseInMenuAsync("Money");
        await Expect(reader.Page.GetByRole(AriaRole.Heading, new() { Level = 1 })).ToHaveTextAsync("Money pledged");
        await reader.TickAsync("Country", "Japan");

        // Over all years the 4.5 billion dollars count once.
        await reader.SeesAsync("of countable money graded A or B from 1 pledge;");
        await Expect(reader.Section("What is counted").Locator("tbody a.title")).ToHaveTextAsync([Announced]);

        var dates = reader.Main.GetByRole(AriaRole.Group, new() { Name = "Announced", Exact = true });
        await dates.GetByLabel("from").FillAsync("2024-01-01");
        await dates.GetByLabel("to").FillAsync("2024-12-31");
        await reader.Main.GetByRole(AriaRole.Button, new() { Name = "Apply" }).ClickAsync();

        await reader.SeesAsync("No countable money graded A or B matches; 1 pledge of money is left out");
        await Expect(reader.Page).ToHaveURLAsync(new Regex(@"/money\?from=2024-01-01&to=2024-12-31&country=JPN$"));
        var leftOut = reader.Section("What is left out, and why");
        await Expect(leftOut).ToContainTextAsync("The same sum was announced before.");
        await Expect(leftOut.Locator("td[data-label='Original']")).ToContainTextAsync("US$4.5 bn");
        await Expect(leftOut.Locator(".because")).ToHaveTextAsync(new Regex($@"^{Announced}\s6 Dec 2023$"));

        await reader.FollowAsync(Announced);
        await Expect(reader.Page).ToHaveURLAsync(new Regex("/pledges/JPN-2023-001$"));
        await Expect(reader.Page.GetByRole(AriaRole.Heading, new() { Level = 1 })).ToHaveTextAsync(Announced);
        await reader.SeesAsync("6 Dec 2023");
        Assert.Empty(reader.Troubles);
    }
}
