using System.Net;
using CoalitionTracker.Tests.Support;

namespace CoalitionTracker.Tests.Features.Matrix;

/// <summary>The matrix as of a day leads to what its cells rest on as of the same day, and counts states only.</summary>
public sealed class MatrixPageTests(SeededApp seeded)
{
    private const string Day = "2025-09-05";

    [Fact]
    public async Task A_cell_of_a_day_leads_to_the_pledges_of_that_day()
    {
        var page = await seeded.App.PageAsync($"/matrix?asOf={Day}");
        var cells = page.Document.QuerySelectorAll("#matrix td[class*=level-] a").Select(a => a.GetAttribute("href")!).ToList();
        Assert.All(cells, address => Assert.StartsWith("/pledges?country=", address, StringComparison.Ordinal));

        foreach (var address in cells.Where((_, i) => i % 9 == 0))
        {
            Assert.EndsWith($"&asOf={Day}", address, StringComparison.Ordinal);
            var behind = await seeded.App.PageAsync(address);
            Assert.Equal((address, HttpStatusCode.OK), (address, behind.Status));
            Assert.NotEmpty(behind.Document.QuerySelectorAll("table.rows tbody tr"));
        }
        Assert.All(
            page.Document.QuerySelectorAll("#matrix th.country a, #matrix td.never-said a").Select(a => a.GetAttribute("href")!),
            address => Assert.Contains($"?asOf={Day}", address, StringComparison.Ordinal)
        );
        Assert.Equal($"/ceasefire?asOf={Day}", page.Document.QuerySelector(".legend-letters a")!.GetAttribute("href"));
    }

    [Fact]
    public async Task Today_s_cells_lead_to_the_list_of_pledges()
    {
        var page = await seeded.App.PageAsync("/matrix");

        Assert.Equal(
            "/pledges?country=ITA&contribution=land-forces",
            page.Document.QuerySelector("a[title='Italy, land forces: ruled out']")!.GetAttribute("href")
        );
        Assert.Equal("/countries/ITA", page.Document.QuerySelector("#matrix th.country a[href*=ITA]")!.GetAttribute("href"));
    }

    [Fact]
    public async Task The_sentence_counts_states_and_only_what_is_declared_as_pledging_something_else()
    {
        string[] binding = ["declared", "signed", "ratified"];
        var rows = await Csv.ReadAsync(seeded.App, "/matrix.csv?kind=state");
        var refusing = rows.Where(r => r["land_forces"] == "ruled-out").ToList();
        var helping = refusing.Count(r => r.Any(cell => cell.Key is not "land_forces" && binding.Contains(cell.Value)));

        var lead = (await seeded.App.PageAsync("/matrix")).All("p.lead")[0];

        Assert.NotEqual(refusing.Count, helping);
        Assert.StartsWith(
            $"Of the {rows.Count} states shown, {rows.Count(r => binding.Contains(r["land_forces"]))} declare land forces or more, "
                + $"{rows.Count(r => r["land_forces"] == "under-discussion")} discuss them, and {refusing.Count} rule them out; "
                + $"{helping} of those pledge something else (declared or more). 3 organisations are shown as well and not counted here.",
            lead,
            StringComparison.Ordinal
        );
        Assert.Equal(helping, (await Csv.ReadAsync(seeded.App, "/matrix.csv?kind=state&refuses=land-forces&land=ruled-out&declares=any")).Count);
    }

    [Fact]
    public async Task What_is_suspended_says_so_in_its_cell_and_in_the_data()
    {
        var cell = (await seeded.App.PageAsync("/matrix")).Document.QuerySelector("a[title^='United States, military equipment']")!;

        Assert.Equal("United States, military equipment: declared, but suspended", cell.GetAttribute("title"));
        Assert.Contains("suspended", cell.ParentElement!.ClassList);
        var states = (await Csv.ReadAsync(seeded.App, "/matrix.csv")).ToDictionary(r => r["code"]);
        Assert.Equal("true", states["USA"]["military_equipment_suspended"], ignoreCase: true);
        Assert.Equal("false", states["FRA"]["land_forces_suspended"], ignoreCase: true);
    }

    [Theory]
    [InlineData("silent", "never-said")]
    [InlineData("unresearched", "not-researched")]
    public async Task Silence_can_be_asked_for(string facet, string word)
    {
        var all = await Csv.ReadAsync(seeded.App, "/matrix.csv");
        var asked = await Csv.ReadAsync(seeded.App, $"/matrix.csv?{facet}=land-forces");

        Assert.NotEmpty(asked);
        Assert.Equal(all.Where(r => r["land_forces"] == word).Select(r => r["code"]).Order(), asked.Select(r => r["code"]).Order());
    }
}
