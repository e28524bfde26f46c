using System.Text.Json.Nodes;
using CoalitionTracker.Data;
using Microsoft.EntityFrameworkCore;

namespace CoalitionTracker.Features.Changes;

/// <summary>Two states of one record and what differs between them.</summary>
/// <param name="Before">The older revision; null when the newer one is the record's first.</param>
public sealed record Comparison(Revision? Before, Revision After, IReadOnlyList<FieldChange> Changes);

/// <summary>Reads the public history of records: what was never public stays out.</summary>
public static class HistoryQueries
{
    /// <summary>The record's revisions that readers may see, the newest first; empty when there is none.</summary>
    public static async Task<IReadOnlyList<Revision>> OfRecordAsync(CoalitionDb db, string code, CancellationToken cancel) =>
        [.. (await db.Revisions.Where(r => r.Code == code).OrderByDescending(r => r.Id).ToListAsync(cancel)).Where(IsPublic)];

    /// <summary>Each revision against the one before it.</summary>
    public static IEnumerable<Comparison> Steps(IReadOnlyList<Revision> newestFirst) =>
        newestFirst.Select((revision, i) => Compare(i + 1 < newestFirst.Count ? newestFirst[i + 1] : null, revision));

    public static Comparison Compare(Revision? before, Revision after) => new(before, after, RecordChanges.Between(before?.Snapshot, after.Snapshot));

    private static bool IsPublic(Revision revision) => JsonNode.Parse(revision.Snapshot)?["state"]?.GetValue<string>() != RecordState.Draft.Slug();
}
