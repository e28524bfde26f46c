using System.Globalization;
using System.Text.RegularExpressions;

namespace CoalitionTracker.BrowserTests.Questions;

/// <summary>A reader asks the map: who rules land forces out?</summary>
public class MapQuestionTests(Site site)
{
    private const string Coloured =
        "document.querySelector('record-chart').chart?.getOption().geo[0].regions.filter(r => r.emphasis).map(r => r.name).sort().join()";

    /// <summary>What the picture says when Germany is pointed at.</summary>
    private const string Said = "document.querySelector('record-chart').chart?.getOption().series[0]?.data.find(d => d.name === 'DEU')?.text";

    [Fact]
    public async Task Who_rules_land_forces_out_is_a_click_on_the_legend_and_a_small_state_is_in_the_table()
    {
        await using var reader = await site.OpenAsync();
        await reader.ChooseInMenuAsync("Map");
        await Charts.Drawing.DoneAsync(reader);
        var legend = reader.Main.Locator(".map-legend li").Filter(new() { HasText = "Ruled out" });
        var count = int.Parse(await legend.Locator(".count").InnerTextAsync(), CultureInfo.InvariantCulture);
        var rows = reader.Main.Locator("#map-table tbody tr");
        await reader.Page.WaitForFunctionAsync($"() => /^Germany\\s*\\n\\s*Under discussion\\s*(\\n|:|$)/.test({Said})"); // and no count of its class
        Assert.True(count < await rows.CountAsync());

        await reader.LeaveAsync(legend.GetByRole(AriaRole.Link));

        await Expect(reader.Page).ToHaveURLAsync(new Regex(@"/map\?land=ruled-out$"));
        await Expect(reader.Main.Locator(".lead")).ToHaveTextAsync($"Ruled out: {count}.");
        await Expect(rows).ToHaveCountAsync(count);
        await Expect(rows.Filter(new() { Has = reader.Page.GetByRole(AriaRole.Link, new() { Name = "Ruled out" }) })).ToHaveCountAsync(count);
        var inTable = await rows.EvaluateAllAsync<string>("rows => rows.map(r => r.dataset.country).filter(c => c).sort().join()");
        await reader.Page.WaitForFunctionAsync($"expected => {Coloured} === expected", inTable); // the picture follows its table

        var small = rows.Filter(new() { Has = reader.Page.GetByRole(AriaRole.Link, new() { Name = "Luxembourg", Exact = true }) });
        await reader.LeaveAsync(small.GetByRole(AriaRole.Link, new() { Name = "Ruled out" }));
        await Expect(reader.Page).ToHaveURLAsync(new Regex(@"/pledges\?country=LUX&contribution=land-forces$"));
        await Expect(reader.Main.Locator("tbody tr").First).ToContainTextAsync("Ruled out");
        Assert.Empty(reader.Troubles);
    }
}
