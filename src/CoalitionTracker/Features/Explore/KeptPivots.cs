using System.Collections.Concurrent;

namespace CoalitionTracker.Features.Explore;

/// <summary>What a pivot of all published pledges depends on, within one version of the record.</summary>
internal readonly record struct PivotKey(
    string Rows,
    string Columns,
    bool SharesOut,
    PivotParts Parts,
    bool OnlyMoney,
    string Totals,
    DateOnly? AsOf
);

/// <summary>
/// The pivots of one version that no filter narrows, each made when it is first asked for: those that most readers see first, and that take longest. A
/// change to the record makes a new version, and with it a new one of these.
/// </summary>
internal sealed class KeptPivots
{
    /// <summary>As many as are kept; one more, and they are all made anew. A pivot of 250 countries by 18 contributions takes about 500 KB.</summary>
    private const int Most = 40;

    private readonly ConcurrentDictionary<PivotKey, Pivot> byKey = new();

    public Pivot Of(PivotKey key, Func<Pivot> make)
    {
        if (byKey.TryGetValue(key, out var kept))
            return kept;
        if (byKey.Count >= Most)
            byKey.Clear();
        return byKey.GetOrAdd(key, _ => make());
    }
}
