using CoalitionTracker.Data;
using Microsoft.EntityFrameworkCore;

namespace CoalitionTracker.Shared.Lists;

/// <summary>What a list's text finds.</summary>
public static class TextSearch
{
    /// <summary>The codes of the records of one kind that mention the query's text; null hits when it has none.</summary>
    /// <returns>No hits but <c>TooBroad</c> where more than <see cref="ListQuery.MaxTextHits"/> records mention it.</returns>
    public static async Task<(IReadOnlyCollection<string>? Hits, bool TooBroad)> FindAsync(
        CoalitionDb db,
        RecordKind kind,
        ListQuery query,
        CancellationToken cancel
    )
    {
        var words = query.FoldedWords;
        if (words.Count == 0)
            return (null, false);
        var hits = await db.Search(words)
            .Where(e => e.Kind == kind)
            .OrderBy(e => e.Id)
            .Select(e => e.Code)
            .Take(ListQuery.MaxTextHits + 1)
            .ToListAsync(cancel);
        return hits.Count > ListQuery.MaxTextHits ? ([], true) : (hits, false);
    }
}
