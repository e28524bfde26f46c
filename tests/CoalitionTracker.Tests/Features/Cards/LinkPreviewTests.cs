using System.Net;
using System.Text.Json.Nodes;
using CoalitionTracker.Data;
using CoalitionTracker.Features.Cards;
using CoalitionTracker.Features.Editing;
using CoalitionTracker.Tests.App;
using CoalitionTracker.Tests.Support;
using Microsoft.Extensions.DependencyInjection;
using SkiaSharp;

namespace CoalitionTracker.Tests.Features.Cards;

/// <summary>What other sites show where a link to a page is posted.</summary>
public sealed class LinkPreviewTests(SeededApp seeded, EmptyApp written) : IClassFixture<EmptyApp>
{
    /// <summary>A sample of every page of the record. Pages about accounts are nobody's to post.</summary>
    public static TheoryData<string> Pages =>
        [
            .. RoutesTests
                .Headings.Select(row => row.Data.Item1)
                .Where(path => !path.StartsWith("/account", StringComparison.Ordinal) && !path.StartsWith("/setup", StringComparison.Ordinal)),
        ];

    public static TheoryData<string> Cards =>
        [
            .. PageCards.All.Keys,
            "pledges/JPN-2024-001",
            "countries/JPN",
            "countries/COW",
            "statements/STM-2025-004",
            "agreements/AGR-2024-001",
            "sources/SRC-0001",
        ];

    [Theory]
    [MemberData(nameof(Pages))]
    public async Task Every_page_says_what_a_link_to_it_shows(string path)
    {
        var page = await seeded.App.PageAsync(await seeded.CompleteAsync(path));

        Assert.NotEmpty(Meta(page, "og:title")!);
        Assert.NotEmpty(Meta(page, "og:description")!);
        Assert.NotEmpty(Meta(page, "og:image:alt")!);
        Assert.Contains(Meta(page, "og:type"), new[] { "website", "article" });
        Assert.Equal(("1200", "630"), (Meta(page, "og:image:width"), Meta(page, "og:image:height")));
        Assert.Equal("summary_large_image", page.Document.QuerySelector("meta[name='twitter:card']")?.GetAttribute("content"));
        Assert.StartsWith("http://localhost/", Meta(page, "og:url"), StringComparison.Ordinal);
        var canonical = Assert.Single(page.Document.QuerySelectorAll("link[rel=canonical]")).GetAttribute("href")!;
        Assert.Equal($"http://localhost{path.Split('?')[0].Replace("/embed/", "/", StringComparison.Ordinal)}", canonical);
        using var reader = seeded.App.Reader();
        var image = new Uri(Meta(page, "og:image")!, UriKind.Absolute);
        using var answer = await reader.GetAsync(image);
        Assert.Equal((HttpStatusCode.OK, "image/png"), (answer.StatusCode, answer.Content.Headers.ContentType?.MediaType));
    }

    [Theory]
    [MemberData(nameof(Cards))]
    public async Task A_card_is_a_picture_of_the_size_that_pages_name(string card)
    {
        using var picture = SKBitmap.Decode(await PictureAsync(seeded.App, card));

        Assert.Equal((1200, 630), (picture.Width, picture.Height));
        Assert.True(picture.Pixels.Distinct().Count() > 20);
    }

    [Fact]
    public async Task Each_card_is_another_picture()
    {
        var pictures = new HashSet<string>();
        foreach (var card in Cards)
            pictures.Add(Convert.ToBase64String(await PictureAsync(seeded.App, card.Data)));

        Assert.Equal(Cards.Count, pictures.Count);
    }

    [Theory]
    [InlineData("nothing")]
    [InlineData("Home")]
    [InlineData("pledges/JPN-1999-001")]
    [InlineData("pledges/jpn-2024-001")]
    [InlineData("pledges/SRC-0001")]
    [InlineData("nothing/JPN")]
    [InlineData("countries/%3Cscript%3E")]
    public async Task An_unknown_card_is_404(string card) =>
        Assert.Equal(HttpStatusCode.NotFound, (await seeded.App.PageAsync($"/cards/{card}.png")).Status);

