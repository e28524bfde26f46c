using System.Collections;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.ChangeTracking;

namespace CoalitionTracker.Data;

/// <summary>
/// The one door for writing. Forms, API, imports and seeding hand over whole records; they are checked, saved with their revisions and made
/// findable in one transaction, or not at all.
/// </summary>
public sealed class RecordWriter(IDbContextFactory<CoalitionDb> factory)
{
    /// <summary>Adds the records, or brings those whose code is known in line with what is given.</summary>
    /// <exception cref="RuleException">A rule is broken; nothing was saved.</exception>
    public async Task SaveAsync(IReadOnlyCollection<Record> records, Edit edit, CancellationToken cancel = default)
    {
        await using var db = await factory.CreateDbContextAsync(cancel);
        await using var transaction = await db.BeginWritingAsync(cancel);
        await SaveAsync(db, records, edit, cancel);
        await transaction.CommitAsync(cancel);
    }

    /// <summary>Saves inside a transaction that the caller has begun and will commit.</summary>
    /// <exception cref="RuleException">A rule is broken; the caller must roll back.</exception>
    internal static async Task SaveAsync(CoalitionDb db, IReadOnlyCollection<Record> records, Edit edit, CancellationToken cancel)
    {
        edit.Check();
        var problems = records.SelectMany(r => r.Check().Select(p => p with { Code = r.Code })).ToList();
        problems.AddRange(await CheckReferencesAsync(db, records, cancel));
        if (problems.Count > 0)
            throw new RuleException(problems);
        db.Edit = edit;
        db.ChangeTracker.QueryTrackingBehavior = QueryTrackingBehavior.TrackAll; // parts that are replaced must know their record
        db.ChangeTracker.AutoDetectChangesEnabled = false; // once at the end, not once for each of many records
        foreach (var record in records)
            await StoreAsync(db, record, cancel);
        await SearchUpdate.DescribeAsync(db, records, cancel);
        db.ChangeTracker.DetectChanges();
        await db.SaveChangesAsync(cancel);
        db.ChangeTracker.AutoDetectChangesEnabled = true;
        db.ChangeTracker.QueryTrackingBehavior = QueryTrackingBehavior.NoTracking;
        db.ChangeTracker.Clear();
    }

    private static async Task StoreAsync(CoalitionDb db, Record record, CancellationToken cancel)
    {
        record.Derive();
        Number(record);
        var stored = (Record?)await db.FindAsync(record.GetType(), [record.Code], cancel);
        if (stored is null)
        {
            db.Add(record);
            return;
        }
        foreach (var parts in RecordModel.PartsOf(record.GetType()))
        {
            var collection = db.Entry(stored).Collection(parts.Name);
            if (!collection.IsLoaded)
                await collection.LoadAsync(cancel);
            var list = (IList)parts.GetValue(stored)!;
            db.RemoveRange(list.Cast<object>());
            list.Clear();
            foreach (var part in ((IList)parts.GetValue(record)!).Cast<Part>())
            {
                part.Id = 0;
                list.Add(part);
            }
        }
        record.Stamp = stored.Stamp;
        CopyValues(db.Entry(stored), record);
    }

    /// <summary>As <see cref="PropertyValues.SetValues(object)"/>, which fails where a complex value is given for the first time.</summary>
    private static void CopyValues(EntityEntry stored, Record record)
    {
        foreach (var property in stored.Metadata.GetProperties().Where(p => p.PropertyInfo is not null && !p.IsPrimaryKey()))
            stored.Property(property).CurrentValue = property.PropertyInfo!.GetValue(record);
        foreach (var complex in stored.Metadata.GetComplexProperties())
            stored.ComplexProperty(complex).CurrentValue = complex.PropertyInfo!.GetValue(record);
    }

    /// <summary>Notes each part's place in its list.</summary>
    private static void Number(Record record)
    {
        foreach (var parts in RecordModel.PartsOf(record.GetType()))
        {
            var position = 0;
            foreach (var part in ((IList)parts.GetValue(record)!).Cast<Part>())
                part.Position = position++;
        }
    }

    /// <summary>Every code that a record names must be known, or be saved with it; and what is signed must name a document.</summary>
    internal static async Task<List<Problem>> CheckReferencesAsync(CoalitionDb db, IReadOnlyCollection<Record> records, CancellationToken cancel)
    {
        var problems = new List<Problem>();
        var references = records.SelectMany(r => RecordModel.ReferencesIn(r).Select(reference => (Record: r, Reference: reference))).ToList();
        foreach (var group in references.GroupBy(r => r.Reference.Target))
        {
            var given = records.Where(r => r.GetType() == group.Key).Select(r => r.Code).ToHashSet();
            var missing = group.Select(r => r.Reference.Code).Where(c => !given.Contains(c)).Distinct().ToList();
            var known = await KnownCodesAsync(db, group.Key, missing, cancel);
            problems.AddRange(
                group
                    .Where(r => !given.Contains(r.Reference.Code) && !known.Contains(r.Reference.Code))
                    .Select(r => new Problem(r.Reference.Field, $"There is no {group.Key.Name.ToLowerInvariant()} \"{r.Reference.Code}\".")
                    {
                        Code = r.Record.Code,
                    })
            );
        }
        foreach (var pledge in records.OfType<Pledge>())
        {
            var cited = pledge.Citations.Select(c => c.Source).Concat(pledge.Levels.Select(l => l.Source).OfType<string>()).Distinct().ToList();
            var kinds = records.OfType<Source>().Where(s => cited.Contains(s.Code)).Select(s => s.Type).ToList();
            kinds.AddRange(await db.Sources.Where(s => cited.Contains(s.Code)).Select(s => s.Type).ToListAsync(cancel));
            if (PledgeRules.CheckDocument(pledge, kinds) is { } problem)
                problems.Add(problem with { Code = pledge.Code });
        }
        return problems;
    }

    private static async Task<HashSet<string>> KnownCodesAsync(CoalitionDb db, Type target, List<string> codes, CancellationToken cancel)
    {
        if (codes.Count == 0)
            return [];
        var query =
            target == typeof(Source) ? db.Sources.Select(r => r.Code)
            : target == typeof(Country) ? db.Countries.Select(r => r.Code)
            : target == typeof(Pledge) ? db.Pledges.Select(r => r.Code)
            : target == typeof(Agreement) ? db.Agreements.Select(r => r.Code)
            : target == typeof(Event) ? db.Events.Select(r => r.Code)
            : throw new InvalidOperationException($"Nothing refers to a {target.Name}.");
        return [.. await query.Where(c => codes.Contains(c)).ToListAsync(cancel)];
    }
}
