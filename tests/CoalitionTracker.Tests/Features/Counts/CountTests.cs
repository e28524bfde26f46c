using System.Net;
using CoalitionTracker.Data;
using CoalitionTracker.Features.Counts;
using CoalitionTracker.Tests.Support;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace CoalitionTracker.Tests.Features.Counts;

/// <summary>Beside every number of others stands what the record itself counts: the same as a plain count over its entries.</summary>
public sealed class CountTests(SeededApp seeded)
{
    private static readonly DateOnly[] Days = [new(2024, 6, 27), new(2025, 4, 11), new(2025, 9, 4), new(2026, 1, 6)];

    [Theory]
    [InlineData(CountMeasure.Troops, new[] { Contribution.LandForces })]
    [InlineData(CountMeasure.Presence, new[] { Contribution.LandForces, Contribution.Air, Contribution.Maritime })]
    [InlineData(CountMeasure.Support, new[] { Contribution.MilitaryEquipment, Contribution.Logistics, Contribution.Intelligence })]
    public async Task Pledging_states_are_those_whose_pledges_say_so_one_by_one(CountMeasure measure, Contribution[] contributions)
    {
        await using var made = await TestApp.EmptyAsync();
        var pledges = SomePledges.Make(7, 300);
        await made.SaveAsync([.. pledges]);

        foreach (var app in new[] { made, seeded.App })
        {
            await using var db = await DbAsync(app);
            var all = await db.Pledges.Where(p => p.State == RecordState.Published).AsSplitQuery().ToListAsync(TestContext.Current.CancellationToken);
            var states = await StatesAsync(db);
            foreach (var day in Days)
            {
                var stances = Plain(all, contributions, day).Where(p => states.Contains(p.Key) && p.Key != "UKR").ToList();
                var count = await CountAsync(app, measure, day);
                Assert.Equal(Of(stances, l => l >= Level.Declared), count.Counted.Order());
                Assert.Equal(count.Counted.Count, count.Number);
                Assert.Equal(Of(stances, l => l is Level.UnderDiscussion or Level.NotStated).Except(count.Counted), count.Short.Order());
                Assert.Equal(Of(stances, l => l is Level.RuledOut).Except(count.Counted).Except(count.Short), count.Against.Order());
            }
        }

        static IEnumerable<string> Of(List<KeyValuePair<string, List<Level>>> stances, Func<Level, bool> which) =>
            stances.Where(s => s.Value.Any(which)).Select(s => s.Key).Order();
    }

    /// <summary>Where each country stands on each of the contributions: a refusal, unless something of the kind is discussed or more.</summary>
    private static IEnumerable<KeyValuePair<string, List<Level>>> Plain(List<Pledge> all, Contribution[] contributions, DateOnly day)
    {
        var replaced = all.Where(p => p.StandingOn(day) is not null)
            .SelectMany(p => p.Relations.Where(r => r.Kind is RelationKind.Supersedes).Select(r => r.Pledge))
            .ToHashSet();
        return all.Where(p => contributions.Contains(p.Contribution) && !replaced.Contains(p.Code))
            .Where(p => p.StandingOn(day) is { Delivery: not (Delivery.Withdrawn or Delivery.Superseded) })
            .SelectMany(p =>
                p.Parties.Where(c => c.Role is PledgePartyRole.Pledger).Select(c => (c.Country, p.Contribution, p.StandingOn(day)!.Value.Level))
            )
            .GroupBy(p => p.Country)
            .Select(p => KeyValuePair.Create(p.Key, p.GroupBy(c => c.Contribution, c => c.Level).Select(StanceOf).ToList()));
    }

    private static Level StanceOf(IEnumerable<Level> levels)
    {
        var all = levels.ToHashSet();
        return all.Contains(Level.RuledOut) && !all.Any(l => l is not (Level.RuledOut or Level.NotStated)) ? Level.RuledOut : all.Max();
    }

