using CoalitionTracker.Data;
using CoalitionTracker.Tests.Support;

namespace CoalitionTracker.Tests.Features.Home;

public sealed class HomePageTests(SeededApp seeded)
{
    [Fact]
    public async Task Newest_changes_name_each_record_once_and_whether_it_is_new()
    {
        await using var app = await TestApp.EmptyAsync();
        var pledge = Example.Pledge();
        await app.SaveAsync(pledge);
        Assert.Contains($"{pledge.Title} Pledge, first entered", await NewsAsync(app), StringComparison.Ordinal);

        pledge = (await app.ReadAsync<Pledge>(pledge.Code))!;
        pledge.Title = "What it is called since";
        await app.SaveAsync(pledge);

        var news = await NewsAsync(app);
        Assert.Contains("What it is called since Pledge, changed", news, StringComparison.Ordinal);
        Assert.DoesNotContain("A pledge for the test", news, StringComparison.Ordinal);
        Assert.Equal("", (await app.PageAsync("/?asOf=2025-09-01")).Section("Newest changes to the record"));
    }

    private static async Task<string> NewsAsync(TestApp app) => (await app.PageAsync("/")).Section("Newest changes to the record");

    [Theory]
    [InlineData("/", "")]
    [InlineData("/?asOf=2025-09-05", "&asOf=2025-09-05")]
    public async Task The_map_has_every_state_in_the_class_that_its_list_has(string path, string day)
    {
        var page = await seeded.App.PageAsync(path);
        var drawn = page
            .Document.QuerySelectorAll("#home-map tr[data-country]")
            .ToLookup(r => r.GetAttribute("data-value"), r => r.GetAttribute("data-country"));

        foreach (var stance in new[] { "declared", "under-discussion", "ruled-out" })
        {
            var listed = await Csv.ReadAsync(seeded.App, $"/countries.csv?land={stance}&kind=state{day}");
            Assert.NotEmpty(listed);
            Assert.Equal(listed.Select(c => c["code"]).Order(), drawn[stance].Order());
        }
    }
}