    [Fact]
    public async Task Nobody_writes_on_a_card_or_in_a_preview_by_a_link()
    {
        var search = await seeded.App.PageAsync("/search?q=Surrender");
        using var reader = seeded.App.Reader();

        Assert.Contains("Surrender", search.Document.Title, StringComparison.Ordinal);
        Assert.DoesNotContain(
            search.Document.QuerySelectorAll("meta, link"),
            e => e.OuterHtml.Contains("Surrender", StringComparison.OrdinalIgnoreCase)
        );
        Assert.Equal(HttpStatusCode.BadRequest, (await reader.GetAsync("/cards/home.png?title=Surrender")).StatusCode);
    }

    [Theory]
    [InlineData("/", "home", true)]
    [InlineData("/matrix", "matrix", true)]
    [InlineData("/map", "map", true)]
    [InlineData("/countries/JPN", "countries/JPN", true)]
    [InlineData("/pledges/JPN-2024-001", "pledges/JPN-2024-001", true)]
    [InlineData("/counts", "counts", true)]
    [InlineData("/sources", "sources", false)]
    [InlineData("/statements/STM-2025-004", "statements/STM-2025-004", false)]
    public async Task A_link_to_a_page_as_of_a_day_shows_that_day(string path, string card, bool hasDay)
    {
        const string Day = "?asOf=2025-09-05";
        var (page, picture) = (await seeded.App.PageAsync(path + Day), await seeded.App.PageAsync($"/cards/{card}.png{Day}"));

        Assert.Equal(hasDay ? HttpStatusCode.OK : HttpStatusCode.BadRequest, picture.Status);
        if (!hasDay)
            return;
        Assert.EndsWith(", as of 5 Sep 2025", Meta(page, "og:title"), StringComparison.Ordinal);
        Assert.Contains(", as of 5 Sep 2025", page.Document.Title, StringComparison.Ordinal);
        Assert.EndsWith($"/cards/{card}.png{Day}", Meta(page, "og:image"), StringComparison.Ordinal);
        Assert.NotEqual(await PictureAsync(seeded.App, card), await PictureAsync(seeded.App, card, Day));
    }

    [Theory]
    [InlineData("matrix.png?nope=1")]
    [InlineData("matrix.png?asOf=2999-01-01")]
    [InlineData("matrix.png?asOf=yesterday")]
    [InlineData("countries/JPN.png?nope=1")]
    public async Task A_card_s_address_that_asks_for_something_unknown_is_refused(string card) =>
        Assert.Equal(HttpStatusCode.BadRequest, (await seeded.App.PageAsync($"/cards/{card}")).Status);

    [Fact]
    public async Task A_card_as_of_a_day_says_what_the_record_says_of_that_day()
    {
        var cards = seeded.App.Services.GetRequiredService<CardQueries>();
        var (day, before) = (new DateOnly(2025, 9, 5), new DateOnly(2014, 1, 1));

        var home = await cards.OfPageAsync("home", day, CancellationToken.None);
        var country = await cards.OfRecordAsync("countries", "JPN", day, CancellationToken.None);
        var pledge = await cards.OfRecordAsync("pledges", "JPN-2024-001", before, CancellationToken.None);

        var facts = home!.Facts.ToDictionary(f => f.Label, f => f.Words);
        Assert.Equal("As of 5 Sep 2025", home.Kind);
        Assert.Equal(["Pledges", "Refusals"], facts.Keys); // of the others the record keeps no days
        Assert.Contains(
            $"{facts["Pledges"]} pledges and {facts["Refusals"]} refusals by",
            (await seeded.App.PageAsync("/?asOf=2025-09-05")).Words,
            StringComparison.Ordinal
        );
        Assert.Equal("Country JPN · as of 5 Sep 2025", country!.Kind);
        Assert.Empty(pledge!.Facts); // there was no such pledge yet
    }

    [Fact]
    public async Task A_list_s_link_keeps_its_filters_and_search_engines_see_one_list()
    {
        var page = await seeded.App.PageAsync("/pledges?country=JPN&level=declared");

        Assert.Equal("http://localhost/pledges?country=JPN&level=declared", Meta(page, "og:url"));
        Assert.Equal("http://localhost/pledges", page.Document.QuerySelector("link[rel=canonical]")?.GetAttribute("href"));
    }

