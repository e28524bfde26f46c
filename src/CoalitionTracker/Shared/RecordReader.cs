using System.Collections;
using CoalitionTracker.Data;
using Microsoft.EntityFrameworkCore;

namespace CoalitionTracker.Shared;

/// <summary>A record with everything that its own page says about it whatever its kind.</summary>
/// <param name="Sources">The sources that it names, by code.</param>
/// <param name="Revisions">Its changes, the newest first; without their contents.</param>
public sealed record RecordPage<T>(T Record, IReadOnlyDictionary<string, Source> Sources, IReadOnlyList<Revision> Revisions)
    where T : Record;

/// <summary>Reads single records for their pages.</summary>
public static class RecordReader
{
    /// <summary>The record with its parts; null when there is none that the public may see.</summary>
    public static async Task<RecordPage<T>?> ReadAsync<T>(this CoalitionDb db, string code, CancellationToken cancel)
        where T : Record
    {
        var record = await db.Set<T>().FirstOrDefaultAsync(r => r.Code == code && r.State != RecordState.Draft, cancel);
        if (record is null)
            return null;
        SortParts(record);
        return await PageOfAsync(db, record, cancel);
    }

    /// <summary>What the page of a record says that need not be stored as it is.</summary>
    public static async Task<RecordPage<T>> PageOfAsync<T>(this CoalitionDb db, T record, CancellationToken cancel)
        where T : Record => new(record, await SourcesOfAsync(db, [record], cancel), await RevisionsOfAsync(db, record.Code, cancel));

    /// <summary>A record of any kind and state with its parts, drafts included; null when there is none. Not for pages that readers see.</summary>
    public static async Task<Record?> ReadAnyAsync(this CoalitionDb db, RecordKind kind, string code, CancellationToken cancel)
    {
        Record? record = kind switch
        {
            RecordKind.Country => await OneAsync(db.Countries),
            RecordKind.Participation => await OneAsync(db.Participations),
            RecordKind.Pledge => await OneAsync(db.Pledges),
            RecordKind.Statement => await OneAsync(db.Statements),
            RecordKind.Agreement => await OneAsync(db.Agreements),
            RecordKind.Source => await OneAsync(db.Sources),
            RecordKind.Count => await OneAsync(db.Counts),
            RecordKind.Event => await OneAsync(db.Events),
            _ => await OneAsync(db.CountryNotes),
        };
        if (record is not null)
            SortParts(record);
        return record;

        Task<T?> OneAsync<T>(IQueryable<T> all)
            where T : Record => all.FirstOrDefaultAsync(r => r.Code == code, cancel);
    }

    /// <summary>The sources that these records name, but for drafts.</summary>
    public static async Task<IReadOnlyDictionary<string, Source>> SourcesOfAsync(
        CoalitionDb db,
        IEnumerable<Record> records,
        CancellationToken cancel
    )
    {
        var codes = records.SelectMany(RecordModel.ReferencesIn).Where(r => r.Target == typeof(Source)).Select(r => r.Code).Distinct().ToList();
        return await db.Sources.Where(s => codes.Contains(s.Code) && s.State != RecordState.Draft).ToDictionaryAsync(s => s.Code, cancel);
    }

    /// <summary>The public changes to a record, the newest first, without their contents.</summary>
    public static async Task<IReadOnlyList<Revision>> RevisionsOfAsync(CoalitionDb db, string code, CancellationToken cancel) =>
        await db
            .Revisions.Where(r => r.Code == code)
            .Where(Revision.WasPublic)
            .OrderByDescending(r => r.Id)
            .Select(r => new Revision
            {
                Id = r.Id,
                At = r.At,
                Author = r.Author,
                Reason = r.Reason,
                ReviewedBy = r.ReviewedBy,
                Kind = r.Kind,
                Code = r.Code,
            })
            .ToListAsync(cancel);

    /// <summary>Parts come from the store in no promised order; readers see them as they were written.</summary>
    public static void SortParts(Record record)
    {
        foreach (var parts in RecordModel.PartsOf(record.GetType()))
        {
            var list = (IList)parts.GetValue(record)!;
            var sorted = list.Cast<Part>().OrderBy(p => p.Position).ThenBy(p => p.Id).ToList();
            list.Clear();
            sorted.ForEach(part => list.Add(part));
        }
    }
}
