using System.Globalization;
using System.Net;
using AngleSharp.Html.Parser;
using CoalitionTracker.Tests.App;
using CoalitionTracker.Tests.Support;

namespace CoalitionTracker.Tests.Shared.Components;

/// <summary>What other sites show of ours in frames, and how pages are cited.</summary>
public sealed class EmbeddingTests(SeededApp seeded)
{
    /// <summary>A sample of every page of the record that is no frame.</summary>
    public static TheoryData<string> WholePages =>
        [
            .. RoutesTests
                .Headings.Select(row => row.Data.Item1)
                .Where(path => !new[] { "/account", "/setup", "/embed" }.Any(p => path.StartsWith(p, StringComparison.Ordinal)) && path != "/search"),
        ];

    /// <summary>Every view that may stand in a frame, with what it shows there.</summary>
    public static TheoryData<string, string> Views =>
        new()
        {
            { "/matrix?role=lead", "table#matrix" },
            { "/map?measure=money", "record-chart[kind=map]" },
            { "/map", "details.folded > table#map-table" },
            { "/money", "details.folded table#money-by-country" },
            { "/explore?columns=instrument&measure=money", "record-chart[table=explore-table]" },
        };

    [Theory]
    [MemberData(nameof(WholePages))]
    public async Task Every_page_that_shows_the_record_says_how_to_cite_it(string path)
    {
        var page = await seeded.App.PageAsync(await seeded.CompleteAsync(path));

        var cite = Assert.Single(page.Document.QuerySelectorAll("details.cite:not(.embed)"));
        Assert.Equal(["Plain", "BibTeX", "CSL-JSON"], cite.QuerySelectorAll("h3").Select(Page.TextOf));
        Assert.All(cite.QuerySelectorAll("pre"), form => Assert.Contains("http://localhost/", form.TextContent, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("/embed/matrix?theme=foo")]
    [InlineData("/embed/ceasefire?theme=light&theme=dark")]
    public async Task Colours_that_there_are_not_are_refused_with_those_that_there_are(string address)
    {
        var page = await seeded.App.PageAsync(address);

        Assert.Equal(HttpStatusCode.BadRequest, page.Status);
        Assert.Equal(["theme The colours of a frame are light, dark, or system for the reader's own; named once."], page.All(".problems li"));
    }

    [Theory]
    [MemberData(nameof(Views))]
    public async Task A_frame_has_the_picture_and_nothing_of_what_surrounds_it(string path, string content)
    {
        var page = await seeded.App.PageAsync($"/embed{path}");

        Assert.Equal(HttpStatusCode.OK, page.Status);
        Assert.NotNull(page.Document.QuerySelector($"main {content}"));
        Assert.NotEmpty(page.Document.QuerySelector("main .lead")!.TextContent);
        Assert.Empty(
            page.Document.QuerySelectorAll("header, nav[aria-label=Main], .find, .themes, .filters, .twins, .cite, #behind, #left-out, .skip")
        );
        Assert.Empty(page.Document.QuerySelectorAll("script[src*=blazor], script[src*='site.']"));
        Assert.Equal("_blank", page.Document.QuerySelector("base")!.GetAttribute("target"));
        Assert.Equal("noindex", page.Document.QuerySelector("meta[name=robots]")!.GetAttribute("content"));
        Assert.Equal($"http://localhost{path.Split('?')[0]}", page.Document.QuerySelector("link[rel=canonical]")!.GetAttribute("href"));
        var whole = page.Document.QuerySelector("footer a:last-child")!;
        Assert.Equal(
            ($"http://localhost{path}", "_blank", "noopener", "open the full page"),
            (whole.GetAttribute("href"), whole.GetAttribute("target"), whole.GetAttribute("rel"), Page.TextOf(whole))
        );
    }

    [Theory]
    [MemberData(nameof(Views))]
    public async Task The_code_to_copy_leads_to_the_same_view_in_a_frame(string path, string content)
    {
        var page = await seeded.App.PageAsync(path);
        var code = Assert.Single(page.Document.QuerySelectorAll("details.embed pre")).TextContent;

        var frame = new HtmlParser().ParseDocument(code).QuerySelector("iframe")!;
        Assert.Equal($"http://localhost/embed{path}", frame.GetAttribute("src"));
        Assert.Equal(("100%", "lazy"), (frame.GetAttribute("width"), frame.GetAttribute("loading")));
        Assert.EndsWith(", CoalitionTracker", frame.GetAttribute("title"), StringComparison.Ordinal);
        Assert.InRange(int.Parse(frame.GetAttribute("height")!, CultureInfo.InvariantCulture), 400, 1000);
        Assert.NotNull((await seeded.App.PageAsync(new Uri(frame.GetAttribute("src")!).PathAndQuery)).Document.QuerySelector(content));
    }

    [Fact]
    public async Task A_page_without_a_frame_offers_none()
    {
        Assert.Empty((await seeded.App.PageAsync("/pledges")).Document.QuerySelectorAll("details.embed"));
        Assert.Null((await seeded.App.PageAsync("/matrix")).Document.QuerySelector("base")!.GetAttribute("target"));
    }

    [Fact]
    public async Task What_navigates_inside_a_frame_stays_there_with_day_and_colours()
    {
        var page = await seeded.App.PageAsync("/embed/map?theme=dark&asOf=2025-09-05");

        Assert.Equal("dark", page.Document.DocumentElement.GetAttribute("data-theme"));
        var inside = page.Document.QuerySelectorAll("a.step, .map-legend a, .measures a");
        Assert.True(inside.Length > 8);
        Assert.All(inside, a => Assert.Equal("_self", a.GetAttribute("target")));
        Assert.All(inside, a => Assert.Matches(@"^/embed/map\?.*theme=dark$", a.GetAttribute("href")));
        Assert.Equal("dark", page.Document.QuerySelector(".as-of input[name=theme]")!.GetAttribute("value"));
        Assert.Equal("_self", page.Document.QuerySelector(".as-of form")!.GetAttribute("target"));
        Assert.Contains("as of 5 Sep 2025", Page.TextOf(page.Document.QuerySelector("footer")), StringComparison.Ordinal);
        Assert.DoesNotContain("theme", page.Document.QuerySelector("footer a")!.GetAttribute("href"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_narrows_a_frame_is_said_and_cannot_be_taken_away_there()
    {
        var page = await seeded.App.PageAsync("/embed/matrix?role=lead");

        Assert.Equal(["Role in the coalition: Lead"], page.All(".chosen li"));
        Assert.Empty(page.Document.QuerySelectorAll(".chosen a"));
    }

    [Theory]
    [InlineData("/embed/matrix?taste=sweet", "taste")]
    [InlineData("/embed/map?theme=purple", "theme")]
    [InlineData("/embed/map?theme=light&theme=dark", "theme")]
    [InlineData("/matrix?theme=dark", "theme")]
    public async Task What_an_address_asks_for_in_vain_is_said(string path, string field)
    {
        var page = await seeded.App.PageAsync(path);

        Assert.Equal(HttpStatusCode.BadRequest, page.Status);
        Assert.Contains(field, page.All("ul.problems code"));
    }

    [Fact]
    public async Task An_unknown_frame_says_so_in_the_frame()
    {
        var page = await seeded.App.PageAsync("/embed/nowhere");

        Assert.Equal((HttpStatusCode.NotFound, "There is no such page"), (page.Status, page.Heading));
        Assert.Empty(page.Document.QuerySelectorAll("header"));
        Assert.Equal("_blank", page.Document.QuerySelector("base")!.GetAttribute("target"));
    }
}
