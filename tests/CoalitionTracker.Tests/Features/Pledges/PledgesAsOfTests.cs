using System.Net;
using CoalitionTracker.Data;
using CoalitionTracker.Tests.Support;

namespace CoalitionTracker.Tests.Features.Pledges;

/// <summary>The list of pledges, its downloads and a pledge's own page as of a day.</summary>
public sealed class PledgesAsOfTests(PledgesAsOfTests.Made made) : IClassFixture<PledgesAsOfTests.Made>
{
    private const string Changing = "JPN-2025-901";
    private const string Later = "JPN-2025-902";
    private const string Refused = "NOR-2025-901";

    /// <summary>One pledge that was discussed, then declared, then replaced by a later one; a refusal; and one of no date.</summary>
    public sealed class Made : IAsyncLifetime
    {
        private TestApp? app;

        public TestApp App => app!;

        public async ValueTask InitializeAsync()
        {
            app = await TestApp.EmptyAsync();
            var statement = Example.Statement();
            (statement.On, statement.Pledges) = (RecordDate.Parse("2025-10-15"), [new() { Pledge = Changing, Stance = Stance.Supports }]);
            await app.SaveAsync(
                Example.Country("NOR", "Norway", "Норвегія", "ノルウェー"),
                Example.Country("SWE", "Sweden", "Швеція", "スウェーデン"),
                Of(
                    Changing,
                    "JPN",
                    "2025-08-19",
                    p =>
                    {
                        p.Levels =
                        [
                            new() { Level = Level.UnderDiscussion, On = RecordDate.Parse("2025-08-19") },
                            new() { Level = Level.Declared, On = RecordDate.Parse("2025-10-01") },
                        ];
                        p.Conditions =
                        [
                            new()
                            {
                                Kind = ConditionKind.Parliament,
                                State = ConditionState.Met,
                                Since = RecordDate.Parse("2025-10-01"),
                            },
                        ];
                        p.Money = new Money
                        {
                            Min = 100,
                            Max = 100,
                            Currency = "EUR",
                        };
                    }
                ),
                Of(Later, "JPN", "2025-11-05", p => p.Relations = [new() { Kind = RelationKind.Supersedes, Pledge = Changing }]),
                Of(Refused, "NOR", "2025-08-01", p => p.Levels = [new() { Level = Level.RuledOut, On = RecordDate.Parse("2025-08-01") }]),
                Of("SWE-ND-901", "SWE", null, p => p.Levels = [new() { Level = Level.Declared }]),
                statement
            );
        }

        public ValueTask DisposeAsync() => App.DisposeAsync();

        private static Pledge Of(string code, string country, string? announced, Action<Pledge> with)
        {
            var pledge = Example.Pledge(code);
            pledge.Title = $"Pledge {code}";
            pledge.Parties = [new() { Country = country }];
            pledge.Announced = announced is null ? default : RecordDate.Parse(announced);
            pledge.Levels = [new() { Level = Level.Declared, On = pledge.Announced }];
            with(pledge);
            return pledge;
        }
    }

