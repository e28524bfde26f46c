using System.Net;
using System.Text.Json;
using CoalitionTracker.Data;
using CoalitionTracker.Features.Timeline;
using CoalitionTracker.Tests.Support;
using Microsoft.AspNetCore.WebUtilities;
using MiniExcelLibs;

namespace CoalitionTracker.Tests.Features.Timeline;

/// <summary>The timeline of the seeded record.</summary>
public sealed class TimelineTests(SeededApp seeded)
{
    public static TheoryData<string> Queries =>
        [
            "",
            "?country=JPN",
            "?country=NOR&country=GBR&kind=level&kind=delivery",
            "?kind=statement&from=2025-08-01&to=2025-08-31",
            "?from=2024-06-13&to=2024-06-13",
            "?to=2023-12-31&kind=agreement",
            "?country=UKR&from=2025-01-01",
            "?country=MLT",
            "?country=JPN&kind=event&to=2023-12-31",
        ];

    [Fact]
    public async Task It_has_everything_dated_in_the_record_in_its_order_and_nothing_else()
    {
        var oldestFirst = (await Csv.ReadAsync(seeded.App, "/timeline.csv?sort=on")).Select(InOneLine).ToList();
        var newestFirst = (await Csv.ReadAsync(seeded.App, "/timeline.csv")).Select(InOneLine);

        Assert.True(PlainTimeline.Dated.Count > 300);
        Assert.Equal(Enum.GetValues<TimelineKind>(), PlainTimeline.Dated.Select(e => e.Kind).Distinct().Order());
        Assert.Equal(PlainTimeline.Dated.Select(e => e.InOneLine), oldestFirst);
        Assert.Equal(oldestFirst.AsEnumerable().Reverse(), newestFirst);
    }

    [Fact]
    public async Task Each_grade_leads_to_a_source_that_gives_it()
    {
        var cited = DataFiles
            .Records("article")
            .Concat(DataFiles.Records("coalition"))
            .OfType<CitedRecord>()
            .SelectMany(r => r.Citations.Where(c => c.Stance is Stance.Supports).Select(c => $"{r.Code} {c.Grade} /sources/{c.Source}"))
            .ToHashSet();
        var entries = (await seeded.App.PageAsync("/timeline?country=JPN")).Document.QuerySelectorAll("li.entry").ToList();
        Assert.NotEmpty(entries);

        foreach (var entry in entries)
        {
            var code = entry.QuerySelector(".what a")!.GetAttribute("href")!.Split('/', '#')[^1];
            var source = entry.QuerySelector("a.source")!;
            Assert.Contains($"{code} {Page.TextOf(source.QuerySelector(".grade"))} {source.GetAttribute("href")}", cited);
        }
    }

    [Theory]
    [MemberData(nameof(Queries))]
    public async Task A_filter_finds_what_a_plain_look_through_the_record_finds(string query)
    {
        var expected = PlainTimeline.Dated.Where(e => Matches(e, query)).ToList();
        var found = await Csv.ReadAsync(seeded.App, $"/timeline.csv{(query.Length > 0 ? query + "&" : "?")}sort=on");
        var page = await seeded.App.PageAsync("/timeline" + query);

        Assert.Equal(expected.Select(e => e.InOneLine), found.Select(InOneLine));
        Assert.Equal(expected.Count == 1 ? "1 entry" : $"{expected.Count} entries", page.All(".found")[0]);
        foreach (var kind in Enum.GetValues<TimelineKind>())
        {
            // The count beside a kind is of what it would find, whatever kinds are chosen.
            var others = PlainTimeline.Dated.Count(e => e.Kind == kind && Matches(e, query, withKinds: false));
            Assert.Equal((kind, others), (kind, CountBeside(page, "kind", kind.Slug())));
        }
        Assert.Equal(
            PlainTimeline.Dated.Count(e => Matches(e, query, withCountries: false) && e.Concerns("JPN")),
            CountBeside(page, "country", "JPN")
        );
    }

