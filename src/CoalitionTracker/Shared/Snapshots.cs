using System.Globalization;
using System.Text.Json;
using System.Text.Json.Serialization;
using CoalitionTracker.Data;
using Microsoft.EntityFrameworkCore;

namespace CoalitionTracker.Shared;

/// <summary>A record as it was in an older version.</summary>
/// <param name="Version">The version that was asked for.</param>
/// <param name="At">When that version was made, UTC.</param>
/// <param name="Revision">The record's newest public revision up to that version, without its content.</param>
/// <param name="HasNewer">Whether the record was changed after it.</param>
public sealed record ShownVersion(long Version, DateTime At, Revision Revision, bool HasNewer);

/// <summary>Records as revisions keep them.</summary>
public static class Snapshots
{
    /// <summary>Fields that the record no longer has are passed over.</summary>
    private static readonly JsonSerializerOptions Lenient = new(RecordJson.Options) { UnmappedMemberHandling = JsonUnmappedMemberHandling.Skip };

    /// <summary>The record that a revision kept; null when it can no longer be read as one.</summary>
    public static Record? Read(RecordKind kind, string snapshot)
    {
        try
        {
            var record = (Record?)JsonSerializer.Deserialize(snapshot, RecordShape.TypeOf(kind), Lenient);
            record?.Derive();
            return record;
        }
        catch (JsonException)
        {
            return null;
        }
    }

    /// <summary>The version that an address asks for.</summary>
    /// <exception cref="RuleException">It is no number, or none that was given yet.</exception>
    public static async Task<long> VersionOfAsync(this CoalitionDb db, string asked, CancellationToken cancel)
    {
        var newest = await db.Revisions.MaxAsync(r => (long?)r.Id, cancel) ?? 0;
        if (!long.TryParse(asked, NumberStyles.None, CultureInfo.InvariantCulture, out var version))
            throw new RuleException("version", $"\"{asked}\" is not a version's number such as {newest}.");
        if (version > newest)
            throw new RuleException("version", $"There is no version {version} yet; the newest is {newest}.");
        return version;
    }

    /// <summary>The page of a record in a version; null when the public could not see it then.</summary>
    /// <param name="version">Versions count changes to the whole record: the one in force is the record's newest up to this one.</param>
    public static async Task<(RecordPage<T> Page, ShownVersion Shown)?> ReadInVersionAsync<T>(
        this CoalitionDb db,
        string code,
        long version,
        CancellationToken cancel
    )
        where T : Record
    {
        var revisions = await RecordReader.RevisionsOfAsync(db, code, cancel);
        if (revisions.FirstOrDefault(r => r.Id <= version) is not { } inForce || RecordShape.TypeOf(inForce.Kind) != typeof(T))
            return null;
        var snapshot = await db.Revisions.Where(r => r.Id == inForce.Id).Select(r => r.Snapshot).FirstAsync(cancel);
        if (Read(inForce.Kind, snapshot) is not T record)
            return null;
        var sources = await RecordReader.SourcesOfAsync(db, [record], cancel);
        var page = new RecordPage<T>(record, sources, [.. revisions.Where(r => r.Id <= inForce.Id)]);
        var at = await db.Revisions.Where(r => r.Id <= version).OrderByDescending(r => r.Id).Select(r => r.At).FirstAsync(cancel);
        return (page, new ShownVersion(version, at, inForce, inForce != revisions[0]));
    }

    /// <summary>These records as they were in a version; those that the public could not see then are not among them.</summary>
    public static async Task<IReadOnlyList<T>> ReadAllInVersionAsync<T>(
        this CoalitionDb db,
        IReadOnlyList<string> codes,
        long version,
        CancellationToken cancel
    )
        where T : Record
    {
        var inForce = await db
            .Revisions.Where(r => codes.Contains(r.Code) && r.Id <= version)
            .Where(Revision.WasPublic)
            .GroupBy(r => r.Code)
            .Select(g => g.Max(r => r.Id))
            .ToListAsync(cancel);
        var kept = await db.Revisions.Where(r => inForce.Contains(r.Id)).Select(r => new { r.Kind, r.Snapshot }).ToListAsync(cancel);
        var read = kept.Select(r => Read(r.Kind, r.Snapshot)).OfType<T>().ToDictionary(r => r.Code);
        return [.. codes.Where(read.ContainsKey).Select(c => read[c])];
    }
}
