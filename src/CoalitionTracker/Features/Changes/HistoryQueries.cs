using CoalitionTracker.Data;
using CoalitionTracker.Shared;
using Microsoft.EntityFrameworkCore;

namespace CoalitionTracker.Features.Changes;

/// <summary>Two states of one record and what differs between them.</summary>
/// <param name="Before">The older revision; null when the newer one is the record's first.</param>
public sealed record Comparison(Revision? Before, Revision After, IReadOnlyList<FieldChange> Changes);

/// <summary>One version of a record.</summary>
/// <param name="Step">The version against the one before it.</param>
/// <param name="Next">The number of the version after it; null for the newest.</param>
/// <param name="Content">All that the record said then: each field with its value.</param>
public sealed record VersionDetails(Comparison Step, long? Next, IReadOnlyList<FieldChange> Content)
{
    public Revision Version => Step.After;
}

/// <summary>Reads the public history of records: what was never public stays out. What the record said is read only for versions that are compared.</summary>
public static class HistoryQueries
{
    /// <summary>The record's public versions, the newest first, without what they say; empty when there is none.</summary>
    public static Task<IReadOnlyList<Revision>> OfRecordAsync(CoalitionDb db, string code, CancellationToken cancel) =>
        RecordReader.RevisionsOfAsync(db, code, cancel);

    /// <summary>The newest versions, each against the one before it.</summary>
    /// <param name="newestFirst">All public versions of one record.</param>
    public static async Task<IReadOnlyList<Comparison>> StepsAsync(
        CoalitionDb db,
        IReadOnlyList<Revision> newestFirst,
        int count,
        CancellationToken cancel
    )
    {
        var saying = await SayingAsync(db, [.. newestFirst.Take(count + 1).Select(r => r.Id)], cancel);
        return [.. newestFirst.Take(count).Select((r, i) => Compare(i + 1 < newestFirst.Count ? newestFirst[i + 1] : null, r, saying))];
    }

    /// <summary>Two versions of a record, whichever of them is the older.</summary>
    public static async Task<Comparison> CompareAsync(CoalitionDb db, Revision one, Revision other, CancellationToken cancel)
    {
        var saying = await SayingAsync(db, [one.Id, other.Id], cancel);
        return one.Id < other.Id ? Compare(one, other, saying) : Compare(other, one, saying);
    }

    /// <summary>One version; null when the record has none of this number that the public may see.</summary>
    public static async Task<VersionDetails?> VersionAsync(CoalitionDb db, string code, long version, CancellationToken cancel)
    {
        var all = db.Revisions.Where(r => r.Code == code).Where(Revision.WasPublic);
        if (await all.FirstOrDefaultAsync(r => r.Id == version, cancel) is not { } found)
            return null;
        var before = await all.Where(r => r.Id < version).OrderByDescending(r => r.Id).FirstOrDefaultAsync(cancel);
        var next = await all.Where(r => r.Id > version).OrderBy(r => r.Id).Select(r => (long?)r.Id).FirstOrDefaultAsync(cancel);
        var step = new Comparison(before, found, RecordChanges.Between(before?.Snapshot, found.Snapshot));
        return new VersionDetails(step, next, RecordChanges.Between(null, found.Snapshot));
    }

    private static Task<Dictionary<long, string>> SayingAsync(CoalitionDb db, List<long> versions, CancellationToken cancel) =>
        db.Revisions.Where(r => versions.Contains(r.Id)).ToDictionaryAsync(r => r.Id, r => r.Snapshot, cancel);

    private static Comparison Compare(Revision? before, Revision after, Dictionary<long, string> saying) =>
        new(before, after, RecordChanges.Between(before is null ? null : saying[before.Id], saying[after.Id]));
}
