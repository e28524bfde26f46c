using System.Text.RegularExpressions;

namespace CoalitionTracker.BrowserTests.Questions;

/// <summary>A reader's question, answered from the home page by clicking: what waits for nothing but a ceasefire?</summary>
public class CeasefireQuestionTests(Site site)
{
    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Which_pledges_wait_for_nothing_but_a_ceasefire_and_which_open_once_parliaments_agree(bool scripts)
    {
        await using var reader = await site.OpenAsync(new ReaderSettings(Scripts: scripts));
        await reader.LeaveAsync(reader.Main.GetByRole(AriaRole.Link, new() { NameRegex = new Regex("pledges wait for nothing else") }));
        await reader.SeesAsync("would wait for nothing else");

        var opens = await CodesAsync(reader, "#opens");
        Assert.Contains("FRA-2026-001", opens);
        Assert.DoesNotContain("MULTI-2026-002", opens);

        var parliament = reader.Page.GetByRole(AriaRole.Navigation, new() { Name = "What is assumed to be met" }).GetByText("Parliament");
        await reader.LeaveAsync(parliament);
        await reader.SeesAsync("and this condition was met as well (parliament)");
        await Expect(reader.Page).ToHaveURLAsync(new Regex(@"/ceasefire\?met=parliament$"));

        var more = await CodesAsync(reader, "#opens");
        Assert.Subset(more.ToHashSet(), opens.ToHashSet());
        Assert.Contains("MULTI-2026-002", more);
        Assert.Contains("EST-2025-001", await CodesAsync(reader, "#assumed")); // waits for its parliament, not for a ceasefire
        Assert.Empty(reader.Troubles);
    }

    [Fact]
    public async Task On_a_phone_every_number_by_contribution_is_in_sight()
    {
        await using var reader = await site.ReaderAsync(new ReaderSettings(Width: 360));
        await reader.GoAsync("/ceasefire");

        foreach (var number in await reader.Main.Locator("#by-contribution td a").AllAsync())
        {
            var box = (await number.BoundingBoxAsync())!;
            Assert.InRange(box.X + box.Width, 0, 360);
        }
        Assert.Empty(reader.Troubles);
    }

    private static async Task<IReadOnlyList<string>> CodesAsync(Reader reader, string part) =>
        await reader.Main.Locator($"{part} td .code").AllInnerTextsAsync();
}
