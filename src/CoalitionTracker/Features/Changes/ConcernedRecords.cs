using CoalitionTracker.Data;
using Microsoft.EntityFrameworkCore;

namespace CoalitionTracker.Features.Changes;

/// <summary>Which records concern a country: what its page shows.</summary>
internal static class ConcernedRecords
{
    /// <summary>The codes of the records that concern one of the countries today; the coalition's page has all counts and events.</summary>
    public static async Task<HashSet<string>> OfAsync(CoalitionDb db, IReadOnlyList<string> countries, CancellationToken cancel)
    {
        var isCoalition = countries.Contains(Country.Coalition);
        IQueryable<string>[] all =
        [
            db.Countries.Where(c => countries.Contains(c.Code)).Select(c => c.Code),
            db.Participations.Where(p => countries.Contains(p.Country)).Select(p => p.Code),
            db.CountryNotes.Where(n => countries.Contains(n.Country)).Select(n => n.Code),
            db.Pledges.Where(p => p.Parties.Any(c => countries.Contains(c.Country))).Select(p => p.Code),
            db.Statements.Where(s => countries.Contains(s.Country!) || s.About.Any(a => countries.Contains(a.Country))).Select(s => s.Code),
            db.Agreements.Where(a => a.Parties.Any(p => countries.Contains(p.Country))).Select(a => a.Code),
            db.Events.Where(e => isCoalition || e.Countries.Any(c => countries.Contains(c.Country))).Select(e => e.Code),
            db.Counts.Where(n => isCoalition || n.Members.Any(m => countries.Contains(m.Country))).Select(n => n.Code),
        ];
        var codes = new HashSet<string>();
        foreach (var some in all)
            codes.UnionWith(await some.ToListAsync(cancel));
        return codes;
    }
}