    [Theory]
    [InlineData("2025-07-31", "")]
    [InlineData("2025-08-01", "NOR-2025-901")]
    [InlineData("2025-10-31", "JPN-2025-901 NOR-2025-901")]
    [InlineData("2025-11-05", "JPN-2025-902 JPN-2025-901 NOR-2025-901")]
    public async Task The_list_has_what_had_been_said_by_then(string day, string codes)
    {
        var page = await made.App.PageAsync($"/pledges?asOf={day}");
        var csv = await Csv.ReadAsync(made.App, $"/pledges.csv?asOf={day}");

        Assert.Equal(codes, string.Join(' ', page.All("table.rows .code")));
        Assert.Equal(codes, string.Join(' ', csv.Select(r => r["code"])));
        Assert.All(
            page.Document.QuerySelectorAll("table.rows a.title"),
            a => Assert.EndsWith($"?asOf={day}", a.GetAttribute("href"), StringComparison.Ordinal)
        );
        Assert.Contains("1 pledge has no date", Page.TextOf(page.Document.QuerySelector(".as-of .note")), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Filters_their_counts_and_the_total_are_those_of_the_day()
    {
        var september = await made.App.PageAsync("/pledges?asOf=2025-09-01");
        var october = await made.App.PageAsync("/pledges?asOf=2025-10-02");

        Assert.Equal("1", CountOf(september, "level", "under-discussion"));
        Assert.Null(CountOf(september, "level", "declared"));
        Assert.Equal("1", CountOf(october, "level", "declared"));
        Assert.Null(CountOf(october, "level", "under-discussion"));
        Assert.Null(september.Document.QuerySelector("input[name=freshness]"));
        Assert.Contains("€100", (await made.App.PageAsync("/pledges?asOf=2025-10-02")).Words, StringComparison.Ordinal);
        Assert.DoesNotContain("€100 of countable", (await made.App.PageAsync("/pledges?asOf=2025-11-06")).Words, StringComparison.Ordinal);
        Assert.Equal("1 pledge", (await made.App.PageAsync("/pledges?asOf=2025-09-01&level=under-discussion")).All(".found")[0]);
        Assert.Equal("0 pledges", (await made.App.PageAsync("/pledges?asOf=2025-10-02&level=under-discussion")).All(".found")[0]);
    }

    [Theory]
    [InlineData("asOf=2025-09-01", "1 pledge, 1 refusal")]
    [InlineData("asOf=2025-11-05", "1 pledge, 1 refusal, 1 withdrawn or replaced")]
    [InlineData("", "2 pledges, 1 refusal, 1 withdrawn or replaced")]
    [InlineData("validity=refusal&validity=ended", "1 refusal, 1 withdrawn or replaced")]
    [InlineData("country=NOR", "1 refusal")]
    [InlineData("q=nothing", "0 pledges")]
    public async Task Refusals_and_what_is_over_are_not_counted_as_pledges(string query, string found) =>
        Assert.Equal(found, (await made.App.PageAsync($"/pledges?{query}")).All(".found")[0]);

    [Fact]
    public async Task An_order_by_level_is_that_of_the_day()
    {
        string[] Codes(Page page) => [.. page.All("table.rows .code")];

        Assert.Equal([Refused, Changing], Codes(await made.App.PageAsync("/pledges?asOf=2025-09-01&sort=level")));
        Assert.Equal([Changing, Refused], Codes(await made.App.PageAsync("/pledges?asOf=2025-09-01&sort=-level")));
    }

    [Fact]
    public async Task A_download_says_what_was_so_on_the_day()
    {
        var rows = await Csv.ReadAsync(made.App, "/pledges.csv?asOf=2025-09-01");

        var row = rows.Single(r => r["code"] == Changing);
        Assert.Equal(("under-discussion", "parliament:unmet", "", "False"), (row["level"], row["conditions"], row["known_on"], row["stale"]));
    }

    [Fact]
    public async Task A_pledge_s_page_is_as_it_was()
    {
        var september = await made.App.PageAsync($"/pledges/{Changing}?asOf=2025-09-01");
        var today = await made.App.PageAsync($"/pledges/{Changing}");

        Assert.Equal("Under discussion", september.Fact("How binding"));
        Assert.Equal("Declared", today.Fact("How binding"));
        Assert.DoesNotContain("Declared", september.Section("History"), StringComparison.Ordinal);
        Assert.Contains("Unmet Parliament", september.Section("Conditions"), StringComparison.Ordinal);
        Assert.Contains("Met Parliament (since 1 Oct 2025)", today.Section("Conditions"), StringComparison.Ordinal);
        Assert.Null(september.SectionOf("Statements on it"));
        Assert.NotNull(today.SectionOf("Statements on it"));
        Assert.Null(september.SectionOf("Related pledges"));
        Assert.NotNull(today.SectionOf("Related pledges"));
        Assert.Equal($"/pledges/{Changing}?asOf=2025-10-01", september.Document.QuerySelector(".as-of a[rel=next]")!.GetAttribute("href"));
        Assert.Contains("1 Oct 2025 Declared", september.All(".as-of a[rel=next]")[0], StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(Changing, "Nothing had been said of this by 18 Aug 2025; the record has it from 19 Aug 2025 on.")]
    [InlineData("SWE-ND-901", "The record has no date for this")]
    public async Task A_pledge_that_was_not_there_yet_says_so(string code, string expected)
    {
        var page = await made.App.PageAsync($"/pledges/{code}?asOf=2025-08-18");

        Assert.Equal(HttpStatusCode.OK, page.Status);
        Assert.Contains(expected, page.All("p.empty")[0], StringComparison.Ordinal);
        Assert.Null(page.SectionOf("History"));
    }

    [Fact]
    public async Task A_pledge_that_is_replaced_says_so_from_that_day_on_be_it_of_money_or_not()
    {
        await using var app = await TestApp.EmptyAsync();
        var (old, replacing) = (Example.Pledge(Changing), Example.Pledge(Later));
        (replacing.Announced, replacing.Relations) = (RecordDate.Parse("2025-11-05"), [new() { Kind = RelationKind.Supersedes, Pledge = Changing }]);
        replacing.Levels[0].On = replacing.Announced;
        await app.SaveAsync(old, replacing);

        Assert.Equal(["Superseded"], (await app.PageAsync("/pledges")).All("table.rows td .under .delivery"));
        Assert.Equal(["Superseded"], (await app.PageAsync("/pledges?asOf=2025-11-05")).All("table.rows td .under .delivery"));
        Assert.Empty((await app.PageAsync("/pledges?asOf=2025-11-04")).All("table.rows td .under .delivery"));
    }

    private static string? CountOf(Page page, string facet, string value) =>
        page.Document.QuerySelector($"input[name={facet}][value={value}]") is { } input
            ? Page.TextOf(input.ParentElement!.QuerySelector(".count"))
            : null;
}
