using System.Globalization;

namespace CoalitionTracker.BrowserTests.Charts;

/// <summary>A page of the program whose content is a picture and its table, with the program's own headers, style sheets and scripts around it.</summary>
internal static class ChartPage
{
    /// <summary>The page's address; "?rows=4" says how many rows its table has, "?far" puts the picture out of sight.</summary>
    public const string Address = "/method";

    private const string Library = "/_content/Vizor.ECharts/js/vizor-echarts-bundle-min.js";

    /// <summary>Answers the address with this kind of picture in place of the page's own content.</summary>
    public static Task ServeAsync(IPage page, string kind = "bar") =>
        page.RouteAsync(
            address => new Uri(address).AbsolutePath == Address,
            async route =>
            {
                var answer = await route.FetchAsync();
                await route.FulfillAsync(new() { Response = answer, Body = Page(await answer.TextAsync(), new Uri(route.Request.Url).Query, kind) });
            }
        );

    private static string Page(string page, string query, string kind)
    {
        var (start, end) = (page.IndexOf("<main", StringComparison.Ordinal), page.IndexOf("</main>", StringComparison.Ordinal));
        var rows = query.Contains("rows=", StringComparison.Ordinal) ? int.Parse(query.Split("rows=")[1], CultureInfo.InvariantCulture) : 3;
        var before = query.Contains("far", StringComparison.Ordinal) ? string.Concat(Enumerable.Repeat("<p>A long read.</p>", 80)) : "";
        var content = kind == "map" ? Map() : Money(rows);
        return page[..start]
            + $"""
                <main id="content"><h1>Pictures</h1><p><a href="{Address}?rows={rows + 2}">More rows</a></p>{before}
                <record-chart table="t" kind="{kind}" label="Money by country" unit="US$ m" size="m" source="CoalitionTracker, version 7"
                  library="{Library}" map="/map/world.geojson">The table below has the same figures.</record-chart>{content}
                """
            + page[end..];
    }

    private static string Money(int rows) =>
        """<table id="t" class="rows"><thead><tr><th>Country</th><th data-series="Committed">Committed</th></tr></thead><tbody>"""
        + string.Concat(
            Enumerable
                .Range(1, rows)
                .Select(i => $"""<tr><th scope="row"><a href="/countries?q={i}">Country {i}</a></th><td data-value="{i * 1000}">{i}</td></tr>""")
        )
        + """<tr data-skip><th scope="row">Total</th><td data-value="99999">all</td></tr></tbody></table>""";

    private static string Map() =>
        """
            <ul class="map-legend" data-legend-for="t">
              <li data-class="declared" data-rank="2"><span class="swatch class-declared"></span> Declared</li>
              <li data-class="signed" data-rank="3"><span class="swatch class-signed"></span> Signed</li></ul>
            <table id="t" class="rows"><thead><tr><th>Country</th></tr></thead><tbody>
              <tr data-country="FRA" data-value="signed"><th scope="row"><a href="/countries/FRA">France</a></th></tr>
              <tr data-country="MLT" data-value="declared"><th scope="row"><a href="/countries/MLT">Malta</a></th></tr>
              <tr data-country="ISL" data-value="declared"><th scope="row"><a href="/countries/ISL">Iceland</a></th></tr>
              <tr data-country="JPN" data-value="declared"><th scope="row"><a href="/countries/JPN">Japan</a></th></tr></tbody></table>
            """;
}