    [Fact]
    public async Task States_with_an_agreement_are_the_other_parties_of_what_was_signed_by_the_day()
    {
        await using var db = await DbAsync(seeded.App);
        var texts = await db
            .Agreements.Where(a => a.State == RecordState.Published && a.Type == AgreementKind.Bilateral)
            .AsSplitQuery()
            .ToListAsync(TestContext.Current.CancellationToken);
        var states = await StatesAsync(db);

        foreach (var day in Days)
        {
            var plain = texts
                .Where(a => a.Parties.Any(p => p.Country == "UKR") && a.StandingOn(day) is AgreementState.Signed or AgreementState.InForce)
                .SelectMany(a => a.Parties.Select(p => p.Country))
                .Where(c => c != "UKR" && states.Contains(c))
                .Distinct()
                .Order();
            Assert.Equal(plain, (await CountAsync(seeded.App, CountMeasure.Agreements, day)).Counted.Order());
        }
    }

    [Theory]
    [InlineData("CNT-2024-001")] // as its source, with the EU's
    [InlineData("CNT-2024-003")]
    [InlineData("CNT-2024-004")]
    [InlineData("CNT-2025-016")]
    [InlineData("CNT-2025-001")]
    [InlineData("CNT-2025-002")]
    [InlineData("CNT-2025-010")]
    [InlineData("CNT-2025-013")]
    [InlineData("CNT-2026-001")]
    [InlineData("CNT-2026-004")]
    public async Task What_a_number_of_the_record_rests_on_is_a_list_of_as_many(string code)
    {
        var facts = (await seeded.App.PageAsync("/counts")).Document.GetElementById(code)!;
        var number = int.Parse(Page.TextOf(facts.QuerySelector("strong.number")), null);
        var link = facts.QuerySelectorAll("dd a").First(a => Page.TextOf(a).StartsWith("What it rests on", StringComparison.Ordinal));
        var withUkraine = Page.TextOf(link).EndsWith("Ukraine among it", StringComparison.Ordinal);

        var rows = await Csv.ReadAsync(seeded.App, link.GetAttribute("href")!.Replace("?", ".csv?", StringComparison.Ordinal));

        Assert.Equal((code, number + (withUkraine ? 1 : 0)), (code, rows.Count));
        Assert.Equal((code, withUkraine), (code, rows.Any(r => r["code"] == "UKR")));
    }

