using CoalitionTracker.Data;
using CoalitionTracker.Shared.Lists;
using Microsoft.EntityFrameworkCore;

namespace CoalitionTracker.Features.Countries;

/// <summary>
/// Countries with where they stand, as of today or of any day. The list of countries, the matrix and the map are three views of it: the same filters and
/// the same rows.
/// </summary>
public abstract class StandingList(RecordVersion versions, IDbContextFactory<CoalitionDb> factory, Standings standings)
    : RecordList<CountryStanding, CountryStanding>(versions, factory)
{
    /// <summary>What a facet calls a country that has nothing of the kind.</summary>
    public const string None = "none";

    /// <summary>Any contribution at all, in the facets that name contributions.</summary>
    public const string Any = "any";

    /// <summary>The facet by money of any grade.</summary>
    public const string AnyGrade = "money-any";

    protected override RecordKind Kind => RecordKind.Country;

    /// <summary>The choices that this view has beside the filters.</summary>
    protected virtual IReadOnlyList<ListChoice> Choices => [];

    /// <summary>Whether countries of which nothing is recorded are left out unless asked for.</summary>
    protected virtual bool OnlyNotable => true;

    protected virtual int DefaultSize => ListQuery.MaxSize;

    protected override async Task<ListIndex<CountryStanding>> IndexAsync(long version, DateOnly? asOf, CancellationToken cancel) =>
        new Index(Spec, (await standings.ReadAsync(version, asOf, cancel)).Countries);

    protected override Task<IReadOnlyDictionary<string, CountryStanding>> ReadRowsAsync(
        CoalitionDb db,
        ListIndex<CountryStanding> index,
        IReadOnlyList<string> codes,
        CancellationToken cancel
    ) => Task.FromResult(((Index)index).Rows);

    /// <summary>An index that keeps its rows: there are some hundred of them at most.</summary>
    private sealed class Index(Func<IReadOnlyList<CountryStanding>, ListSpec<CountryStanding>> spec, IReadOnlyList<CountryStanding> rows)
        : ListIndex<CountryStanding>(spec(rows), rows)
    {
        public IReadOnlyDictionary<string, CountryStanding> Rows { get; } = rows.ToDictionary(c => c.Code);
    }

    private ListSpec<CountryStanding> Spec(IReadOnlyList<CountryStanding> rows) =>
        new()
        {
            Code = c => c.Code,
            Facets =
            [
                new("role", "Role in the coalition", [.. Options.Of<Role>(), new(None, "Not recorded")], c => [c.Role?.Slug() ?? None])
                {
                    Open = true,
                },
                new("land", "Land forces", [.. Options.Of<Level>(), .. Silences], c => [Word(c.On(Contribution.LandForces))]) { Open = true },
                new(
                    "strongest",
                    "Most binding pledge",
                    [.. Options.Of<Level>(), new(None, "No pledge recorded")],
                    c => [c.Strongest?.Slug() ?? None]
                ),
                new("pledges", "Pledges", Contributions("Anything"), c => Having(c, p => p.Strongest is not null)) { Open = true },
                new("declares", "Declared or more", Contributions("Anything"), c => Having(c, p => p.Strongest >= Level.Declared)),
                new("refuses", "Rules out", Contributions("Anything"), c => Having(c, p => p.Refuses)) { Open = true },
                new("silent", "Never said, though looked for", Contributions("Something"), c => Having(c, p => p.Kind is PositionKind.NeverSaid)),
                new("unresearched", "Not researched", Contributions("Something"), c => Having(c, p => p.Kind is PositionKind.NotResearched)),
                new("money", "Money pledged alone", MoneyBands, c => [MoneyBandOf(c.Money.Strong)]),
                new(AnyGrade, "Money of any grade pledged alone", MoneyBands, c => [MoneyBandOf(c.Money.Any)]),
                new("waits", "Waits for", Options.Of<ConditionKind>(), c => WaitsFor(c)),
                new("membership", "Member of", [new("NATO", "NATO"), new("EU", "European Union"), new("G7", "G7")], c => c.Memberships),
                new(
                    "region",
                    "Region",
                    [.. rows.Select(c => c.Country.Region).OfType<string>().Distinct().Order().Select(r => new FacetOption(r, r))],
                    c => c.Country.Region is { } region ? [region] : []
                ),
                new("kind", "Kind", Options.Of<CountryKind>(), c => [c.Country.Type.Slug()]),
                new(
                    "recorded",
                    "What is recorded",
                    [new("something", "A role or a position"), new("nothing", "Nothing yet")],
                    c => [c.IsNotable ? "something" : "nothing"],
                    OnlyNotable ? "something" : null
                ),
                new("state", "Record state", Options.States, c => [c.Country.State.Slug()], RecordState.Published.Slug()),
            ],
            Sorts =
            [
                new("name", "States first", Text: c => (c.Country.Type is CountryKind.Organisation ? "\uffff" : "") + c.Country.Name),
                new("role", "Role", Number: c => (long?)c.Role) { First = ("leads first", "leads last") },
                new("land", "Land forces", Number: c => (long?)c.On(Contribution.LandForces).Stance)
                {
                    First = ("refusals first", "most binding first"),
                },
                new("strongest", "Most binding pledge", Number: c => (long?)c.Strongest) { First = ("least first", "most first") },
                new("pledges", "Pledges", Number: c => c.Pledges),
                new("refusals", "Refusals", Number: c => c.Refusals),
                new("money", "Money pledged alone", Number: c => (long)c.Money.Strong.Max),
            ],
            DefaultSort = "name",
            DefaultSize = DefaultSize,
            Choices = Choices,
            HasAsOf = true,
        };

    /// <summary>Why there is no position, in the words of <see cref="Word"/>.</summary>
    public static IReadOnlyList<FacetOption> Silences { get; } =
    [
        new(Slug(PositionKind.NoLongerStands), "Withdrawn or replaced"),
        new(Slug(PositionKind.NeverSaid), "Never said"),
        new(Slug(PositionKind.NotResearched), "Not researched"),
    ];

    /// <summary>The position in a word: a level, or why there is none.</summary>
    public static string Word(Position position) => position.Stance?.Slug() ?? Slug(position.Kind);

    private static string Slug(PositionKind kind) =>
        kind switch
        {
            PositionKind.NeverSaid => "never-said",
            PositionKind.NoLongerStands => "no-longer-stands",
            _ => "not-researched",
        };

    /// <summary>Bands of the money that a country pledged alone, by the rule of totals, in euros.</summary>
    public static IReadOnlyList<FacetOption> MoneyBands { get; } =
    [
        new("over-10-bn", "Over €10 bn"),
        new("1-to-10-bn", "€1 bn to €10 bn"),
        new("100-m-to-1-bn", "€100 m to €1 bn"),
        new("under-100-m", "Under €100 m"),
        new(None, "None that counts"),
    ];

    /// <summary>The band that a sum of money falls into, by its upper end.</summary>
    public static string MoneyBandOf(SumAlone money) =>
        money.Max switch
        {
            > 10_000_000_000 => "over-10-bn",
            >= 1_000_000_000 => "1-to-10-bn",
            >= 100_000_000 => "100-m-to-1-bn",
            > 0 => "under-100-m",
            _ => None,
        };

    private static IReadOnlyList<FacetOption> Contributions(string any) => [new(Any, any), .. Options.Of<Contribution>()];

    private static List<string> Having(CountryStanding country, Func<Position, bool> has)
    {
        var having = Enum.GetValues<Contribution>().Where(c => has(country.On(c))).Select(c => c.Slug()).ToList();
        return having.Count > 0 ? [Any, .. having] : having;
    }

    private static IEnumerable<string> WaitsFor(CountryStanding country) =>
        country.Positions.SelectMany(p => p.WaitsFor.Kinds).Distinct().Select(c => c.Slug());
}
