using System.Net;
using System.Text.Json;
using CoalitionTracker.Data;
using CoalitionTracker.Tests.Support;

namespace CoalitionTracker.Tests.Features.Changes;

/// <summary>What changed since a day or a version, and why.</summary>
public sealed class ChangesPageTests(AppWithChanges apps) : IClassFixture<AppWithChanges>
{
    public static IEnumerable<TheoryDataRow<StorageProvider>> Stores => Providers.All;

    [Theory]
    [MemberData(nameof(Stores))]
    public async Task A_day_and_the_version_before_it_ask_for_the_same(StorageProvider provider)
    {
        var app = await apps.OnAsync(provider);
        var before = await apps.VersionAsync(AppWithChanges.Changed, 1, provider) - 1;

        var (byDay, byVersion) = (await app.PageAsync($"/changes?since={Iso(1)}"), await app.PageAsync($"/changes?since={before}"));

        Assert.StartsWith(
            $"What changed 4 records changed since {Words(1)} (version {before}), by 2 people; 1 of them new.",
            byDay.Words,
            StringComparison.Ordinal
        );
        Assert.Contains($"4 records changed since version {before}, of {Words(0)}, by 2 people", byVersion.Words, StringComparison.Ordinal);
        Assert.Equal(byDay.All("section.change h2"), byVersion.All("section.change h2"));
    }

    [Theory]
    [MemberData(nameof(Stores))]
    public async Task A_record_is_told_once_with_the_net_difference_and_every_reason(StorageProvider provider)
    {
        var app = await apps.OnAsync(provider);
        var record = (await app.PageAsync($"/changes?since={Iso(1)}")).Document.GetElementById(AppWithChanges.Changed)!;

        var words = Page.TextOf(record);
        Assert.Contains("Third Pledge JPN-2025-901 · Japan", words, StringComparison.Ordinal);
        Assert.Equal(2, record.QuerySelectorAll("ol.revisions li").Length);
        Assert.Contains("Ren Reviewer · The amount <b>was</b> found · self-reviewed by Ren Reviewer", words, StringComparison.Ordinal);
        Assert.Contains("Olena Editor · Corrected after the speech · reviewed by Ren Reviewer", words, StringComparison.Ordinal);
        Assert.Contains("In one line First Third", words, StringComparison.Ordinal);
        Assert.DoesNotContain("Second", words, StringComparison.Ordinal);
        var rows = record.QuerySelectorAll("tbody tr").Select(Page.TextOf);
        Assert.Contains("How binding: Signed Level: Signed; Since: 1 Sep 2025; Shown by: Report SRC-0002", rows);
        Assert.Contains("What Land forces Financial", rows);
        Assert.NotNull(record.QuerySelector("ins a[href='/sources/SRC-0002']"));
    }

    [Fact]
    public async Task An_end_by_day_or_version_leaves_out_what_came_later()
    {
        var second = await apps.VersionAsync(AppWithChanges.Changed, 1);
        foreach (var until in new[] { Iso(3), $"{second + 1}" })
        {
            var page = await apps.App.PageAsync($"/changes?since={Iso(1)}&until={until}");
            Assert.Equal(["Second", "Second"], page.All("section.change h2"));
        }
        var one = await apps.App.PageAsync($"/changes?since={second - 1}&until={second}");
        Assert.Equal(["Second"], one.All("section.change h2"));
    }

    [Theory]
    [InlineData("999")]
    [InlineData("1073741825")]
    public async Task A_page_behind_the_last_one_says_how_many_there_are(string number)
    {
        var page = await apps.App.PageAsync($"/changes?since={Iso(1)}&page={number}");

        Assert.Equal(HttpStatusCode.OK, page.Status);
        Assert.Empty(page.All("section.change h2"));
        Assert.Contains("There is only 1 page. Go to the last one", page.All(".empty")[0], StringComparison.Ordinal);
        Assert.Equal($"/changes?since={Iso(1)}", page.Document.QuerySelector(".empty a")!.GetAttribute("href"));
    }

