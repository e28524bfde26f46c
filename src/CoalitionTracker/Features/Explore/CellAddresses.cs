using CoalitionTracker.Shared.Lists;

namespace CoalitionTracker.Features.Explore;

/// <summary>
/// Where the numbers of a pivot lead: the same view narrowed to a row, a column or both. A table has thousands of numbers, and writing a whole query for each
/// took longer than counting.
/// </summary>
internal sealed class CellAddresses(PivotView view, string path)
{
    private readonly Dictionary<string, string?> rows = [];
    private readonly Dictionary<string, string?> columns = [];
    private string? rest;

    /// <summary>The address for these values of the row and the column, null for its total; null when no filter narrows to them.</summary>
    public string? Of(string? row, string? column)
    {
        if (Part(rows, view.Rows, row) is not { } first || Part(columns, view.Columns, column) is not { } second)
            return null;
        var query = (Rest(row, column) + first + second).TrimStart('&');
        return $"{path}{(query.Length > 0 ? "?" : "")}{query}#behind";
    }

    /// <summary>What a value adds to the query, with an ampersand in front; empty for none, null when there is no such filter.</summary>
    private string? Part(Dictionary<string, string?> known, string dimension, string? value)
    {
        if (value is null)
            return "";
        if (!known.TryGetValue(value, out var part))
            known[value] = part = ExploreView.Narrowed(new ListQuery(), view.Spec, dimension, value) is { } narrowed ? QueryOf(narrowed) : null;
        return part;
    }

    /// <summary>What stays of the view's own query. Of a row's or column's own filter nothing does.</summary>
    private string Rest(string? row, string? column)
    {
        if (row is null || column is null)
            return QueryOf(Without(Without(view.Query, row is null ? null : view.Rows), column is null ? null : view.Columns));
        return rest ??= QueryOf(Without(Without(view.Query, view.Rows), view.Columns));
    }

    private static ListQuery Without(ListQuery query, string? dimension) =>
        query with
        {
            Page = 1,
            Chosen = query.Chosen.Where(c => c.Key != dimension).ToDictionary(),
            Ends = dimension == "year" ? query.Ends.Where(e => e.Key is not ("from" or "to")).ToDictionary() : query.Ends,
        };

    private string QueryOf(ListQuery query) => view.Spec.Address(query) is ['?', .. var parameters] ? $"&{parameters}" : "";
}
