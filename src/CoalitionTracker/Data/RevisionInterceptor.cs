using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.ChangeTracking;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace CoalitionTracker.Data;

/// <summary>
/// Writes a revision for every record that a save changes, in the same transaction, and refuses a save that names no author and no reason.
/// </summary>
public sealed class RevisionInterceptor(TimeProvider clock) : SaveChangesInterceptor
{
    public override InterceptionResult<int> SavingChanges(DbContextEventData eventData, InterceptionResult<int> result)
    {
        if (eventData.Context is CoalitionDb db)
            AddRevisions(db);
        return base.SavingChanges(eventData, result);
    }

    public override ValueTask<InterceptionResult<int>> SavingChangesAsync(
        DbContextEventData eventData,
        InterceptionResult<int> result,
        CancellationToken cancellationToken = default
    )
    {
        if (eventData.Context is CoalitionDb db)
            AddRevisions(db);
        return base.SavingChangesAsync(eventData, result, cancellationToken);
    }

    private void AddRevisions(CoalitionDb db)
    {
        var tracked = db.ChangeTracker.Entries().ToList();
        var changed = tracked.Where(e => e.State is not (EntityState.Unchanged or EntityState.Detached)).ToList();
        if (changed.Any(e => e is { Entity: Revision, State: not EntityState.Added }))
            throw new InvalidOperationException("A revision is never changed.");
        if (changed.FirstOrDefault(e => e is { Entity: Record, State: EntityState.Deleted }) is { Entity: Record deleted })
            throw new RuleException("state", $"{deleted.Code} cannot be deleted; deprecate it and say why.");
        var known = tracked.Select(e => e.Entity).OfType<Record>().ToDictionary(r => (r.GetType(), r.Code));
        var records = changed.Select(e => e.Entity as Record ?? OwnerOf(e, known)).OfType<Record>().Distinct().ToList();
        if (records.Count == 0)
            return;
        var edit = db.Edit ?? throw new RuleException("reason", "Nothing is saved without an author and a reason.");
        edit.Check();
        var now = clock.GetUtcNow().UtcDateTime;
        foreach (var record in records)
        {
            record.Derive();
            db.Entry(record).Property(r => r.Stamp).CurrentValue = Guid.NewGuid(); // noticed even where changes are not looked for again
            db.Revisions.Add(
                new Revision
                {
                    At = now,
                    Author = edit.Author,
                    Reason = edit.Reason,
                    ReviewedBy = edit.ReviewedBy,
                    Kind = record.RecordKind,
                    Code = record.Code,
                    Snapshot = RecordJson.Write(record),
                }
            );
        }
    }

    /// <summary>The record that a changed part belongs to; null for what is no part of the record.</summary>
    private static Record? OwnerOf(EntityEntry entry, Dictionary<(Type, string), Record> known)
    {
        if (entry.Entity is not Part)
            return null;
        foreach (var key in entry.Metadata.GetForeignKeys().Where(k => k.PrincipalToDependent is not null))
        {
            var owner = entry.Property(key.Properties[0]);
            if ((owner.CurrentValue ?? owner.OriginalValue) is string code) // a part that was taken out has let go of its record
            {
                return known.GetValueOrDefault((key.PrincipalEntityType.ClrType, code))
                    ?? throw new InvalidOperationException($"A part of {code} was changed without its record.");
            }
        }
        throw new InvalidOperationException($"A {entry.Metadata.ShortName()} without a record was changed.");
    }
}
