using CoalitionTracker.Data;
using CoalitionTracker.Tests.Support;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace CoalitionTracker.Tests.Features.Pledges;

/// <summary>What readers see of freshness, as the days go by and nobody touches the record.</summary>
public sealed class StalePledgesTests : IAsyncLifetime
{
    private const string Code = "JPN-2025-901";

    private readonly TestClock clock = new();
    private TestApp? app;

    private TestApp App => app!;

    public async ValueTask InitializeAsync()
    {
        app = new TestApp(await Databases.CreateAsync(StorageProvider.Sqlite, Content.Tables), "")
        {
            Settings = new() { ["Freshness:Days:Declared"] = "10" },
            Replace = services => services.Replace(ServiceDescriptor.Singleton<TimeProvider>(clock)),
        };
        await App.SaveAsync(Example.Source(Example.SourceCode), Pledge(Code, confirmed: null));
    }

    public ValueTask DisposeAsync() => App.DisposeAsync();

    [Fact]
    public async Task A_pledge_grows_stale_in_every_list_on_the_day_although_nobody_touched_it()
    {
        clock.DaysAhead = 10;
        Assert.Equal((1, 0), (await CountAsync("fresh"), await CountAsync("stale")));
        Assert.Empty((await App.PageAsync("/pledges")).All(".stale"));
        var fresh = await App.PageAsync("/");
        Assert.Empty(fresh.All(".stale"));

        clock.DaysAhead = 11;
        Assert.Equal((0, 1), (await CountAsync("fresh"), await CountAsync("stale")));
        foreach (var path in new[] { "/", "/pledges", "/countries/JPN" })
        {
            var page = await App.PageAsync(path);
            Assert.Equal("stale", Assert.Single(page.All(".stale")));
            Assert.Contains(
                "declared pledges count as stale after 10 days",
                page.Document.QuerySelector(".stale")!.GetAttribute("title"),
                StringComparison.Ordinal
            );
            Assert.NotNull(page.Document.QuerySelector(".stale .clock"));
            Assert.NotEqual(fresh.Response.Headers.ETag, page.Response.Headers.ETag); // nor does a browser keep yesterday's page
        }
        var facet = (await App.PageAsync("/pledges")).Document.QuerySelectorAll("input[name=freshness]").Select(i => i.GetAttribute("value"));
        Assert.Equal(["stale"], facet);
    }

    [Fact]
    public async Task A_download_says_until_when_a_pledge_is_known_to_be_true_and_whether_it_is_stale()
    {
        var day = clock.Today.ToString("yyyy-MM-dd", null);

        var fresh = Assert.Single(await Csv.ReadAsync(App, "/pledges.csv"));
        clock.DaysAhead = 11;
        var stale = Assert.Single(await Csv.ReadAsync(App, "/pledges.csv?freshness=stale"));

        Assert.Equal((day, "False"), (fresh["known_on"], fresh["stale"]));
        Assert.Equal((day, "True"), (stale["known_on"], stale["stale"]));
        Assert.Contains($"\"knownOn\":\"{day}\",\"stale\":true", await App.TextAsync("/pledges.json"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_pledge_s_page_says_since_when_nobody_confirmed_it()
    {
        Assert.Equal(Day(clock.Today), (await App.PageAsync($"/pledges/{Code}")).Fact("Known as of"));
        var known = clock.Today;

        clock.DaysAhead = 11;

        Assert.Equal(
            $"{Day(known)} stale Not confirmed since {Day(known)}; declared pledges count as stale after 10 days. What that means",
            (await App.PageAsync($"/pledges/{Code}")).Fact("Known as of")
        );
    }

    [Fact]
    public async Task A_confirmed_pledge_says_when_it_was_confirmed()
    {
        await App.SaveAsync(Pledge("JPN-2025-902", confirmed: clock.Today));

        Assert.Equal(Day(clock.Today), (await App.PageAsync("/pledges/JPN-2025-902")).Fact("Last confirmed"));
    }

    [Fact]
    public async Task The_method_explains_the_rule_as_it_is_configured()
    {
        var rule = Page.TextOf((await App.PageAsync("/method")).Document.GetElementById("freshness"));

        Assert.Contains("Declared stale after 10 days", rule, StringComparison.Ordinal);
        Assert.Contains("Under discussion stale after 90 days", rule, StringComparison.Ordinal);
    }

    private static string Day(DateOnly day) => CoalitionTracker.Shared.Show.Day(day);

    private static Pledge Pledge(string code, DateOnly? confirmed)
    {
        var pledge = Example.Pledge(code);
        var day = confirmed is null ? new TestClock().Today : confirmed.Value.AddDays(-3);
        (pledge.Announced, pledge.Levels[0].On) = (RecordDate.On(day), RecordDate.On(day));
        pledge.LastConfirmed = confirmed;
        return pledge;
    }

    private async Task<int> CountAsync(string freshness) => (await Csv.ReadAsync(App, $"/pledges.csv?freshness={freshness}")).Count;
}
