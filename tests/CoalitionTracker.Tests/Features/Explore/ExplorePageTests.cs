using System.Globalization;
using System.Net;
using System.Text.RegularExpressions;
using CoalitionTracker.Data;
using CoalitionTracker.Tests.Support;

namespace CoalitionTracker.Tests.Features.Explore;

public sealed class ExplorePageTests(SeededApp seeded)
{
    [Theory]
    [InlineData("/explore")]
    [InlineData("/explore?asOf=2025-09-05&rows=contribution&columns=level")]
    [InlineData("/explore?rows=country&columns=year&level=declared&level=signed&sort=title")]
    [InlineData("/explore?rows=year&columns=none&country=JPN&country=NOR")]
    [InlineData("/explore?rows=condition&columns=grade&from=2025-01-01")]
    [InlineData("/explore?rows=contribution&columns=delivery&validity=refusal&validity=ended")]
    public async Task Every_number_leads_to_as_many_pledges(string path) => await FollowAsync(path, most: 14);

    [Theory]
    [InlineData("/explore?columns=year")]
    [InlineData("/explore?rows=instrument&columns=year&from=2025-06-01")]
    [InlineData("/explore?rows=year&columns=level&to=2025-06-01")]
    public async Task So_does_every_total_of_a_year_whatever_dates_the_reader_asked_for(string path) =>
        await FollowAsync(path, most: int.MaxValue, "tr.total td a, td.total a, tbody tr:first-child td a");

    private async Task FollowAsync(string path, int most, string which = "td a")
    {
        var page = await seeded.App.PageAsync(path);
        var links = page.Document.QuerySelectorAll($"#explore-table :is({which})").ToList();
        Assert.True(links.Count > 3);

        foreach (var link in links.Where((_, i) => i % Math.Max(1, links.Count / most) == 0))
        {
            var address = link.GetAttribute("href")!.Split('#')[0];
            var behind = await seeded.App.PageAsync(address + (address.Contains('?', StringComparison.Ordinal) ? "&" : "?") + "size=200");
            Assert.Equal((address, HttpStatusCode.OK), (address, behind.Status));
            var says = NumberIn(link.TextContent);
            Assert.Equal((address, says), (address, NumberIn(behind.All(".found")[0])));
            Assert.Equal((address, says), (address, behind.Document.QuerySelectorAll("#behind tbody tr").Length));
        }
    }

    private static int NumberIn(string text) => int.Parse(Regex.Match(text, @"\d+").Value, CultureInfo.InvariantCulture);

    [Fact]
    public async Task Refusals_and_what_is_over_stand_beside_the_number_of_pledges_and_not_in_it()
    {
        await using var app = await TestApp.EmptyAsync();
        await app.SaveAsync(
            Of("JPN-2025-901"),
            Of("JPN-2025-902"),
            Of("JPN-2025-903", p => p.Levels[0].Level = Level.RuledOut),
            Of("JPN-2025-904", p => p.Deliveries = [new() { Delivery = Delivery.Withdrawn }])
        );

        var byCountry = await app.PageAsync("/explore?columns=none");
        var byLevel = await app.PageAsync("/explore?columns=level");

        Assert.Equal(["2 +1 refused +1 ended", "2 +1 refused +1 ended"], byCountry.All("#explore-table td"));
        Assert.Equal("2 pledges, 1 refusal, 1 withdrawn or replaced", byCountry.All(".found")[0]);
        Assert.StartsWith("2 pledges, 1 refusal, 1 withdrawn or replaced, from 1 country", byCountry.All("p.lead")[0], StringComparison.Ordinal);
        Assert.Contains("Numbers count pledges that stand.", byCountry.All(".pivot-notes")[0], StringComparison.Ordinal);
        Assert.Equal(["Country", "Ruled out", "Declared", "Total"], byLevel.All("#explore-table thead th"));
        Assert.Equal(["1", "2 +1 ended", "2 +1 refused +1 ended"], byLevel.All("#explore-table tbody tr:first-child td"));
        Assert.Equal("1", byLevel.Document.QuerySelector("#explore-table tbody td")!.GetAttribute("data-value"));
    }

