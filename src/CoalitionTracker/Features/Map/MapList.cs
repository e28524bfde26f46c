using CoalitionTracker.Data;
using CoalitionTracker.Features.Countries;
using CoalitionTracker.Shared;
using CoalitionTracker.Shared.Lists;
using Microsoft.EntityFrameworkCore;

namespace CoalitionTracker.Features.Map;

/// <summary>Countries by one measure at a time: the map, its table and its downloads.</summary>
public sealed class MapList(RecordVersion versions, IDbContextFactory<CoalitionDb> factory, Standings standings)
    : StandingList(versions, factory, standings)
{
    /// <summary>What the map is coloured by. Each option's value is the key of the facet that its legend filters by.</summary>
    public static ListChoice Measure { get; } =
        new(
            "measure",
            "Coloured by",
            [
                new("land", "Land forces"),
                new("strongest", "Most binding pledge of any kind"),
                new("role", "Role in the coalition"),
                new("money", "Money pledged alone"),
                new(AnyGrade, "Money of any grade pledged alone"),
            ]
        );

    public override string Path => "/map";

    protected override IReadOnlyList<ListChoice> Choices => [Measure];

    public override IReadOnlyList<ExportColumn<CountryStanding>> Columns { get; } =
    [
        new("code", c => c.Code),
        new("name", c => c.Country.Name),
        new("role", c => c.Role?.Slug()),
        new("land_forces", c => Word(c.On(Contribution.LandForces))),
        new("most_binding", c => c.Strongest?.Slug()),
        new("eur_min", c => Math.Round(c.Money.Strong.Min)),
        new("eur_max", c => Math.Round(c.Money.Strong.Max)),
        new("eur_open", c => c.Money.Strong.IsOpen),
        new("any_grade_eur_min", c => Math.Round(c.Money.Any.Min)),
        new("any_grade_eur_max", c => Math.Round(c.Money.Any.Max)),
        new("any_grade_eur_open", c => c.Money.Any.IsOpen),
    ];

    /// <summary>The classes of a measure, the darkest first: what the legend explains.</summary>
    public static IReadOnlyList<FacetOption> ClassesOf(string measure) =>
        measure switch
        {
            "role" => [.. Options.Of<Role>(), new(None, "No role recorded")],
            "money" or AnyGrade => MoneyBands,
            "strongest" => [.. Levels, new(None, "No pledge recorded")],
            _ => [.. Levels, .. Silences],
        };

    private static IEnumerable<FacetOption> Levels =>
        Options.Of<Level>().OrderByDescending(o => o.Value == Level.RuledOut.Slug() ? 0 : 1).ThenByDescending(Rank);

    private static int Rank(FacetOption level) => Options.Of<Level>().ToList().FindIndex(o => o.Value == level.Value);

    /// <summary>The class that a country belongs to.</summary>
    public static string ClassOf(CountryStanding country, string measure) =>
        measure switch
        {
            "role" => country.Role?.Slug() ?? None,
            "money" or AnyGrade => MoneyBandOf(MoneyOf(country, measure)),
            "strongest" => country.Strongest?.Slug() ?? None,
            _ => Word(country.On(Contribution.LandForces)),
        };

    /// <summary>What the table says beside the class.</summary>
    public static string? DetailOf(CountryStanding country, string measure)
    {
        if (measure is "money" or AnyGrade)
            return MoneyOf(country, measure) is { Max: > 0 } sum ? Show.RoundedSpan(sum.Min, sum.Max, "EUR", sum.IsOpen) : null;
        if (measure == "role")
            return country.Strongest is { } level ? $"most binding pledge: {level.InSentence()}" : null;
        var waitsFor =
            measure == "land"
                ? country.On(Contribution.LandForces).WaitsFor
                : country
                    .Positions.Where(p => p.Strongest is not null && p.Strongest == country.Strongest)
                    .Select(p => p.WaitsFor)
                    .MinBy(w => w.Count);
        return waitsFor.Count > 0 ? $"waits for {string.Join(", ", waitsFor.Kinds.Select(k => k.InSentence()))}" : null;
    }

    private static SumAlone MoneyOf(CountryStanding country, string measure) => measure == AnyGrade ? country.Money.Any : country.Money.Strong;

    /// <summary>Where a country's class can be looked into.</summary>
    public static string AddressOf(CountryStanding country, string measure, DateOnly? asOf)
    {
        var land = $"country={country.Code}&contribution={Contribution.LandForces.Slug()}";
        return measure switch
        {
            "land" when country.On(Contribution.LandForces).Kind is PositionKind.Stated or PositionKind.NoLongerStands =>
                $"/pledges?{land}{AsOf.Also(asOf)}",
            "money" when country.Money.Strong.Max > 0 => $"/money?country={country.Code}{AsOf.Also(asOf)}",
            AnyGrade when country.Money.Any.Max > 0 => $"/money?country={country.Code}&totals={Pledges.PledgeList.AllGrades}{AsOf.Also(asOf)}",
            _ => $"/countries/{country.Code}{AsOf.Alone(asOf)}",
        };
    }
}
