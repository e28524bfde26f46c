using System.Collections.Concurrent;
using System.Globalization;
using System.Text.RegularExpressions;
using System.Xml.Linq;

namespace CoalitionTracker.BrowserTests.Charts;

/// <summary>Pictures are drawn from the table of their page, as it is at the moment, and cost nothing before they come into view.</summary>
public class ChartTests(Site site)
{
    private const string Chart = Drawing.Chart;
    private const string Values = $"{Chart}.chart.getOption().series[0].data.map(d => d.value).join()";
    private const string Picture = $"{Chart}.shadowRoot.querySelector('canvas')?.toDataURL() ?? ''";

    /// <summary>What a file says beside its picture.</summary>
    private static readonly string[] Words = ["Money by country", "US$ m", "CoalitionTracker, version 7"];

    [Theory]
    [InlineData("bar")]
    [InlineData("stacked")]
    [InlineData("heat")]
    [InlineData("map")]
    public async Task A_table_is_drawn_without_barriers_or_errors(string kind)
    {
        await using var reader = await OpenAsync(kind);

        Assert.True(await reader.Page.EvaluateAsync<int>(Drawing.Pixels) > 500);
        await Expect(reader.Page.GetByRole(AriaRole.Img, new() { NameRegex = new("^Money by country.*The table has the same figures.$") }))
            .ToBeVisibleAsync();
        await EveryPageTests.LooksRightAsync(reader, kind);
        Assert.Empty(reader.Troubles);
    }

    [Fact]
    public async Task Totals_are_not_drawn_and_a_bar_leads_where_its_row_does()
    {
        await using var reader = await OpenAsync();
        Assert.Equal("1000,2000,3000", await reader.Page.EvaluateAsync<string>(Values));

        var box = (await reader.Page.Locator("record-chart").BoundingBoxAsync())!;
        var bar = await reader.Page.EvaluateAsync<float[]>($"{Chart}.chart.convertToPixel({{ seriesIndex: 0 }}, [500, 1])");
        await reader.Page.Mouse.ClickAsync(box.X + bar[0], box.Y + bar[1]);

        await Expect(reader.Page).ToHaveURLAsync(new Regex(@"/countries\?q=2$"));
        Assert.Empty(reader.Troubles);
    }

    [Fact]
    public async Task A_next_address_of_the_same_page_is_drawn_anew_and_so_is_the_way_back()
    {
        await using var reader = await OpenAsync();
        await reader.Page.EvaluateAsync("window.stayed = true");

        await reader.FollowAsync("More rows");
        await reader.Page.WaitForFunctionAsync($"() => {Values} === '1000,2000,3000,4000,5000'");
        await reader.Page.GoBackAsync();
        await reader.Page.WaitForFunctionAsync($"() => {Values} === '1000,2000,3000'");

        Assert.True(await reader.Page.EvaluateAsync<bool>("window.stayed"), "the whole page was loaded anew");
        Assert.Empty(reader.Troubles);
    }

    [Fact]
    public async Task Of_very_many_bars_the_first_are_drawn_each_with_its_room()
    {
        await using var reader = await site.ReaderAsync();
        await ChartPage.ServeAsync(reader.Page);
        await reader.GoAsync(ChartPage.Address + "?rows=60");
        await Drawing.DoneAsync(reader);

        Assert.Equal(40, await reader.Page.EvaluateAsync<int>($"{Chart}.chart.getOption().series[0].data.length"));
        Assert.True(await reader.Page.EvaluateAsync<int>($"{Chart}.clientHeight") > 40 * 22, "the bars are closer than their names are high");
        Assert.True(await reader.Page.EvaluateAsync<bool>($"{Chart}.chart.getHeight() <= {Chart}.clientHeight"), "the picture is cut");
        await Expect(reader.Page.GetByText("Drawn: the first 40 of 60 rows.")).ToBeVisibleAsync();
        await Expect(reader.Page.GetByRole(AriaRole.Img, new() { NameRegex = new("the first 40 of 60 rows") })).ToBeVisibleAsync();
        Assert.Empty(reader.Troubles);
    }

