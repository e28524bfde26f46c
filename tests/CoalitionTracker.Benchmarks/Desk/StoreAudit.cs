using System.Text.Json;
using System.Text.Json.Nodes;
using CoalitionTracker.Data;
using CoalitionTracker.Shared;
using Microsoft.EntityFrameworkCore;

namespace CoalitionTracker.Benchmarks.Desk;

/// <summary>
/// Whether a store is whole: whatever was published is there with its record, its newest revision, its search entry and the end of its draft,
/// or not at all.
/// </summary>
internal static class StoreAudit
{
    /// <summary>Everything that is wrong in the store, in words.</summary>
    public static async Task<List<string>> FaultsAsync(CoalitionDb db)
    {
        var faults = new List<string>();
        var sound = await db.Database.SqlQuery<string>($"SELECT integrity_check AS Value FROM pragma_integrity_check").ToListAsync();
        if (sound is not ["ok"])
            faults.Add($"integrity_check says {string.Join(", ", sound)}");
        if (await db.Database.SqlQuery<long>($"SELECT count(*) AS Value FROM pragma_foreign_key_check").SingleAsync() is var strays and > 0)
            faults.Add($"{strays} references lead nowhere");
        var revisions = (await db.Revisions.ToListAsync()).ToLookup(r => r.Code);
        faults.AddRange(await RecordFaultsAsync(db, revisions));
        faults.AddRange(DraftFaults(await db.Drafts.ToListAsync(), revisions));
        return faults;
    }

    private static async Task<List<string>> RecordFaultsAsync(CoalitionDb db, ILookup<string, Revision> revisions)
    {
        var faults = new List<string>();
        var entries = (await db.SearchEntries.ToListAsync()).ToLookup(e => e.Code);
        var countries = await db.Countries.ToDictionaryAsync(c => c.Code);
        var codes = await CodesAsync(db);
        faults.AddRange(revisions.Select(r => r.Key).Except(codes).Select(c => $"{c} has a revision and no record"));
        faults.AddRange(entries.Select(e => e.Key).Except(codes).Select(c => $"{c} has a search entry and no record"));
        foreach (var code in codes)
        {
            if (revisions[code].MaxBy(r => r.Id) is not { } newest)
            {
                faults.Add($"{code} has no revision");
                continue;
            }
            var record = (await db.ReadAnyAsync(newest.Kind, code, CancellationToken.None))!;
            if (RecordJson.Write(record) != newest.Snapshot)
                faults.Add($"{code} is not what its newest revision says");
            var expected = new SearchEntry();
            expected.Describe(record, countries);
            if (
                entries[code].ToList() is not [var entry]
                || (entry.Heading, entry.Body, entry.Text) != (expected.Heading, expected.Body, expected.Text)
            )
                faults.Add($"{code} is not found by what it says");
        }
        return faults;
    }

    /// <summary>Drafts that are public name their revision, each revision by a person is named by one draft, and every draft can be read.</summary>
    private static List<string> DraftFaults(List<Draft> drafts, ILookup<string, Revision> revisions)
    {
        var ended = drafts.Where(d => d.State is DraftState.Published).ToList();
        var faults = ended
            .Where(d => revisions[d.Code!].All(r => r.Id != d.PublishedAs))
            .Select(d => $"{d.Code} is published as no revision")
            .ToList();
        var byPeople = revisions.SelectMany(r => r).Where(r => r.ReviewedBy is not null).Select(r => r.Id);
        faults.AddRange(byPeople.Except(ended.Select(d => d.PublishedAs ?? 0)).Select(id => $"revision {id} is of no published draft"));
        faults.AddRange(drafts.Where(d => !IsJson(d.Content)).Select(d => $"the draft of {d.Code ?? d.Heading} cannot be read"));
        return faults;
    }

    private static async Task<HashSet<string>> CodesAsync(CoalitionDb db)
    {
        var codes = new HashSet<string>();
        foreach (
            var kind in new[]
            {
                db.Countries.Select(r => r.Code),
                db.Participations.Select(r => r.Code),
                db.CountryNotes.Select(r => r.Code),
                db.Pledges.Select(r => r.Code),
                db.Statements.Select(r => r.Code),
                db.Agreements.Select(r => r.Code),
                db.Sources.Select(r => r.Code),
                db.Counts.Select(r => r.Code),
                db.Events.Select(r => r.Code),
            }
        )
            codes.UnionWith(await kind.ToListAsync());
        return codes;
    }

    private static bool IsJson(string text)
    {
        try
        {
            return JsonNode.Parse(text) is JsonObject;
        }
        catch (JsonException)
        {
            return false;
        }
    }
}