    [Fact]
    public async Task It_is_the_record_s_own_history_and_says_how_days_are_written_and_where_the_countries_deeds_are()
    {
        var page = await apps.App.PageAsync($"/changes?since={Iso(1)}&country=JPN");

        Assert.Contains("as a day, such as 2025-09-01", page.Words, StringComparison.Ordinal);
        var timeline = page.Document.QuerySelectorAll("main a").First(a => Page.TextOf(a) == "timeline").GetAttribute("href")!;
        Assert.Equal($"/timeline?country=JPN&from={Iso(1)}", timeline);
        Assert.Equal(HttpStatusCode.OK, (await apps.App.PageAsync(timeline)).Status);
    }

    [Fact]
    public async Task What_changed_and_changed_back_says_so()
    {
        var record = (await apps.App.PageAsync($"/changes?since={Iso(1)}")).Document.GetElementById(AppWithChanges.ThereAndBack);

        Assert.Contains("Changed and changed back", Page.TextOf(record), StringComparison.Ordinal);
        Assert.Null(record!.QuerySelector("table"));
    }

    [Fact]
    public async Task What_was_first_entered_or_deprecated_is_said_in_words()
    {
        var page = await apps.App.PageAsync($"/changes?since={Iso(1)}");

        Assert.Contains("JPN-2025-903, deprecated", Page.TextOf(page.Document.GetElementById(AppWithChanges.Deprecated)), StringComparison.Ordinal);
        var entered = page.Document.GetElementById(AppWithChanges.OnceDraft);
        Assert.Contains("JPN-2025-905, first entered", Page.TextOf(entered), StringComparison.Ordinal);
        Assert.Contains("What was entered", Page.TextOf(entered!.QuerySelector("summary")), StringComparison.Ordinal);
    }

