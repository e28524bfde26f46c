using System.Collections.Concurrent;
using CoalitionTracker.Features.Pledges;

namespace CoalitionTracker.Features.Ceasefire;

/// <summary>The tallies of one book that are not narrowed to countries or contributions, each made when it is first asked for.</summary>
internal sealed class KeptTallies(PledgeBook book)
{
    /// <summary>As many as are kept; one more, and all are made anew. One takes up to 8 bytes a pledge: 8 MB at a million.</summary>
    private const int Max = 8;

    private readonly ConcurrentDictionary<(DateOnly? AsOf, ConditionSet Met), CeasefireTally> kept = new();

    public CeasefireTally Of(CeasefireQuery query)
    {
        if (query.IsNarrowed)
            return CeasefireTally.Of(book, query);
        if (kept.Count >= Max && !kept.ContainsKey((query.AsOf, query.Met)))
            kept.Clear();
        return kept.GetOrAdd((query.AsOf, query.Met), _ => CeasefireTally.Of(book, query));
    }
}