    [Fact]
    public async Task People_are_those_of_pledges_that_stand_and_the_page_says_what_is_left_out_and_why()
    {
        await using var app = await TestApp.EmptyAsync();
        await app.SaveAsync(
            Of("JPN-2025-901", People(50, 250)),
            Of("JPN-2025-902", People(30_000, 30_000), p => p.Deliveries = [new() { Delivery = Delivery.Withdrawn }]),
            Of("JPN-2025-903", People(7, 7), p => p.Levels[0].Level = Level.RuledOut),
            Of("JPN-2025-904", p => p.Quantity = new() { Unit = "soldiers", Words = "around 200" }),
            Of("JPN-2025-905")
        );

        var page = await app.PageAsync("/explore?measure=people&columns=none");

        Assert.Equal(["50–250", "50–250"], page.All("#explore-table td"));
        Assert.Contains("50–250 people from 1 of them, 3 left out.", page.All("p.lead")[0], StringComparison.Ordinal);
        Assert.StartsWith("People left out of the total: 3 pledges", page.All(".left-out")[0], StringComparison.Ordinal);
        Assert.Equal(["Ruled out: 1", "Superseded or withdrawn: 1", "Only in words: 1"], page.All(".left-out dt"));
        Assert.Equal(4, page.Document.QuerySelectorAll("#behind tbody tr").Length); // of people only
        Assert.DoesNotContain("money", page.All(".results")[0], StringComparison.OrdinalIgnoreCase);
        var why = await app.PageAsync(page.Document.QuerySelector(".left-out dt a")!.GetAttribute("href")!);
        Assert.Equal(["JPN-2025-903"], why.All("#behind .code"));
        Assert.Equal(
            ["No pledge here names a number of people that counts. What is left out, and why, stands below."],
            why.All(".results > p.empty")
        );
    }

    [Theory]
    [InlineData("level", "Declared", "Not drawn: “Ruled out”, since a refusal is no pledge")]
    [InlineData("delivery", "Not assessed", "Not drawn: “Withdrawn”, since it no longer stands")]
    [InlineData("grade", "B: Official statement by the pledger.", null)]
    public async Task The_picture_leaves_out_what_is_no_pledge_that_stands_and_says_so(string columns, string drawn, string? note)
    {
        await using var app = await TestApp.EmptyAsync();
        await app.SaveAsync(
            Of("JPN-2025-901"),
            Of("FRA-2025-901"),
            Of("FRA-2025-902", p => p.Levels[0].Level = Level.RuledOut),
            Of("FRA-2025-903", p => p.Deliveries = [new() { Delivery = Delivery.Withdrawn }])
        );

        var page = await app.PageAsync($"/explore?columns={columns}");

        Assert.Equal([drawn], page.Document.QuerySelectorAll("#explore-table th[data-series]").Select(head => head.GetAttribute("data-series")));
        Assert.Equal(note, page.Document.QuerySelector("record-chart")!.GetAttribute("note"));
        Assert.Equal(note is null ? [] : [$"{note}."], page.All("record-chart + p"));
    }

    [Fact]
    public async Task Levels_have_the_colours_and_patterns_of_the_map_s_legend()
    {
        var explore = await seeded.App.PageAsync("/explore?rows=contribution&columns=level");
        var map = await seeded.App.PageAsync("/map");

        var ranks = map
            .Document.QuerySelectorAll(".map-legend [data-class]")
            .ToDictionary(i => i.GetAttribute("data-class")!, i => i.GetAttribute("data-rank"));
        var heads = explore.Document.QuerySelectorAll("#explore-table th[data-rank]");
        Assert.Contains(heads, head => head.GetAttribute("data-series") == "Signed");
        foreach (var head in heads)
        {
            var level = head.FirstElementChild!.ClassList.Single(name => name != "swatch")["class-".Length..];
            if (ranks.TryGetValue(level, out var rank))
                Assert.Equal((level, rank), (level, head.GetAttribute("data-rank")));
        }
    }

