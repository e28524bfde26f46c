using System.Net;
using CoalitionTracker.Data;
using CoalitionTracker.Shared;
using CoalitionTracker.Tests.Support;

namespace CoalitionTracker.Tests.Features.Changes;

/// <summary>Records as they were in a version.</summary>
public sealed class RecordInVersionTests(AppWithChanges apps) : IClassFixture<AppWithChanges>
{
    public static IEnumerable<TheoryDataRow<StorageProvider>> Stores => Providers.All;

    [Theory]
    [MemberData(nameof(Stores))]
    public async Task A_record_s_page_shows_what_it_said_then(StorageProvider provider)
    {
        var app = await apps.OnAsync(provider);
        var second = await apps.VersionAsync(AppWithChanges.Changed, 1, provider);

        var page = await app.PageAsync($"/pledges/{AppWithChanges.Changed}?version={second + 1}"); // another record's version: this one's is in force

        Assert.Equal("Second", page.Heading);
        Assert.Contains(
            $"This is what the record said in version {second + 1}, of {Show.Day(AppWithChanges.Day(2))}. It has changed since.",
            page.Words,
            StringComparison.Ordinal
        );
        Assert.NotNull(page.Document.QuerySelector($".banner a[href='/pledges/{AppWithChanges.Changed}']"));
        Assert.NotNull(page.Document.QuerySelector($".banner a[href='/changes?since={second + 1}']"));
        Assert.Contains($"version {second + 1} of {AppWithChanges.Day(2):yyyy-MM-dd}", page.Words, StringComparison.Ordinal); // as it is cited
        Assert.DoesNotContain("The amount", page.Section("Changes to this record"), StringComparison.Ordinal);
        Assert.Equal("Declared", page.Fact("How binding")); // what is computed is computed from what it said
    }

    [Fact]
    public async Task The_data_of_a_version_s_page_is_that_version_s()
    {
        var first = await apps.VersionAsync(AppWithChanges.Changed, 0);
        var page = await apps.App.PageAsync($"/pledges/{AppWithChanges.Changed}?version={first}");
        var data = page.Document.QuerySelector(".twins a[href*='.json']")!.GetAttribute("href")!;

        Assert.Equal($"/pledges/{AppWithChanges.Changed}.json?version={first}", data);
        Assert.Contains("\"title\":\"First\"", await apps.App.TextAsync(data), StringComparison.Ordinal);
        Assert.Contains("\"title\":\"Third\"", await apps.App.TextAsync($"/pledges/{AppWithChanges.Changed}.json"), StringComparison.Ordinal);
    }

    [Theory]
    [MemberData(nameof(Stores))]
    public async Task A_country_s_page_shows_its_pledges_as_they_were(StorageProvider provider)
    {
        var app = await apps.OnAsync(provider);
        var then = await apps.VersionAsync(AppWithChanges.ThereAndBack, 1, provider);

        var page = await app.PageAsync($"/countries/JPN?version={then}");

        var titles = page.Document.QuerySelectorAll("a.title").Select(Page.TextOf).Order(StringComparer.Ordinal);
        Assert.Equal(["First", "Second", "Second"], titles); // what was published later is not among them
        Assert.Contains("as they were then; sources are today's", page.Words, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_record_that_was_not_public_then_is_404()
    {
        var draft = await apps.VersionAsync(AppWithChanges.OnceDraft, 0);
        var published = await apps.VersionAsync(AppWithChanges.OnceDraft, 1);

        Assert.Equal(HttpStatusCode.NotFound, (await apps.App.PageAsync($"/pledges/{AppWithChanges.OnceDraft}?version={draft}")).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await apps.App.PageAsync($"/pledges/{AppWithChanges.OnceDraft}.json?version={draft}")).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await apps.App.PageAsync($"/pledges/{AppWithChanges.Draft}?version={published}")).Status);
        Assert.Equal(HttpStatusCode.OK, (await apps.App.PageAsync($"/pledges/{AppWithChanges.OnceDraft}?version={published}")).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await apps.App.PageAsync($"/agreements/{AppWithChanges.OnceDraft}?version={published}")).Status);
    }

    [Theory]
    [InlineData("/pledges/JPN-2025-901")]
    [InlineData("/countries/JPN")]
    [InlineData("/sources/SRC-0001")]
    [InlineData("/pledges/JPN-2025-901.json")]
    public async Task A_version_that_is_none_is_400(string path)
    {
        foreach (var bad in new[] { "now", "-1", "1.5", "999999", "" })
            Assert.Equal((bad, HttpStatusCode.BadRequest), (bad, (await apps.App.PageAsync($"{path}?version={bad}")).Status));
    }

    [Theory]
    [InlineData("/statements/STM-2025-004")]
    [InlineData("/agreements/AGR-2024-001")]
    [InlineData("/sources/SRC-0001")]
    [InlineData("/countries/COW")]
    [InlineData("/countries/CZE")]
    [InlineData("/countries/HUN")]
    [InlineData("/pledges/JPN-2024-001")]
    public async Task Every_kind_of_page_has_its_versions(string path)
    {
        await using var app = await TestApp.SeededAsync();
        await using var db = app.Open();
        var newest = db.Revisions.Max(r => r.Id);
        var (today, then) = (await app.PageAsync(path), await app.PageAsync($"{path}?version={newest}"));

        Assert.Equal((HttpStatusCode.OK, today.Heading), (then.Status, then.Heading));
        Assert.Single(then.All(".banner"));
        var banner = Page.TextOf(then.Document.QuerySelector(".banner"));
        today.Document.QuerySelector(".as-of")?.Remove(); // a version is not asked for as of a day, too
        today.SectionOf("Pledges and refusals")?.QuerySelector(".twins")?.Remove(); // the list's data are today's
        var (is_, was) = (today.Words, then.Words.Replace(banner, "", StringComparison.Ordinal).Trim());
        Assert.Equal(WithoutFoot(is_), WithoutFoot(was)); // read back from its revision, the record says the same

        static string WithoutFoot(string words) => words.Split("Changes to this record")[0];
    }

    [Fact]
    public async Task The_history_leads_to_the_page_of_each_version()
    {
        var first = await apps.VersionAsync(AppWithChanges.Changed, 0);
        var link = $"/pledges/{AppWithChanges.Changed}?version={first}";

        Assert.NotNull((await apps.App.PageAsync($"/pledges/{AppWithChanges.Changed}")).Document.QuerySelector($"ol.revisions a[href='{link}']"));
        Assert.NotNull((await apps.App.PageAsync($"/history/{AppWithChanges.Changed}/{first}")).Document.QuerySelector($"a[href='{link}']"));
    }

    [Fact]
    public async Task The_foot_of_every_page_leads_to_what_changed()
    {
        var version = (await apps.App.PageAsync("/method")).Document.QuerySelector("footer a[data-version]")!;

        Assert.Equal(("/changes", version.TextContent), (version.GetAttribute("href"), version.GetAttribute("data-version")));
    }
}
