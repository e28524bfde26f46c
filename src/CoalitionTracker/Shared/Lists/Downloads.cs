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

    public static void MapDownloads<TList, TEntry, TRow>(this IEndpointRouteBuilder app, string path)
        where TList : RecordList<TEntry, TRow>
    {
        app.MapGet(
            $"{path}.csv",
            (TList list, HttpContext http) => WriteAsync<TList, TEntry, TRow>(list, http, "text/csv; charset=utf-8", WriteCsvAsync)
        );
        app.MapGet($"{path}.json", (TList list, HttpContext http) => WriteAsync<TList, TEntry, TRow>(list, http, "application/json", WriteJsonAsync));
        app.MapGet(
            $"{path}.xlsx",
            (TList list, HttpContext http) =>
                WriteAsync<TList, TEntry, TRow>(list, http, "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", WriteSheetAsync)
        );
    }

    private static async Task WriteAsync<TList, TEntry, TRow>(
        TList list,
        HttpContext http,
        string type,
        Func<Stream, IReadOnlyList<ExportColumn<TRow>>, IAsyncEnumerable<TRow>, CancellationToken, Task> write
    )
        where TList : RecordList<TEntry, TRow>
    {
        var index = await list.IndexAsync(http.RequestAborted);
        var query = ListQuery.Parse(http.Request.Query, index.Spec);
        http.Response.ContentType = type;
        await using var rows = list.AllAsync(query, http.RequestAborted).GetAsyncEnumerator(http.RequestAborted);
        var hasFirst = await rows.MoveNextAsync(); // a refused search is found out before the response has begun
        await write(http.Response.Body, list.Columns, Rest(rows, hasFirst), http.RequestAborted);
    }

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
        await using var writer = new StreamWriter(body, new UTF8Encoding(encoderShouldEmitUTF8Identifier: true));
        await using var csv = new CsvWriter(writer, format);
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
