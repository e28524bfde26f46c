using CoalitionTracker.Data;

namespace CoalitionTracker.Shared.Lists;

/// <summary>A facet as it stands for one query.</summary>
public sealed record FacetCounts(string Key, string Label, bool Open, string? Default, IReadOnlyList<FacetCount> Options)
{
    public bool IsChosen => Options.Any(o => o.Chosen);
}

/// <summary>One value of a facet, and how many entries would match if it were chosen instead of the facet's other values.</summary>
public sealed record FacetCount(string Value, string Label, int Count, bool Chosen);

/// <summary>What a query found, before the rows are read from the store.</summary>
public sealed record ListHits(int Total, IReadOnlyList<string> Codes, IReadOnlyList<FacetCounts> Facets, IReadOnlyDictionary<string, decimal> Sums);

/// <summary>
/// One version of a list, in memory: for every facet value the set of entries that have it, and the entries in every order. Any filter, its
/// facet counts and its total are exact, and cost about the same at a hundred thousand records as at a million.
/// </summary>
public class ListIndex<T>
{
    /// <summary>The span of an entry that has none: reaches into no range, whichever of its ends is open.</summary>
    private static readonly (long Min, long Max) Nowhere = (long.MaxValue, long.MinValue);

    private readonly string[] codes;
    private readonly FacetSets<T> facets;
    private readonly Dictionary<string, (long Min, long Max)[]> ranges;
    private readonly Dictionary<string, decimal[]> measures;
    private readonly Dictionary<string, Lazy<int[]>> orders;

    /// <summary>The entries that there are; null for all.</summary>
    private readonly Bits? existing;

    public ListIndex(ListSpec<T> spec, IEnumerable<T> entries)
    {
        Spec = spec;
        var sorted = entries.ToArray();
        Array.Sort(sorted, (a, b) => string.CompareOrdinal(spec.Code(a), spec.Code(b)));
        codes = Array.ConvertAll(sorted, e => spec.Code(e));
        facets = new FacetSets<T>(spec.Facets, sorted);
        ranges = spec.Ranges.ToDictionary(r => r.From, r => Array.ConvertAll(sorted, e => r.Of(e) ?? Nowhere));
        measures = spec.Measures.ToDictionary(m => m.Key, m => Array.ConvertAll(sorted, e => Math.Round(m.Of(e) ?? 0, 2)));
        orders = spec.Sorts.SelectMany(s => OrdersOf(s, sorted)).ToDictionary();
    }

    /// <summary>The same list as of a day: fewer of its entries, some facets with other values, some orders by other keys.</summary>
    /// <param name="existing">The entries that there are on the day.</param>
    /// <param name="changed">The facets whose values change with the day, by key and value.</param>
    /// <param name="reordered">The orders that change with the day, as the URL names them.</param>
    protected ListIndex(
        ListIndex<T> whole,
        Bits existing,
        IReadOnlyDictionary<string, IReadOnlyDictionary<string, Bits>> changed,
        IReadOnlyDictionary<string, Lazy<int[]>> reordered
    )
    {
        (Spec, codes, ranges, measures, this.existing) = (whole.Spec, whole.codes, whole.ranges, whole.measures, existing);
        facets = whole.facets.With(changed);
        orders = whole.orders.ToDictionary(o => o.Key, o => reordered.GetValueOrDefault(o.Key, o.Value));
    }

    public ListSpec<T> Spec { get; }

    public int Count => codes.Length;

    /// <summary>The codes of all entries, in their ordinal order: an entry's place in it is its place in every set of bits.</summary>
    public IReadOnlyList<string> Codes => codes;

    /// <summary>The place of the entry with this code; null when there is none.</summary>
    public int? PlaceOf(string code) => Array.BinarySearch(codes, code, StringComparer.Ordinal) is >= 0 and var place ? place : null;

    /// <summary>The places of everything that matches the query.</summary>
    /// <param name="textHits">The codes that the text search found; null when no text was asked for.</param>
    /// <param name="only">The places of the entries that the view is of; null for all.</param>
    public Bits Matching(ListQuery query, IReadOnlyCollection<string>? textHits, Bits? only = null) => Match(query, Within(query, textHits, only));

    /// <summary>Everything that matches, in the query's order.</summary>
    public IEnumerable<string> AllCodes(ListQuery query, IReadOnlyCollection<string>? textHits) =>
        InOrder(query, Match(query, Within(query, textHits))).Select(p => codes[p]);

    /// <summary>These codes in the order that the list has by default.</summary>
    public IEnumerable<string> Sorted(IReadOnlyCollection<string> some) =>
        InOrder(new ListQuery { Sort = Spec.DefaultSort }, SetOf(some)).Select(p => codes[p]);

    /// <summary>One page of what matches, with its total, its facets and its sums.</summary>
    /// <param name="textHits">The codes that the text search found; null when no text was asked for.</param>
    /// <param name="only">The places of the entries that the view is of; null for all.</param>
    public ListHits Find(ListQuery query, IReadOnlyCollection<string>? textHits, Bits? only = null)
    {
        var within = Within(query, textHits, only);
        var matching = Match(query, within);
        var total = matching.Count();
        return new ListHits(
            total,
            PageOf(query, matching, total),
            facets.Count(query, within, matching),
            Spec.Measures.ToDictionary(m => m.Key, m => Sum(m, query, matching))
        );
    }

