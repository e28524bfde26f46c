using System.Net;
using CoalitionTracker.Tests.Support;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Components;
using Microsoft.EntityFrameworkCore;

namespace CoalitionTracker.Tests.App;

/// <summary>Every public page of the seeded product.</summary>
public sealed class RoutesTests(SeededApp seeded)
{
    private static readonly (string Path, string Heading)[] Pages =
    [
        ("/", "What countries have promised for Ukraine's security, and what they have ruled out"),
        ("/pledges", "Pledges"),
        ("/pledges/JPN-2024-001", "4.5 billion dollars in defence assistance over ten years"),
        ("/pledges?asOf=2025-09-05", "Pledges"),
        ("/pledges/JPN-2024-001?asOf=2025-09-05", "4.5 billion dollars in defence assistance over ten years"),
        ("/countries", "Countries"),
        ("/countries/JPN", "Japan"),
        ("/countries/COW", "Coalition of the Willing"),
        ("/statements", "Statements"),
        ("/statements/STM-2025-004", "Mark Rutte: Japan is among the countries ready to give guarantees"),
        ("/agreements", "Agreements"),
        ("/agreements/AGR-2024-001", "Accord on Support for Ukraine and Cooperation between Japan and Ukraine"),
        ("/sources", "Sources"),
        ("/sources/SRC-0001", "Japan ready to take part in a coalition guaranteeing Ukraine's security"),
        ("/matrix", "Who pledges what"),
        ("/counts", "How many countries?"),
        ("/map", "Land forces on the map"),
        ("/ceasefire", "If a ceasefire began today"),
        ("/explore", "Number of pledges by country and contribution"),
        ("/money", "Money pledged"),
        ("/embed/matrix", "Who pledges what"),
        ("/embed/map", "Land forces on the map"),
        ("/embed/explore", "Number of pledges by country and contribution"),
        ("/embed/money", "Money pledged"),
        ("/embed/ceasefire", "If a ceasefire began today"),
        ("/embed/timeline", "Timeline"),
        ("/embed/counts", "How many countries?"),
        ("/timeline", "Timeline"),
        ("/timeline?country=JPN&view=countries", "Timeline: Japan"),
        ("/method", "How the record is made"),
        ("/changes", "What changed"),
        ("/changes?since=0&kind=pledge&each=yes", "What changed"),
        ($"/pledges/JPN-2024-001?version={SeededApp.Older}", "4.5 billion dollars in defence assistance over ten years"),
        ("/history/JPN-2024-001", "History of JPN-2024-001"),
        ("/history/SRC-REF-NATO/1", "Version 1 of SRC-REF-NATO"),
        ("/search", "Search the record"),
        ("/search?q=日本", "Everything that mentions “日本”"),
        ("/account/sign-in", "Sign in to the editors' desk"),
        ("/account/join?token=unknown", "This invitation is not open"),
        ("/account/new-password?account=1&token=unknown", "Set a new password"),
        ("/setup", "Set up CoalitionTracker"),
    ];

    public static TheoryData<string, string> Headings
    {
        get
        {
            var data = new TheoryData<string, string>();
            foreach (var (path, heading) in Pages)
                data.Add(path, heading);
            return data;
        }
    }

    public static TheoryData<string> UnknownAddresses =>
        [
            "/pledges/JPN-1999-001",
            "/countries/ATL",
            "/statements/STM-1999-001",
            "/agreements/AGR-1999-001",
            "/sources/SRC-9999",
            "/history/SRC-9999",
            "/countries/ATL/changes.atom",
            "/countries/ATL/changes.feed.json",
            "/history/SRC-0001/1",
            "/pledges/%3Cscript%3E",
            "/nothing/of/the/kind",
            "/theme/purple",
        ];

    [Theory]
    [MemberData(nameof(Headings))]
    public async Task A_page_is_there_with_one_heading_a_title_and_a_description(string path, string heading)
    {
        var page = await PageAsync(path);

        Assert.Equal(HttpStatusCode.OK, page.Status);
        Assert.Equal(heading, Assert.Single(page.All("h1")));
        Assert.Contains("CoalitionTracker", page.Document.Title, StringComparison.Ordinal);
        Assert.Equal("en", page.Document.DocumentElement.GetAttribute("lang"));
        Assert.Single(page.Document.QuerySelectorAll("main"));
        if (!path.StartsWith("/search", StringComparison.Ordinal))
            Assert.NotEmpty(page.Document.QuerySelector("meta[name=description]")!.GetAttribute("content")!);
    }

    [Theory]
    [MemberData(nameof(Headings))]
    public async Task A_page_is_complete_without_script_and_holds_no_circuit(string path, string heading)
    {
        var page = await PageAsync(path);

        Assert.Contains(heading, Page.Squeeze(page.Document.QuerySelector("main")!.TextContent), StringComparison.Ordinal);
        Assert.DoesNotContain("<!--Blazor:", page.Html, StringComparison.Ordinal);
        Assert.DoesNotContain("\"type\":\"server\"", page.Html, StringComparison.Ordinal);
        Assert.DoesNotContain("<script>", page.Html, StringComparison.Ordinal);
        Assert.Empty(page.Document.QuerySelectorAll("[onclick], [onload], [style]"));
    }

