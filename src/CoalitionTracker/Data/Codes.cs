using System.Globalization;
using Microsoft.EntityFrameworkCore;

namespace CoalitionTracker.Data;

/// <summary>Gives new records their codes. A number is never given twice, not even after a draft was discarded.</summary>
internal static class Codes
{
    /// <summary>The next free code for this record. Call it inside the writers' lock, and save what it gave in the same transaction.</summary>
    /// <returns>Null for a country, whose code is an editor's choice.</returns>
    public static async Task<string?> NextAsync(CoalitionDb db, Record record, CancellationToken cancel)
    {
        if (PrefixOf(record) is not { } prefix)
            return null;
        var known = await db.SearchEntries.Where(e => e.Code.StartsWith(prefix)).Select(e => e.Code).ToListAsync(cancel);
        known.AddRange(await db.Drafts.Where(d => d.Code != null && d.Code.StartsWith(prefix)).Select(d => d.Code!).ToListAsync(cancel));
        var last = known
            .Select(code => int.TryParse(code.AsSpan(prefix.Length), NumberStyles.None, CultureInfo.InvariantCulture, out var n) ? n : 0)
            .DefaultIfEmpty()
            .Max();
        var digits = record is Source ? "0000" : "000";
        return prefix + (last + 1).ToString(digits, CultureInfo.InvariantCulture);
    }

    private static string? PrefixOf(Record record) =>
        record switch
        {
            Country => null,
            Source => "SRC-",
            Participation p => $"PAR-{p.Country}-",
            CountryNote n => $"NOTE-{n.Country}-",
            Pledge p => $"{Pledger(p)}-{YearOf(p.Announced)}-",
            Statement => $"STM-{YearOf(record.ListedOn)}-",
            Agreement => $"AGR-{YearOf(record.ListedOn)}-",
            Count => $"CNT-{YearOf(record.ListedOn)}-",
            Event => $"EVT-{YearOf(record.ListedOn)}-",
            _ => throw new ArgumentOutOfRangeException(nameof(record), record.RecordKind, "Has no pattern of codes."),
        };

    /// <summary>The one country that pledges; MULTI for several.</summary>
    private static string Pledger(Pledge pledge) =>
        pledge.Parties.Where(p => p.Role is PledgePartyRole.Pledger).Select(p => p.Country).ToList() is [var only] ? only : "MULTI";

    private static string YearOf(RecordDate date) => date.Day?.Year.ToString("0000", CultureInfo.InvariantCulture) ?? "ND";
}
