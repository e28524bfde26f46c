using CoalitionTracker.Data;
using CoalitionTracker.Tests.Support;

namespace CoalitionTracker.Tests.Features.Home;

public sealed class HomePageTests(SeededApp seeded)
{
    [Fact]
    public async Task Newest_changes_name_each_record_once_and_whether_it_is_new()
    {
        await using var app = await TestApp.EmptyAsync();
        var pledge = Example.Pledge();
        await app.SaveAsync(pledge);
        Assert.Contains($"{pledge.Title} Pledge, first entered", await NewsAsync(app), StringComparison.Ordinal);

        pledge = (await app.ReadAsync<Pledge>(pledge.Code))!;
        pledge.Title = "What it is called since";
        await app.SaveAsync(pledge);

        var news = await NewsAsync(app);
        Assert.Contains("What it is called since Pledge, changed", news, StringComparison.Ordinal);
        Assert.DoesNotContain("A pledge for the test", news, StringComparison.Ordinal);
        Assert.Equal("", (await app.PageAsync("/?asOf=2025-09-01")).Section("Newest changes to the record"));
    }

    private static async Task<string> NewsAsync(TestApp app) => (await app.PageAsync("/")).Section("Newest changes to the record");

    [Fact]
    public async Task What_was_confirmed_longest_ago_stands_first_among_the_stale()
    {
        await using var app = await TestApp.EmptyAsync();
        var (announcedFirst, knownFirst) = (Stale("JPN-2020-901", "2020-01-01", confirmed: new(2022, 1, 1)), Stale("JPN-2021-901", "2021-01-01"));
        await app.SaveAsync(announcedFirst, knownFirst);

        var stale = (await app.PageAsync("/")).SectionOf("What is stale")!.QuerySelectorAll("li a[href^='/pledges/']");

        Assert.Equal(["/pledges/JPN-2021-901", "/pledges/JPN-2020-901"], stale.Select(a => a.GetAttribute("href")));

        static Pledge Stale(string code, string announced, DateOnly? confirmed = null)
        {
            var pledge = Example.Pledge(code);
            (pledge.Announced, pledge.Levels[0].On, pledge.LastConfirmed) = (RecordDate.Parse(announced), RecordDate.Parse(announced), confirmed);
            return pledge;
        }
    }

    [Fact]
    public async Task Newest_pledges_of_a_day_are_those_that_existed_by_then()
    {
        var known = DataFiles.Records("article").Concat(DataFiles.Records("coalition")).OfType<Pledge>().ToDictionary(p => p.Code);

        foreach (var day in new[] { new DateOnly(2024, 1, 1), new DateOnly(2025, 9, 5) })
        {
            var page = await seeded.App.PageAsync($"/?asOf={day:yyyy-MM-dd}");
            var shown = page.SectionOf("Newest pledges and refusals")!.QuerySelectorAll("td .code").Select(Page.TextOf).ToList();
            var expected = known
                .Values.Where(p => p.State is RecordState.Published && p.StandingOn(day) is not null && p.Announced.IsStated)
                .OrderByDescending(p => p.Announced.Day)
                .Take(5)
                .ToList(); // by the first day there were fewer

            Assert.NotEmpty(expected);
            Assert.All(shown, code => Assert.NotNull(known[code].StandingOn(day)));
            Assert.Equal(expected.Select(p => p.Announced.Day), shown.Select(c => known[c].Announced.Day));
        }
    }

    [Fact]
    public async Task Countries_stand_by_their_names_and_lead_to_the_day_that_is_shown()
    {
        var page = await seeded.App.PageAsync("/?asOf=2025-09-05");

        foreach (var row in page.Document.QuerySelectorAll("#home-stances tbody td"))
        {
            var names = row.QuerySelectorAll("a").Select(Page.TextOf).ToList();
            Assert.Equal(names.Order(StringComparer.Ordinal), names);
        }
        Assert.All(
            page.Document.QuerySelectorAll("main a.country").Select(a => a.GetAttribute("href")),
            address => Assert.EndsWith("?asOf=2025-09-05", address, StringComparison.Ordinal)
        );
        Assert.DoesNotContain(
            "?asOf",
            (await seeded.App.PageAsync("/")).Document.QuerySelector("main a.country")!.GetAttribute("href"),
            StringComparison.Ordinal
        );
    }

    [Theory]
    [InlineData("/", "")]
    [InlineData("/?asOf=2025-09-05", "&asOf=2025-09-05")]
    public async Task The_map_has_every_state_in_the_class_that_its_list_has(string path, string day)
    {
        var page = await seeded.App.PageAsync(path);
        var drawn = page
            .Document.QuerySelectorAll("#home-map tr[data-country]")
            .ToLookup(r => r.GetAttribute("data-value"), r => r.GetAttribute("data-country"));

        foreach (var stance in new[] { "declared", "under-discussion", "ruled-out" })
        {
            var listed = await Csv.ReadAsync(seeded.App, $"/countries.csv?land={stance}&kind=state{day}");
            Assert.NotEmpty(listed);
            Assert.Equal(listed.Select(c => c["code"]).Order(), drawn[stance].Order());
        }
    }
}
