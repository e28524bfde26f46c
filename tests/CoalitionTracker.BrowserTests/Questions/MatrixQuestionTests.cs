using System.Text.RegularExpressions;

namespace CoalitionTracker.BrowserTests.Questions;

/// <summary>An analyst's question to the matrix, answered by clicking only.</summary>
public class MatrixQuestionTests(Site site)
{
    private static readonly string[] Expected = ["Italy", "Japan", "Luxembourg", "Poland", "Romania"];

    [Fact]
    public async Task Which_participants_ruled_out_land_forces_but_pledged_something_else_on_5_September_2025()
    {
        await using var reader = await site.OpenAsync();
        await reader.ChooseInMenuAsync("Matrix");
        await reader.SeesAsync("Who pledges what");

        var day = reader.Main.GetByRole(AriaRole.Group, new() { Name = "As of which day" });
        await day.GetByLabel("As of").FillAsync("2025-09-05");
        await day.GetByRole(AriaRole.Button, new() { Name = "Show" }).ClickAsync();
        await reader.SeesAsync("The record as of 5 Sep 2025");
        await reader.TickAsync("Role in the coalition", "Participant");
        await reader.TickAsync("Rules out", "Land forces");
        await reader.TickAsync("Pledges", "Anything");
        await Expect(reader.Main.Locator("details.filters form")).ToBeVisibleAsync(); // and stays so, for the next

        await reader.SeesAsync(
            "Of the 5 shown, 0 declare land forces or more, 0 discuss them, and 5 rule them out; 5 of those pledge something else."
        );
        await Expect(reader.Main.Locator("#matrix th.country a")).ToHaveTextAsync(Expected);

        await reader.LeaveAsync(reader.Main.GetByTitle("Italy, land forces: ruled out"));
        await Expect(reader.Page).ToHaveURLAsync(new Regex(@"/pledges\?country=ITA&contribution=land-forces&to=2025-09-05$"));
        await Expect(reader.Main.Locator(".found")).ToHaveTextAsync("1 pledge");
        await reader.FollowAsync("Soldiers in Ukraine ruled out");

        await Expect(reader.Page).ToHaveURLAsync(new Regex("/pledges/ITA-2025-001$"));
        await Expect(reader.Section("Evidence").GetByRole(AriaRole.Link).First).ToBeVisibleAsync();
        Assert.Empty(reader.Troubles);
    }
}
