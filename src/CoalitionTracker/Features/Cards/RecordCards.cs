using System.Globalization;
using CoalitionTracker.Data;
using CoalitionTracker.Features.Countries;
using CoalitionTracker.Shared;

namespace CoalitionTracker.Features.Cards;

/// <summary>What the cards of single records say.</summary>
public static class RecordCards
{
    /// <summary>More countries than this are named in part: "Japan, France, Germany and 23 more".</summary>
    private const int MostNames = 4;

    /// <param name="asOf">The day to show it of; null for today. Of a pledge that did not exist by then there are no facts.</param>
    public static Card Of(Pledge pledge, CountryBook book, DateOnly? asOf = null)
    {
        var exists = asOf is not { } day || pledge.StandingOn(day) is not null;
        var level = asOf is { } on && pledge.StandingOn(on) is { } then ? then.Level : pledge.Level;
        var pledgers = Names(pledge.Parties.Where(p => p.Role is PledgePartyRole.Pledger).Select(p => p.Country), book);
        return About(
            pledge,
            pledge.Title,
            $"{pledge.PartiesInWords ?? pledgers}{(pledge.Announced.IsStated ? $" · announced {pledge.Announced}" : "")}"
        ) with
        {
            Facts = !exists
                ? []
                :
                [
                    new("How binding", level.Label()) { Level = level },
                    new("How much", Amount(pledge)),
                    new("Conditions", Conditions(pledge, asOf)),
                    Evidence(pledge),
                ],
        };
    }

    public static Card Of(Statement statement, CountryBook book)
    {
        var speaker = string.Join(", ", new[] { statement.Speaker, statement.Office }.Where(t => !string.IsNullOrWhiteSpace(t)));
        var country = statement.Country is { } code && !speaker.Contains(book.Name(code), StringComparison.Ordinal) ? $" · {book.Name(code)}" : "";
        return About(statement, statement.Title, speaker + country) with
        {
            Facts =
            [
                new("Said", statement.On.ToString()),
                new("Speaker's authority", statement.Authority.Label()),
                .. statement.About.Count > 0 ? [new CardFact("About", Names(statement.About.Select(a => a.Country), book))] : Array.Empty<CardFact>(),
                Evidence(statement),
            ],
        };
    }

    public static Card Of(Agreement agreement, CountryBook book) =>
        About(agreement, agreement.Title, Names(agreement.Parties.Select(p => p.Country), book)) with
        {
            Facts =
            [
                new("Kind", agreement.Type.Label()),
                new("How far it has come", agreement.Progress.Label()),
                new("Signed", agreement.Signed.ToString()),
                Evidence(agreement),
            ],
        };

    public static Card Of(Source source)
    {
        var by = new[] { source.Publisher, source.Author }.Where(t => t != source.Title);
        return About(source, source.Title, string.Join(" · ", Drawable(by))) with
        {
            Facts = [new("Kind", source.Type.Label()), new("Published", source.Published.ToString())],
        };
    }

    public static Card Of(Country country, CountryStanding standing) =>
        About(country, country.Name, string.Join(" · ", Drawable(country.NameUk, country.NameJa))) with
        {
            Facts =
            [
                new("Role in the coalition", standing.Role?.Label() ?? "not recorded"),
                new("Land forces", standing.On(Contribution.LandForces).Stance?.Label() ?? "no pledge recorded")
                {
                    Level = standing.On(Contribution.LandForces).Stance,
                },
                new("Pledges", standing.Pledges.ToString("#,0", CultureInfo.InvariantCulture)) { IsFigure = true },
                new("Refusals", standing.Refusals.ToString("#,0", CultureInfo.InvariantCulture)) { IsFigure = true },
            ],
        };

    private static Card About(Record record, string title, string under) =>
        new($"{record.RecordKind.Label()} {record.Code}", title, under)
        {
            State = record.State is RecordState.Published ? null : record.State.Label(),
        };

    private static CardFact Evidence(CitedRecord record) =>
        new("Best evidence", record.Grade?.Description()?.TrimEnd('.').Split(':')[0] ?? "none yet") { Grade = record.Grade };

    private static string Amount(Pledge pledge)
    {
        var parts = new[] { pledge.Money is { } money ? Show.Amount(money) : "", pledge.Quantity is { } quantity ? Amount(quantity) : "" };
        var words = string.Join(", ", parts.Where(p => !string.IsNullOrWhiteSpace(p)));
        return words.Length > 0 ? words : "not stated";
    }

    /// <summary>The source's words, where they are all there is, may hold the unit themselves.</summary>
    private static string Amount(Quantity quantity) =>
        quantity is { Min: null, Max: null, Words: { } words } && words.Contains(quantity.Unit, StringComparison.OrdinalIgnoreCase)
            ? words
            : Show.Amount(quantity);

    private static string Conditions(Pledge pledge, DateOnly? asOf)
    {
        var open = pledge
            .Conditions.Where(c => (asOf is { } day ? c.StateOn(day) : c.State) is not (ConditionState.Met or ConditionState.Waived))
            .Select(c => c.Kind.Label())
            .Distinct()
            .ToList();
        return open switch
        {
            [] => pledge.Conditions.Count > 0 ? "all met or waived" : "none recorded",
            [var only] => only,
            [var first, ..] => $"{first} and {open.Count - 1} more",
        };
    }

    /// <summary>Those of the texts that a card can show.</summary>
    private static IEnumerable<string> Drawable(params IEnumerable<string?> texts) =>
        texts.Select(t => CardFonts.Drawable(t ?? "")).Where(t => t.Length > 0);

    private static string Names(IEnumerable<string> codes, CountryBook book)
    {
        var names = codes.Distinct().Select(book.Name).ToList();
        return names.Count > MostNames
            ? $"{string.Join(", ", names.Take(MostNames - 1))} and {names.Count - MostNames + 1} more"
            : string.Join(", ", names);
    }
}
