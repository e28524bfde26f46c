using CoalitionTracker.Data;
using CoalitionTracker.Shared;
using CoalitionTracker.Shared.Lists;
using Microsoft.EntityFrameworkCore;

namespace CoalitionTracker.Features.Pledges;

/// <summary>Reads the book of pledges from the store, once for each version of the record and day.</summary>
public sealed class PledgeBooks(RecordVersion versions, EcbRates rates, Freshness freshness)
{
    /// <summary>What the unit of a quantity is called where people are counted.</summary>
    private static readonly string[] PeopleUnits = ["soldiers", "troops", "personnel", "people", "instructors", "trainers", "staff", "experts"];

    public async Task<PledgeBook> ReadAsync(CancellationToken cancel = default) => await ReadAsync(await versions.CurrentAsync(cancel), cancel);

    public Task<PledgeBook> ReadAsync(long version, CancellationToken cancel) => versions.OnceAsync(version, LoadAsync, cancel);

    /// <summary>Whether a unit counts people.</summary>
    public static bool IsPeople(string? unit) => unit is not null && PeopleUnits.Contains(unit.ToLowerInvariant());

    private async Task<PledgeBook> LoadAsync(CoalitionDb db)
    {
        var countries = await db.Countries.OrderBy(c => c.Name).Select(c => new { c.State, Option = new FacetOption(c.Code, c.Name) }).ToListAsync();
        var codes = countries.ConvertAll(c => c.Option.Value);
        var named = countries.Where(c => c.State is not RecordState.Draft).Select(c => c.Option).ToList(); // no reader sees a draft's name
        var pledges = await db
            .Pledges.Where(p => p.State != RecordState.Draft)
            .Select(p => new StoredPledge(
                p.Code,
                p.Title,
                p.Contribution,
                p.Place,
                p.Instrument,
                new PledgeFigures(p.State, p.Level, p.Delivery, p.SpentOn, p.Grade, p.Money, p.Announced),
                p.Quantity,
                p.KnownOn
            ))
            .ToArrayAsync();
        Array.Sort(pledges, (a, b) => string.CompareOrdinal(a.Code, b.Code));
        var parts = await StoredParts.ReadAsync(db, pledges, codes);
        var lines = new PledgeLine[pledges.Length];
        for (var i = 0; i < lines.Length; i++)
            lines[i] = parts.Complete(LineOf(pledges[i]), i);
        return new PledgeBook(
            lines,
            parts.All,
            codes,
            book => new ListIndex<PledgeEntry>(
                PledgeList.Spec(named, YearsOf(pledges)),
                Enumerable.Range(0, lines.Length).Select(i => EntryOf(pledges[i], book, i))
            )
        );
    }

    /// <summary>The years in which a pledge was announced, the newest first, and none for those that have no date.</summary>
    private static IReadOnlyList<FacetOption> YearsOf(StoredPledge[] pledges) =>
        [
            .. pledges
                .Select(p => p.Figures.Announced.Day?.Year)
                .OfType<int>()
                .Distinct()
                .OrderDescending()
                .Select(y => new FacetOption($"{y}", $"{y}")),
            new(PledgeList.NoYear, "Date not stated"),
        ];

    private PledgeLine LineOf(StoredPledge pledge)
    {
        var (money, people) = (pledge.Figures.Money, IsPeople(pledge.Quantity?.Unit) ? pledge.Quantity : null);
        var (min, max) = rates.Convert(money, pledge.Figures.Announced);
        return new PledgeLine
        {
            Contribution = pledge.Contribution,
            Instrument = pledge.Instrument,
            Place = pledge.Place,
            SpentOn = pledge.Figures.SpentOn,
            State = pledge.Figures.State,
            Grade = pledge.Figures.Grade,
            Announced = pledge.Figures.Announced.Day?.DayNumber ?? Dated.Never,
            HasMoney = money is not null,
            IsInWords = money is { Min: null, Max: null },
            IsFixedSum = money is { Per: Per.Once },
            EurMin = EuroCents.Of(min?.Eur),
            EurMax = EuroCents.Of(max?.Eur),
            PeopleMin = people?.Min,
            PeopleMax = people?.Max,
            HasPeople = people is not null,
            IsPeopleOnce = people is { Per: Per.Once },
        };
    }

    private PledgeEntry EntryOf(StoredPledge pledge, PledgeBook book, int place)
    {
        ref readonly var line = ref book[place];
        var figures = pledge.Figures;
        var conditions = book.ConditionsOf(line);
        return new PledgeEntry(pledge.Code, pledge.Title, pledge.Contribution, pledge.Place, pledge.Instrument, figures)
        {
            Countries = [.. book.PledgersOf(line).ToArray().Select(n => book.Countries[n])],
            Conditions = conditions.Length == 0 ? [] : [.. conditions.ToArray().Select(c => c.Kind)],
            Total = book.RuleOn(place, Dated.Now),
            People = book.PeopleRuleOn(place, Dated.Now),
            Validity = book.ValidityOn(place, Dated.Now),
            EurMin = line.EurMin?.Euros,
            EurMax = line.EurMax?.Euros,
            KnownOn = pledge.KnownOn,
            IsStale = freshness.IsStale(figures.State, figures.Level, figures.Delivery, pledge.KnownOn),
        };
    }
}

/// <summary>What is read of a pledge itself.</summary>
internal sealed record StoredPledge(
    string Code,
    string Title,
    Contribution Contribution,
    Place Place,
    Instrument Instrument,
    PledgeFigures Figures,
    Quantity? Quantity,
    DateOnly? KnownOn
);
