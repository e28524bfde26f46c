using CoalitionTracker.Data;
using CoalitionTracker.Shared;
using Microsoft.EntityFrameworkCore;

namespace CoalitionTracker.Features.Sources;

/// <summary>Everything that a source's page shows.</summary>
/// <param name="Resting">What rests on it.</param>
/// <param name="Citing">The documents that were seen through it, by title.</param>
public sealed record SourceDetails(RecordPage<Source> Page, IReadOnlyList<Resting> Resting, IReadOnlyList<Source> Citing)
{
    /// <summary>What the page of a source shows that need not be stored as it is.</summary>
    public static async Task<SourceDetails> DescribeAsync(CoalitionDb db, RecordPage<Source> page, CancellationToken cancel)
    {
        var code = page.Record.Code;
        var citing = await db.Sources.Where(s => s.SeenThrough == code && s.State != RecordState.Draft).OrderBy(s => s.Title).ToListAsync(cancel);
        return new SourceDetails(page, await SourceUse.ReadAsync(db, code, cancel), citing);
    }
}
