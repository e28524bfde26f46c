using System.Net;
using CoalitionTracker.Data;
using CoalitionTracker.Features.Ceasefire;
using CoalitionTracker.Tests.Support;

namespace CoalitionTracker.Tests.Features.Ceasefire;

/// <summary>The page about a ceasefire over the seeded record, as a reader meets it.</summary>
public sealed class CeasefirePageTests(SeededApp seeded)
{
    private static readonly IReadOnlyList<Pledge> Pledges = [.. DataFiles.Records("article").Concat(DataFiles.Records("coalition")).OfType<Pledge>()];

    [Fact]
    public async Task The_first_sentence_says_how_many_wait_for_nothing_but_a_ceasefire_and_the_list_names_them()
    {
        var plain = new PlainCeasefire(Pledges, null);
        var opens = plain.Standing().Where(p => plain.GroupOf(p) is "opens").ToList();

        var page = await seeded.App.PageAsync("/ceasefire");

        var promised = opens.Count(p => !plain.IsDiscussed(p));
        Assert.StartsWith($"If a ceasefire began today, {promised} pledges of ", page.All("p.lead")[0], StringComparison.Ordinal);
        Assert.Equal(opens.Select(p => p.Code).Order(), page.All("#opens td .code").Order());
        Assert.Contains("France", page.Section("Opens with the ceasefire"), StringComparison.Ordinal);
        Assert.DoesNotContain("TUR-2025-001", page.Words, StringComparison.Ordinal); // in review
    }

    [Fact]
    public async Task Unmet_and_not_known_are_told_apart_in_the_record_s_words_and_the_agreement_s_state_is_said()
    {
        var page = await seeded.App.PageAsync("/ceasefire");

        var blocked = page.Section("Still blocked");
        Assert.Contains("unmet Parliament (only United Kingdom", blocked, StringComparison.Ordinal);
        Assert.Contains("not known Other condition: Legal and constitutional arrangements of each state", blocked, StringComparison.Ordinal);
        Assert.Contains("assumed met Ceasefire or peace deal: Once a ceasefire enters into force", blocked, StringComparison.Ordinal);
        Assert.Contains("trigger Renewed attack", page.Section("On a renewed attack"), StringComparison.Ordinal);
        Assert.Matches("under .*, signed", blocked);
    }

    [Theory]
    [InlineData("/ceasefire")]
    [InlineData("/ceasefire?asOf=2025-09-05&met=cabinet")]
    [InlineData("/ceasefire?met=parliament&met=us-backstop&country=BEL&country=SWE&country=GBR")]
    public async Task Every_number_leads_to_a_list_of_as_many_pledges(string path)
    {
        var page = await seeded.App.PageAsync(path);
        var links = page.Document.QuerySelectorAll("#by-contribution td a, .missing td.right a").ToList();
        Assert.NotEmpty(links);

        foreach (var link in links.Where((_, i) => i % Math.Max(1, links.Count / 12) == 0))
        {
            var numbers = Page.TextOf(link).Replace("pledges", "", StringComparison.Ordinal).Split('+');
            var promised = int.TryParse(numbers[0].Trim().Split(' ')[0], out var n) ? n : 0;
            var discussed = numbers.Length > 1 ? int.Parse(numbers[1].Split(' ')[0], null) : 0;
            var address = link.GetAttribute("href")!;
            var list = await seeded.App.PageAsync(address);

            Assert.Equal((address, HttpStatusCode.OK), (address, list.Status));
            Assert.Equal((address, $"{promised}"), (address, list.All(".found")[0].Split(' ')[0]));
            Assert.Equal((address, promised + discussed), (address, list.All("table.ceasefire td .code").Count));
        }
    }

    [Fact]
    public async Task A_switch_says_how_many_it_opens_and_those_are_open_then()
    {
        var before = await seeded.App.PageAsync("/ceasefire");
        var only = Page.TextOf(
            before.Document.QuerySelectorAll(".switches a").First(a => Page.TextOf(a).StartsWith("Parliament", StringComparison.Ordinal))
        );
        var after = await seeded.App.PageAsync("/ceasefire?met=parliament");

        Assert.Equal("Parliament: met ×", Page.TextOf(after.Document.QuerySelector(".switches a[aria-current]")));
        Assert.Equal("/ceasefire", after.Document.QuerySelector(".switches a[aria-current]")!.GetAttribute("href"));
        Assert.Contains("and this condition was met as well (parliament)", after.All("p.lead")[0], StringComparison.Ordinal);
        var plain = new PlainCeasefire(Pledges, null);
        var opened = Free(after).Except(Free(before)).ToList();
        Assert.Contains("MULTI-2026-002", opened);
        Assert.Contains("EST-2025-001", opened);
        var discussed = opened.Count(c => plain.IsDiscussed(Pledges.First(p => p.Code == c)));
        Assert.Equal($"Parliament +{opened.Count - discussed}, {discussed} under discussion", only);
    }

