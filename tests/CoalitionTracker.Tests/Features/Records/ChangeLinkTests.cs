using CoalitionTracker.Tests.Support;

namespace CoalitionTracker.Tests.Features.Records;

/// <summary>From every record that readers see, an editor gets to its form.</summary>
public sealed class ChangeLinkTests(SeededApp seeded)
{
    [Theory]
    [InlineData("/pledges/JPN-2024-001", "/edit/pledge/JPN-2024-001")]
    [InlineData("/statements/STM-2025-004", "/edit/statement/STM-2025-004")]
    [InlineData("/agreements/AGR-2024-001", "/edit/agreement/AGR-2024-001")]
    [InlineData("/sources/SRC-0001", "/edit/source/SRC-0001")]
    [InlineData("/countries/JPN", "/edit/country/JPN")]
    public async Task A_record_s_page_leads_to_its_form(string path, string form)
    {
        var link = Assert.Single((await seeded.App.PageAsync(path)).Document.QuerySelectorAll("main > .twins .change"));

        Assert.Equal(("Change this record", form), (link.TextContent, link.GetAttribute("href")));
        Assert.Equal(("false", "nofollow"), (link.GetAttribute("data-enhance-nav"), link.GetAttribute("rel")));
    }

    [Theory]
    [InlineData("/countries/JPN", "participation", "PAR-JPN-")]
    [InlineData("/countries/JPN", "country-note", "NOTE-JPN-")]
    [InlineData("/countries/COW", "count", "CNT-")]
    [InlineData("/countries/COW", "event", "EVT-")]
    public async Task A_record_without_a_page_leads_to_its_form_where_it_stands(string path, string kind, string codes)
    {
        var page = await seeded.App.PageAsync(path);
        var shown = page.Document.QuerySelectorAll($"main [id^='{codes}']").ToList();

        Assert.NotEmpty(shown);
        Assert.All(
            shown,
            record =>
            {
                var link = Assert.Single(record.QuerySelectorAll(".change"));
                Assert.Equal(($"Change {record.Id}", $"/edit/{kind}/{record.Id}"), (Page.Squeeze(link.TextContent), link.GetAttribute("href")));
            }
        );
    }
}