    [Fact]
    public async Task Other_sites_may_show_a_card_and_nothing_else()
    {
        using var reader = seeded.App.Reader();
        using var card = await reader.GetAsync("/cards/home.png");
        using var page = await reader.GetAsync("/method");

        Assert.Equal("cross-origin", Assert.Single(card.Headers.GetValues("Cross-Origin-Resource-Policy")));
        Assert.Equal("nosniff", Assert.Single(card.Headers.GetValues("X-Content-Type-Options")));
        Assert.Contains("default-src 'self'", Assert.Single(card.Headers.GetValues("Content-Security-Policy")), StringComparison.Ordinal);
        Assert.Equal("same-site", Assert.Single(page.Headers.GetValues("Cross-Origin-Resource-Policy")));
    }

    [Fact]
    public async Task A_card_that_has_not_changed_is_not_drawn_again()
    {
        using var reader = seeded.App.Reader();
        using var first = await reader.GetAsync("/cards/countries/JPN.png");
        using var request = new HttpRequestMessage(HttpMethod.Get, "/cards/countries/JPN.png");
        request.Headers.IfNoneMatch.Add(first.Headers.ETag!);

        using var second = await reader.SendAsync(request);

        Assert.Equal(HttpStatusCode.NotModified, second.StatusCode);
    }

    [Fact]
    public async Task A_card_changes_with_its_record_and_says_when_it_is_deprecated()
    {
        var app = written.App;
        var pledge = Example.Pledge("JPN-2025-961");
        await app.SaveAsync(pledge);
        var before = await PictureAsync(app, "pledges/JPN-2025-961");
        (pledge.State, pledge.StateReason) = (RecordState.Deprecated, "It was another's.");
        await app.SaveAsync(pledge);

        Assert.NotEqual(before, await PictureAsync(app, "pledges/JPN-2025-961"));
        await using var db = app.Open();
        var card = await app.Services.GetRequiredService<CardQueries>().OfRecordAsync("pledges", "JPN-2025-961", null, CancellationToken.None);
        Assert.Equal(("A pledge for the test", "Deprecated"), (card!.Title, card.State));
        Assert.Equal(db.Revisions.Max(r => r.Id), card.Version);
    }

    [Fact]
    public async Task A_draft_has_no_card_and_its_preview_names_none()
    {
        var app = written.App;
        var secret = Example.Pledge("JPN-2025-962");
        secret.State = RecordState.Draft;
        await app.SaveAsync(secret);
        var author = await app.AccountAsync(AccountRole.Editor);
        var content = JsonNode.Parse(RecordJson.Write(Example.Pledge("JPN-2025-963")))!.AsObject();
        var draft = await app.Services.GetRequiredService<DraftDesk>().BeginAsync(author.Id, RecordKind.Pledge, content);
        using var browser = await app.SignedInAsync(author);

        var preview = await Page.ReadAsync(await browser.GetAsync($"/edit/preview/{draft.Id}"));

        Assert.Equal(HttpStatusCode.NotFound, (await app.PageAsync("/cards/pledges/JPN-2025-962.png")).Status);
        Assert.Equal("A pledge for the test", preview.Heading);
        Assert.NotNull(preview.Document.QuerySelector("meta[name=description]"));
        Assert.Empty(preview.Document.QuerySelectorAll("meta[property], meta[name^=twitter], link[rel=canonical]"));
    }

    [Fact]
    public async Task A_country_s_card_counts_as_the_list_of_countries_does()
    {
        var row = (await seeded.App.TextAsync("/countries.csv")).Split('\n').Single(l => l.Contains("JPN,", StringComparison.Ordinal));
        var card = await seeded.App.Services.GetRequiredService<CardQueries>().OfRecordAsync("countries", "JPN", null, CancellationToken.None);

        var facts = card!.Facts.ToDictionary(f => f.Label);
        Assert.Contains(
            $",participant,{facts["Land forces"].Level!.Value.Slug()},{facts["Pledges"].Words},{facts["Refusals"].Words},published",
            row,
            StringComparison.Ordinal
        );
        Assert.Equal("Participant", facts["Role in the coalition"].Words);
    }

    private static string? Meta(Page page, string property) =>
        page.Document.QuerySelectorAll($"meta[property='{property}']") is [var only] ? only.GetAttribute("content") : null;

    private static async Task<byte[]> PictureAsync(TestApp app, string card, string query = "")
    {
        using var reader = app.Reader();
        return await reader.GetByteArrayAsync($"/cards/{card}.png{query}");
    }
}