    [Fact]
    public async Task Where_only_refusals_are_found_there_is_a_table_and_no_empty_picture()
    {
        var page = await seeded.App.PageAsync("/explore?level=ruled-out");

        Assert.NotEmpty(page.All("#explore-table tbody tr"));
        Assert.Null(page.Document.QuerySelector("record-chart"));
    }

    [Fact]
    public async Task A_bar_that_is_open_or_a_span_is_labelled_with_the_table_s_words()
    {
        await using var app = await TestApp.EmptyAsync();
        await app.SaveAsync(Of("JPN-2025-901", People(50, 250)), Of("FRA-2025-901", People(null, 15_000)), Of("DEU-2025-901", People(800, 800)));

        var page = await app.PageAsync("/explore?measure=people&columns=none");

        var cells = page.Document.QuerySelectorAll("#explore-table tbody td[data-value]");
        Assert.Equal(["up to 15,000", null, "50–250"], cells.Select(cell => cell.GetAttribute("data-words")));
        Assert.Equal(["up to 15,000", "800", "50–250"], cells.Select(Page.TextOf));
    }

    [Fact]
    public async Task As_of_a_day_before_it_was_withdrawn_a_pledge_counts_and_its_people_do()
    {
        await using var app = await TestApp.EmptyAsync();
        await app.SaveAsync(
            Of("JPN-2025-902", People(30, 30), p => p.Deliveries = [new() { Delivery = Delivery.Withdrawn, On = RecordDate.Parse("2025-10-01") }])
        );

        Assert.Equal(["30", "30"], (await app.PageAsync("/explore?columns=none&measure=people&asOf=2025-09-30")).All("#explore-table td"));
        Assert.Equal(["1", "1"], (await app.PageAsync("/explore?columns=none&validity=stands&asOf=2025-09-30")).All("#explore-table td"));
        Assert.Equal(["1 ended", "1 ended"], (await app.PageAsync("/explore?columns=none")).All("#explore-table td"));
        Assert.Empty((await app.PageAsync("/explore?columns=none&measure=people")).All("#explore-table td"));
    }

    [Fact]
    public async Task What_is_not_known_is_empty_in_downloads_whichever_measure_the_page_shows()
    {
        await using var app = await TestApp.EmptyAsync();
        await app.SaveAsync(
            Of("JPN-2025-901", p => p.Quantity = new() { Unit = "soldiers", Words = "several thousand" }),
            Of("FRA-2025-901", People(null, 15_000), p => p.Parties.Add(new() { Country = "JPN" })),
            Of(
                "FRA-2025-902",
                p =>
                    p.Money = new()
                    {
                        Min = 4_000_000_000,
                        Currency = "EUR",
                        Per = Per.Year,
                    }
            )
        );

        var text = await app.TextAsync("/explore.csv?columns=none");
        foreach (var measure in new[] { "countries", "people", "money" })
            Assert.Equal(text, await app.TextAsync($"/explore.csv?columns=none&measure={measure}"));
        var rows = Csv.Parse(text);

        var (japan, together) = (rows.First(r => r["row"] == "JPN"), rows.First(r => r["row"] == "together"));
        Assert.Equal(("2", "", "", "1"), (japan["pledges"], japan["people_min"], japan["people_max"], japan["people_in_words"]));
        Assert.Equal(("", "0", "15000"), (together["pledges"], together["people_min"], together["people_max"]));
        var france = rows.First(r => r["row"] == "FRA");
        Assert.Equal(("2", "", "", "1"), (france["pledges"], france["eur_min"], france["eur_max"], france["money_left_out"]));
    }

    [Fact]
    public async Task A_page_after_the_last_one_says_so()
    {
        var page = await seeded.App.PageAsync("/explore?page=999");

        Assert.Matches(@"^There are only \d pages\. Go to the last one\.$", page.All("#behind .empty")[0]);
        Assert.Empty(page.All("#behind table"));
    }

