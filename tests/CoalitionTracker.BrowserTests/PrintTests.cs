using System.Text;
using System.Text.RegularExpressions;

namespace CoalitionTracker.BrowserTests;

/// <summary>What comes out of a printer, or is handed out as a PDF.</summary>
public partial class PrintTests(Site site)
{
    /// <summary>A4 between the margins, in CSS pixels: as narrow as a tablet.</summary>
    private const int PaperWidth = 673;

    [Theory]
    [InlineData("/")]
    [InlineData("/pledges")]
    [InlineData("/pledges/JPN-2024-001")]
    [InlineData("/countries/JPN")]
    [InlineData("/sources/SRC-0001")]
    [InlineData("/method")]
    public async Task Paper_has_the_facts_and_how_to_cite_them_and_no_controls(string address)
    {
        await using var reader = await PaperAsync(address);

        await Expect(reader.Page.Locator("h1")).ToBeVisibleAsync();
        await Expect(reader.Page.Locator(".wordmark")).ToBeVisibleAsync();
        foreach (var control in await reader.Page.Locator("nav:not(.pager), form, button, input, summary, .twins, .themes, .skip, footer").AllAsync())
            await Expect(control).ToBeHiddenAsync();
        var forms = reader.Page.Locator(".cite pre");
        await Expect(forms.First).ToBeVisibleAsync();
        await Expect(forms.First).ToContainTextAsync($"{site.Address.ToString().TrimEnd('/')}{address}");
        await Expect(forms.First).ToContainTextAsync(new Regex(@"version \d+ of \d{4}-\d\d-\d\d"));
        await Expect(forms.Nth(1)).ToBeHiddenAsync();
        await Expect(forms.Nth(2)).ToBeHiddenAsync();
        Assert.True(await reader.Page.EvaluateAsync<bool>("document.documentElement.scrollWidth <= innerWidth"));
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Paper_is_white_and_print_is_dark_in_the_dark_theme_too(bool isChosen)
    {
        await using var reader = await site.OpenAsync();
        if (isChosen)
        {
            await reader.FollowAsync("Dark");
            await Expect(reader.Page.Locator("html")).ToHaveAttributeAsync("data-theme", "dark");
        }
        await reader.GoAsync("/pledges/JPN-2024-001");
        await reader.Page.EmulateMediaAsync(new() { Media = Media.Print, ColorScheme = ColorScheme.Dark });

        Assert.Equal("rgb(255, 255, 255)", await StyleAsync(reader, "body", "backgroundColor"));
        Assert.Equal("rgb(27, 36, 48)", await StyleAsync(reader, "body", "color"));
        Assert.Equal("rgb(27, 36, 48)", await StyleAsync(reader, ".lead", "color"));
    }

    [Fact]
    public async Task A_table_stays_a_table_its_head_is_repeated_and_no_row_is_cut()
    {
        await using var reader = await PaperAsync("/pledges");

        Assert.Equal("table", await StyleAsync(reader, "table.rows", "display"));
        Assert.Equal("table-header-group", await StyleAsync(reader, "table.rows thead", "display"));
        Assert.Equal("table-row", await StyleAsync(reader, "table.rows tbody tr", "display"));
        Assert.Equal("avoid", await StyleAsync(reader, "table.rows tbody tr", "breakInside"));
        await Expect(reader.Page.Locator("table.rows thead th").First).ToBeVisibleAsync();
    }

    [Fact]
    public async Task Signs_keep_their_colours_and_words()
    {
        await using var reader = await PaperAsync("/pledges/JPN-2024-001");

        Assert.Equal("exact", await StyleAsync(reader, ".level-signed .bars i", "printColorAdjust"));
        Assert.Equal("rgb(59, 114, 172)", await StyleAsync(reader, ".level-signed .bars i", "backgroundColor"));
        await Expect(reader.Page.Locator(".level-signed").First).ToHaveTextAsync("Signed");
    }

    [Fact]
    public async Task The_address_of_a_document_is_printed_beside_its_name()
    {
        await using var reader = await PaperAsync("/pledges/JPN-2024-001");
        var link = reader.Page.Locator("a.out[aria-label]").First;

        var printed = await link.EvaluateAsync<string>("link => getComputedStyle(link, '::after').content");

        Assert.Contains(await link.GetAttributeAsync("href") ?? "?", printed, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_is_folded_on_a_screen_is_read_on_paper()
    {
        await using var reader = await site.ReaderAsync(new(Width: PaperWidth));
        await reader.GoAsync("/history/JPN-2024-001");
        var folded = reader.Main.Locator("details:not(.cite) table").First;
        await Expect(folded).ToBeHiddenAsync();

        await reader.Page.EmulateMediaAsync(new() { Media = Media.Print });

        await Expect(folded).ToBeVisibleAsync();
    }

    [Theory]
    [InlineData("/pledges/JPN-2024-001", "595x842")]
    [InlineData("/pledges", "842x595")]
    public async Task A_sheet_is_A4_and_a_list_s_table_lies_on_its_side(string address, string size)
    {
        await using var reader = await site.ReaderAsync();
        await reader.GoAsync(address);

        var sheets = await SheetsAsync(reader);

        Assert.NotEmpty(sheets);
        Assert.All(sheets, sheet => Assert.Equal(size, sheet));
    }

    [Fact]
    public async Task Every_country_and_contribution_of_the_matrix_is_on_an_upright_sheet()
    {
        await using var reader = await PaperAsync("/matrix");
        var rows = reader.Page.Locator("#matrix th.country:not(thead th)");
        Assert.True(await rows.CountAsync() > 30);

        // Nothing is cut by a frame that scrolls, and nothing lies beside the sheet.
        Assert.Equal("visible", await StyleAsync(reader, ".matrix-frame", "overflowY"));
        Assert.True(
            await reader.Page.EvaluateAsync<bool>("(frame => frame.scrollHeight <= frame.clientHeight + 1)(document.querySelector('.matrix-frame'))")
        );
        Assert.True(
            await reader.Page.EvaluateAsync<bool>(
                "[...document.querySelectorAll('#matrix th, #matrix td')].every(cell => cell.getBoundingClientRect().right <= innerWidth)"
            )
        );
    }

    [Fact]
    public async Task A_group_s_head_is_not_left_alone_at_the_foot_of_a_sheet()
    {
        await using var reader = await PaperAsync("/matrix");

        Assert.Equal("avoid", await StyleAsync(reader, "#matrix tr.group", "breakAfter"));
    }

    [Fact]
    public async Task The_citation_takes_the_text_before_it_along_to_a_new_sheet()
    {
        await using var reader = await PaperAsync("/money");

        Assert.Equal("avoid", await StyleAsync(reader, ".cite", "breakBefore"));
        foreach (var box in new[] { ".list-page", ".results" }) // inside a box the text would stay behind
            Assert.Equal("contents", await StyleAsync(reader, box, "display"));
    }

    [Fact]
    public async Task The_picture_of_explore_stands_on_an_upright_sheet_and_the_list_behind_it_on_wide_ones_with_the_citation()
    {
        await using var reader = await site.ReaderAsync();
        await reader.GoAsync("/explore");

        var sheets = await SheetsAsync(reader);

        Assert.Equal(("595x842", "842x595"), (sheets[0], sheets[^1]));
    }

    [Theory]
    [InlineData("/map", false)]
    [InlineData("/map", true)]
    [InlineData("/explore", false)]
    [InlineData("/timeline", false)]
    [InlineData("/ceasefire", false)]
    public async Task A_picture_is_as_wide_as_the_sheet_and_light(string address, bool isDark)
    {
        await using var reader = await site.ReaderAsync(new(Width: 1440));
        await reader.Page.EmulateMediaAsync(new() { ColorScheme = isDark ? ColorScheme.Dark : ColorScheme.Light });
        await reader.GoAsync(address);
        await reader.Page.Locator("record-chart").First.ScrollIntoViewIfNeededAsync();
        await Charts.Drawing.DoneAsync(reader);

        await reader.Page.EvaluateAsync("dispatchEvent(new Event('beforeprint'))"); // as a browser does before it lays the sheets out
        await reader.Page.EmulateMediaAsync(new() { Media = Media.Print });
        await reader.Page.SetViewportSizeAsync(PaperWidth, 900);

        const string Canvas = $"{Charts.Drawing.Chart}.shadowRoot.querySelector('canvas')";
        Assert.True(await reader.Page.EvaluateAsync<bool>($"{Canvas}.getBoundingClientRect().right <= innerWidth"));
        Assert.True(
            await reader.Page.EvaluateAsync<bool>(
                $"{Canvas}.getBoundingClientRect().bottom <= {Charts.Drawing.Chart}.getBoundingClientRect().bottom + 1"
            )
        );
        Assert.True(await reader.Page.EvaluateAsync<double>($"{Canvas}.getBoundingClientRect().width") > 0.7 * PaperWidth, "too small to be read");
        Assert.Equal("rgb(27, 36, 48)", await reader.Page.EvaluateAsync<string>($"{Charts.Drawing.Chart}.chart.getOption().textStyle.color"));
        await reader.Page.EmulateMediaAsync(new() { Media = Media.Screen });
        await reader.Page.SetViewportSizeAsync(1440, 900);
        await reader.Page.EvaluateAsync("dispatchEvent(new Event('afterprint'))");
        Assert.True(await reader.Page.EvaluateAsync<bool>($"{Canvas}.getBoundingClientRect().width > {PaperWidth}"));
        Assert.Empty(reader.Troubles);
    }

    /// <summary>The sizes of the sheets in points, in their order.</summary>
    private static async Task<IReadOnlyList<string>> SheetsAsync(Reader reader)
    {
        var pdf = Encoding.Latin1.GetString(await reader.Page.PdfAsync(new() { PreferCSSPageSize = true }));
        return [.. MediaBox().Matches(pdf).Select(m => $"{Points(m.Groups[1])}x{Points(m.Groups[2])}")];
    }

    private static int Points(Group number) => (int)Math.Round(double.Parse(number.Value, System.Globalization.CultureInfo.InvariantCulture));

    private async Task<Reader> PaperAsync(string address)
    {
        var reader = await site.ReaderAsync(new(Width: PaperWidth));
        await reader.GoAsync(address);
        await reader.Page.EmulateMediaAsync(new() { Media = Media.Print });
        return reader;
    }

    private static Task<string> StyleAsync(Reader reader, string selector, string property) =>
        reader.Page.Locator(selector).First.EvaluateAsync<string>("(element, property) => getComputedStyle(element)[property]", property);

    [GeneratedRegex(@"/MediaBox \[0 0 ([\d.]+) ([\d.]+)\]")]
    private static partial Regex MediaBox();
}
