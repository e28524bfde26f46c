using System.Globalization;
using CoalitionTracker.Data;
using CoalitionTracker.Features.Countries;
using Microsoft.EntityFrameworkCore;

namespace CoalitionTracker.Features.Cards;

/// <summary>The card of a page that is no record's.</summary>
/// <param name="Title">The question that the page answers, or its name.</param>
/// <param name="Under">What it shows, in a sentence.</param>
public sealed record PageCard(string Title, string Under)
{
    /// <summary>Numbers to show, out of those that are counted for all cards.</summary>
    public Func<CardFigures, IReadOnlyList<CardFact>> Facts { get; init; } = _ => [];

    /// <summary>Prepares a drawing in the place of the facts, such as a grid, from where countries stand; null for none.</summary>
    public Func<Standing, CardDrawing>? Drawing { get; init; }

    /// <summary>Whether the page shows the record as of any day, and so does its card.</summary>
    public bool TakesDay { get; init; }
}

/// <summary>The cards of all pages that are no record's, by the name in the card's address. A new page adds its line here.</summary>
public static class PageCards
{
    public static IReadOnlyDictionary<string, PageCard> All { get; } =
        new Dictionary<string, PageCard>(StringComparer.Ordinal)
        {
            ["home"] = new(
                "What countries have promised for Ukraine's security",
                "And what they have ruled out. Each with its date, conditions and sources."
            )
            {
                Facts = n => Numbers(("Pledges", n.Pledges), ("Refusals", n.Refusals), ("Statements", n.Statements), ("Sources", n.Sources)),
                TakesDay = true,
            },
            ["pledges"] = new("Pledges", "What each country said it would or would not do, how binding it is and on what conditions.")
            {
                Facts = n => Numbers(("Pledges", n.Pledges), ("Refusals", n.Refusals)),
                TakesDay = true,
            },
            ["countries"] = new("Countries", "Role in the coalition, stance on land forces, pledges and refusals.")
            {
                Facts = n => Numbers(("Countries and organisations", n.Countries)),
                TakesDay = true,
            },
            ["statements"] = new("Statements", "Who said what about guaranteeing Ukraine's security, when and with what authority.")
            {
                Facts = n => Numbers(("Statements", n.Statements)),
            },
            ["agreements"] = new("Agreements", "Security agreements and declarations on Ukraine: parties, dates, terms, how far each has come.")
            {
                Facts = n => Numbers(("Agreements", n.Agreements)),
            },
            ["sources"] = new("Sources", "Every document that the record rests on, and how it was seen.")
            {
                Facts = n => Numbers(("Sources", n.Sources)),
            },
            ["method"] = new("How the record is made", "What its words mean, how evidence is graded, what totals count, how money is converted."),
            ["matrix"] = new("Who would do what", "Every country on every contribution; here those of which most is recorded.")
            {
                Drawing = MatrixDrawing.Of,
                TakesDay = true,
            },
            ["map"] = new("Where countries stand", "The record on a map, on the day of your choice.") { TakesDay = true },
            ["counts"] = new("How many countries?", "It depends on who counts what. The counts side by side, each with its definition.")
            {
                Facts = n => Numbers(("Counts", n.Counts)),
                TakesDay = true,
            },
            ["ceasefire"] = new("What would happen after a ceasefire", "What countries promised for that day, and what stands in the way.")
            {
                TakesDay = true,
            },
            ["money"] = new("Money for Ukraine's security", "Who pledged how much, by when, and what of it counts in totals.") { TakesDay = true },
            ["explore"] = new("Explore the record", "Count pledges by country, contribution, level, year and evidence.") { TakesDay = true },
            ["timeline"] = new("Timeline", "Pledges, refusals, statements, agreements and events in their order."),
            ["changes"] = new("What has changed", "The newest changes to the record: what, when, why."),
        };

    /// <summary>What is not known of a day is not said.</summary>
    private static IReadOnlyList<CardFact> Numbers(params IEnumerable<(string Label, int? Number)> numbers) =>
        [
            .. numbers
                .Where(n => n.Number is not null)
                .Select(n => new CardFact(n.Label, n.Number!.Value.ToString("#,0", CultureInfo.InvariantCulture)) { IsFigure = true }),
        ];
}

/// <summary>
/// How many published records of each kind there are: what the cards of pages show. Refusals are not counted among the pledges. As of a day the pledges
/// and refusals of that day are known; the others are null.
/// </summary>
public sealed record CardFigures(int Pledges, int Refusals, int? Countries, int? Statements, int? Agreements, int? Sources, int? Counts)
{
    public static CardFigures Of(Standing day) => new(day.Pledges, day.Refusals, null, null, null, null, null);

    public static async Task<CardFigures> LoadAsync(CoalitionDb db) =>
        new(
            await CountAsync(db.Pledges.Where(p => p.Level != Level.RuledOut)),
            await CountAsync(db.Pledges.Where(p => p.Level == Level.RuledOut)),
            await CountAsync(db.Countries),
            await CountAsync(db.Statements),
            await CountAsync(db.Agreements),
            await CountAsync(db.Sources),
            await CountAsync(db.Counts)
        );

    private static Task<int> CountAsync<T>(IQueryable<T> records)
        where T : Record => records.CountAsync(r => r.State == RecordState.Published);
}
