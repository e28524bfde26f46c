using System.Globalization;
using System.Text;
using System.Text.Json;
using System.Text.Json.Serialization;
using CoalitionTracker.Data;
using CsvHelper;
using CsvHelper.Configuration;
using MiniExcelLibs;

namespace CoalitionTracker.Shared.Lists;

/// <summary>The data twins of every list: exactly what is filtered, as CSV, JSON and XLSX.</summary>
public static class Downloads
{
    /// <summary>How the product writes JSON for readers: choices by their slugs, dates in EDTF.</summary>
    public static JsonSerializerOptions Json { get; } =
        new(RecordJson.Options) { DefaultIgnoreCondition = JsonIgnoreCondition.Never, IgnoreReadOnlyProperties = false };

    private const int MaxSheetRows = 100_000;

    /// <summary>An address for each format in which a page's data can be taken away.</summary>
    /// <param name="answer">What answers the address of a format: csv, json or xlsx.</param>
    public static void MapFormats(this IEndpointRouteBuilder app, string path, Func<string, Delegate> answer)
    {
        foreach (var format in new[] { "csv", "json", "xlsx" })
            app.MapGet($"{path}.{format}", answer(format));
    }

    /// <param name="jsonByColumns">See <see cref="SendAsync"/>.</param>
    public static void MapDownloads<TList, TEntry, TRow>(this IEndpointRouteBuilder app, string path, bool jsonByColumns = false)
        where TList : RecordList<TEntry, TRow> =>
        app.MapFormats(
            path,
            format =>
                async (TList list, HttpContext http) =>
                {
                    var index = await list.IndexAsync(http.RequestAborted);
                    await SendAsync(
                        http,
                        format,
                        list.Columns,
                        list.AllAsync(ListQuery.Parse(http.Request.Query, index.Spec), http.RequestAborted),
                        jsonByColumns
                    );
                }
        );

    /// <summary>Writes rows in one of the formats: csv, json or xlsx.</summary>
    /// <param name="jsonByColumns">Whether the JSON has the columns' names and values, as the CSV does; if not, the rows as they are.</param>
    /// <exception cref="RuleException">The rows cannot be given; nothing has been sent yet.</exception>
    public static async Task SendAsync<TRow>(
        HttpContext http,
        string format,
        IReadOnlyList<ExportColumn<TRow>> columns,
        IAsyncEnumerable<TRow> rows,
        bool jsonByColumns = false
    )
    {
        await using var reading = rows.GetAsyncEnumerator(http.RequestAborted);
        var hasFirst = await reading.MoveNextAsync(); // a refused search is found out before the response has begun
        var (type, write) = Formats<TRow>(format, jsonByColumns);
        http.Response.ContentType = type;
        await write(http.Response.Body, columns, Rest(reading, hasFirst), http.RequestAborted);
    }

    private delegate Task Write<TRow>(Stream body, IReadOnlyList<ExportColumn<TRow>> columns, IAsyncEnumerable<TRow> rows, CancellationToken cancel);

    private static (string Type, Write<TRow> Write) Formats<TRow>(string format, bool jsonByColumns) =>
        format switch
        {
            "csv" => ("text/csv; charset=utf-8", WriteCsvAsync),
            "json" => ("application/json", jsonByColumns ? WriteJsonByColumnsAsync : WriteJsonAsync),
            _ => ("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", WriteSheetAsync),
        };

    private static async IAsyncEnumerable<TRow> Rest<TRow>(IAsyncEnumerator<TRow> rows, bool has)
    {
        for (; has; has = await rows.MoveNextAsync())
            yield return rows.Current;
    }

    private static async Task WriteCsvAsync<TRow>(
        Stream body,
        IReadOnlyList<ExportColumn<TRow>> columns,
        IAsyncEnumerable<TRow> rows,
        CancellationToken cancel
    )
    {
        // Formulas are escaped, as OWASP advises for CSV that people open in a spreadsheet.
        var format = new CsvConfiguration(CultureInfo.InvariantCulture) { InjectionOptions = InjectionOptions.Escape };
        // The body stays open: whoever keeps the answer for the next reader looks at it afterwards.
        await using var writer = new StreamWriter(body, new UTF8Encoding(encoderShouldEmitUTF8Identifier: true), leaveOpen: true);
        await using var csv = new CsvWriter(writer, format, leaveOpen: true);
        foreach (var column in columns)
            csv.WriteField(column.Name);
        await csv.NextRecordAsync();
        await foreach (var row in rows.WithCancellation(cancel))
        {
            foreach (var column in columns)
                csv.WriteField(column.Value(row));
            await csv.NextRecordAsync();
        }
    }

    private static Task WriteJsonAsync<TRow>(
        Stream body,
        IReadOnlyList<ExportColumn<TRow>> columns,
        IAsyncEnumerable<TRow> rows,
        CancellationToken cancel
    ) => JsonSerializer.SerializeAsync(body, rows, Json, cancel);

    private static Task WriteJsonByColumnsAsync<TRow>(
        Stream body,
        IReadOnlyList<ExportColumn<TRow>> columns,
        IAsyncEnumerable<TRow> rows,
        CancellationToken cancel
    ) => JsonSerializer.SerializeAsync(body, rows.Select(row => columns.ToDictionary(c => c.Name, c => c.Value(row))), Json, cancel);

    private static async Task WriteSheetAsync<TRow>(
        Stream body,
        IReadOnlyList<ExportColumn<TRow>> columns,
        IAsyncEnumerable<TRow> rows,
        CancellationToken cancel
    )
    {
        var sheet = await rows.Take(MaxSheetRows + 1).Select(row => columns.ToDictionary(c => c.Name, c => c.Value(row))).ToListAsync(cancel);
        if (sheet.Count > MaxSheetRows)
            throw new RuleException("xlsx", $"A sheet holds at most {MaxSheetRows} rows here; narrow the list, or take the CSV.");
        if (sheet.Count == 0)
            sheet.Add(columns.ToDictionary(c => c.Name, _ => (object?)null));
        using var file = new MemoryStream(); // the format is a zip, which needs to seek
        await file.SaveAsAsync(sheet, cancellationToken: cancel);
        file.Position = 0;
        await file.CopyToAsync(body, cancel);
    }
}
