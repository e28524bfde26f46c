namespace CoalitionTracker.Shared.Lists;

/// <summary>For every value of every facet, the set of entries that have it: what filters and counts are made from.</summary>
public sealed class FacetSets<T>
{
    private readonly IReadOnlyList<Facet<T>> facets;
    private readonly Dictionary<string, IReadOnlyDictionary<string, Bits>> sets;

    /// <param name="entries">The entries; an entry's place among them is its place in every set.</param>
    public FacetSets(IReadOnlyList<Facet<T>> facets, T[] entries) =>
        (this.facets, sets) = (facets, facets.ToDictionary(f => f.Key, IReadOnlyDictionary<string, Bits> (f) => SetsOf(f, entries)));

    private FacetSets(IReadOnlyList<Facet<T>> facets, Dictionary<string, IReadOnlyDictionary<string, Bits>> sets) =>
        (this.facets, this.sets) = (facets, sets);

    /// <summary>The same entries with other sets for some facets, by the facet's key and the value.</summary>
    public FacetSets<T> With(IReadOnlyDictionary<string, IReadOnlyDictionary<string, Bits>> others) =>
        new(facets, sets.ToDictionary(s => s.Key, s => others.GetValueOrDefault(s.Key, s.Value)));

    /// <summary>The entries that have this value; null when none has.</summary>
    public Bits? Of(string facet, string value) => sets[facet].GetValueOrDefault(value);

    /// <summary>What of these entries matches every facet of the query but those left out.</summary>
    public Bits Match(ListQuery query, Bits within, Func<Facet<T>, bool> isLeftOut)
    {
        var matching = within.Copy();
        foreach (var facet in facets.Where(f => !isLeftOut(f)))
        {
            var chosen = query.ChosenFor(facet);
            if (chosen.Count == 0)
                continue;
            var any = new Bits(within.Length);
            foreach (var value in chosen)
            {
                if (Of(facet.Key, value) is { } set)
                    any.UnionWith(set);
            }
            matching.IntersectWith(any);
        }
        return matching;
    }

    /// <summary>Every facet with the counts of its values.</summary>
    /// <param name="within">The entries that the text and the ranges leave: the same whichever facet is counted.</param>
    /// <param name="matching">Those of them that match all facets.</param>
    public IReadOnlyList<FacetCounts> Count(ListQuery query, Bits within, Bits matching) =>
        [.. facets.Select(f => Count(f, query, within, matching))];

    private FacetCounts Count(Facet<T> facet, ListQuery query, Bits within, Bits matching)
    {
        var chosen = query.ChosenFor(facet);
        var others = chosen.Count == 0 ? matching : Match(query, within, f => f == facet);
        var options = facet
            .Options.Select(o => new FacetCount(o.Value, o.Label, Of(facet.Key, o.Value)?.CountWith(others) ?? 0, chosen.Contains(o.Value)))
            .Where(o => o.Count > 0 || o.Chosen);
        return new FacetCounts(facet.Key, facet.Label, facet.Open, facet.Default, [.. options]);
    }

    private static Dictionary<string, Bits> SetsOf(Facet<T> facet, T[] entries)
    {
        var sets = new Dictionary<string, Bits>();
        for (var i = 0; i < entries.Length; i++)
        {
            foreach (var value in facet.Of(entries[i]))
            {
                if (!sets.TryGetValue(value, out var set))
                    sets[value] = set = new Bits(entries.Length);
                set.Set(i);
            }
        }
        return sets;
    }
}
