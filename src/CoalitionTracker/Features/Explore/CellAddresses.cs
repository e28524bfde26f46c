using CoalitionTracker.Data;
using CoalitionTracker.Features.Pledges;
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
    private readonly Dictionary<(bool, bool, bool), string> rest = [];

    /// <summary>The address for these values of the row and the column, null for its total; null when no filter narrows to them.</summary>
    /// <param name="narrower">What of the pledges there; null for all.</param>
    public string? Of(string? row, string? column, Validity? narrower = null)
    {
        if (Part(rows, view.Rows, row) is not { } first || Part(columns, view.Columns, column) is not { } second)
            return null;
        var third = narrower is { } validity ? $"&{PledgeList.ValidityKey}={validity.Slug()}" : "";
        var query = (Rest(row, column, narrower) + first + second + third).TrimStart('&');
        return $"{path}{(query.Length > 0 ? "?" : "")}{query}#behind";
    }

    /// <summary>What a value adds to the query, with an ampersand in front; empty for none, null when there is no such filter.</summary>
    private string? Part(Dictionary<string, string?> known, string dimension, string? value)
    {
        if (value is null)
            return "";
        if (!known.TryGetValue(value, out var part))
            known[value] = part = ExploreView.Narrowed(new ListQuery { Size = view.Spec.DefaultSize }, view.Spec, dimension, value) is { } narrowed
                ? QueryOf(narrowed)
                : null;
        return part;
    }

    /// <summary>What stays of the view's own query. Of what a row, a column or the number itself narrows nothing does.</summary>
    private string Rest(string? row, string? column, Validity? narrower)
    {
        var key = (row is null, column is null, narrower is null);
        if (!rest.TryGetValue(key, out var kept))
            rest[key] = kept = QueryOf(
                Without(
                    Without(Without(view.Query, row is null ? null : view.Rows), column is null ? null : view.Columns),
                    narrower is null ? null : PledgeList.ValidityKey
                )
            );
        return kept;
    }

    private static ListQuery Without(ListQuery query, string? dimension) =>
        query with
        {
            Page = 1,
            Chosen = query.Chosen.Where(c => c.Key != dimension).ToDictionary(),
        };

    private string QueryOf(ListQuery query) => view.Spec.Address(query) is ['?', .. var parameters] ? $"&{parameters}" : "";
}
