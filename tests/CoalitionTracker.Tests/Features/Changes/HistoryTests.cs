using System.Net;
using CoalitionTracker.Data;
using CoalitionTracker.Features.Changes;
using CoalitionTracker.Tests.Support;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace CoalitionTracker.Tests.Features.Changes;

/// <summary>What a record's history tells: who, when, why, who reviewed it, from what to what.</summary>
public sealed class HistoryTests(HistoryTests.AppWithHistory apps) : IClassFixture<HistoryTests.AppWithHistory>
{
    private const string Code = "JPN-2025-901";

    [Fact]
    public async Task A_version_has_a_page_that_says_who_when_why_and_what()
    {
        var page = await VersionAsync(Code, 1);

        Assert.Equal($"Version {await IdAsync(Code, 1)} of {Code}", page.Heading);
        Assert.Contains("Olena Editor · A better title · reviewed by Ren Reviewer", page.Words, StringComparison.Ordinal);
        Assert.Contains(CoalitionTracker.Shared.Show.Instant(await AtAsync(Code, 1)), page.Words, StringComparison.Ordinal);
        Assert.Equal("Field Before After In one line First title Second title", Page.TextOf(page.SectionOf("What changed")!.QuerySelector("table")));
    }

    [Fact]
    public async Task A_version_shows_the_whole_record_as_it_was_then()
    {
        var then = (await VersionAsync(Code, 1)).Section("The record as it was then");

        Assert.Contains("In one line Second title", then, StringComparison.Ordinal);
        Assert.Contains("What exactly was said What exactly is promised.", then, StringComparison.Ordinal);
        Assert.Contains("Who pledges: Japan", then, StringComparison.Ordinal);
        Assert.DoesNotContain("Third title", then, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_first_version_differs_from_nothing_and_shows_what_was_entered()
    {
        var page = await VersionAsync(Code, 0);

        Assert.Null(page.SectionOf("What changed"));
        Assert.True(page.SectionOf("The record as it was then")!.QuerySelector("details")!.HasAttribute("open"));
        Assert.DoesNotContain("reviewed", page.Words, StringComparison.Ordinal); // nobody did
        Assert.Null(page.Document.QuerySelector("a[rel=prev]"));
    }

    [Fact]
    public async Task From_version_to_version_one_can_walk()
    {
        var (middle, newest) = (await VersionAsync(Code, 1), await VersionAsync(Code, 2));

        Assert.Equal($"/history/{Code}/{await IdAsync(Code, 0)}", middle.Document.QuerySelector("a[rel=prev]")!.GetAttribute("href"));
        Assert.Equal($"/history/{Code}/{await IdAsync(Code, 2)}", middle.Document.QuerySelector("a[rel=next]")!.GetAttribute("href"));
        Assert.Null(newest.Document.QuerySelector("a[rel=next]"));
    }

    [Fact]
    public async Task An_older_version_can_be_restored_and_the_newest_needs_not()
    {
        var restore = $"/edit/restore/{Code}/{await IdAsync(Code, 1)}";
        var link = (await VersionAsync(Code, 1)).Document.QuerySelector("main a[href^='/edit/restore']")!;

        Assert.Equal(("Restore this version", restore), (link.TextContent, link.GetAttribute("href")));
        Assert.Equal(("false", "nofollow"), (link.GetAttribute("data-enhance-nav"), link.GetAttribute("rel")));
        Assert.Null((await VersionAsync(Code, 2)).Document.QuerySelector("main a[href^='/edit/restore']"));
        var history = await apps.App.PageAsync($"/history/{Code}");
        Assert.Equal(
            [restore, $"/edit/restore/{Code}/{await IdAsync(Code, 0)}"],
            history.Document.QuerySelectorAll("main a[href^='/edit/restore']").Select(a => a.GetAttribute("href"))
        );
    }

    [Theory]
    [InlineData("from", "to")]
    [InlineData("to", "from")]
    public async Task Half_a_comparison_is_refused(string given, string missing)
    {
        var page = await apps.App.PageAsync($"/history/{Code}?{given}={await IdAsync(Code, 1)}");

        Assert.Equal(HttpStatusCode.BadRequest, page.Status);
        Assert.Equal([missing], page.All("ul.problems code"));
    }

    [Theory]
    [InlineData("/history/JPN-2025-901/1")] // another record's
    [InlineData("/history/JPN-2025-901/999999")]
    [InlineData("/history/JPN-2025-901/first")]
    [InlineData("/history/JPN-1999-001/1")]
    public async Task An_unknown_version_is_404(string path) => Assert.Equal(HttpStatusCode.NotFound, (await apps.App.PageAsync(path)).Status);

    [Fact]
    public async Task Who_reviewed_is_said_wherever_versions_are_listed()
    {
        foreach (var path in new[] { $"/history/{Code}", $"/pledges/{Code}" })
        {
            var words = (await apps.App.PageAsync(path)).Words;
            Assert.Contains("Olena Editor · A better title · reviewed by Ren Reviewer", words, StringComparison.Ordinal);
            Assert.Contains("Ren Reviewer · A still better title · self-reviewed by Ren Reviewer", words, StringComparison.Ordinal);
            Assert.DoesNotContain("For the test · reviewed", words, StringComparison.Ordinal); // entered by nobody's review
        }
    }

    [Fact]
    public async Task Links_to_versions_lead_to_their_pages_and_old_anchors_still_work()
    {
        var newest = await IdAsync(Code, 2);
        var history = await apps.App.PageAsync($"/history/{Code}");

        Assert.NotNull(history.Document.GetElementById($"v{newest}"));
        Assert.Equal($"/history/{Code}/{newest}", history.Document.QuerySelector($"#v{newest} h2 a")!.GetAttribute("href"));
        Assert.NotNull((await apps.App.PageAsync($"/pledges/{Code}")).Document.QuerySelector($"ol.revisions a[href='/history/{Code}/{newest}']"));
    }

    [Fact]
    public async Task Any_two_versions_are_compared_whichever_is_named_first()
    {
        var (first, last) = (await IdAsync(Code, 0), await IdAsync(Code, 2));
        foreach (var query in new[] { $"?from={first}&to={last}", $"?from={last}&to={first}" })
        {
            var table = (await apps.App.PageAsync($"/history/{Code}{query}")).All("main table");
            Assert.Equal("Field Before After In one line First title Third title", Assert.Single(table));
        }
    }

    [Fact]
    public async Task A_version_from_before_the_record_was_public_stays_hidden()
    {
        const string published = "JPN-2025-902";
        var (draft, then) = (await IdAsync(published, 0), await IdAsync(published, 1));

        Assert.Equal(HttpStatusCode.NotFound, (await apps.App.PageAsync($"/history/{published}/{draft}")).Status);
        foreach (var path in new[] { $"/history/{published}", $"/history/{published}/{then}", $"/pledges/{published}" })
        {
            var page = await apps.App.PageAsync(path);
            Assert.Equal(HttpStatusCode.OK, page.Status);
            Assert.DoesNotContain("Zanzibarine", page.Html, StringComparison.Ordinal);
            Assert.DoesNotContain($"/{draft}\"", page.Html, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task A_text_that_speaks_of_drafts_hides_nothing() =>
        Assert.Contains("\"state\":\"draft\"", (await VersionAsync("JPN-2025-903", 0)).Words, StringComparison.Ordinal);

    [Fact]
    public async Task Beyond_the_newest_versions_a_history_tells_only_who_when_and_why()
    {
        const string busy = "NOTE-JPN-901";
        var page = await apps.App.PageAsync($"/history/{busy}");
        var oldest = await IdAsync(busy, 0);

        Assert.Equal(HistoryPage.Detailed, page.Document.QuerySelectorAll("section[id^=v]").Length);
        Assert.Equal(2, page.SectionOf("Older versions")!.QuerySelectorAll("li").Length);
        Assert.NotNull(page.Document.QuerySelector($"li#v{oldest} a[href='/history/{busy}/{oldest}']"));
        Assert.Equal(HttpStatusCode.OK, (await apps.App.PageAsync($"/history/{busy}/{oldest}")).Status);
    }

    private async Task<Page> VersionAsync(string code, int which) => await apps.App.PageAsync($"/history/{code}/{await IdAsync(code, which)}");

    private async Task<long> IdAsync(string code, int which) => (await RevisionsAsync(code))[which].Id;

    private async Task<DateTime> AtAsync(string code, int which) => (await RevisionsAsync(code))[which].At;

    private async Task<List<Revision>> RevisionsAsync(string code)
    {
        await using var db = apps.App.Open();
        return await db.Revisions.Where(r => r.Code == code).OrderBy(r => r.Id).ToListAsync();
    }

    /// <summary>A product with records that have been changed, reviewed and published.</summary>
    public sealed class AppWithHistory : IAsyncLifetime
    {
        private TestApp? app;

        public TestApp App => app!;

        public async ValueTask InitializeAsync()
        {
            app = await TestApp.EmptyAsync();
            await SaveAsync(Pledge(Code, "First title"), TestStore.Edit);
            await SaveAsync(Pledge(Code, "Second title"), new Edit("Olena Editor", "A better title", "Ren Reviewer"));
            await SaveAsync(Pledge(Code, "Third title"), new Edit("Ren Reviewer", "A still better title", "Ren Reviewer"));
            var draft = Pledge("JPN-2025-902", "Zanzibarine");
            draft.State = RecordState.Draft;
            await SaveAsync(draft, TestStore.Edit);
            await SaveAsync(Pledge("JPN-2025-902", "Published"), TestStore.Edit);
            await SaveAsync(Pledge("JPN-2025-903", "It says \"state\":\"draft\" here"), TestStore.Edit);
            for (var i = 0; i < HistoryPage.Detailed + 2; i++)
            {
                var note = Example.Note();
                note.Text = $"Text {i}";
                await SaveAsync(note, TestStore.Edit);
            }
        }

        public ValueTask DisposeAsync() => App.DisposeAsync();

        private static Pledge Pledge(string code, string title)
        {
            var pledge = Example.Pledge(code);
            pledge.Title = title;
            return pledge;
        }

        private Task SaveAsync(Record record, Edit edit) => App.Services.GetRequiredService<RecordWriter>().SaveAsync([record], edit);
    }
}