    [Theory]
    [MemberData(nameof(Queries))]
    public async Task The_pages_and_all_downloads_have_the_same_entries_in_the_same_order(string query)
    {
        var csv = (await Csv.ReadAsync(seeded.App, "/timeline.csv" + query)).Select(r => (r["address"], r["kind"])).ToList();
        var json = JsonDocument.Parse(await seeded.App.TextAsync("/timeline.json" + query)).RootElement.EnumerateArray();
        using var reader = seeded.App.Reader();
        using var file = new MemoryStream(await reader.GetByteArrayAsync("/timeline.xlsx" + query, TestContext.Current.CancellationToken));
        var sheet = file.Query(useHeaderRow: true).Cast<IDictionary<string, object?>>().Where(r => r["code"] is not null);

        Assert.Equal(csv, await OnPagesAsync(query));
        Assert.Equal(csv, json.Select(r => (r.GetProperty("address").GetString()!, r.GetProperty("kind").GetString()!)));
        Assert.Equal(csv, sheet.Select(r => ((string)r["address"]!, (string)r["kind"]!)));
    }

    [Theory]
    [InlineData("event", "2025-10-24", "24 Oct 2025", "Online meeting of the coalition")]
    [InlineData(
        "agreement",
        "2024-06-13",
        "13 Jun 2024",
        "Accord on Support for Ukraine and Cooperation between Japan and Ukraine Negotiating → , then Signed"
    )]
    [InlineData("role", "2025-08-18", "18 Aug 2025", "Role in the coalition Participant about 18 Aug 2025")]
    [InlineData("statement", "2023-12-06", "6 Dec 2023", "Fumio Kishida: Japan ready to provide 4.5 billion dollars in all")]
    [InlineData("level", "2025-09-05", "5 Sep 2025", "Sending the Self-Defense Forces not considered Ruled out")]
    [InlineData(
        "count",
        "2025-08-18",
        "18 Aug 2025",
        "30 countries: countries working on a concept of security guarantees (Mark Rutte, Secretary-General of NATO)"
    )]
    [InlineData("delivery", "2022-01-01", "Month not known", "Sanctions on Russia in several rounds Delivered")]
    public async Task Each_kind_of_entry_stands_at_its_day(string kind, string day, string heading, string what)
    {
        var page = await seeded.App.PageAsync($"/timeline?country=JPN&kind={kind}&from={day}&to={day}");

        Assert.Equal([heading], page.All(".day h3"));
        Assert.Contains(what, page.All(".entry .what"));
        Assert.All(page.Document.QuerySelectorAll(".entry"), e => Assert.NotNull(e.QuerySelector(".grade")));
    }

    [Fact]
    public async Task A_claim_about_a_country_names_its_speaker_first_and_is_marked()
    {
        var page = await seeded.App.PageAsync("/timeline?country=JPN&kind=statement&from=2024-06-13&to=2024-06-13");

        Assert.Equal("Timeline: Japan", page.Heading);
        Assert.Equal(["Ukraine about Japan"], page.All(".entry .by"));
    }

    [Fact]
    public async Task The_page_answers_in_a_sentence_and_tells_what_cannot_be_placed()
    {
        var page = await seeded.App.PageAsync("/timeline");

        Assert.Equal(1, PlainTimeline.Undated);
        var lead = page.All("p.lead")[0];
        Assert.StartsWith($"{PlainTimeline.Dated.Count} entries from 2022 to 24 Feb 2026: ", lead, StringComparison.Ordinal);
        Assert.EndsWith(". 1 more has no date and cannot be placed.", lead, StringComparison.Ordinal);
        foreach (var kind in Enum.GetValues<TimelineKind>())
            Assert.Contains($"{PlainTimeline.Dated.Count(e => e.Kind == kind)} {kind.Plural()}", lead, StringComparison.OrdinalIgnoreCase);
    }

    [Theory]
    [InlineData("/timeline")]
    [InlineData("/timeline?country=JPN&kind=level&kind=statement&sort=on")]
    [InlineData("/timeline?from=2024-06-10&to=2025-02-20")]
    [InlineData("/timeline?view=countries")]
    [InlineData("/timeline?view=countries&country=JPN&country=NOR&from=2024-01-15&kind=level")]
    public async Task Every_number_of_the_overview_leads_to_as_many_entries(string path)
    {
        var page = await seeded.App.PageAsync(path);
        var links = page.Document.QuerySelectorAll("#timeline-table td a").ToList();
        Assert.True(links.Count > 5);

        foreach (var link in links.Where((_, i) => i % Math.Max(1, links.Count / 12) == 0))
        {
            var address = link.GetAttribute("href")!;
            var behind = await seeded.App.PageAsync(address);
            Assert.Equal((address, link.TextContent), (address, behind.All(".found")[0].Split(' ')[0]));
        }
    }