    [Fact]
    public async Task Agreements_are_counted_and_not_states_organisations_among_them()
    {
        var page = await seeded.App.PageAsync("/counts");
        var row = (await Csv.ReadAsync(seeded.App, "/counts.csv")).First(r => r["code"] == "CNT-2024-001");

        Assert.Equal(("20", "20"), (row["value"], row["record_count_then"]));
        Assert.Equal("EU", row["record_organisations_then"]);
        var facts = Page.TextOf(page.Document.GetElementById("CNT-2024-001"));
        Assert.Contains("20 on 27 Jun 2024, with 19 states: Belgium", facts, StringComparison.Ordinal);
        Assert.Contains("Counted as well, since agreements are counted and not states: European Union", facts, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Two_agreements_of_one_state_are_two()
    {
        await using var app = await TestApp.EmptyAsync();
        await app.SaveAsync(Example.Agreement(), Example.Agreement("AGR-2024-902"));

        var count = await CountAsync(app, CountMeasure.Agreements, new DateOnly(2024, 7, 1));

        Assert.Equal((2, "JPN"), (count.Number, Assert.Single(count.Counted)));
    }

    [Fact]
    public async Task Ukraine_is_whom_pledges_are_made_to_and_no_giver_but_was_at_meetings()
    {
        var members = await CountAsync(seeded.App, CountMeasure.Coalition, new DateOnly(2026, 1, 6));
        Assert.DoesNotContain("UKR", members.All);
        Assert.True(members.LeavesOutRecipient);

        var rows = (await Csv.ReadAsync(seeded.App, "/counts.csv")).ToDictionary(r => r["code"]);
        Assert.Equal("25", rows["CNT-2026-001"]["record_count_then"]);
        Assert.Contains("UKR", rows["CNT-2025-005"]["record_countries_then"], StringComparison.Ordinal);
        var facts = Page.TextOf((await seeded.App.PageAsync("/counts")).Document.GetElementById("CNT-2026-001"));
        Assert.Contains("Ukraine Not counted: the pledges are made to it.", facts, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Without_a_day_nothing_can_have_been_signed_after_it()
    {
        await using var app = await TestApp.EmptyAsync();
        var count = Example.Count();
        (count.On, count.Measure) = (default, CountMeasure.Agreements);
        await app.SaveAsync(Example.Agreement(), count);

        var row = Assert.Single(await Csv.ReadAsync(app, "/counts.csv"));

        Assert.Equal(("JPN", ""), (row["record_countries_then"], row["record_vaguely_dated_then"]));
        Assert.DoesNotContain("Dated vaguely", (await app.PageAsync("/counts")).Words, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(Contribution.LandForces, false)] // as the matrix and the map have it
    [InlineData(Contribution.Air, true)] // another contribution, of whatever level, is no refusal
    public async Task What_is_not_stated_beside_a_refusal_of_the_same_kind_is_ruled_out(Contribution other, bool isShort)
    {
        await using var app = await TestApp.EmptyAsync();
        var (refusal, vague) = (Example.Pledge("JPN-2025-901"), Example.Pledge("JPN-2025-902"));
        (refusal.Contribution, vague.Contribution) = (Contribution.LandForces, other);
        refusal.Levels = [new() { Level = Level.RuledOut, On = refusal.Announced }];
        vague.Levels = [new() { Level = Level.NotStated, On = vague.Announced }];
        await app.SaveAsync(refusal, vague);

        var count = await CountAsync(app, CountMeasure.Presence, new DateOnly(2026, 1, 6));

        Assert.Equal((isShort, !isShort), (count.Short.Contains("JPN"), count.Against.Contains("JPN")));
    }

    [Fact]
    public async Task What_the_source_says_vaguely_is_no_number()
    {
        var row = (await Csv.ReadAsync(seeded.App, "/counts.csv")).First(r => r["code"] == "CNT-2025-006");
        Assert.Equal(("", "some 29"), (row["value"], row["words"]));

        var page = await seeded.App.PageAsync("/counts");
        Assert.DoesNotContain("29", page.Document.QuerySelectorAll("#counts-table [data-value]").Select(c => c.GetAttribute("data-value")));
    }

    [Fact]
    public async Task What_bars_are_called_is_said_in_full_with_their_numbers()
    {
        var page = await seeded.App.PageAsync("/counts");
        var names = page
            .Document.QuerySelectorAll("#counts-table tr:not([data-skip])")
            .Select(r => Page.Squeeze(r.GetAttribute("data-category")))
            .ToList();

        Assert.Contains("26, record 3: Emmanuel Macron, 4 Sep 2025", names);
        Assert.Contains("35: Minister for Defence of Australia, 25 Nov 2025", names);
        Assert.DoesNotContain(names, n => n.Contains('…', StringComparison.Ordinal));
    }

    [Fact]
    public async Task Members_are_leads_and_participants_of_the_day()
    {
        var count = await CountAsync(seeded.App, CountMeasure.Coalition, new DateOnly(2025, 8, 18));

        Assert.Contains("JPN", count.Counted);
        Assert.Contains("GBR", count.Counted);
        Assert.Contains("NZL", count.Short); // its membership was disputed
        Assert.Equal(["EU", "NATO"], count.Organisations);
        Assert.DoesNotContain("COW", count.Organisations);
        Assert.Empty((await CountAsync(seeded.App, CountMeasure.Coalition, new DateOnly(2024, 1, 1))).Counted);
    }

    [Fact]
    public async Task The_page_says_what_makes_26_and_what_of_it_the_record_can_name()
    {
        var page = await seeded.App.PageAsync("/counts");

        Assert.StartsWith(
            "Between 6 and 37, in 11 counts by 9 sources; 5 more give it only in words",
            page.All("p.lead")[0],
            StringComparison.Ordinal
        );
        var facts = Page.TextOf(page.Document.GetElementById("CNT-2025-013"));
        Assert.Contains("Nobody: the source gives a number without a list.", facts, StringComparison.Ordinal);
        Assert.Contains("3 on 4 Sep 2025: Estonia, Lithuania, United Kingdom", facts, StringComparison.Ordinal);
        Assert.Contains("Under discussion or not stated 11, not counted: Australia", facts, StringComparison.Ordinal);
        Assert.Contains("Today 7; since then also Belgium, France", facts, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_full_list_of_names_is_set_against_the_record_both_ways()
    {
        var page = await seeded.App.PageAsync("/counts");

        var agreements = Page.TextOf(page.Document.GetElementById("CNT-2025-016"));
        Assert.Contains("The source names, and the record does not count: Albania", agreements, StringComparison.Ordinal);
        Assert.Contains("The record counts, and the source's list leaves out: Croatia", agreements, StringComparison.Ordinal);
        var six = Page.TextOf(page.Document.GetElementById("CNT-2025-010"));
        Assert.Contains("Only some (5)", six, StringComparison.Ordinal);
        Assert.DoesNotContain("list leaves out", six, StringComparison.Ordinal);
    }

    [Fact]
    public async Task As_of_a_day_only_what_had_been_counted_is_shown_and_compared_with_that_day()
    {
        var rows = await Csv.ReadAsync(seeded.App, "/counts.csv?asOf=2025-04-11");

        Assert.DoesNotContain(rows, r => string.CompareOrdinal(r["on"], "2025-04-11") > 0);
        Assert.Contains(rows, r => r["code"] == "CNT-2025-010" && r["record_count_now"] == "1");
        var narrowed = await Csv.ReadAsync(seeded.App, "/counts.csv?measure=agreements&unit=agreements&sort=value");
        Assert.Equal(["20", "27", "27", "28"], narrowed.Select(r => r["value"]));
    }

    [Theory]
    [InlineData("/counts", "")]
    [InlineData("/counts?asOf=2025-09-10&sort=value", "?asOf=2025-09-10&sort=value")]
    public async Task Every_number_of_the_table_leads_to_its_explanation_on_the_same_page(string path, string query)
    {
        var page = await seeded.App.PageAsync(path);
        var links = page.Document.QuerySelectorAll("#counts-table tbody a.number, #counts-table tbody a.title").ToList();
        Assert.NotEmpty(links);

        foreach (var parts in links.Select(l => l.GetAttribute("href")!.Split('#')))
        {
            Assert.Equal("/counts" + query, parts[0]);
            Assert.NotNull(page.Document.GetElementById(parts[1]));
        }
    }

    [Fact]
    public async Task A_count_of_a_year_is_compared_with_no_day_after_the_one_that_is_looked_from()
    {
        var facts = (await seeded.App.PageAsync("/counts?asOf=2025-02-01")).Document.GetElementById("CNT-2025-011");

        Assert.Contains("on 1 Feb 2025", Page.TextOf(facts), StringComparison.Ordinal);
        Assert.DoesNotContain("Dec 2025", Page.TextOf(facts), StringComparison.Ordinal);
        Assert.DoesNotContain("since then", Page.TextOf(facts), StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_agreement_dated_by_its_month_is_named_where_it_may_have_been_signed_after_the_count()
    {
        var facts = Page.TextOf((await seeded.App.PageAsync("/counts")).Document.GetElementById("CNT-2024-003"));

        Assert.Contains("it may have been after that day: Greece Organisations", facts, StringComparison.Ordinal);
        var rows = (await Csv.ReadAsync(seeded.App, "/counts.csv")).ToDictionary(r => r["code"]);
        Assert.Equal("GRC", rows["CNT-2024-003"]["record_vaguely_dated_then"]);
    }

    [Fact]
    public async Task The_picture_draws_one_unit_only_and_says_what_it_leaves_out()
    {
        var page = await seeded.App.PageAsync("/counts");
        var rows = (await Csv.ReadAsync(seeded.App, "/counts.csv")).ToDictionary(r => r["code"]);
        var drawn = page
            .Document.QuerySelectorAll("#counts-table tbody tr:not([data-skip])")
            .Select(r => rows[r.QuerySelector("a.number")!.GetAttribute("href")!.Split('#')[1]])
            .ToList();

        Assert.All(drawn, r => Assert.Equal("countries", r["unit"]));
        Assert.DoesNotContain(drawn, r => r["value"].Length == 0);
        var inWords = rows.Values.Count(r => r["unit"] == "countries" && r["value"].Length == 0);
        Assert.Contains($"Not drawn, but in the table: {inWords} given only in words", page.Words, StringComparison.Ordinal);
        Assert.Contains($"in {drawn.Count} counts by", page.All("p.lead")[0], StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_draft_s_words_are_not_shown_beside_a_count()
    {
        await using var app = await TestApp.EmptyAsync();
        var (source, meeting, count) = (Example.Source("SRC-0009"), Example.Event(), Example.Count());
        (source.Title, source.State) = ("Zanzibarine source", RecordState.Draft);
        (meeting.Title, meeting.State) = ("Zanzibarine meeting", RecordState.Draft);
        count.Event = meeting.Code;
        count.Citations.Add(Example.Citation("SRC-0009"));
        await app.SaveAsync(source, meeting, count);

        var page = await app.PageAsync("/counts");

        Assert.Contains(count.Definition, page.Words, StringComparison.Ordinal);
        Assert.DoesNotContain("Zanzibarine", page.Words, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("/counts?asOf=2999-01-01")]
    [InlineData("/counts?measure=luck")]
    [InlineData("/counts?colour=red")]
    public async Task What_the_page_does_not_know_is_refused(string path) =>
        Assert.Equal(HttpStatusCode.BadRequest, (await seeded.App.PageAsync(path)).Status);

    [Fact]
    public async Task An_attendance_is_counted_at_a_named_event_only()
    {
        await using var app = await TestApp.EmptyAsync();
        var count = new Count
        {
            Code = "CNT-2025-901",
            Value = 3,
            Definition = "countries at a meeting",
            DefinedBy = "A speaker",
            On = RecordDate.Parse("2025-08-19"),
            Measure = CountMeasure.Attendance,
            Citations = [Example.Citation()],
        };

        var refused = await Assert.ThrowsAsync<RuleException>(() => app.SaveAsync(count));

        Assert.Equal("event", Assert.Single(refused.Problems).Field);
    }

    private static async Task<RecordCount> CountAsync(TestApp app, CountMeasure measure, DateOnly day)
    {
        var version = await app.Services.GetRequiredService<RecordVersion>().CurrentAsync(TestContext.Current.CancellationToken);
        return (await app.Services.GetRequiredService<RecordCounts>().OnAsync(version, measure, null, day, TestContext.Current.CancellationToken))!;
    }

    private static Task<CoalitionDb> DbAsync(TestApp app) =>
        app.Services.GetRequiredService<IDbContextFactory<CoalitionDb>>().CreateDbContextAsync(TestContext.Current.CancellationToken);

    private static async Task<HashSet<string>> StatesAsync(CoalitionDb db) =>
        [.. await db.Countries.Where(c => c.Type == CountryKind.State).Select(c => c.Code).ToListAsync(TestContext.Current.CancellationToken)];
}
