using System.Text.RegularExpressions;

namespace CoalitionTracker.BrowserTests.Questions;

/// <summary>An analyst's question to the matrix, answered by clicking only.</summary>
public class MatrixQuestionTests(Site site)
{
    private static readonly string[] Expected = ["Japan", "Poland", "Romania"];

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
        await reader.TickAsync("Declared or more", "Anything");
        await Expect(reader.Main.Locator("details.filters form")).ToBeVisibleAsync(); // and stays so, for the next

        await reader.SeesAsync(
            "Of the 3 states shown, 0 declare land forces or more, 0 discuss them, and 3 rule them out; 3 of those pledge something else (declared or more)."
        );
        await Expect(reader.Main.Locator("#matrix th.country a")).ToHaveTextAsync(Expected);

        await reader.LeaveAsync(reader.Main.GetByTitle("Japan, land forces: ruled out"));
        await Expect(reader.Page).ToHaveURLAsync(new Regex(@"/pledges\?country=JPN&contribution=land-forces&asOf=2025-09-05$"));
        await Expect(reader.Main.Locator(".found").First).ToHaveTextAsync("1 refusal");
        await reader.FollowAsync("Sending the Self-Defense Forces not considered");

        await Expect(reader.Page).ToHaveURLAsync(new Regex(@"/pledges/JPN-2025-002\?asOf=2025-09-05$"));
        await Expect(reader.Section("Evidence").GetByRole(AriaRole.Link).First).ToBeVisibleAsync();
        Assert.Empty(reader.Troubles);
    }
}