    [Theory]
    [MemberData(nameof(Stores))]
    public async Task What_was_never_public_is_nowhere(StorageProvider provider)
    {
        var app = await apps.OnAsync(provider);
        foreach (
            var path in new[] { "/changes?since=0&each=yes", "/changes.csv?since=0", "/changes.json?since=0", "/changes.atom", "/changes.feed.json" }
        )
        {
            var text = await app.TextAsync(path);
            Assert.Contains(AppWithChanges.OnceDraft, text, StringComparison.Ordinal);
            Assert.DoesNotContain("Zanzibarine", text, StringComparison.Ordinal);
            Assert.DoesNotContain(AppWithChanges.Draft, text, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task Records_that_were_entered_together_are_one_line_that_opens_to_all()
    {
        var page = await apps.App.PageAsync("/changes?since=0");
        var line = page
            .Document.QuerySelectorAll("section.change")
            .Single(s => Page.TextOf(s.QuerySelector("h2")).StartsWith("2 records", StringComparison.Ordinal));

        Assert.Equal("2 records first entered by Olena Editor", Page.TextOf(line.QuerySelector("h2")));
        Assert.Contains("First facts", Page.TextOf(line), StringComparison.Ordinal);
        Assert.Equal(["Report SRC-0002", "Report SRC-0001"], line.QuerySelectorAll("li a").Select(Page.TextOf));
        var each = await apps.App.PageAsync("/changes?since=0&each=yes&kind=pledge");
        Assert.Equal(4, each.Document.QuerySelectorAll("section.change").Length);
    }

    [Fact]
    public async Task Kinds_and_countries_narrow_what_is_shown()
    {
        Assert.Equal(["JPN-2025-903", "JPN-2025-902", "JPN-2025-901", "JPN-2025-905"], await CodesAsync("kind=pledge&since=" + Iso(1)));
        Assert.Empty(await CodesAsync("kind=source&kind=country&since=" + Iso(1)));
        Assert.Equal(4, (await CodesAsync("country=JPN&since=" + Iso(1))).Count);
        Assert.Empty(await CodesAsync("country=UKR&since=" + Iso(1)));
        Assert.Equal(["UKR"], await CodesAsync("country=UKR&each=yes&since=0"));

        async Task<List<string?>> CodesAsync(string query) =>
            [.. (await apps.App.PageAsync($"/changes?{query}")).Document.QuerySelectorAll("section.change").Select(s => s.Id)];
    }

    [Fact]
    public async Task Where_nothing_changed_it_says_so_and_when_something_last_did()
    {
        var newest = await apps.VersionAsync(AppWithChanges.Deprecated, 1);
        var page = await apps.App.PageAsync($"/changes?since={newest}");

        Assert.Contains($"Nothing changed since version {newest}", page.Words, StringComparison.Ordinal);
        Assert.Contains($"The newest change is version {newest}, of {Words(4)}", page.Words, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("since=yesterday", "since")]
    [InlineData("since=2025-13-01", "since")]
    [InlineData("since=-1", "since")]
    [InlineData("since=999999", "since")]
    [InlineData("since=2100-01-01", "since")]
    [InlineData("since=1&since=2", "since")]
    [InlineData("until=2025", "until")]
    [InlineData("since=2025-09-02&until=2025-09-01", "until")]
    [InlineData("since=5&until=4", "until")]
    [InlineData("country=ATL", "country")]
    [InlineData("kind=rumour", "kind")]
    [InlineData("each=maybe", "each")]
    [InlineData("page=0", "page")]
    [InlineData("taste=sweet", "taste")]
    public async Task A_bad_value_is_400_with_its_name(string query, string field)
    {
        var page = await apps.App.PageAsync($"/changes?{query}");
        Assert.Equal(HttpStatusCode.BadRequest, page.Status);
        Assert.Contains(field, page.All("ul.problems code"));

        using var reader = apps.App.Reader();
        using var answer = await reader.GetAsync($"/changes.csv?{query}", TestContext.Current.CancellationToken);
        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        var problem = JsonDocument.Parse(await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken)).RootElement;
        Assert.True(problem.GetProperty("errors").TryGetProperty(field, out _));
    }

    [Fact]
    public async Task The_data_has_a_row_for_each_changed_field_and_each_first_entry()
    {
        var rows = await Csv.ReadAsync(apps.App, "/changes.csv?since=0&country=JPN&kind=pledge");
        var title = rows.Single(r => r["field"] == "title" && r["after"] == "Third");

        Assert.Equal(("Second", "JPN-2025-901", "pledge", "Ren Reviewer"), (title["before"], title["code"], title["kind"], title["author"]));
        Assert.Equal(("The amount <b>was</b> found", "Ren Reviewer", "Third"), (title["reason"], title["reviewed_by"], title["heading"]));
        Assert.Matches(@"^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ$", title["at"]);
        Assert.Equal(
            ["First", "Second"],
            rows.Where(r => r is { } && r["code"] == AppWithChanges.ThereAndBack && r["field"] == "title").Select(r => r["after"])
        );
        Assert.Equal(4, rows.Count(r => r["after"] == "first entered" && r["field"].Length == 0));
        Assert.Equal(rows.Select(r => long.Parse(r["version"], null)).OrderDescending(), rows.Select(r => long.Parse(r["version"], null)));
        Assert.Equal(
            rows.Count,
            JsonDocument.Parse(await apps.App.TextAsync("/changes.json?since=0&country=JPN&kind=pledge")).RootElement.GetArrayLength()
        );
    }

    [Fact]
    public async Task What_has_changed_is_seen_at_once()
    {
        await using var app = await TestApp.EmptyAsync();
        await app.PageAsync("/changes");
        await app.SaveAsync(Example.Country("JPN", "Japan", "Японія", "日本"), Example.Pledge());

        Assert.Contains("A pledge for the test", (await app.PageAsync("/changes")).Words, StringComparison.Ordinal);
    }

    private static string Iso(int day) => AppWithChanges.Day(day).ToString("yyyy-MM-dd", null);

    private static string Words(int day) => CoalitionTracker.Shared.Show.Day(AppWithChanges.Day(day));
}
