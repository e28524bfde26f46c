using CoalitionTracker.Data;
using CoalitionTracker.Features.Countries;
using CoalitionTracker.Shared;
using CoalitionTracker.Shared.Lists;
using Microsoft.EntityFrameworkCore;

namespace CoalitionTracker.Features.Cards;

/// <summary>Reads what cards say. A draft has none: only what is public is read.</summary>
public sealed class CardQueries(RecordVersion versions, IDbContextFactory<CoalitionDb> factory, Standings standings)
{
    /// <summary>The card of a page that is no record's, by its name in <see cref="PageCards"/>; null when there is none.</summary>
    /// <param name="asOf">The day as of which the page shows the record; null for today.</param>
    /// <exception cref="RuleException">A day is asked for, and the page shows none.</exception>
    public async Task<Card?> OfPageAsync(string name, DateOnly? asOf, CancellationToken cancel)
    {
        if (!PageCards.All.TryGetValue(name, out var page))
            return null;
        RefuseDay(asOf, page.TakesDay);
        var version = await versions.CurrentAsync(cancel);
        var figures = asOf is null
            ? await versions.OnceAsync(version, CardFigures.LoadAsync, cancel)
            : CardFigures.Of(await standings.ReadAsync(version, asOf, cancel));
        var card = new Card(asOf is { } day ? $"As of {Show.Day(day)}" : "", page.Title, page.Under)
        {
            Facts = page.Facts(figures),
            Drawing = page.Drawing?.Invoke(await standings.ReadAsync(version, asOf, cancel)),
        };
        return await WithVersionAsync(card, version, cancel);
    }

    /// <summary>The card of a record's page, by its list's name in addresses, such as "pledges"; null when the public may see no such record.</summary>
    /// <inheritdoc cref="OfPageAsync"/>
    public async Task<Card?> OfRecordAsync(string list, string code, DateOnly? asOf, CancellationToken cancel)
    {
        RefuseDay(asOf, list is "pledges" or "countries");
        var version = await versions.CurrentAsync(cancel);
        var book = await versions.OnceAsync(version, CountryBook.LoadAsync, cancel);
        await using var db = await factory.CreateDbContextAsync(cancel);
        var card = list switch
        {
            "pledges" => await PublicAsync(db.Pledges, code, cancel) is { } pledge ? RecordCards.Of(pledge, book, asOf) : null,
            "statements" => await PublicAsync(db.Statements, code, cancel) is { } statement ? RecordCards.Of(statement, book) : null,
            "agreements" => await PublicAsync(db.Agreements, code, cancel) is { } agreement ? RecordCards.Of(agreement, book) : null,
            "sources" => await PublicAsync(db.Sources, code, cancel) is { } source ? RecordCards.Of(source) : null,
            "countries" => await PublicAsync(db.Countries, code, cancel) is { } country
                ? RecordCards.Of(country, (await standings.ReadAsync(version, asOf, cancel)).Countries.First(c => c.Code == code))
                : null,
            _ => null,
        };
        if (card is not null && asOf is { } day)
            card = card with { Kind = $"{card.Kind} · as of {Show.Day(day)}" };
        return card is null ? null : await WithVersionAsync(card, version, cancel);
    }

    private static void RefuseDay(DateOnly? asOf, bool isTaken)
    {
        if (asOf is not null && !isTaken)
            throw new RuleException([new Problem(ListQuery.AsOfName, "This card's page shows the record as it stands, not as of a day.")]);
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
}