    [Theory]
    [InlineData("US backstop", "us-backstop")]
    [InlineData("Parliament", "parliament")]
    public async Task The_first_sentence_counts_as_many_more_as_the_switch_has_promised(string label, string met)
    {
        var before = await seeded.App.PageAsync("/ceasefire");
        var promised = before.All(".switches a").First(a => a.StartsWith(label, StringComparison.Ordinal)).Split('+')[1].Split(',')[0];

        var after = await seeded.App.PageAsync($"/ceasefire?met={met}");

        Assert.NotEqual("0", promised);
        Assert.Equal(Headline(before) + int.Parse(promised, null), Headline(after));
    }

    private static int Headline(Page page) => int.Parse(Page.TextOf(page.Document.QuerySelector("p.lead strong")).Split(' ')[0], null);

    [Fact]
    public async Task What_binds_one_pledger_s_part_says_whose_and_blocks_no_other_s()
    {
        const string Vote = "unmet Parliament (only United Kingdom): A vote in the House of Commons was promised";
        Assert.Contains(Vote, (await seeded.App.PageAsync("/ceasefire")).Section("Still blocked"), StringComparison.Ordinal);

        var france = await seeded.App.PageAsync("/ceasefire?country=FRA");
        Assert.Contains("MULTI-2026-002", france.All("#opens td .code"));
        Assert.Contains(Vote, france.Section("Opens with the ceasefire"), StringComparison.Ordinal);
        Assert.Contains("pledges of 1 country or organisation would wait", france.All("p.lead")[0], StringComparison.Ordinal);
        Assert.Contains("only what the part of France waits for is looked at", france.All("p.lead")[0], StringComparison.Ordinal);
        Assert.Contains("MULTI-2026-002", (await seeded.App.PageAsync("/ceasefire?country=GBR")).All("#blocked td .code"));
        Assert.Contains("MULTI-2026-002", (await seeded.App.PageAsync("/ceasefire?country=GBR&country=FRA")).All("#blocked td .code"));

        var row = (await Csv.ReadAsync(seeded.App, "/ceasefire.csv?country=FRA")).First(r => r["code"] == "MULTI-2026-002");
        Assert.Equal(("opens", "ceasefire", "parliament:GBR"), (row["group"], row["waits_for_unmet"], row["waits_for_of_one_only"]));
    }

    [Fact]
    public async Task Conditions_that_only_what_is_discussed_waits_for_are_counted_as_such()
    {
        var page = await seeded.App.PageAsync("/ceasefire");
        var plain = new PlainCeasefire(Pledges, null);
        var rows = page.Document.QuerySelectorAll(".missing tbody tr").ToDictionary(r => Page.TextOf(r.QuerySelector("td.main")).Split(' ')[0]);

        foreach (var (label, slug) in new[] { ("Cabinet", "cabinet"), ("Mandate", "mandate") })
        {
            var waiting = plain
                .Standing()
                .Where(p => plain.Kinds(p, ConditionState.Unmet).Contains(slug) && plain.GroupOf(p) is "blocked" or "other-things");
            Assert.All(waiting, p => Assert.True(plain.IsDiscussed(p)));
            Assert.Equal($"+{waiting.Count()} under discussion", Page.TextOf(rows[label].QuerySelector("[data-label='Unmet for']")));
            Assert.Matches($@"^{label} \+0, \d under discussion$", page.All(".switches a").First(a => a.StartsWith(label, StringComparison.Ordinal)));
        }
    }

    [Fact]
    public async Task The_same_promise_told_again_is_marked_and_counted()
    {
        var page = await seeded.App.PageAsync("/ceasefire");
        Assert.Contains(
            "3 of them tell, wholly or in part, of the same promise as another pledge: 1 restated by or restating another, 1 part of another, 1 overlapping",
            page.All("p.lead")[0],
            StringComparison.Ordinal
        );
        var opens = page.SectionOf("Opens with the ceasefire")!;
        Assert.Contains("Restated by COW-2026-003", Page.TextOf(opens), StringComparison.Ordinal);
        Assert.Contains("Overlaps with COW-2025-003", Page.TextOf(opens), StringComparison.Ordinal);
        Assert.Contains("/pledges/COW-2026-003", opens.QuerySelectorAll(".same a").Select(a => a.GetAttribute("href")));

        var then = await seeded.App.PageAsync("/ceasefire?asOf=2025-09-05"); // nobody had restated it yet
        Assert.DoesNotContain("Restated by", then.Words, StringComparison.Ordinal);
        Assert.Contains(
            "2 of them tell, wholly or in part, of the same promise as another pledge: 2 overlapping",
            then.All("p.lead")[0],
            StringComparison.Ordinal
        );
    }

    [Fact]
    public async Task What_is_suspended_is_no_more_ready_than_it_is_delivered()
    {
        var page = await seeded.App.PageAsync("/ceasefire");

        Assert.Contains("USA-ND-001", page.Section("Suspended"), StringComparison.Ordinal);
        Assert.DoesNotContain("USA-ND-001", (await seeded.App.PageAsync("/ceasefire?show=ready")).Words, StringComparison.Ordinal);
    }

