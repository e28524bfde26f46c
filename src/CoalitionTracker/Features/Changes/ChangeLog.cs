using CoalitionTracker.Data;
using Microsoft.EntityFrameworkCore;

namespace CoalitionTracker.Features.Changes;

/// <summary>
/// Who changed which record, when and why, for the whole public record: everything but what the records said. Revisions are never changed, so the
/// log is read once and then only what has come since. It keeps about 150 bytes a revision.
/// </summary>
public sealed class ChangeLog(IDbContextFactory<CoalitionDb> factory, RecordVersion versions) : IDisposable
{
    private readonly SemaphoreSlim gate = new(1);
    private readonly ChangeLogView.Builder builder = new();
    private volatile ChangeLogView view = ChangeLogView.Empty;

    /// <summary>The log up to the newest version of the store, or a newer one that was read in the meantime.</summary>
    public async Task<ChangeLogView> CurrentAsync(CancellationToken cancel)
    {
        var version = await versions.CurrentAsync(cancel);
        if (view.Version >= version)
            return view;
        await gate.WaitAsync(cancel);
        try
        {
            if (view.Version < version)
                view = await ReadOnAsync(view.Version, version);
            return view;
        }
        finally
        {
            gate.Release();
        }
    }

    public void Dispose() => gate.Dispose();

    /// <summary>Reads to the end, even when whoever asked has left: others will ask.</summary>
    private async Task<ChangeLogView> ReadOnAsync(long after, long version)
    {
        await using var db = await factory.CreateDbContextAsync();
        var heads = db
            .Revisions.Where(r => r.Id > after && r.Id <= version)
            .Where(Revision.WasPublic)
            .OrderBy(r => r.Id)
            .Select(r => new
            {
                r.Id,
                r.At,
                r.Kind,
                r.Code,
                r.Author,
                r.Reason,
                r.ReviewedBy,
            });
        // All of them first: what a read that fails midway had added would be there twice after the next.
        foreach (var head in await heads.ToListAsync())
            builder.Add(head.Id, head.At, head.Kind, head.Code, new ChangeReason(head.Author, head.Reason, head.ReviewedBy));
        return builder.View(version);
    }
}

/// <summary>Who made a change, why, and who reviewed it.</summary>
public sealed record ChangeReason(string Author, string Reason, string? ReviewedBy);

/// <summary>One public revision in the log.</summary>
/// <param name="At">UTC.</param>
/// <param name="Record">The record's number in the log.</param>
/// <param name="Previous">The place of the record's version before it in the log; -1 for the first.</param>
/// <param name="Why">The number of its author, reason and reviewer.</param>
public readonly record struct LoggedChange(long Version, DateTime At, int Record, int Previous, int Why)
{
    /// <summary>Whether the record was first entered, or first made public, with it.</summary>
    public bool IsFirst => Previous < 0;
}
