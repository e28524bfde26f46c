using CoalitionTracker.Data;
using CoalitionTracker.Shared;
using Microsoft.EntityFrameworkCore;

namespace CoalitionTracker.Features.Cards;

/// <summary>Reads what cards say. A draft has none: only what is public is read.</summary>
public sealed class CardQueries(RecordVersion versions, IDbContextFactory<CoalitionDb> factory, IServiceProvider services)
{
    /// <summary>The card of a page that is no record's, by its name in <see cref="PageCards"/>; null when there is none.</summary>
    public async Task<Card?> OfPageAsync(string name, CancellationToken cancel)
    {
        if (!PageCards.All.TryGetValue(name, out var page))
            return null;
        var version = await versions.CurrentAsync(cancel);
        var figures = await versions.OnceAsync(version, CardFigures.LoadAsync, cancel);
        var card = new Card("", page.Title, page.Under)
        {
            Facts = page.Facts(figures),
            Drawing = page.Drawing is null ? null : await page.Drawing(services, cancel),
        };
        return await WithVersionAsync(card, version, cancel);
    }

    /// <summary>The card of a record's page, by its list's name in addresses, such as "pledges"; null when the public may see no such record.</summary>
    public async Task<Card?> OfRecordAsync(string list, string code, CancellationToken cancel)
    {
        var version = await versions.CurrentAsync(cancel);
        var book = await versions.OnceAsync(version, CountryBook.LoadAsync, cancel);
        await using var db = await factory.CreateDbContextAsync(cancel);
        var card = list switch
        {
            "pledges" => await PublicAsync(db.Pledges, code, cancel) is { } pledge ? RecordCards.Of(pledge, book) : null,
            "statements" => await PublicAsync(db.Statements, code, cancel) is { } statement ? RecordCards.Of(statement, book) : null,
            "agreements" => await PublicAsync(db.Agreements, code, cancel) is { } agreement ? RecordCards.Of(agreement, book) : null,
            "sources" => await PublicAsync(db.Sources, code, cancel) is { } source ? RecordCards.Of(source) : null,
            "countries" => await PublicAsync(db.Countries, code, cancel) is { } country
                ? RecordCards.Of(country, await StandingOfAsync(db, code, cancel))
                : null,
            _ => null,
        };
        return card is null ? null : await WithVersionAsync(card, version, cancel);
    }

    private async Task<Card> WithVersionAsync(Card card, long version, CancellationToken cancel) =>
        card with
        {
            Version = version,
            VersionAt = (await versions.OnceAsync(version, VersionTime.LoadAsync, cancel)).At,
        };

    private static async Task<T?> PublicAsync<T>(IQueryable<T> records, string code, CancellationToken cancel)
        where T : Record
    {
        var record = await records.FirstOrDefaultAsync(r => r.Code == code && r.State != RecordState.Draft, cancel);
        if (record is not null)
            RecordReader.SortParts(record);
        return record;
    }

    private static async Task<CountryStanding> StandingOfAsync(CoalitionDb db, string code, CancellationToken cancel)
    {
        var roles = await db
            .Participations.Where(p => p.Country == code && p.State == RecordState.Published)
            .Select(p => new { p.Role, p.From })
            .ToListAsync(cancel);
        var pledges = await db
            .Pledges.Where(p => p.State == RecordState.Published)
            .Where(p => p.Parties.Any(c => c.Country == code && c.Role == PledgePartyRole.Pledger))
            .GroupBy(p => new { p.Level, p.Contribution })
            .Select(g => new
            {
                g.Key.Level,
                g.Key.Contribution,
                Count = g.Count(),
            })
            .ToListAsync(cancel);
        return new CountryStanding(
            roles.OrderBy(r => r.From.Day).LastOrDefault()?.Role,
            pledges.Where(p => p.Level is not Level.RuledOut).Sum(p => p.Count),
            pledges.Where(p => p.Level is Level.RuledOut).Sum(p => p.Count),
            pledges.Where(p => p.Contribution is Contribution.LandForces).Select(p => (Level?)p.Level).Max()
        );
    }
}

/// <summary>Where a country stands today, as in the list of countries.</summary>
/// <param name="Role">Null when the record knows of none.</param>
/// <param name="LandForces">The strongest level pledged, or the refusal; null when the record has no pledge on land forces.</param>
public sealed record CountryStanding(Role? Role, int Pledges, int Refusals, Level? LandForces);