    [Fact]
    public async Task The_overview_counts_every_entry_once_by_kind()
    {
        var page = await seeded.App.PageAsync("/timeline?country=JPN");
        var months = page
            .Document.QuerySelectorAll("#timeline-table tbody tr")
            .Select(r => (Page.TextOf(r.QuerySelector("th")), Page.TextOf(r.QuerySelector("td.total"))));
        var expected = PlainTimeline
            .Dated.Where(e => e.Concerns("JPN"))
            .CountBy(e => e.On.Day!.Value.ToString("yyyy MMM", System.Globalization.CultureInfo.InvariantCulture));

        Assert.Equal(expected.Select(e => (e.Key, $"{e.Value}")), months.Where(m => m.Item2 != "0"));
    }

    [Theory]
    [InlineData("?q=Japan", "q")]
    [InlineData("?asOf=2025-01-01", "asOf")]
    [InlineData("?taste=sweet", "taste")]
    [InlineData("?country=ATL", "country")]
    [InlineData("?kind=rumour", "kind")]
    [InlineData("?from=yesterday", "from")]
    [InlineData("?to=2025-13-01", "to")]
    [InlineData("?sort=kind", "sort")]
    [InlineData("?view=stars", "view")]
    [InlineData("?page=0", "page")]
    public async Task What_it_does_not_know_is_refused(string query, string field)
    {
        var page = await seeded.App.PageAsync("/timeline" + query);

        Assert.Equal((HttpStatusCode.BadRequest, "This address asks for something unknown"), (page.Status, page.Heading));
        Assert.Equal([field], page.All("ul.problems code"));
        foreach (var format in new[] { "csv", "json", "xlsx" })
            Assert.Equal(HttpStatusCode.BadRequest, (await seeded.App.PageAsync($"/timeline.{format}{query}")).Status);
    }

    [Fact]
    public async Task Where_nothing_matches_the_page_says_what_to_do()
    {
        var page = await seeded.App.PageAsync("/timeline?country=JPN&from=2030-01-01");

        Assert.Equal("Nothing is recorded with a date that matches.", page.All("p.lead")[0]);
        Assert.Contains("Take a filter away", page.All(".empty")[0], StringComparison.Ordinal);
        Assert.Empty(page.Document.QuerySelectorAll("record-chart, .day"));
    }

    [Fact]
    public async Task Home_and_a_country_lead_to_it()
    {
        Assert.NotNull((await seeded.App.PageAsync("/")).Document.QuerySelector("main a[href='/timeline']"));
        Assert.NotNull((await seeded.App.PageAsync("/countries/JPN")).Document.QuerySelector("main a[href='/timeline?country=JPN']"));
    }

    private async Task<List<(string, string)>> OnPagesAsync(string query)
    {
        var found = new List<(string, string)>();
        for (var number = 1; ; number++)
        {
            var page = await seeded.App.PageAsync($"/timeline{query}{(query.Length > 0 ? '&' : '?')}size=40&page={number}");
            found.AddRange(
                page.Document.QuerySelectorAll(".entry")
                    .Select(e =>
                        (
                            e.QuerySelector(".what a")!.GetAttribute("href")!,
                            e.QuerySelector(".sign")!.ClassList[1].Replace("kind-", "", StringComparison.Ordinal)
                        )
                    )
            );
            if (page.Document.QuerySelector("a[rel=next]") is null)
                return found;
        }
    }

    private static bool Matches(PlainEntry entry, string query, bool withKinds = true, bool withCountries = true)
    {
        var asked = QueryHelpers.ParseQuery(query);
        var (day, from, to) = (entry.On.Day!.Value, asked.GetValueOrDefault("from"), asked.GetValueOrDefault("to"));
        return (!withCountries || !asked.TryGetValue("country", out var countries) || countries.Any(c => entry.Concerns(c!)))
            && (!withKinds || !asked.TryGetValue("kind", out var kinds) || kinds.Contains(entry.Kind.Slug()))
            && (from.Count == 0 || day >= DateOnly.Parse(from!, System.Globalization.CultureInfo.InvariantCulture))
            && (to.Count == 0 || day <= DateOnly.Parse(to!, System.Globalization.CultureInfo.InvariantCulture));
    }

    private static int CountBeside(Page page, string facet, string value) =>
        page.Document.QuerySelector($".option:has(input[name='{facet}'][value='{value}']) .count") is { } count
            ? int.Parse(count.TextContent, System.Globalization.CultureInfo.InvariantCulture)
            : 0;

    private static string InOneLine(IReadOnlyDictionary<string, string> row) =>
        string.Join('|', new[] { "on", "kind", "countries", "about", "before", "after", "code" }.Select(name => row[name]));
}
