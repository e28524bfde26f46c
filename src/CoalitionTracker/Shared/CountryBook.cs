using CoalitionTracker.Data;
using Microsoft.EntityFrameworkCore;

namespace CoalitionTracker.Shared;

/// <summary>The names of all countries and organisations, for whatever shows a code.</summary>
public sealed class CountryBook(IReadOnlyDictionary<string, CountryBook.Entry> entries)
{
    /// <summary>A country as it is shown beside other records.</summary>
    public sealed record Entry(string Name, string NameUk, string NameJa, string? Iso2, CountryKind Kind);

    /// <summary>All of them, by code.</summary>
    public IReadOnlyDictionary<string, Entry> All => entries;

    public Entry? this[string code] => entries.GetValueOrDefault(code);

    public string Name(string code) => this[code]?.Name ?? code;

    /// <summary>The file name of the flag; null for organisations that have none here.</summary>
    public string? Flag(string code) =>
        this[code] switch
        {
            { Iso2: { } iso2 } => iso2.ToLowerInvariant(),
            _ when code is "EU" or "UN" => code.ToLowerInvariant(),
            _ => null,
        };

    /// <summary>The same names, but for one country as it is given: in the preview of a change to it.</summary>
    public CountryBook With(Country country) =>
        new(
            new Dictionary<string, Entry>(entries) { [country.Code] = new(country.Name, country.NameUk, country.NameJa, country.Iso2, country.Type) }
        );

    public static async Task<CountryBook> LoadAsync(CoalitionDb db) =>
        new(
            await db
                .Countries.Where(c => c.State != RecordState.Draft)
                .Select(c => new { c.Code, Entry = new Entry(c.Name, c.NameUk, c.NameJa, c.Iso2, c.Type) })
                .ToDictionaryAsync(c => c.Code, c => c.Entry)
        );
}
