using CoalitionTracker.Features.Pledges;
using CoalitionTracker.Shared.Lists;

namespace CoalitionTracker.Features.Explore;

/// <summary>
/// The data behind a pivot: one row for each cell that has something in it, with every measure, whichever the page shows. Pledges and countries stand under
/// each of several countries that pledge together; people and money, which cannot be shared out, under "together" only. What is not known is empty.
/// </summary>
public static class ExploreDownloads
{
    /// <param name="Heads">What is counted under each of several that pledge together; null where nobody does.</param>
    /// <param name="Sums">What is not shared out between them; null where nothing is.</param>
    private sealed record Row(FacetOption Of, FacetOption By, PivotCell? Heads, PivotCell? Sums);

    private static readonly IReadOnlyList<ExportColumn<Row>> Columns =
    [
        new("row", r => r.Of.Value),
        new("row_label", r => r.Of.Label),
        new("column", r => r.By.Value),
        new("column_label", r => r.By.Label),
        new("pledges", r => r.Heads?.Pledges),
        new("refusals", r => r.Heads?.Refusals),
        new("withdrawn_or_replaced", r => r.Heads?.Ended),
        new("countries", r => r.Heads?.Countries),
        new("people_min", r => r.Sums?.PeopleMin),
        new("people_max", r => r.Sums?.PeopleMax),
        new("people_counted", r => r.Sums?.PeopleCounted ?? 0),
        new("people_without_upper_end", r => r.Sums?.PeopleOpen ?? 0),
        new("people_in_words", r => r.Sums?.Under(PeopleRule.InWords) ?? 0),
        new("eur_min", r => r.Sums?.EurMin),
        new("eur_max", r => r.Sums?.EurMax),
        new("eur_without_upper_end", r => r.Sums?.EurOpen ?? 0),
        new("money_counted", r => r.Sums?.Counted ?? 0),
        new("money_left_out", r => r.Sums?.LeftOut ?? 0),
    ];

    public static void MapExploreDownloads(this IEndpointRouteBuilder app)
    {
        app.MapFormats(
            "/explore",
            format =>
                async (PledgePivots pivots, HttpContext http) =>
                {
                    var view = await pivots.ReadAsync(http.Request.Query, ExploreView.Download, http.RequestAborted);
                    await Downloads.SendAsync(
                        http,
                        format,
                        Columns,
                        RowsOf(view.Pivot, view.Turn(view.Rows, view.Columns, true)).ToAsyncEnumerable(),
                        jsonByColumns: true
                    );
                }
        );
    }

    /// <summary>The cells, then the totals of rows and columns, then the total of all.</summary>
    /// <param name="sums">The same rows and columns, with what several pledge together apart.</param>
    private static IEnumerable<Row> RowsOf(Pivot heads, Pivot sums)
    {
        var total = new FacetOption("total", "Total");
        for (var row = 0; row < heads.Rows.Count; row++)
        {
            for (var column = 0; column < heads.Columns.Count; column++)
            {
                if (heads[row, column] is not null || sums[row, column] is not null)
                    yield return new Row(heads.Rows[row], heads.Columns[column], heads[row, column], sums[row, column]);
            }
            if (heads.RowTotals[row] is not null || sums.RowTotals[row] is not null)
                yield return new Row(heads.Rows[row], total, heads.RowTotals[row], sums.RowTotals[row]);
        }
        for (var column = 0; column < heads.Columns.Count; column++)
        {
            if (heads.ColumnTotals[column] is not null || sums.ColumnTotals[column] is not null)
                yield return new Row(total, heads.Columns[column], heads.ColumnTotals[column], sums.ColumnTotals[column]);
        }
        yield return new Row(total, total, heads.Total, sums.Total);
    }
}