    [Fact]
    public void Every_page_of_the_product_is_among_these()
    {
        var answersOfOthers = new[] { "/not-found", "/error", "/problem/404", "/problem/{status:int}", "/account/second-factor" };
        var templates = Templates(needAccount: false).Except(answersOfOthers).ToList();

        Assert.NotEmpty(templates);
        Assert.All(templates, template => Assert.Contains(Pages, p => Fits(template, p.Path.Split('?')[0])));
    }

    [Fact]
    public async Task A_page_of_the_desk_asks_who_is_there()
    {
        Assert.All(Templates(needAccount: false), template => Assert.False(template.StartsWith("/edit", StringComparison.Ordinal), template));
        using var reader = seeded.App.Reader();
        foreach (var template in Templates(needAccount: true))
        {
            var path = string.Join('/', template.Split('/').Select(part => part.StartsWith('{') ? "1" : part));
            using var answer = await reader.GetAsync($"{path}?a=b", TestContext.Current.CancellationToken);

            Assert.Equal((path, HttpStatusCode.Found), (path, answer.StatusCode));
            Assert.Equal($"/account/sign-in?returnUrl={Uri.EscapeDataString(path + "?a=b")}", answer.Headers.Location?.PathAndQuery);
            Assert.True(answer.Headers.CacheControl?.NoStore, path);
        }
    }

    [Theory]
    [MemberData(nameof(UnknownAddresses))]
    public async Task An_unknown_address_is_404_with_a_page_that_helps_on(string path)
    {
        var page = await seeded.App.PageAsync(path);

        Assert.Equal(HttpStatusCode.NotFound, page.Status);
        Assert.Equal("There is no such page", page.Heading);
        Assert.NotNull(page.Document.QuerySelector("main form[action='/search'] input[name=q]"));
    }

    [Theory]
    [InlineData("/countries/JPN.json?asOf=2024-01-01", "asOf")]
    [InlineData("/pledges/JPN-2024-001.json?version=5&columns=title", "columns")]
    public async Task What_a_record_s_data_would_not_heed_is_refused(string path, string field)
    {
        var page = await seeded.App.PageAsync(path);

        Assert.Equal(HttpStatusCode.BadRequest, page.Status);
        Assert.Contains($"\"{field}\":[\"There is no such choice here.", page.Html, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("/pledges/JPN-1999-001.json")]
    [InlineData("/countries/ATL.json")]
    public async Task An_unknown_record_s_data_is_404(string path) =>
        Assert.Equal(HttpStatusCode.NotFound, (await seeded.App.PageAsync(path)).Status);

    [Fact]
    public async Task Every_link_on_the_main_pages_leads_somewhere()
    {
        var links = new HashSet<string>();
        foreach (var (path, _) in Pages)
        {
            foreach (var link in (await PageAsync(path)).Document.QuerySelectorAll("a[href^='/']"))
                links.Add(link.GetAttribute("href")!.Split('#')[0]);
        }
        using var reader = seeded.App.Reader();
        var sample = links
            .Where(l => l.Length > 0 && !l.StartsWith("/theme/", StringComparison.Ordinal) && !l.StartsWith("/edit", StringComparison.Ordinal))
            .Order(StringComparer.Ordinal)
            .ToList();

        Assert.True(sample.Count > 100);
        foreach (var link in sample.Where((_, i) => i % 7 == 0)) // every seventh: all of them would take a minute
        {
            using var answer = await reader.GetAsync(link, TestContext.Current.CancellationToken);
            Assert.True(answer.IsSuccessStatusCode, $"{link} answers {(int)answer.StatusCode}");
        }
    }

    [Theory]
    [InlineData("/app.css", "text/css")]
    [InlineData("/site.js", "text/javascript")]
    [InlineData("/icon.svg", "image/svg+xml")]
    [InlineData("/flags/jp.svg", "image/svg+xml")]
    public async Task What_a_page_looks_like_is_served(string path, string type)
    {
        using var reader = seeded.App.Reader();
        using var answer = await reader.GetAsync(path, TestContext.Current.CancellationToken);

        Assert.Equal((HttpStatusCode.OK, type), (answer.StatusCode, answer.Content.Headers.ContentType?.MediaType));
    }

    private async Task<Page> PageAsync(string path) => await seeded.App.PageAsync(await seeded.CompleteAsync(path));

    private static List<string> Templates(bool needAccount) =>
        [
            .. typeof(Program)
                .Assembly.GetTypes()
                .Where(t => t.IsDefined(typeof(AuthorizeAttribute), inherit: true) == needAccount)
                .SelectMany(t => t.GetCustomAttributes(typeof(RouteAttribute), false).Cast<RouteAttribute>())
                .Select(r => r.Template),
        ];

    private static bool Fits(string template, string path)
    {
        var (expected, given) = (template.Trim('/').Split('/'), path.Trim('/').Split('/'));
        return expected.Length == given.Length && expected.Zip(given).All(p => p.First.StartsWith('{') ? p.Second.Length > 0 : p.First == p.Second);
    }
}