    [Fact]
    public async Task As_of_a_day_the_record_of_that_day_answers()
    {
        var page = await seeded.App.PageAsync("/ceasefire?asOf=2025-09-05");

        Assert.Equal("If a ceasefire had begun on 5 Sep 2025", page.Heading);
        Assert.Contains("JPN-2025-001", page.Section("Opens with the ceasefire"), StringComparison.Ordinal);
        Assert.DoesNotContain("FRA-2026-001", page.Words, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Where_nothing_stands_the_page_says_so()
    {
        var page = await seeded.App.PageAsync("/ceasefire?country=JPN&contribution=cyber");
        Assert.Contains(
            "No pledge that stands matches this. All countries",
            page.Document.QuerySelector(".empty")!.TextContent,
            StringComparison.Ordinal
        );
        Assert.Contains("The record held no pledge yet.", (await seeded.App.PageAsync("/ceasefire?asOf=1999-01-01")).Words, StringComparison.Ordinal);
        Assert.Contains("There are only", (await seeded.App.PageAsync("/ceasefire?show=ready&page=900")).Words, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("met=ceasefire", "met", "is what this page assumes anyway")]
    [InlineData("met=renewed-attack", "met", "A renewed attack is a trigger")]
    [InlineData("met=peace", "met", "is not one of parliament, cabinet")]
    [InlineData("country=ATL", "country", "is not the code of a country")]
    [InlineData("contribution=soldiers", "contribution", "is not one of land-forces")]
    [InlineData("show=everything", "show", "is not one of opens")]
    [InlineData("page=0", "page", "is not a whole number from 1")]
    [InlineData("asOf=2999-01-01", "asOf", "is after today")]
    [InlineData("taste=sweet", "taste", "There is no such choice here")]
    public async Task What_is_not_known_is_refused_and_explained(string query, string field, string why)
    {
        var page = await seeded.App.PageAsync($"/ceasefire?{query}");
        Assert.Equal(HttpStatusCode.BadRequest, page.Status);
        Assert.Contains(field, page.All("ul.problems code"));
        Assert.Contains(why, page.Words, StringComparison.Ordinal);

        Assert.Equal(HttpStatusCode.BadRequest, (await seeded.App.PageAsync($"/ceasefire.csv?{query}")).Status);
    }

    [Theory]
    [InlineData("")]
    [InlineData("?asOf=2025-09-05")]
    public async Task The_csv_has_a_row_for_each_pledge_that_stands(string query)
    {
        var plain = new PlainCeasefire(Pledges, query.Length == 0 ? null : new DateOnly(2025, 9, 5));
        var rows = await Csv.ReadAsync(seeded.App, "/ceasefire.csv" + query);

        Assert.Equal(plain.Standing().Select(p => p.Code).Order(), rows.Select(r => r["code"]).Order());
        foreach (var row in rows)
        {
            var pledge = Pledges.First(p => p.Code == row["code"]);
            Assert.Equal((pledge.Code, plain.GroupOf(pledge)), (pledge.Code, row["group"]));
            Assert.Equal((pledge.Code, plain.LevelOf(pledge).Slug()), (pledge.Code, row["level"]));
            Assert.Equal(string.Join(' ', plain.Kinds(pledge, ConditionState.Unmet)), row["waits_for_unmet"]);
            Assert.Equal(string.Join(' ', plain.Kinds(pledge, ConditionState.Unknown)), row["waits_for_unknown"]);
            Assert.Equal(
                (pledge.Code, string.Join(' ', plain.Same(pledge).Order())),
                (pledge.Code, string.Join(' ', row["same_promise"].Split(' ').Order()))
            );
            Assert.EndsWith($"/pledges/{pledge.Code}", row["address"], StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task The_twins_hold_what_the_page_is_narrowed_to()
    {
        var rows = await Csv.ReadAsync(seeded.App, "/ceasefire.csv?met=parliament&show=opens&country=GBR");
        Assert.All(rows, r => Assert.Equal(("opens", ""), (r["group"], r["still_missing"])));
        Assert.Contains(rows, r => r["code"] == "MULTI-2026-002" && r["waits_for_unmet"] == "ceasefire parliament");

        Assert.Contains("\"still_missing\"", await seeded.App.TextAsync("/ceasefire.json?show=blocked"), StringComparison.Ordinal);
        using var reader = seeded.App.Reader();
        Assert.Equal(HttpStatusCode.OK, (await reader.GetAsync("/ceasefire.xlsx", TestContext.Current.CancellationToken)).StatusCode);
    }

    private static IEnumerable<string> Free(Page page) =>
        page.All($"#{CeasefireGroup.Opens.Slug()} td .code, #{CeasefireGroup.Assumed.Slug()} td .code");

    [Fact]
    public async Task The_csv_says_whether_an_amount_is_paid_once_or_every_year()
    {
        var rows = await Csv.ReadAsync(seeded.App, "/ceasefire.csv");

        Assert.Equal("year", rows.First(r => r["code"] == "ISL-2024-001")["amount_per"]);
        Assert.All(rows.Where(r => r["eur_min"].Length > 0), r => Assert.NotEmpty(r["amount_per"]));
    }
}
