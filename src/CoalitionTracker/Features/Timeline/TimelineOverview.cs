using CoalitionTracker.Shared.Lists;

namespace CoalitionTracker.Features.Timeline;

/// <summary>One line of the overview: a kind or a country, and its entries in each period.</summary>
/// <param name="Value">The value by which the timeline is narrowed to it.</param>
public sealed record TimelineSeries(string Value, string Label, int Total, IReadOnlyList<int> Counts);

/// <summary>How many entries there are in each period, by kind or by country: what the picture and its table show.</summary>
public sealed record TimelineOverview
{
    /// <summary>As many countries as a picture shows; the busiest are shown.</summary>
    public const int MaxCountries = 25;

    private const int MostPeriods = 72;
    private const int MostColumns = 24;

    /// <summary>What a period is: month, quarter or year.</summary>
    public required string Unit { get; init; }

    public required IReadOnlyList<TimelinePeriod> Periods { get; init; }

    /// <summary>Kinds in their order, or countries, the busiest first.</summary>
    public required IReadOnlyList<TimelineSeries> Series { get; init; }

    /// <summary>Entries in each period. A country's entries may be another's, too, so that lines of countries need not add up to this.</summary>
    public required IReadOnlyList<int> Totals { get; init; }

    /// <summary>Countries that have entries and no line.</summary>
    public int MoreCountries { get; init; }

    /// <summary>Counts what matches; null when nothing does.</summary>
    internal static TimelineOverview? Of(TimelineBook book, ListQuery query, Bits matching, int total)
    {
        if (total == 0)
            return null;
        var byCountry = query.PickedFor(TimelineSpec.View) == TimelineSpec.ByCountry;
        var (first, last) = (book[matching.Positions().First()].Day, book[matching.Positions(total - 1).First()].Day);
        var (unit, periods) = TimelinePeriod.Between(first, last, byCountry ? MostColumns : MostPeriods);
        var bounds = periods.Select(p => (Start: book.PlaceOf(p.From.DayNumber), End: book.PlaceOf(p.To.DayNumber + 1))).ToList();
        var (series, more) = byCountry ? Countries() : (Kinds(), 0);
        return new TimelineOverview
        {
            Unit = unit,
            Periods = [.. periods.Select(p => Within(p, query))],
            Series = series,
            MoreCountries = more,
            Totals = CountsOf(matching),
        };

        IReadOnlyList<int> CountsOf(Bits set) => [.. bounds.Select(b => matching.CountWith(set, b.Start, b.End))];

        List<TimelineSeries> Kinds() => [.. Options.Of<TimelineKind>().Select(o => SeriesOf("kind", o)).OfType<TimelineSeries>()];

        (List<TimelineSeries>, int) Countries()
        {
            var chosen = query.Chosen.GetValueOrDefault("country", []);
            var busiest = book
                .Countries.Where(c => chosen.Count == 0 || chosen.Contains(c.Value))
                .Select(c => (Country: c, Total: book.SetOf("country", c.Value)?.CountWith(matching) ?? 0))
                .Where(c => c.Total > 0)
                .OrderByDescending(c => c.Total)
                .ToList();
            return (
                [.. busiest.Take(MaxCountries).Select(c => SeriesOf("country", c.Country)).OfType<TimelineSeries>()],
                Math.Max(0, busiest.Count - MaxCountries)
            );
        }

        TimelineSeries? SeriesOf(string facet, FacetOption option) =>
            book.SetOf(facet, option.Value) is { } set && set.CountWith(matching) is > 0 and var count
                ? new TimelineSeries(option.Value, option.Label, count, CountsOf(set))
                : null;
    }

    /// <summary>What of a period is between the query's first and last day.</summary>
    private static TimelinePeriod Within(TimelinePeriod period, ListQuery query) =>
        period with
        {
            From = query.End("from") is { } from && from > period.From.DayNumber ? DateOnly.FromDayNumber((int)from) : period.From,
            To = query.End("to") is { } to && to < period.To.DayNumber ? DateOnly.FromDayNumber((int)to) : period.To,
        };
}
