using System.Collections.Concurrent;
using CoalitionTracker.Features.Countries;

namespace CoalitionTracker.Features.Explore;

/// <summary>What a pivot of all published pledges of one book depends on.</summary>
/// <param name="Standing">Where countries stand on the day: it may be of another version of the record than the book.</param>
internal readonly record struct PivotKey(
    string Rows,
    string Columns,
    bool SharesOut,
    PivotParts Parts,
    PivotScope Scope,
    string Totals,
    Standing Standing
);

/// <summary>
/// The pivots of one book that no filter narrows, each made when it is first asked for: those that most readers see first, and that take longest. A
/// change to the record makes a new book, and with it a new one of these.
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
