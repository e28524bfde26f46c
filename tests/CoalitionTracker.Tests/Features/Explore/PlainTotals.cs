using System.Globalization;
using CoalitionTracker.Data;
using CoalitionTracker.Features.Pledges;
using CoalitionTracker.Tests.Support;
using Microsoft.Extensions.Primitives;

namespace CoalitionTracker.Tests.Features.Explore;

/// <summary>
/// Totals computed a second time, from the records themselves and the words of the method page alone: no index, no book, no rate table of the product's.
/// Slow and plain on purpose.
/// </summary>
internal sealed class PlainTotals(IReadOnlyList<Pledge> all, DateOnly? asOf)
{
    private static readonly Lazy<List<(DateOnly Day, Dictionary<string, decimal> Rates)>> Rates = new(ReadRates);

    /// <param name="Standing">Pledges that are neither refused nor over.</param>
    /// <param name="Money">From–to in euros, and how many have no upper end; null where nothing counts.</param>
    /// <param name="People">The same of people.</param>
    public sealed record Sum(
        int Standing,
        int Refused,
        int Over,
        int Counted,
        int LeftOut,
        (decimal From, decimal To, int Open)? Money,
        (decimal From, decimal To, int Open)? People
    );

    /// <summary>The pledges that match a query string and existed on the day.</summary>
    public List<Pledge> Matching(Dictionary<string, StringValues> query) =>
        [.. all.Where(Existed).Where(p => query.All(q => Matches(p, q.Key, q.Value)))];

    public Sum Of(IReadOnlyCollection<Pledge> pledges, bool anyGrade)
    {
        var withMoney = pledges.Where(p => p.Money is not null).ToList();
        var counted = withMoney.Where(p => Counts(p, anyGrade)).ToList();
        var people = pledges.Where(p => NamesPeople(p) && WhyNotPeople(p) is null).Select(p => p.Quantity!).ToList();
        var over = pledges.Count(IsOver);
        var refused = pledges.Count(p => !IsOver(p) && LevelOf(p) is Level.RuledOut);
        return new Sum(
            pledges.Count - over - refused,
            refused,
            over,
            counted.Count,
            withMoney.Count - counted.Count,
            Added([.. counted.Select(p => (Eur(p, p.Money!.Min), Eur(p, p.Money!.Max)))]),
            Added([.. people.Select(q => (q.Min, q.Max))])
        );
    }

    /// <summary>"Up to 10" is from nought to 10; "at least 10" is 10 or more.</summary>
    private static (decimal From, decimal To, int Open)? Added(List<(decimal? From, decimal? To)> spans) =>
        spans.Count == 0 ? null : (spans.Sum(s => s.From ?? 0), spans.Sum(s => s.To ?? s.From ?? 0), spans.Count(s => s.To is null));

    /// <summary>Whether it was taken back, or another pledge that was there by then took its place.</summary>
    private bool IsOver(Pledge pledge) => DeliveryOf(pledge) is Delivery.Superseded or Delivery.Withdrawn || IsReplaced(pledge);

    private bool IsReplaced(Pledge pledge) =>
        all.Any(p =>
            p.State is RecordState.Published && Existed(p) && p.Relations.Any(r => r.Kind is RelationKind.Supersedes && r.Pledge == pledge.Code)
        );

    /// <summary>How it relates to others that were there by then.</summary>
    private List<RelationKind> RelationsOf(Pledge pledge) =>
        [.. pledge.Relations.Where(r => all.FirstOrDefault(p => p.Code == r.Pledge) is not { } other || Existed(other)).Select(r => r.Kind)];

    public static bool NamesPeople(Pledge pledge) => pledge.Quantity?.Unit is "soldiers" or "troops";

    /// <summary>Why the people of a pledge of people are not added up; null when they are.</summary>
    public string? WhyNotPeople(Pledge pledge)
    {
        var quantity = pledge.Quantity!;
        var others = pledge.Relations.Where(r => NamesANumber(r.Pledge)).Select(r => r.Kind).ToList();
        if (pledge.State is not RecordState.Published)
            return "not-published";
        if (LevelOf(pledge) is Level.RuledOut)
            return "ruled-out";
        if (others.Contains(RelationKind.Restates))
            return "restated";
        if (others.Contains(RelationKind.PartOf))
            return "part-of-another";
        if (IsOver(pledge))
            return "superseded";
        if (others.Contains(RelationKind.OverlapsWith))
            return "overlaps";
        if (quantity.Min is null && quantity.Max is null)
            return "in-words";
        return quantity.Per is Per.Once ? null : "no-fixed-number";

        // Where the other one names nobody, these people stand here alone.
        bool NamesANumber(string code) =>
            all.Any(p => p.Code == code && Existed(p) && NamesPeople(p) && (p.Quantity!.Min is not null || p.Quantity.Max is not null));
    }

    private bool Counts(Pledge pledge, bool anyGrade) => Rule(pledge) is TotalRule.Counted || (anyGrade && Rule(pledge) is TotalRule.WeakGrade);

