using System.Globalization;
using CoalitionTracker.Data;
using CoalitionTracker.Tests.Support;

namespace CoalitionTracker.Tests.Features.Map;

/// <summary>The map's classes, its counts and where it leads.</summary>
public sealed class MapPageTests(SeededApp seeded)
{
    [Theory]
    [InlineData("")]
    [InlineData("?asOf=2025-09-05")]
    public async Task Home_and_map_count_the_same_states_in_each_class(string query)
    {
        var home = await seeded.App.PageAsync("/" + query);
        var map = Counts(await seeded.App.PageAsync("/map" + query));
        Assert.NotEmpty(map);

        foreach (var item in home.Document.QuerySelectorAll("[data-legend-for=home-map] li"))
        {
            var (name, count) = (
                item.GetAttribute("data-class")!,
                int.Parse(Page.TextOf(item.QuerySelector(".count")), CultureInfo.InvariantCulture)
            );
            Assert.Equal((name, map[name]), (name, count));
            var led = await seeded.App.PageAsync(item.QuerySelector("a")!.GetAttribute("href")!);
            Assert.Equal((name, count), (name, led.Document.QuerySelectorAll("#map-table tbody tr").Length));
            Assert.Equal((name, count), (name, Counts(led)[name]));
        }
    }

    private static Dictionary<string, int> Counts(Page map) =>
        map
            .Document.QuerySelectorAll("[data-legend-for=map-table] li")
            .ToDictionary(
                i => i.GetAttribute("data-class")!,
                i => int.Parse(Page.TextOf(i.QuerySelector(".count")).Split(' ')[0], CultureInfo.InvariantCulture)
            );

    [Fact]
    public async Task A_class_is_named_by_its_word_alone_and_a_state_by_its_detail_too()
    {
        var page = await seeded.App.PageAsync("/map");

        Assert.All(
            page.Document.QuerySelectorAll(".map-legend li"),
            i => Assert.Equal(Page.TextOf(i.QuerySelector("a")), i.GetAttribute("data-label"))
        );
        var france = page.Document.QuerySelector("#map-table tr[data-country=FRA]")!;
        Assert.StartsWith("waits for ceasefire", france.GetAttribute("data-text"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Of_the_most_binding_pledges_the_one_that_waits_for_the_least_is_meant()
    {
        await using var app = await TestApp.EmptyAsync();
        var waiting = Example.Pledge("JPN-2025-901");
        (waiting.Contribution, waiting.Conditions) = (
            Contribution.LandForces,
            [new() { Kind = ConditionKind.Ceasefire, State = ConditionState.Unmet }]
        );
        var free = Example.Pledge("JPN-2025-902");
        free.Contribution = Contribution.Intelligence;
        await app.SaveAsync(waiting, free);

        Assert.Contains("waits for", Text(await app.PageAsync("/map")), StringComparison.Ordinal);
        Assert.DoesNotContain("waits for", Text(await app.PageAsync("/map?measure=strongest")), StringComparison.Ordinal);

        static string Text(Page page) => Page.TextOf(page.Document.QuerySelector("#map-table tr[data-country=JPN]"));
    }

    [Fact]
    public async Task Money_of_any_grade_can_be_shown_and_says_where_it_is_open()
    {
        var page = await seeded.App.PageAsync("/map?measure=money-any");
        var norway = Page.TextOf(page.Document.QuerySelector("#map-table tr[data-country=NOR]"));

        Assert.Contains("at least €13.2 bn", norway.Replace('\u00a0', ' '), StringComparison.Ordinal);
        Assert.Contains(
            "at least 13.25",
            (await seeded.App.PageAsync("/")).All("#home-money tbody tr:has([href='/countries/NOR'])")[0],
            StringComparison.Ordinal
        );
        Assert.Contains(
            "have at least €13.2 bn of countable money",
            (await seeded.App.PageAsync("/pledges?country=NOR&totals=all")).All("p.lead")[0].Replace('\u00a0', ' '),
            StringComparison.Ordinal
        );
    }

    [Fact]
    public async Task Never_said_and_not_researched_are_two_classes_on_the_map_and_in_its_data()
    {
        var page = await seeded.App.PageAsync("/map");

        foreach (var word in new[] { "never-said", "not-researched" })
        {
            var listed = await Csv.ReadAsync(seeded.App, $"/map.csv?land={word}");
            Assert.NotEmpty(listed);
            Assert.All(listed, r => Assert.Equal(word, r["land_forces"]));
            Assert.Equal(listed.Count, page.Document.QuerySelectorAll($"#map-table tr[data-value={word}]").Length);
        }
    }

    [Fact]
    public async Task Organisations_are_named_apart_from_the_states()
    {
        var lead = (await seeded.App.PageAsync("/map")).All("p.lead")[0];

        Assert.StartsWith("Signed: 2, ", lead, StringComparison.Ordinal);
        Assert.Contains("Organisations, not on the map: Signed: 1", lead, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("", "/pledges?country=JPN&contribution=land-forces&asOf=2025-09-05")]
    [InlineData("&measure=money", "/money?country=JPN&asOf=2025-09-05")]
    [InlineData("&measure=money-any", "/money?country=JPN&totals=all&asOf=2025-09-05")]
    [InlineData("&measure=role", "/countries/JPN?asOf=2025-09-05")]
    public async Task The_links_of_a_day_keep_the_day(string measure, string address)
    {
        var japan = (await seeded.App.PageAsync($"/map?asOf=2025-09-05{measure}")).Document.QuerySelector("tr[data-country=JPN]")!;

        Assert.Equal(["/countries/JPN?asOf=2025-09-05", address], japan.QuerySelectorAll("a").Select(a => a.GetAttribute("href")));
    }
}
