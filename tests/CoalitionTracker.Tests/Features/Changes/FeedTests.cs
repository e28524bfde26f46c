using System.Net;
using System.ServiceModel.Syndication;
using System.Text.Json;
using System.Xml;
using CoalitionTracker.Tests.Support;

namespace CoalitionTracker.Tests.Features.Changes;

/// <summary>The feeds of changes, as other programs read them.</summary>
public sealed class FeedTests(AppWithChanges apps) : IClassFixture<AppWithChanges>
{
    [Theory]
    [InlineData("/changes.atom")]
    [InlineData("/countries/JPN/changes.atom")]
    public async Task An_Atom_feed_has_everything_that_a_reader_needs(string path)
    {
        var feed = await AtomAsync(path);

        Assert.Equal("http://localhost" + path, feed.Links.Single(l => l.RelationshipType == "self").Uri.ToString());
        Assert.StartsWith("http://localhost/changes", feed.Id, StringComparison.Ordinal);
        Assert.NotEmpty(feed.Title.Text);
        Assert.NotEmpty(feed.Items);
        Assert.Equal(feed.Items.Max(i => i.LastUpdatedTime), feed.LastUpdatedTime);
        Assert.Equal(feed.Items.Count(), feed.Items.Select(i => i.Id).Distinct().Count());
        Assert.All(
            feed.Items,
            item =>
            {
                Assert.True(Uri.IsWellFormedUriString(item.Id, UriKind.Absolute), item.Id);
                Assert.NotEmpty(item.Title.Text);
                Assert.NotEmpty(Assert.Single(item.Authors).Name);
                Assert.True(item.LastUpdatedTime > DateTimeOffset.UnixEpoch);
                Assert.Equal("html", item.Content.Type);
                Assert.Equal("localhost", Assert.Single(item.Links).Uri.Host);
            }
        );
    }