    [Fact]
    public async Task Another_theme_changes_the_picture()
    {
        await using var reader = await OpenAsync();
        var light = await reader.Page.EvaluateAsync<string>($"{Chart}.chart.getOption().series[0].itemStyle.color");

        await reader.Page.EmulateMediaAsync(new() { ColorScheme = ColorScheme.Dark });
        await reader.Page.WaitForFunctionAsync($"before => {Chart}.chart.getOption().series[0].itemStyle.color !== before", light);
        await reader.Page.EvaluateAsync("document.documentElement.dataset.theme = 'light'");
        await reader.Page.WaitForFunctionAsync($"before => {Chart}.chart.getOption().series[0].itemStyle.color === before", light);
    }

    [Theory]
    [InlineData("PNG", "\u0089PNG")]
    [InlineData("SVG", "<svg")]
    public async Task The_picture_is_saved_with_its_title_and_source(string format, string start)
    {
        await using var reader = await OpenAsync();

        var file = await SaveAsync(reader, format);

        Assert.Equal($"money-by-country.{format.ToLowerInvariant()}", file.SuggestedFilename);
        var content = System.Text.Encoding.Latin1.GetString(
            await File.ReadAllBytesAsync(await file.PathAsync(), TestContext.Current.CancellationToken)
        );
        Assert.StartsWith(start, content, StringComparison.Ordinal);
        Assert.True(content.Length > 2000);
        if (format == "SVG")
            Assert.All(Words, text => Assert.Contains(text, content));
        Assert.Empty(reader.Troubles);
    }

    [Theory]
    [InlineData("bar")]
    [InlineData("stacked")]
    [InlineData("heat")]
    [InlineData("map")]
    public async Task Every_kind_of_picture_is_saved_as_well_formed_XML(string kind)
    {
        await using var reader = await OpenAsync(kind);

        var words = await WordsAsync(reader);

        Assert.Contains(words, text => text.StartsWith("Money by country", StringComparison.Ordinal));
        Assert.Contains("CoalitionTracker, version 7", words);
        Assert.Empty(reader.Troubles);
    }

