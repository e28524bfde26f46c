using CoalitionTracker.Data;
using CoalitionTracker.Features.Explore;
using CoalitionTracker.Features.Pledges;
using CoalitionTracker.Shared.Lists;

namespace CoalitionTracker.Features.Funding;

/// <summary>The data behind the page about money: one row for each country or contribution and instrument.</summary>
public static class FundingDownloads
{
    /// <param name="Counts">The rules under which the reader has money counted.</param>
    private sealed record Row(string Table, FacetOption Of, FacetOption Instrument, PivotCell Cell, Func<TotalRule, bool> Counts);

    private static readonly IReadOnlyList<ExportColumn<Row>> Columns =
    [
        new("by", r => r.Table),
        new("row", r => r.Of.Value),
        new("row_label", r => r.Of.Label),
        new("instrument", r => r.Instrument.Value),
        new("eur_min", r => r.Cell.EurMin),
        new("eur_max", r => r.Cell.EurMax),
        new("eur_without_upper_end", r => r.Cell.EurOpen),
        new("pledges_counted", r => r.Cell.Counted),
        new("pledges_left_out", r => r.Cell.LeftOut),
        .. Enum.GetValues<TotalRule>()
            .Where(r => r is not (TotalRule.Counted or TotalRule.NoMoney))
            .Select(rule => new ExportColumn<Row>($"left_out_{rule.Slug().Replace('-', '_')}", r => r.Counts(rule) ? 0 : r.Cell.Under(rule))),
    ];

    public static void MapFundingDownloads(this IEndpointRouteBuilder app)
    {
        app.MapFormats(
            "/money",
            format =>
                async (FundingQueries funding, HttpContext http) =>
                {
                    var view = await funding.ReadAsync(http.Request.Query, http.RequestAborted);
                    var rows = RowsOf("country", view.ByCountry).Concat(RowsOf("contribution", view.ByContribution));
                    await Downloads.SendAsync(http, format, Columns, rows.ToAsyncEnumerable(), jsonByColumns: true);
                }
        );
    }

    private static IEnumerable<Row> RowsOf(string table, PivotView view)
    {
        var pivot = view.Pivot;
        var total = new FacetOption("total", "Total");
        for (var row = 0; row < pivot.Rows.Count; row++)
        {
            for (var column = 0; column < pivot.Columns.Count; column++)
            {
                if (pivot[row, column] is { Counted: > 0 } or { LeftOut: > 0 })
                    yield return new Row(table, pivot.Rows[row], pivot.Columns[column], pivot[row, column]!, Counts);
            }
        }
        yield return new Row(table, total, total, pivot.Total, Counts);

        bool Counts(TotalRule rule) => PledgeList.Counts(view.Query, rule);
    }
}
