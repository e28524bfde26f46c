using CoalitionTracker.Data;
using CoalitionTracker.Features.Explore;
using CoalitionTracker.Shared.Lists;

namespace CoalitionTracker.Features.Funding;

/// <summary>The data behind the page about money: one row for each country or contribution and instrument.</summary>
public static class FundingDownloads
{
    private sealed record Row(string Table, FacetOption Of, FacetOption Instrument, PivotCell Cell);

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
        .. Enum.GetValues<Pledges.TotalRule>()
            .Where(r => r is not (Pledges.TotalRule.Counted or Pledges.TotalRule.NoMoney))
            .Select(rule => new ExportColumn<Row>($"left_out_{rule.Slug().Replace('-', '_')}", r => r.Cell.Under(rule))),
    ];

    public static void MapFundingDownloads(this IEndpointRouteBuilder app)
    {
        foreach (var format in new[] { "csv", "json", "xlsx" })
        {
            app.MapGet(
                $"/money.{format}",
                async (FundingQueries funding, HttpContext http) =>
                {
                    var view = await funding.ReadAsync(http.Request.Query, http.RequestAborted);
                    var rows = RowsOf("country", view.ByCountry.Pivot).Concat(RowsOf("contribution", view.ByContribution.Pivot));
                    await Downloads.SendAsync(http, format, Columns, rows.ToAsyncEnumerable(), jsonByColumns: true);
                }
            );
        }
    }

    private static IEnumerable<Row> RowsOf(string table, Pivot pivot)
    {
        var total = new FacetOption("total", "Total");
        for (var row = 0; row < pivot.Rows.Count; row++)
        {
            for (var column = 0; column < pivot.Columns.Count; column++)
            {
                if (pivot[row, column] is { Counted: > 0 } or { LeftOut: > 0 })
                    yield return new Row(table, pivot.Rows[row], pivot.Columns[column], pivot[row, column]!);
            }
        }
        yield return new Row(table, total, total, pivot.Total);
    }
}
