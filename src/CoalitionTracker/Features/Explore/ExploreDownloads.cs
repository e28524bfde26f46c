using CoalitionTracker.Shared.Lists;

namespace CoalitionTracker.Features.Explore;

/// <summary>The data behind a pivot: one row for each cell that has something in it, with every measure.</summary>
public static class ExploreDownloads
{
    private sealed record Row(FacetOption Of, FacetOption By, PivotCell Cell);

    private static readonly IReadOnlyList<ExportColumn<Row>> Columns =
    [
        new("row", r => r.Of.Value),
        new("row_label", r => r.Of.Label),
        new("column", r => r.By.Value),
        new("column_label", r => r.By.Label),
        new("pledges", r => r.Cell.Pledges),
        new("countries", r => r.Cell.Countries),
        new("people_min", r => r.Cell.PeopleMin),
        new("people_max", r => r.Cell.PeopleMax),
        new("people_without_upper_end", r => r.Cell.PeopleOpen),
        new("people_in_words", r => r.Cell.PeopleInWords),
        new("eur_min", r => r.Cell.EurMin),
        new("eur_max", r => r.Cell.EurMax),
        new("money_counted", r => r.Cell.Counted),
        new("money_left_out", r => r.Cell.LeftOut),
    ];

    public static void MapExploreDownloads(this IEndpointRouteBuilder app)
    {
        foreach (var format in new[] { "csv", "json", "xlsx" })
        {
            app.MapGet(
                $"/explore.{format}",
                async (PledgePivots pivots, HttpContext http) =>
                {
                    var view = await pivots.ReadAsync(http.Request.Query, ExploreView.Download, http.RequestAborted);
                    await Downloads.SendAsync(http, format, Columns, RowsOf(view.Pivot).ToAsyncEnumerable(), jsonByColumns: true);
                }
            );
        }
    }

    /// <summary>The cells, then the totals of rows and columns, then the total of all.</summary>
    private static IEnumerable<Row> RowsOf(Pivot pivot)
    {
        var total = new FacetOption("total", "Total");
        for (var row = 0; row < pivot.Rows.Count; row++)
        {
            for (var column = 0; column < pivot.Columns.Count; column++)
            {
                if (pivot[row, column] is { } cell)
                    yield return new Row(pivot.Rows[row], pivot.Columns[column], cell);
            }
            if (pivot.RowTotals[row] is { } ofRow)
                yield return new Row(pivot.Rows[row], total, ofRow);
        }
        for (var column = 0; column < pivot.Columns.Count; column++)
        {
            if (pivot.ColumnTotals[column] is { } ofColumn)
                yield return new Row(total, pivot.Columns[column], ofColumn);
        }
        yield return new Row(total, total, pivot.Total);
    }
}