    [Fact]
    public async Task A_saved_map_says_what_it_shows_and_names_who_lies_outside()
    {
        await using var reader = await OpenAsync("map");
        var europe = await WordsAsync(reader);
        await reader.Page.GetByRole(AriaRole.Button, new() { Name = "Show the world" }).ClickAsync();
        await Expect(reader.Page.GetByRole(AriaRole.Button, new() { Name = "Show the world" })).ToHaveAttributeAsync("aria-pressed", "true");
        var world = await WordsAsync(reader);

        Assert.Contains("Money by country (Europe)", europe);
        Assert.Contains("Outside this view: Japan (declared)", europe);
        Assert.Contains("Money by country", world);
        Assert.DoesNotContain(world, text => text.StartsWith("Outside", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData(360)]
    [InlineData(1440)]
    public async Task The_map_of_Europe_has_all_of_it_and_no_piece_of_Canada(int width)
    {
        await using var reader = await site.ReaderAsync(new(Width: width));
        await OpenAsync(reader, "map");
        var inPicture = (double longitude, double latitude) =>
            reader.Page.EvaluateAsync<bool>(
                $"place => {{ const [x, y] = {Chart}.chart.convertToPixel({{ geoIndex: 0 }}, place); return x >= 0 && x <= {Chart}.chart.getWidth() && y >= 0 && y <= {Chart}.chart.getHeight(); }}",
                new[] { longitude, latitude }
            );

        Assert.True(await inPicture(-24.33, 65.6), "Iceland's west");
        Assert.True(await inPicture(44.79, 39.7), "Türkiye's east");
        Assert.True(await inPicture(25.8, 71.1), "Norway's north");
        Assert.True(await inPicture(33, 34.6), "Cyprus's south");
        Assert.False(await inPicture(-52.65, 47.5), "Newfoundland's east");
    }

    [Fact]
    public async Task Levels_are_drawn_in_their_own_colours_and_refusals_are_not_among_the_pledges()
    {
        await using var reader = await site.ReaderAsync();
        await reader.GoAsync("/explore?rows=contribution&columns=level");
        await Drawing.DoneAsync(reader);

        var drawn = await reader.Page.EvaluateAsync<string[]>($"{Chart}.chart.getOption().series.map(s => s.name)");
        var colours = await reader.Page.EvaluateAsync<string[]>($"{Chart}.chart.getOption().series.map(s => s.itemStyle.color)");
        var swatches = await reader.Page.EvaluateAsync<string[]>(
            "[...document.querySelectorAll('#explore-table th[data-series] > .swatch')].map(s => getComputedStyle(s).backgroundColor)"
        );
        var saved = await WordsAsync(reader);

        Assert.Contains("Signed", drawn);
        Assert.DoesNotContain("Ruled out", drawn);
        Assert.Equal(swatches, colours);
        Assert.Equal("rgb(59, 114, 172)", colours[Array.IndexOf(drawn, "Signed")]);
        Assert.Contains(saved, text => text.Contains("Not drawn: “Ruled out”, since a refusal is no pledge", StringComparison.Ordinal));
        Assert.DoesNotContain("Ruled out", saved);
    }

    [Fact]
    public async Task A_bar_is_labelled_with_the_table_s_words()
    {
        await using var reader = await site.ReaderAsync();
        await reader.GoAsync("/explore?measure=people&columns=none");
        await Drawing.DoneAsync(reader);

        var words = await WordsAsync(reader);

        Assert.Contains("up to 15,000", words);
        Assert.Contains("50–250", words);
        Assert.DoesNotContain("250", words);
    }

    [Theory]
    [InlineData("/money", 360)]
    [InlineData("/money", 1440)]
    [InlineData("/explore?measure=money&columns=none", 360)]
    [InlineData("/explore?columns=none", 360)]
    public async Task Numbers_beside_an_axis_are_even(string address, int width)
    {
        await using var reader = await site.ReaderAsync(new(Width: width));
        await reader.GoAsync(address);
        await reader.Page.Locator("record-chart").ScrollIntoViewIfNeededAsync();
        await Drawing.DoneAsync(reader);

        // What is hidden, since there is no room for it, is in no list of what is drawn.
        var numbers = await reader.Page.EvaluateAsync<string[]>(
            $$"""
            () => {
              const { chart } = {{Chart}};
              const foot = chart.convertToPixel({ xAxisIndex: 0, yAxisIndex: 0 }, [0, 0]) && chart.getModel().getComponent("grid").coordinateSystem.getRect();
              return chart.getZr().storage.getDisplayList()
                .filter((one) => one.style.text && /^[\d,.]+$/.test(one.style.text) && one.transform?.[5] + (one.style.y ?? 0) > foot.y + foot.height)
                .map((one) => one.style.text);
            }
            """
        );

        var steps = numbers.Select(n => decimal.Parse(n, CultureInfo.InvariantCulture)).Order().ToList();
        Assert.True(steps.Count >= 2, string.Join(' ', numbers));
        Assert.All(steps.Select((n, i) => (n, i)), step => Assert.Equal(step.i * steps[1], step.n));
    }

    [Fact]
    public async Task Nothing_is_fetched_before_the_picture_comes_near_and_nothing_moves_when_it_is_drawn()
    {
        await using var reader = await site.ReaderAsync();
        var asked = new ConcurrentQueue<string>();
        reader.Page.Request += (_, request) => asked.Enqueue(request.Url);
        await reader.Page.AddInitScriptAsync(
            "window.shift = 0; new PerformanceObserver(l => l.getEntries().forEach(e => shift += e.value)).observe({ type: 'layout-shift', buffered: true })"
        );
        await ChartPage.ServeAsync(reader.Page);
        await reader.GoAsync(ChartPage.Address + "?far");
        await reader.Page.WaitForLoadStateAsync(LoadState.NetworkIdle);
        Assert.DoesNotContain(asked, address => address.Contains("/charts/") || address.Contains("ECharts"));

        await reader.Page.EvaluateAsync("document.querySelector('#t').scrollIntoView({ block: 'end' })");
        await Drawing.DoneAsync(reader);

        Assert.Contains(asked, address => address.Contains("ECharts"));
        Assert.InRange(await reader.Page.EvaluateAsync<double>("window.shift"), 0, 0.01);
    }

    [Theory]
    [InlineData(ReducedMotion.Reduce, false)]
    [InlineData(ReducedMotion.NoPreference, true)]
    public async Task Whoever_wants_no_motion_sees_none(ReducedMotion wish, bool moves)
    {
        await using var reader = await site.ReaderAsync();
        await reader.Page.EmulateMediaAsync(new() { ReducedMotion = wish });
        await OpenAsync(reader, "bar");

        Assert.Equal(moves, await reader.Page.EvaluateAsync<bool>($"{Chart}.chart.getOption().animation"));
    }

    [Fact]
    public async Task What_leaves_the_page_is_let_go()
    {
        await using var reader = await OpenAsync();

        var isGone = await reader.Page.EvaluateAsync<bool>(
            $"() => {{ const element = {Chart}, drawn = element.chart; element.remove(); return drawn.isDisposed() && element.chart === null; }}"
        );

        Assert.True(isGone);
    }

    [Fact]
    public async Task Without_the_library_a_sentence_is_left_and_the_page_is_whole()
    {
        await using var reader = await site.ReaderAsync();
        await ChartPage.ServeAsync(reader.Page);
        await reader.Page.RouteAsync("**/*echarts*", route => route.AbortAsync());
        await reader.GoAsync(ChartPage.Address);

        await Expect(reader.Page.Locator("record-chart")).ToHaveCSSAsync("height", new Regex(@"^[1-4]\d(\.\d+)?px$"));
        await reader.SeesAsync("The table below has the same figures.");
        await Expect(reader.Page.GetByText("A script on this page failed")).ToHaveCountAsync(0);
    }

    [Fact]
    public async Task The_map_colours_countries_points_at_small_ones_and_shows_the_world_when_asked()
    {
        await using var reader = await OpenAsync("map");
        var page = reader.Page;
        var geo = $"{Chart}.chart.getOption().geo[0]";
        Assert.Equal("FRA,MLT,ISL,JPN", await page.EvaluateAsync<string>($"{geo}.regions.filter(r => r.emphasis).map(r => r.name).join()"));
        Assert.Equal("Malta", await page.EvaluateAsync<string>($"{Chart}.chart.getOption().series.flatMap(s => s.data).find(d => d.value)?.name"));
        var europe = await page.EvaluateAsync<string>(Picture);

        await page.GetByRole(AriaRole.Button, new() { Name = "Show the world" }).ClickAsync();

        await Expect(page.GetByRole(AriaRole.Button, new() { Name = "Show the world" })).ToHaveAttributeAsync("aria-pressed", "true");
        await page.WaitForFunctionAsync($"before => ({Picture}) !== before", europe);
        await page.GetByRole(AriaRole.Button, new() { Name = "Zoom in" }).ClickAsync();
        await page.WaitForFunctionAsync($"() => {geo}.zoom > 1.2");
        Assert.Empty(reader.Troubles);
    }

    private static async Task<IDownload> SaveAsync(Reader reader, string format)
    {
        var saving = reader.Page.WaitForDownloadAsync();
        await reader.Page.GetByRole(AriaRole.Button, new() { Name = $"Download the picture as {format}" }).PressAsync("Enter");
        return await saving;
    }

    /// <summary>The words in the picture that is saved as SVG, each as it stands there; it must be XML.</summary>
    private static async Task<IReadOnlyList<string>> WordsAsync(Reader reader)
    {
        var file = await SaveAsync(reader, "SVG");
        var picture = XDocument.Parse(await File.ReadAllTextAsync(await file.PathAsync(), TestContext.Current.CancellationToken));
        return [.. picture.Descendants().Where(element => element.Name.LocalName == "text").Select(element => element.Value)];
    }

    private async Task<Reader> OpenAsync(string kind = "bar")
    {
        var reader = await site.ReaderAsync();
        await reader.Page.EmulateMediaAsync(new() { ReducedMotion = ReducedMotion.Reduce }); // bars are at once as long as they will be
        await OpenAsync(reader, kind);
        return reader;
    }

    private static async Task OpenAsync(Reader reader, string kind)
    {
        await ChartPage.ServeAsync(reader.Page, kind);
        await reader.GoAsync(ChartPage.Address);
        await Drawing.DoneAsync(reader);
    }
}
