using System.Globalization;
using CoalitionTracker.Data;
using CoalitionTracker.Shared.Lists;

namespace CoalitionTracker.Tests.Shared.Lists;

/// <summary>The list as one would first write it: one pass over everything for each question. What the index must agree with.</summary>
internal sealed class NaiveList(IReadOnlyList<Fruit> entries, ListQuery query, IReadOnlyCollection<string>? hits)
{
    public List<Fruit> Matching() => [.. entries.Where(e => Matches(e, except: null))];

    public List<string> Ordered()
    {
        var (key, descending) = (query.Sort.TrimStart('-'), query.Sort[0] == '-');
        IComparable? Value(Fruit fruit) =>
            key switch
            {
                "weight" => fruit.Weight,
                "on" => fruit.On.Day?.DayNumber,
                _ => string.IsNullOrEmpty(fruit.Name) ? null : new Ordinal(SearchEntry.Fold(fruit.Name)),
            };
        var present = Matching().Where(f => Value(f) is not null).OrderBy(f => f.Code, StringComparer.Ordinal);
        var sorted = descending ? present.OrderByDescending(Value) : present.OrderBy(Value);
        return [.. sorted.Concat(Matching().Where(f => Value(f) is null).OrderBy(f => f.Code, StringComparer.Ordinal)).Select(f => f.Code)];
    }

    /// <summary>For each facet's value, how many would match if it were chosen instead of the facet's other values.</summary>
    public List<(string Facet, string Value, int Count, bool Chosen)> Counts() =>
        [
            .. from facet in Fruit.Spec.Facets
            from option in facet.Options
            let count = entries.Count(e => Matches(e, facet.Key) && facet.Of(e).Contains(option.Value))
            let chosen = query.ChosenFor(facet).Contains(option.Value)
            where count > 0 || chosen
            select (facet.Key, option.Value, count, chosen),
        ];

    public decimal Sum() =>
        Matching().Where(f => f.Total == "counted" || (query.Totals == "all" && f.Total == "weak")).Sum(f => Math.Round(f.Sum ?? 0, 2));

    private bool Matches(Fruit fruit, string? except) =>
        (hits is null || hits.Contains(fruit.Code))
        && Fruit
            .Spec.Facets.Where(f => f.Key != except)
            .All(f => query.ChosenFor(f) is { Count: 0 } || f.Of(fruit).Intersect(query.ChosenFor(f)).Any())
        && Overlaps(fruit.On.IsStated ? (fruit.On.Earliest ?? DateOnly.MinValue, fruit.On.Latest ?? DateOnly.MaxValue) : null, "from", "to", Day)
        && Overlaps(fruit.Price, "least", "most", s => long.Parse(s, CultureInfo.InvariantCulture));

    private bool Overlaps<T>((T Min, T Max)? span, string from, string to, Func<string, T> parse)
        where T : IComparable<T>
    {
        var (low, high) = (query.Ends.GetValueOrDefault(from), query.Ends.GetValueOrDefault(to));
        if (low is null && high is null)
            return true;
        return span is var (min, max) && (low is null || max.CompareTo(parse(low)) >= 0) && (high is null || min.CompareTo(parse(high)) <= 0);
    }

    private static DateOnly Day(string text) => DateOnly.ParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture);

    private sealed record Ordinal(string Text) : IComparable
    {
        public int CompareTo(object? other) => string.CompareOrdinal(Text, ((Ordinal)other!).Text);
    }
}
