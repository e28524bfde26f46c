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
        await reader.GoAsync("/method");
        await reader.Page.EvaluateAsync("localStorage.setItem('last-visit', '{\"version\":100,\"day\":\"12 Nov 2026\"}'); sessionStorage.clear()");
        await reader.GoAsync("/pledges");
        await reader.GoAsync("/changes");

        var link = reader.Page.Locator($"{Place} a");
        await Expect(link).ToHaveTextAsync("Since your last visit (12 Nov 2026): see what changed");
        await link.ClickAsync();

        await reader.SeesAsync("since version 100");
        await Expect(link).ToHaveAttributeAsync("href", "/changes?since=100"); // the page was changed without being left
        Assert.Equal("/changes?since=100", reader.Here);
        Assert.Empty(reader.Troubles);
    }

    [Theory]
    [InlineData("nonsense")]
    [InlineData("{\"version\":99999999,\"day\":\"12 Nov 2026\"}")] // of another store
    public async Task A_memory_that_makes_no_sense_is_forgotten(string memory)
    {
        await using var reader = await site.ReaderAsync();
        await reader.GoAsync("/method");
        await reader.Page.EvaluateAsync("text => { localStorage.setItem('last-visit', text); sessionStorage.clear(); }", memory);

        await reader.GoAsync("/changes");

        await Expect(reader.Page.Locator(Place)).ToBeHiddenAsync();
        Assert.Contains("\"version\":5", await reader.Page.EvaluateAsync<string>("localStorage.getItem('last-visit')"), StringComparison.Ordinal);
        Assert.Empty(reader.Troubles);
    }

    [Fact]
    public async Task Nothing_on_the_page_moves_when_it_is_filled_in()
    {
        await using var reader = await site.ReaderAsync();
        await reader.GoAsync("/changes");
        var before = await reader.Page.EvaluateAsync<double>("document.querySelector('form.compare').getBoundingClientRect().top");
        await reader.Page.EvaluateAsync("localStorage.setItem('last-visit', '{\"version\":100,\"day\":\"12 Nov 2026\"}'); sessionStorage.clear()");

        await reader.GoAsync("/changes");
        await Expect(reader.Page.Locator(Place)).ToBeVisibleAsync();

        Assert.Equal(before, await reader.Page.EvaluateAsync<double>("document.querySelector('form.compare').getBoundingClientRect().top"), 1.0);
    }
}
