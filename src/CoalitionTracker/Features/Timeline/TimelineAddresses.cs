using CoalitionTracker.Shared;
using CoalitionTracker.Shared.Lists;

namespace CoalitionTracker.Features.Timeline;

/// <summary>
/// Where the numbers of the overview lead: the timeline narrowed to a line, a period or both. The query that they share is written once: a table has hundreds of
/// numbers.
/// </summary>
/// <param name="facet">The facet that makes the lines: kind or country.</param>
internal sealed class TimelineAddresses(ListQuery query, IListForm form, string facet)
{
    private readonly string withLine = QueryOf(query, form, null, isOfPeriod: false);
    private readonly string withPeriod = QueryOf(query, form, facet, isOfPeriod: false);
    private readonly string inPeriod = QueryOf(query, form, null, isOfPeriod: true);
    private readonly string bare = QueryOf(query, form, facet, isOfPeriod: true);

    /// <summary>The address for a line and a period; null for all of them.</summary>
    public string Of(TimelineSeries? line, TimelinePeriod? period)
    {
        var rest = (line, period) switch
        {
            (null, null) => withLine,
            (null, _) => inPeriod,
            (_, null) => withPeriod,
            _ => bare,
        };
        var own = (line is null ? "" : $"&{facet}={line.Value}") + (period is null ? "" : $"&from={Show.Iso(period.From)}&to={Show.Iso(period.To)}");
        return "/timeline?" + (rest + own).TrimStart('&');
    }

    /// <summary>The query without what a number sets itself.</summary>
    private static string QueryOf(ListQuery query, IListForm form, string? line, bool isOfPeriod)
    {
        var kept = query with
        {
            Page = 1,
            Chosen = query.Chosen.Where(c => c.Key != line).ToDictionary(),
            Ends = isOfPeriod ? new Dictionary<string, string>() : query.Ends,
        };
        return form.Address(kept) is ['?', .. var parameters] ? parameters : "";
    }
}