    /// <summary>How many entries each value of each facet has, for a view that takes the rest of it from elsewhere.</summary>
    /// <inheritdoc cref="Find"/>
    public IReadOnlyList<FacetCounts> CountFacets(ListQuery query, IReadOnlyCollection<string>? textHits, Bits? only)
    {
        var within = Within(query, textHits, only);
        return facets.Count(query, within, Match(query, within));
    }

    /// <summary>These places in an order of the list; walks it only as far as it is read.</summary>
    public IEnumerable<int> InOrder(string sort, Bits places) => orders[sort].Value.Where(p => places[p]);

    /// <summary>The codes of these places that are on the page asked for.</summary>
    public IReadOnlyList<string> PageOf(ListQuery query, Bits places) => PageOf(query, places, places.Count());

    /// <summary>The codes on the page asked for. Walks the order only as far as it must.</summary>
    private List<string> PageOf(ListQuery query, Bits matching, int total)
    {
        var (first, end) = ((query.Page - 1) * query.Size, Math.Min(query.Page * query.Size, total));
        var page = new List<string>();
        var order = orders[query.Sort].Value;
        for (var (i, met) = (0, 0); first < end && met < end; i++)
        {
            if (matching[order[i]] && ++met > first)
                page.Add(codes[order[i]]);
        }
        return page;
    }

    private decimal Sum(Measure<T> measure, ListQuery query, Bits matching)
    {
        var choice = Spec.TotalChoices.FirstOrDefault(c => c.Value == query.Totals) ?? Spec.TotalChoices[0];
        var counted = new Bits(codes.Length);
        foreach (var value in choice.Values)
        {
            if (facets.Of(choice.Facet, value) is { } set)
                counted.UnionWith(set);
        }
        counted.IntersectWith(matching);
        return counted.Sum(measures[measure.Key]);
    }

    /// <summary>The entries that the text and the ranges leave: the same whichever facet is counted.</summary>
    private Bits Within(ListQuery query, IReadOnlyCollection<string>? textHits, Bits? only = null)
    {
        var within = textHits is null ? Bits.All(codes.Length) : SetOf(textHits);
        foreach (var range in Spec.Ranges)
        {
            var (from, to) = (query.End(range.From), query.End(range.To));
            if (from is not null || to is not null)
                within.IntersectWith(Bits.Overlapping(ranges[range.From], from ?? long.MinValue + 1, to ?? long.MaxValue - 1));
        }
        foreach (var limit in new[] { only, existing }.OfType<Bits>())
            within.IntersectWith(limit);
        return within;
    }

    private Bits Match(ListQuery query, Bits within) => facets.Match(query, within, _ => false);

    private Bits SetOf(IReadOnlyCollection<string> hits)
    {
        var set = new Bits(codes.Length);
        foreach (var position in hits.Select(c => Array.BinarySearch(codes, c, StringComparer.Ordinal)).Where(p => p >= 0))
            set.Set(position);
        return set;
    }

    private IEnumerable<int> InOrder(ListQuery query, Bits matching) => InOrder(query.Sort, matching);

    /// <summary>The ascending and the descending order, each worked out when first asked for. Positions are already in the order of codes.</summary>
    private static IEnumerable<KeyValuePair<string, Lazy<int[]>>> OrdersOf(Sort<T> sort, T[] entries)
    {
        if (sort.Number is { } number)
        {
            var keys = Array.ConvertAll(entries, e => number(e));
            yield return new(
                sort.Key,
                new Lazy<int[]>(() => Order(keys.Length, p => keys[p] is null, (a, b) => keys[a]!.Value.CompareTo(keys[b]!.Value)))
            );
            yield return new(
                "-" + sort.Key,
                new Lazy<int[]>(() => Order(keys.Length, p => keys[p] is null, (a, b) => keys[b]!.Value.CompareTo(keys[a]!.Value)))
            );
        }
        else
        {
            var keys = Array.ConvertAll(entries, e => sort.Text!(e) is { Length: > 0 } text ? SearchEntry.Fold(text) : null);
            yield return new(
                sort.Key,
                new Lazy<int[]>(() => Order(keys.Length, p => keys[p] is null, (a, b) => string.CompareOrdinal(keys[a], keys[b])))
            );
            yield return new(
                "-" + sort.Key,
                new Lazy<int[]>(() => Order(keys.Length, p => keys[p] is null, (a, b) => string.CompareOrdinal(keys[b], keys[a])))
            );
        }
    }

    private static int[] Order(int count, Func<int, bool> isMissing, Comparison<int> compare)
    {
        var order = Enumerable.Range(0, count).ToArray();
        Array.Sort(
            order,
            (a, b) =>
                (isMissing(a), isMissing(b)) switch
                {
                    (false, false) => compare(a, b) is not 0 and var difference ? difference : a.CompareTo(b),
                    (true, true) => a.CompareTo(b),
                    (var missing, _) => missing ? 1 : -1,
                }
        );
        return order;
    }
}
