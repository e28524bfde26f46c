using System.IO.Compression;
using System.Text;
using System.Text.Json;
using CoalitionTracker.Tests.Support;
using MiniExcelLibs;

namespace CoalitionTracker.Tests.Shared.Lists;

/// <summary>The data twins hold exactly what the page's filter matches.</summary>
public sealed class DownloadsTests(SeededApp seeded, EmptyApp written) : IClassFixture<EmptyApp>
{
    public static TheoryData<string, string> Filtered =>
        new()
        {
            { "/pledges", "" },
            { "/pledges", "?country=NOR&sort=amount" },
            { "/pledges", "?level=ruled-out&q=soldiers" },
            { "/pledges", "?from=2026-01-01&state=published&state=in-review" },
            { "/pledges", "?eurMin=1000000000" },
            { "/statements", "?authority=minister&sort=speaker" },
            { "/agreements", "?q=Security" },
            { "/sources", "?seen=through" },
            { "/countries", "?membership=G7&sort=-pledges" },
            { "/pledges", "?q=nothingofthekind" },
        };

    [Theory]
    [MemberData(nameof(Filtered))]
    public async Task The_page_the_CSV_the_JSON_and_the_XLSX_have_the_same_records_in_the_same_order(string list, string query)
    {
        var fromPage = await CodesOnPagesAsync(list, query);
        var csv = (await Csv.ReadAsync(seeded.App, $"{list}.csv{query}")).Select(r => r["code"]).ToList();
        var json = JsonDocument.Parse(await seeded.App.TextAsync($"{list}.json{query}")).RootElement.EnumerateArray();
        var sheet = (await SheetAsync(seeded.App, $"{list}.xlsx{query}")).Select(r => r["code"]?.ToString()).Where(c => c is not null);

        Assert.Equal(fromPage, csv);
        Assert.Equal(csv, json.Select(r => r.GetProperty("code").GetString()));
        Assert.Equal(csv, sheet);
    }

    [Fact]
    public async Task The_CSV_and_the_XLSX_say_the_same_in_every_field()
    {
        var csv = await Csv.ReadAsync(seeded.App, "/pledges.csv");
        var sheet = await SheetAsync(seeded.App, "/pledges.xlsx");

        Assert.True(csv.Count > 80);
        Assert.Equal(csv.Count, sheet.Count);
        foreach (var (line, row) in csv.Zip(sheet))
            Assert.All(
                line.Where(f => f.Key is not ("eur_min" or "eur_max")),
                f => Assert.Equal((f.Key, Unescaped(f.Value)), (f.Key, Text(row[f.Key])))
            );
    }

    [Fact]
    public async Task A_CSV_begins_with_the_mark_that_spreadsheets_need_and_keeps_every_script()
    {
        using var reader = seeded.App.Reader();
        var bytes = await reader.GetByteArrayAsync("/countries.csv", TestContext.Current.CancellationToken);
        var japan = (await Csv.ReadAsync(seeded.App, "/countries.csv")).Single(r => r["code"] == "JPN");

        Assert.Equal(Encoding.UTF8.Preamble.ToArray(), bytes[..3]);
        Assert.Equal(("Японія", "日本"), (japan["name_uk"], japan["name_ja"]));
        Assert.Equal("日本", (await SheetAsync(seeded.App, "/countries.xlsx")).Single(r => (string?)r["code"] == "JPN")["name_ja"]);
    }

    [Theory]
    [InlineData("=HYPERLINK(\"https://evil.example\",\"Click\")")]
    [InlineData("+1+1")]
    [InlineData("-1+1")]
    [InlineData("@SUM(1)")]
    public async Task A_formula_in_a_title_is_text_in_a_spreadsheet(string title)
    {
        var pledge = Example.Pledge("JPN-2025-950");
        pledge.Title = title;
        await written.App.SaveAsync(pledge);

        var line = (await Csv.ReadAsync(written.App, "/pledges.csv")).Single(r => r["code"] == pledge.Code);
        Assert.StartsWith("'", line["title"], StringComparison.Ordinal);
        Assert.Equal(title, line["title"][1..]);
        using var reader = written.App.Reader();
        using var zip = new ZipArchive(await reader.GetStreamAsync("/pledges.xlsx", TestContext.Current.CancellationToken));
        using var sheet = new StreamReader(zip.GetEntry("xl/worksheets/sheet1.xml")!.Open());
        Assert.DoesNotContain(
            "<x:f>",
            (await sheet.ReadToEndAsync(TestContext.Current.CancellationToken)).Replace("<f>", "<x:f>", StringComparison.Ordinal),
            StringComparison.Ordinal
        );
        Assert.Contains(await SheetAsync(written.App, "/pledges.xlsx"), r => title.Equals(r["title"]));
    }

    [Fact]
    public async Task Commas_quotes_and_line_breaks_stay_in_their_field()
    {
        var statement = Example.Statement("STM-2025-950");
        statement.Summary = "One, \"two\";\r\nthree\n四";
        await written.App.SaveAsync(statement);

        var line = (await Csv.ReadAsync(written.App, "/statements.csv")).Single(r => r["code"] == statement.Code);

        Assert.Equal(statement.Summary, line["summary"]);
    }

    [Fact]
    public async Task A_record_s_JSON_is_the_record_in_the_format_of_the_data_files() =>
        Assert.Equal(DataFiles.Json("JPN-2024-001"), await seeded.App.TextAsync("/pledges/JPN-2024-001.json"));

    /// <summary>The codes that a reader sees, page after page.</summary>
    private async Task<List<string>> CodesOnPagesAsync(string list, string query)
    {
        var codes = new List<string>();
        for (var number = 1; ; number++)
        {
            var page = await seeded.App.PageAsync($"{list}{query}{(query.Length > 0 ? '&' : '?')}size=200&page={number}");
            codes.AddRange(
                page.Document.QuerySelectorAll(".results tbody tr, .results ul.statements > li")
                    .Select(row => row.QuerySelector($"a.title[href^='{list}/'], td.main a[href^='{list}/']")!.GetAttribute("href")!.Split('/')[2])
            );
            if (page.Document.QuerySelector("a[rel=next]") is null)
                return codes;
        }
    }

    private static async Task<List<IDictionary<string, object?>>> SheetAsync(TestApp app, string path)
    {
        using var reader = app.Reader();
        using var file = new MemoryStream(await reader.GetByteArrayAsync(path));
        return [.. file.Query(useHeaderRow: true).Cast<IDictionary<string, object?>>()];
    }

    private static string Unescaped(string field) => field.StartsWith('\'') ? field[1..] : field;

    private static string Text(object? cell) => Convert.ToString(cell, System.Globalization.CultureInfo.InvariantCulture) ?? "";
}