    /// <summary>Why a pledge's money counts or does not, in the order in which the method page gives the reasons.</summary>
    public TotalRule Rule(Pledge pledge)
    {
        var others = RelationsOf(pledge);
        if (pledge.State is not RecordState.Published)
            return TotalRule.NotPublished;
        if (LevelOf(pledge) is Level.RuledOut)
            return TotalRule.RuledOut;
        if (pledge.Money is not { } money)
            return TotalRule.NoMoney;
        if (others.Contains(RelationKind.Restates))
            return TotalRule.Restated;
        if (others.Contains(RelationKind.PartOf))
            return TotalRule.PartOfAnother;
        if (IsOver(pledge))
            return TotalRule.Superseded;
        if (others.Contains(RelationKind.OverlapsWith))
            return TotalRule.Overlaps;
        if (pledge.SpentOn is SpentOn.OwnForces)
            return TotalRule.OwnForces;
        if (money.Min is null && money.Max is null)
            return TotalRule.InWords;
        if (money.Per is not Per.Once)
            return TotalRule.NoFixedSum;
        if (Eur(pledge, money.Min) is null && Eur(pledge, money.Max) is null)
            return TotalRule.NoRate; // whatever its grade: there are no euros that a reader could have counted
        return GradeOf(pledge) is Grade.A or Grade.B ? TotalRule.Counted : TotalRule.WeakGrade;
    }

    public bool Existed(Pledge pledge)
    {
        var days = pledge.Levels.Select(l => l.On.Day).Append(pledge.Announced.Day).OfType<DateOnly>().ToList();
        return asOf is null || days.Any(d => d <= asOf);
    }

    public Level LevelOf(Pledge pledge)
    {
        var level = Level.NotStated;
        foreach (var change in pledge.Levels.OrderBy(c => c.On.Day))
        {
            if (asOf is null || (change.On.Day ?? pledge.Announced.Day) <= asOf)
                level = change.Level;
        }
        return level;
    }

    public Delivery DeliveryOf(Pledge pledge)
    {
        var delivery = Delivery.NotAssessed;
        foreach (var change in pledge.Deliveries.OrderBy(c => c.On.Day))
        {
            if (asOf is null || (change.On.Day ?? pledge.Announced.Day) <= asOf)
                delivery = change.Delivery;
        }
        return delivery;
    }

    public static Grade? GradeOf(Pledge pledge) =>
        pledge.Citations.Where(c => c.Stance is Stance.Supports).Select(c => (Grade?)c.Grade).OrderBy(g => g).FirstOrDefault();

    public static List<string> PledgersOf(Pledge pledge) => [.. pledge.Parties.Where(p => p.Role is PledgePartyRole.Pledger).Select(p => p.Country)];

    private bool Matches(Pledge pledge, string name, StringValues values) =>
        name switch
        {
            "country" => PledgersOf(pledge).Any(c => values.Contains(c)),
            "contribution" => values.Contains(pledge.Contribution.Slug()),
            "instrument" => values.Contains(pledge.Instrument.Slug()),
            "level" => values.Contains(LevelOf(pledge).Slug()),
            "delivery" => values.Contains(DeliveryOf(pledge).Slug()),
            "total" => values.Contains(Rule(pledge).Slug()),
            "validity" => values.Contains(
                IsOver(pledge) ? "ended"
                : LevelOf(pledge) is Level.RuledOut ? "refusal"
                : "stands"
            ),
            "people" => values.Contains(NamesPeople(pledge) ? WhyNotPeople(pledge) ?? "counted" : "no-people"),
            "year" => values.Contains(pledge.Announced.Day?.Year.ToString(CultureInfo.InvariantCulture) ?? "none"),
            "grade" => GradeOf(pledge) is { } grade && values.Contains(grade.Slug()),
            "condition" => pledge.Conditions.Any(c => values.Contains(c.Kind.Slug())) || (pledge.Conditions.Count == 0 && values.Contains("none")),
            "state" => values.Contains(pledge.State.Slug()),
            "from" => pledge.Announced.IsStated && (pledge.Announced.Latest ?? DateOnly.MaxValue) >= DayOf(values),
            "to" => pledge.Announced.IsStated && (pledge.Announced.Earliest ?? DateOnly.MinValue) <= DayOf(values),
            _ => true, // asOf, totals, rows, columns, measure
        };

    private static DateOnly DayOf(StringValues values) => DateOnly.ParseExact(values.ToString(), "yyyy-MM-dd", CultureInfo.InvariantCulture);

    /// <summary>To two places at the last rate on or before the announcement, if it is no older than ten days.</summary>
    private static decimal? Eur(Pledge pledge, decimal? amount)
    {
        if (amount is null || pledge.Money!.Currency is not { } currency || pledge.Announced.Day is not { } day)
            return null;
        if (currency == "EUR")
            return Math.Round(amount.Value, 2);
        foreach (var (on, rates) in Rates.Value.Where(r => r.Day <= day && r.Day >= day.AddDays(-10)))
        {
            if (rates.TryGetValue(currency, out var rate))
                return Math.Round(amount.Value / rate, 2);
        }
        return null;
    }

    /// <summary>The newest first, as in the file.</summary>
    private static List<(DateOnly, Dictionary<string, decimal>)> ReadRates()
    {
        var lines = File.ReadAllLines(Path.Combine(DataFiles.Folder, "reference", "ecb-rates.csv"));
        var heads = lines[0].Split(',');
        return
        [
            .. lines
                .Skip(1)
                .Select(l => l.Split(','))
                .Select(cells =>
                    (
                        DateOnly.ParseExact(cells[0], "yyyy-MM-dd", CultureInfo.InvariantCulture),
                        heads
                            .Zip(cells)
                            .Skip(1)
                            .Where(c => decimal.TryParse(c.Second, NumberStyles.Float, CultureInfo.InvariantCulture, out _))
                            .ToDictionary(c => c.First, c => decimal.Parse(c.Second, CultureInfo.InvariantCulture))
                    )
                ),
        ];
    }
}
