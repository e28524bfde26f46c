using System.Net;
using CoalitionTracker.Tests.Support;

namespace CoalitionTracker.Tests.Features.Explore;

public sealed class ExplorePageTests(SeededApp seeded)
{
    [Theory]
    [InlineData("/explore")]
    [InlineData("/explore?asOf=2025-09-05&rows=contribution&columns=level")]
    [InlineData("/explore?rows=country&columns=year&level=declared&level=signed&sort=title")]
    [InlineData("/explore?rows=year&columns=none&country=JPN&country=NOR")]
    [InlineData("/explore?rows=condition&columns=grade&from=2025-01-01")]
    public async Task Every_number_leads_to_as_many_pledges(string path)
    {
        var page = await seeded.App.PageAsync(path);
        var links = page.Document.QuerySelectorAll("#explore-table td a").ToList();
        Assert.True(links.Count > 3);

        foreach (var link in links.Where((_, i) => i % Math.Max(1, links.Count / 12) == 0))
        {
            var address = link.GetAttribute("href")!.Split('#')[0];
            var behind = await seeded.App.PageAsync(address);
            Assert.Equal((address, HttpStatusCode.OK), (address, behind.Status));
            Assert.Equal((address, link.TextContent), (address, behind.All(".found")[0].Split(' ')[0]));
        }
    }

    [Fact]
    public async Task Japan_pledged_no_new_money_in_2024_since_the_sum_was_announced_before()
    {
        var page = await seeded.App.PageAsync("/money?country=JPN&from=2024-01-01&to=2024-12-31");

        Assert.StartsWith("No countable money graded A or B matches; 1 pledge of money is left out", page.All("p.lead")[0], StringComparison.Ordinal);
        var leftOut = page.Section("What is left out, and why");
        Assert.Contains("Restates another 1 The same sum was announced before.", leftOut, StringComparison.Ordinal);
        Assert.Contains("US$4.5 bn", leftOut, StringComparison.Ordinal);
        Assert.Contains("4.5 billion dollars, of which about 1 billion new 6 Dec 2023", leftOut, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Participants_that_rule_out_land_forces_and_pledge_something_else_on_a_day()
    {
        var rows = await Csv.ReadAsync(seeded.App, "/matrix.csv?asOf=2025-09-05&role=participant&refuses=land-forces&pledges=any");

        Assert.Equal(["ITA", "JPN", "LUX", "POL", "ROU"], rows.Select(r => r["code"]).Order(StringComparer.Ordinal));
        Assert.All(rows, r => Assert.Equal("ruled-out", r["land_forces"]));
        Assert.Equal(HttpStatusCode.BadRequest, (await seeded.App.PageAsync("/matrix?asOf=2999-01-01")).Status);
    }
}
