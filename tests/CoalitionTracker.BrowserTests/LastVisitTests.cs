namespace CoalitionTracker.BrowserTests;

/// <summary>What changed since the reader was last here: only their own browser remembers it.</summary>
public sealed class LastVisitTests(Site site)
{
    private const string Place = "[data-last-visit]";

    [Fact]
    public async Task A_first_visit_says_nothing_and_the_next_that_nothing_changed()
    {
        await using var reader = await site.ReaderAsync();
        await reader.GoAsync("/changes");
        await Expect(reader.Page.Locator(Place)).ToBeHiddenAsync();

        await using var later = await reader.OpenWindowAsync(); // another session of the same browser
        await later.GoAsync("/changes");

        await Expect(later.Page.Locator(Place)).ToContainTextAsync("Nothing changed since your last visit (");
        Assert.Equal(0, await later.Page.Locator($"{Place} a").CountAsync());
        Assert.Empty(later.Troubles);
    }

    [Fact]
    public async Task What_has_come_since_is_a_link_for_the_whole_visit()
    {
        await using var reader = await site.ReaderAsync();
        var seen = site.Version - 1;
        await reader.GoAsync("/method");
        await RememberAsync(reader, $$"""{"version":{{seen}},"day":"12 Nov 2026"}""");
        await reader.GoAsync("/pledges");
        await reader.GoAsync("/changes");

        var link = reader.Page.Locator($"{Place} a");
        await Expect(link).ToHaveTextAsync("Since your last visit (12 Nov 2026): see what changed");
        await link.ClickAsync();

        await reader.SeesAsync($"since version {seen}");
        await Expect(link).ToHaveAttributeAsync("href", $"/changes?since={seen}"); // the page was changed without being left
        await Expect(reader.Page).ToHaveURLAsync(new Uri(site.Address, $"/changes?since={seen}").ToString());
        Assert.Empty(reader.Troubles);
    }

    [Theory]
    [InlineData("nonsense")]
    [InlineData("{\"version\":99999999,\"day\":\"12 Nov 2026\"}")] // of another store
    public async Task A_memory_that_makes_no_sense_is_forgotten(string memory)
    {
        await using var reader = await site.ReaderAsync();
        await reader.GoAsync("/method");
        await RememberAsync(reader, memory);

        await reader.GoAsync("/changes");

        await Expect(reader.Page.Locator(Place)).ToBeHiddenAsync();
        var remembered = await reader.Page.EvaluateAsync<string>("localStorage.getItem('last-visit')");
        Assert.StartsWith($$"""{"version":{{site.Version}},""", remembered, StringComparison.Ordinal);
        Assert.Empty(reader.Troubles);
    }

    [Fact]
    public async Task Nothing_on_the_page_moves_when_it_is_filled_in()
    {
        await using var reader = await site.ReaderAsync();
        await reader.GoAsync("/changes");
        var before = await reader.Page.EvaluateAsync<double>("document.querySelector('form.compare').getBoundingClientRect().top");
        await RememberAsync(reader, $$"""{"version":{{site.Version - 1}},"day":"12 Nov 2026"}""");

        await reader.GoAsync("/changes");
        await Expect(reader.Page.Locator(Place)).ToBeVisibleAsync();

        Assert.Equal(before, await reader.Page.EvaluateAsync<double>("document.querySelector('form.compare').getBoundingClientRect().top"), 1.0);
    }

    /// <summary>As if this browser had been here before, and opened now for a new visit.</summary>
    private static async Task RememberAsync(Reader reader, string memory) =>
        await reader.Page.EvaluateAsync("text => { localStorage.setItem('last-visit', text); sessionStorage.clear(); }", memory);
}