    [Fact]
    public async Task An_entry_tells_what_changed_who_changed_it_and_why_and_no_text_becomes_markup()
    {
        var version = await apps.VersionAsync(AppWithChanges.Changed, 2);
        var item = (await AtomAsync("/changes.atom")).Items.Single(i => i.Id == $"http://localhost/history/{AppWithChanges.Changed}/{version}");

        Assert.Equal("Pledge JPN-2025-901 changed: Third", item.Title.Text);
        Assert.Equal("Ren Reviewer", item.Authors[0].Name);
        Assert.Equal(AppWithChanges.Day(4), DateOnly.FromDateTime(item.LastUpdatedTime.UtcDateTime));
        var html = ((TextSyndicationContent)item.Content).Text;
        Assert.Contains("The amount &lt;b&gt;was&lt;/b&gt; found (reviewed by Ren Reviewer)", html, StringComparison.Ordinal);
        Assert.Contains("<td>In one line</td><td>Second</td><td>Third</td>", html, StringComparison.Ordinal);
        Assert.Contains("href=\"http://localhost/pledges/JPN-2025-901\"", html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Records_that_were_entered_together_are_one_entry_that_keeps_its_id()
    {
        await using var app = await TestApp.EmptyAsync();
        await app.SaveAsync(Example.Pledge());
        var before = Read(await app.TextAsync("/changes.atom")).Items.First();
        await app.SaveAsync(Example.Pledge("JPN-2025-950"));

        var after = Read(await app.TextAsync("/changes.atom")).Items.First();

        Assert.Equal(("3 records first entered: For the test", "4 records first entered: For the test"), (before.Title.Text, after.Title.Text));
        Assert.Equal(before.Id, after.Id);
        Assert.True(after.LastUpdatedTime >= before.LastUpdatedTime);
    }

    [Fact]
    public async Task A_first_seeding_is_a_few_entries()
    {
        await using var app = await TestApp.SeededAsync();

        Assert.InRange(Read(await app.TextAsync("/changes.atom")).Items.Count(), 1, 5);
    }

    [Fact]
    public async Task A_country_s_feed_leaves_out_what_does_not_concern_it()
    {
        Assert.DoesNotContain((await AtomAsync("/countries/UKR/changes.atom")).Items, i => i.Title.Text.Contains("JPN-", StringComparison.Ordinal));
        Assert.Contains((await AtomAsync("/countries/JPN/changes.atom")).Items, i => i.Title.Text == "Pledge JPN-2025-903 deprecated: First");
    }

    [Theory]
    [InlineData("/changes.feed.json")]
    [InlineData("/countries/JPN/changes.feed.json")]
    public async Task A_JSON_feed_has_the_members_that_its_specification_asks_for(string path)
    {
        var feed = JsonDocument.Parse(await TextAsync(path, "application/feed+json")).RootElement;

        Assert.Equal("https://jsonfeed.org/version/1.1", feed.GetProperty("version").GetString());
        Assert.NotEmpty(feed.GetProperty("title").GetString()!);
        Assert.Equal("http://localhost" + path, feed.GetProperty("feed_url").GetString());
        Assert.StartsWith("http://localhost/changes", feed.GetProperty("home_page_url").GetString(), StringComparison.Ordinal);
        var items = feed.GetProperty("items").EnumerateArray().ToList();
        Assert.NotEmpty(items);
        Assert.Equal(items.Count, items.Select(i => i.GetProperty("id").GetString()).Distinct().Count());
        Assert.All(
            items,
            item =>
            {
                Assert.StartsWith("http://localhost/", item.GetProperty("url").GetString(), StringComparison.Ordinal);
                Assert.NotEmpty(item.GetProperty("content_html").GetString()!);
                Assert.EndsWith("Z", item.GetProperty("date_published").GetString(), StringComparison.Ordinal);
                Assert.NotEmpty(item.GetProperty("authors")[0].GetProperty("name").GetString()!);
            }
        );
    }

    [Fact]
    public async Task Pages_name_their_feeds()
    {
        Assert.Equal("/changes.atom", await FeedOfAsync("/changes"));
        Assert.Equal("/changes.atom", await FeedOfAsync("/"));
        Assert.Equal("/countries/JPN/changes.atom", await FeedOfAsync("/countries/JPN"));
        Assert.NotNull((await apps.App.PageAsync("/countries/JPN")).Document.QuerySelector("main a[href='/countries/JPN/changes.atom']"));

        async Task<string?> FeedOfAsync(string path) =>
            (await apps.App.PageAsync(path)).Document.QuerySelector("head link[rel=alternate][type='application/atom+xml']")?.GetAttribute("href");
    }

    [Fact]
    public async Task A_feed_that_has_not_changed_is_not_sent_again()
    {
        using var reader = apps.App.Reader();
        using var first = await reader.GetAsync("/changes.atom", TestContext.Current.CancellationToken);
        using var request = new HttpRequestMessage(HttpMethod.Get, "/changes.atom");
        request.Headers.TryAddWithoutValidation("If-None-Match", first.Headers.ETag!.ToString());
        using var again = await reader.SendAsync(request, TestContext.Current.CancellationToken);

        Assert.Equal(HttpStatusCode.NotModified, again.StatusCode);
    }

    [Fact]
    public async Task A_feed_has_no_choices()
    {
        using var reader = apps.App.Reader();
        using var answer = await reader.GetAsync("/changes.atom?country=JPN", TestContext.Current.CancellationToken);

        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
    }

    private async Task<SyndicationFeed> AtomAsync(string path) => Read(await TextAsync(path, "application/atom+xml"));

    private async Task<string> TextAsync(string path, string type)
    {
        using var reader = apps.App.Reader();
        using var answer = await reader.GetAsync(path);
        Assert.Equal((HttpStatusCode.OK, type), (answer.StatusCode, answer.Content.Headers.ContentType?.MediaType));
        return await answer.Content.ReadAsStringAsync();
    }

    private static SyndicationFeed Read(string atom)
    {
        using var xml = XmlReader.Create(new StringReader(atom));
        return SyndicationFeed.Load(xml);
    }
}
