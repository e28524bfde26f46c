using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.ChangeTracking;

namespace CoalitionTracker.Data;

/// <summary>Keeps what the search knows in line with what is being saved.</summary>
internal static class SearchUpdate
{
    /// <summary>
    /// Describes the records for the search, and with a country that goes by other names now, everything that is found by its names.
    /// </summary>
    public static async Task DescribeAsync(CoalitionDb db, IReadOnlyCollection<Record> records, CancellationToken cancel)
    {
        var countries = await db.Countries.ToDictionaryAsync(c => c.Code, cancel);
        foreach (var country in records.OfType<Country>())
            countries[country.Code] = country;
        foreach (var draft in countries.Values.Where(c => c.State is RecordState.Draft).ToList())
            countries.Remove(draft.Code); // nobody finds what has been published by a name that has not
        var saved = records.Select(r => r.Code).ToHashSet();
        var renamed = db.ChangeTracker.Entries<Country>().Where(IsRenamed).Select(e => e.Entity.Code).ToList();
        var found = (await FoundByNamesAsync(db, renamed, cancel)).Where(r => !saved.Contains(r.Code));
        var all = records.Concat(found).ToList();
        var codes = all.ConvertAll(r => r.Code);
        var entries = await db.SearchEntries.AsTracking().Where(e => codes.Contains(e.Code)).ToDictionaryAsync(e => e.Code, cancel);
        foreach (var record in all)
        {
            if (!entries.TryGetValue(record.Code, out var entry))
                db.SearchEntries.Add(entry = new SearchEntry());
            entry.Describe(record, countries);
        }
    }

    private static bool IsRenamed(EntityEntry<Country> country) =>
        country.State is EntityState.Modified
        && (
            country.Property(c => c.Name).IsModified
            || country.Property(c => c.NameUk).IsModified
            || country.Property(c => c.NameJa).IsModified
            || country.Property(c => c.AlternativeNames).IsModified
            || country.Property(c => c.State).IsModified
        );

    /// <summary>The stored records that these countries' names find: those of <see cref="Record.SearchCountries"/>.</summary>
    private static async Task<List<Record>> FoundByNamesAsync(CoalitionDb db, List<string> countries, CancellationToken cancel)
    {
        var found = new List<Record>();
        if (countries.Count == 0)
            return found;
        await AddAsync(db.Pledges.Where(p => p.Parties.Any(c => countries.Contains(c.Country))));
        await AddAsync(db.Statements.Where(s => countries.Contains(s.Country!) || s.About.Any(c => countries.Contains(c.Country))));
        await AddAsync(db.Agreements.Where(a => a.Parties.Any(c => countries.Contains(c.Country))));
        await AddAsync(db.Counts.Where(n => n.Members.Any(c => countries.Contains(c.Country))));
        await AddAsync(db.Events.Where(e => e.Countries.Any(c => countries.Contains(c.Country))));
        await AddAsync(db.Participations.Where(p => countries.Contains(p.Country)));
        await AddAsync(db.CountryNotes.Where(n => countries.Contains(n.Country)));
        return found;

        async Task AddAsync<T>(IQueryable<T> mentioning)
            where T : Record => found.AddRange(await mentioning.AsNoTracking().ToListAsync(cancel));
    }
}
