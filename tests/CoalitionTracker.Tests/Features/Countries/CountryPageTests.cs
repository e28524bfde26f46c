using System.Net;
using CoalitionTracker.Data;
using CoalitionTracker.Tests.Support;

namespace CoalitionTracker.Tests.Features.Countries;

/// <summary>What a country's page counts as its pledges, and how it stood on a day or in a version.</summary>
public sealed class CountryPageTests(SeededApp seeded)
{
    public static TheoryData<string> Countries => ["CZE", "HUN", "SVK", "GBR", "FRA", "DEU", "USA", "JPN", "EU"];

    [Fact]
    public async Task What_it_opted_out_of_is_none_of_its_pledges()
    {
        var page = await seeded.App.PageAsync("/countries/HUN");

        Assert.Contains("0 pledges and 0 refusals on record", page.Words, StringComparison.Ordinal);
        Assert.Contains("The record has no pledge or refusal by Hungary.", page.Words, StringComparison.Ordinal);
        Assert.Contains("Opted out of, and so not counted", page.Words, StringComparison.Ordinal);
        Assert.NotNull(page.Document.QuerySelector("main a.title[href='/pledges/EU-2025-001']"));
    }

    [Theory]
    [MemberData(nameof(Countries))]
    public async Task Its_pledges_are_those_of_its_download_and_of_the_list_of_countries(string code)
    {
        var page = await seeded.App.PageAsync($"/countries/{code}");
        var table = page.SectionOf("Pledges and refusals")!.QuerySelector("table.rows");
        var shown = table!.QuerySelectorAll("a.title").Select(a => a.GetAttribute("href")!.Split('/')[^1]).ToList();
        if (page.Words.Contains("The record has no pledge or refusal", StringComparison.Ordinal))
            shown = []; // the table is of what is not counted
        var rows = await Csv.ReadAsync(seeded.App, $"/pledges.csv?country={code}");
        var country = (await Csv.ReadAsync(seeded.App, "/countries.csv")).Single(r => r["code"] == code);

        Assert.Equal(rows.Select(r => r["code"]).Order(), shown.Order());
        Assert.Contains(
            $"{rows.Count(r => r["level"] != "ruled-out")} pledge",
            Page.TextOf(page.Document.QuerySelector("p.lead")),
            StringComparison.Ordinal
        );
        Assert.Equal(rows.Count(r => r["level"] != "ruled-out").ToString(null, null), country["pledges"]);
    }

    [Theory]
    [MemberData(nameof(Countries))]
    public async Task Its_positions_in_the_newest_version_are_today_s(string code)
    {
        var today = await seeded.App.PageAsync($"/countries/{code}");
        var version = today.Document.QuerySelector("[data-version]")!.GetAttribute("data-version");

        var then = await seeded.App.PageAsync($"/countries/{code}?version={version}");

        Assert.NotEmpty(today.Section("Position by contribution"));
        Assert.Equal(today.Section("Position by contribution"), then.Section("Position by contribution"));
        Assert.Null(then.SectionOf("Pledges and refusals")!.QuerySelector(".twins")); // which would be today's
    }

    [Theory]
    [InlineData("")]
    [InlineData("?asOf=2026-02-01")]
    public async Task A_condition_of_one_pledger_is_not_the_other_s(string query)
    {
        var (britain, france) = (await seeded.App.PageAsync("/countries/GBR" + query), await seeded.App.PageAsync("/countries/FRA" + query));

        Assert.Contains(
            "Land forces Signed waits for: ceasefire or peace deal, parliament",
            britain.Section("Position by contribution"),
            StringComparison.Ordinal
        );
        Assert.Contains(
            "Land forces Signed waits for: ceasefire or peace deal Logistics",
            france.Section("Position by contribution"),
            StringComparison.Ordinal
        );
        Assert.Contains("Parliament (only United Kingdom)", france.Section("Pledges and refusals"), StringComparison.Ordinal);
        Assert.Contains("Parliament (only United Kingdom)", (await seeded.App.PageAsync("/pledges/MULTI-2026-002")).Words, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Agreements_and_memberships_are_those_of_the_day()
    {
        var japan = await seeded.App.PageAsync("/countries/JPN?asOf=2024-01-01");
        var finland = await seeded.App.PageAsync("/countries/FIN?asOf=2023-04-03");
        var member = await seeded.App.PageAsync("/countries/FIN?asOf=2023-04-04");

        var agreement = Page.TextOf(japan.Document.QuerySelector("li:has(a[href='/agreements/AGR-2024-001'])"));
        Assert.EndsWith(AgreementState.Negotiating.Label(), agreement, StringComparison.Ordinal);
        Assert.DoesNotContain("2024", agreement, StringComparison.Ordinal);
        Assert.DoesNotContain("NATO", Page.TextOf(finland.Document.QuerySelector("p.tags")), StringComparison.Ordinal);
        Assert.Contains("NATO", Page.TextOf(member.Document.QuerySelector("p.tags")), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("/countries/DEU?asof=2025-01-01", "asof")]
    [InlineData("/countries/DEU?version=5&asOf=2025-01-01", "asOf")]
    [InlineData("/pledges/JPN-2024-001?version=5&asOf=2024-01-01", "asOf")]
    [InlineData("/agreements/AGR-2024-001?asOf=2024-01-01", "asOf")]
    [InlineData("/statements?asOf=2024-01-01", "asOf")]
    [InlineData("/pledges?asOf=2024-01-01&freshness=stale", "freshness")]
    public async Task What_a_page_would_not_heed_is_refused(string address, string field)
    {
        var page = await seeded.App.PageAsync(address);

        Assert.Equal(HttpStatusCode.BadRequest, page.Status);
        Assert.Contains(field, page.All("ul.problems code"));
    }

    [Theory]
    [InlineData("/countries/deu?asOf=2025-01-01", "/countries/DEU?asOf=2025-01-01")]
    [InlineData("/pledges/jpn-2024-001", "/pledges/JPN-2024-001")]
    public async Task A_code_in_small_letters_leads_to_its_page(string asked, string expected)
    {
        using var reader = seeded.App.Reader();
        using var answer = await reader.GetAsync(asked);

        Assert.Equal((HttpStatusCode.Redirect, expected), (answer.StatusCode, new Uri(reader.BaseAddress!, answer.Headers.Location!).PathAndQuery));
    }
}