    [Fact]
    public async Task As_of_a_day_every_level_can_be_chosen_and_staleness_cannot()
    {
        await using var app = await TestApp.EmptyAsync();
        await app.SaveAsync(
            Of(
                "JPN-2025-901",
                p =>
                    p.Levels = [
                        new() { Level = Level.UnderDiscussion, On = RecordDate.Parse("2025-08-19") },
                        new() { Level = Level.Declared, On = RecordDate.Parse("2025-10-01") },
                    ]
            )
        );

        var then = await app.PageAsync("/explore?asOf=2025-09-01");

        Assert.NotNull(then.Document.QuerySelector("input[name=level][value=under-discussion]"));
        Assert.Null(then.Document.QuerySelector("input[name=freshness]"));
        Assert.Equal("1 pledge", (await app.PageAsync("/explore?asOf=2025-09-01&level=under-discussion")).All(".found")[0]);
        var refused = await app.PageAsync("/explore?asOf=2025-09-01&freshness=stale");
        Assert.Equal(HttpStatusCode.BadRequest, refused.Status);
        Assert.Contains("Freshness is a matter of today.", refused.All("main")[0], StringComparison.Ordinal);
    }

    private static Pledge Of(string code, params Action<Pledge>[] changes)
    {
        var pledge = Example.Pledge(code);
        (pledge.Money, pledge.Quantity, pledge.Parties) = (null, null, [new PledgeParty { Country = code[..3] }]);
        foreach (var change in changes)
            change(pledge);
        return pledge;
    }

    private static Action<Pledge> People(decimal? min, decimal? max) =>
        pledge =>
            pledge.Quantity = new()
            {
                Min = min,
                Max = max,
                Unit = "soldiers",
            };

    [Fact]
    public async Task Japan_pledged_no_new_money_in_2024_since_the_sum_was_announced_before()
    {
        var page = await seeded.App.PageAsync("/money?country=JPN&from=2024-01-01&to=2024-12-31");

        Assert.StartsWith("No countable money graded A or B matches; 1 pledge of money is left out", page.All("p.lead")[0], StringComparison.Ordinal);
        var leftOut = page.Section("What is left out, and why");
        Assert.Contains("Restates another 1 The same sum was announced before.", leftOut, StringComparison.Ordinal);
        Assert.Contains("US$4.5 bn", leftOut, StringComparison.Ordinal);
        Assert.Contains("4.5 billion dollars, of which about 1 billion new 6 Dec 2023", leftOut, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Participants_that_rule_out_land_forces_and_pledge_something_else_on_a_day()
    {
        var rows = await Csv.ReadAsync(seeded.App, "/matrix.csv?asOf=2025-09-05&role=participant&refuses=land-forces&pledges=any");

        Assert.Equal(["ITA", "JPN", "LUX", "POL", "ROU"], rows.Select(r => r["code"]).Order(StringComparer.Ordinal));
        Assert.All(rows, r => Assert.Equal("ruled-out", r["land_forces"]));
        Assert.Equal(HttpStatusCode.BadRequest, (await seeded.App.PageAsync("/matrix?asOf=2999-01-01")).Status);
    }

    [Theory]
    [InlineData("/explore?rows=contribution", "Number of pledges by contribution")]
    [InlineData("/explore?rows=country&columns=country", "Number of pledges by country")]
    public async Task What_makes_the_rows_does_not_make_the_columns_too(string address, string heading)
    {
        var page = await seeded.App.PageAsync(address);

        Assert.Equal(heading, page.Heading);
        Assert.Equal(2, page.Document.QuerySelectorAll("#explore-table thead th").Length); // rows and total
    }

    [Fact]
    public async Task What_has_ended_says_so_beside_its_level()
    {
        var page = await seeded.App.PageAsync("/pledges?country=GBR&contribution=land-forces");
        var row = page
            .Document.QuerySelectorAll("table.rows tbody tr")
            .Single(r => Page.TextOf(r).Contains("GBR-2025-002", StringComparison.Ordinal));

        Assert.Equal("Under discussion Withdrawn", Page.TextOf(row.QuerySelector("td[data-label='How binding']")));
    }
}
