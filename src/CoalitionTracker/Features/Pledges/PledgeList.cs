using System.Globalization;
using CoalitionTracker.Data;
using CoalitionTracker.Shared;
using CoalitionTracker.Shared.Lists;
using Microsoft.EntityFrameworkCore;

namespace CoalitionTracker.Features.Pledges;

/// <summary>The list of pledges: one query behind the page, its downloads and whatever counts pledges.</summary>
public sealed class PledgeList(RecordVersion versions, IDbContextFactory<CoalitionDb> factory, PledgeBooks books, EcbRates rates, Freshness freshness)
    : RecordList<PledgeEntry, PledgeRow>(versions, factory)
{
    public const string EurMin = "eurMin";
    public const string EurMax = "eurMax";

    /// <summary>Counts those whose money has no upper end.</summary>
    public const string EurOpen = "eurOpen";
    internal const string KnownKey = "known";
    internal const string LevelKey = "level";
    internal const string ValidityKey = "validity";
    internal const string FreshnessKey = "freshness";

    /// <summary>As many of the pledges behind a view's numbers as are on one page: the numbers are what the view is about.</summary>
    private const int SizeBehind = 15;

    /// <summary>The year of pledges whose announcement has no date.</summary>
    public const string NoYear = "none";

    /// <summary>The choice of totals that counts weak grades, too.</summary>
    public const string AllGrades = "all";

    public override string Path => "/pledges";

    /// <summary>Whether money under this rule is in the query's totals: the reader can let them count weak grades, too.</summary>
    public static bool Counts(ListQuery query, TotalRule rule) =>
        rule is TotalRule.Counted || (rule is TotalRule.WeakGrade && query.Totals == AllGrades);

    /// <summary>How many pledges, refusals and ended ones there are, in words; the pledges first.</summary>
    public static string InWords(int pledges, int refusals, int ended)
    {
        var parts = new List<string>();
        if (pledges > 0 || refusals + ended == 0)
            parts.Add(Show.Count(pledges, "pledge", "pledges"));
        if (refusals > 0)
            parts.Add(Show.Count(refusals, "refusal", "refusals"));
        if (ended > 0)
            parts.Add($"{Show.Plain(ended)} withdrawn or replaced");
        return string.Join(", ", parts);
    }

    protected override RecordKind Kind => RecordKind.Pledge;

    public override IReadOnlyList<ExportColumn<PledgeRow>> Columns { get; } =
    [
        new("code", p => p.Code),
        new("title", p => p.Title),
        new("countries", p => string.Join(' ', p.Countries)),
        new("opted_out", p => string.Join(' ', p.OptedOut)),
        new("parties_in_words", p => p.PartiesInWords),
        new("contribution", p => p.Contribution.Slug()),
        new("place", p => p.Place.Slug()),
        new("instrument", p => p.Instrument.Slug()),
        new("spent_on", p => p.SpentOn.Slug()),
        new("announced", p => p.Announced.Edtf),
        new("term", p => p.Term.Edtf),
        new("level", p => p.Level.Slug()),
        new("delivery", p => p.Delivery.Slug()),
        new("amount_min", p => p.Money?.Min),
        new("amount_max", p => p.Money?.Max),
        new("currency", p => p.Money?.Currency),
        new("amount_per", p => p.Money?.Per.Slug()),
        new("amount_in_words", p => p.Money?.Words),
        new("eur_min", p => p.EurMin is { } eur ? Math.Round(eur) : null),
        new("eur_max", p => p.EurMax is { } eur ? Math.Round(eur) : null),
        new("rate_day", p => p.RateDay?.ToString("yyyy-MM-dd", null)),
        new("in_totals", p => p.Total.Slug()),
        new("quantity_min", p => p.Quantity?.Min),
        new("quantity_max", p => p.Quantity?.Max),
        new("quantity_unit", p => p.Quantity?.Unit),
        new("quantity_per", p => p.Quantity?.Per.Slug()),
        new("quantity_in_words", p => p.Quantity?.Words),
        new(
            "conditions",
            p => string.Join(' ', p.Conditions.Select(c => $"{c.Condition.Slug()}:{c.State.Slug()}{(c.Country is null ? "" : $":{c.Country}")}"))
        ),
        new("known_on", p => p.KnownOn?.ToString("yyyy-MM-dd", null)),
        new("stale", p => p.Stale),
        new("agreement", p => p.Agreement),
        new("grade", p => p.Grade?.ToString()),
        new("state", p => p.State.Slug()),
        new("state_reason", p => p.StateReason),
    ];

    protected override async Task<ListIndex<PledgeEntry>> IndexAsync(long version, DateOnly? asOf, CancellationToken cancel) =>
        (await books.ReadAsync(version, cancel)).IndexOn(asOf);

    protected override async Task<IReadOnlyDictionary<string, PledgeRow>> ReadRowsAsync(
        CoalitionDb db,
        ListIndex<PledgeEntry> index,
        IReadOnlyList<string> codes,
        CancellationToken cancel
    )
    {
        // Parts by their own key: read through the pledges, each list of parts would look the pledges up again.
        var parties = (
            await db.Set<PledgeParty>()
                .Where(p => codes.Contains(EF.Property<string>(p, StoredParts.PledgeCode)))
                .OrderBy(p => p.Position)
                .Select(p => new
                {
                    Code = EF.Property<string>(p, StoredParts.PledgeCode),
                    p.Role,
                    p.Country,
                })
                .ToListAsync(cancel)
        ).ToLookup(p => (p.Code, p.Role), p => p.Country);
        var conditions = (
            await db.Set<Condition>()
                .Where(c => codes.Contains(EF.Property<string>(c, StoredParts.PledgeCode)))
                .OrderBy(c => c.Position)
                .Select(c => new
                {
                    Code = EF.Property<string>(c, StoredParts.PledgeCode),
                    Shown = new PledgeRowCondition(c.Kind, c.State, c.Country),
                })
                .ToListAsync(cancel)
        ).ToLookup(c => c.Code, c => c.Shown);
        var relations = (
            await db.Set<PledgeRelation>()
                .Where(r => codes.Contains(EF.Property<string>(r, StoredParts.PledgeCode)))
                .Select(r => new { Code = EF.Property<string>(r, StoredParts.PledgeCode), r.Kind })
                .ToListAsync(cancel)
        ).ToLookup(r => r.Code, r => r.Kind);
        var superseded = (
            await db
                .Pledges.Where(p => p.State == RecordState.Published)
                .SelectMany(p => p.Relations)
                .Where(r => r.Kind == RelationKind.Supersedes && codes.Contains(r.Pledge))
                .Select(r => r.Pledge)
                .ToListAsync(cancel)
        ).ToHashSet();
        var pledges = await db.Pledges.Where(p => codes.Contains(p.Code)).Select(PledgeRow.WithoutParts).ToListAsync(cancel);
        return pledges.ToDictionary(
            p => p.Code,
            p =>
                OnDay(
                    WithFigures(p, [.. relations[p.Code]], superseded.Contains(p.Code)) with
                    {
                        Countries = [.. parties[(p.Code, PledgePartyRole.Pledger)]],
                        OptedOut = [.. parties[(p.Code, PledgePartyRole.OptedOut)]],
                        Conditions = [.. conditions[p.Code]],
                    },
                    index
                )
        );
    }

    private static PledgeRow OnDay(PledgeRow row, ListIndex<PledgeEntry> index) =>
        index is PledgesOn then ? PledgeAsOf.On(row, then.Book, then.Day.DayNumber) : row;

    /// <summary>The row of a pledge that need not be stored as it is.</summary>
    public PledgeRow RowOf(Pledge pledge, bool isSuperseded) =>
        WithFigures(PledgeRow.Of(pledge), [.. pledge.Relations.Select(r => r.Kind)], isSuperseded);

    private PledgeRow WithFigures(PledgeRow row, List<RelationKind> relations, bool isSuperseded)
    {
        var (min, max) = rates.Convert(row.Money, row.Announced);
        var figures = new PledgeFigures(row.State, row.Level, row.Delivery, row.SpentOn, row.Grade, row.Money, row.Announced);
        return row with
        {
            EurMin = min?.Eur,
            EurMax = max?.Eur,
            RateDay = (min ?? max)?.RateDay,
            Total = Totals.RuleFor(figures, relations, isSuperseded, (min ?? max) is not null),
            IsSuperseded = isSuperseded,
            Stale = freshness.IsStale(row.State, row.Level, row.Delivery, row.KnownOn),
            WhyStale = freshness.WhyStale(row.State, row.Level, row.Delivery, row.KnownOn, row.Announced),
        };
    }

    /// <summary>What can be asked of pledges.</summary>
    /// <param name="years">The years of announcements, <see cref="NoYear"/> included.</param>
    /// <param name="choices">What a view that is more than a list lets its readers choose.</param>
    /// <param name="hasRows">Whether pledges are listed in an order and page by page.</param>
    internal static ListSpec<PledgeEntry> Spec(
        IReadOnlyList<FacetOption> countries,
        IReadOnlyList<FacetOption> years,
        IReadOnlyList<ListChoice>? choices = null,
        bool hasRows = true
    ) =>
        new()
        {
            HasPages = hasRows,
            Choices = choices ?? [],
            HasAsOf = true,
            DefaultSize = choices is null ? ListQuery.DefaultSize : SizeBehind,
            Code = p => p.Code,
            Facets =
            [
                new("country", "Country", countries, p => p.Countries) { Open = true },
                new("contribution", "Contribution", Options.Of<Contribution>(), p => [p.Contribution.Slug()]) { Open = true },
                new(LevelKey, "How binding", Options.Of<Level>(), p => [p.Figures.Level.Slug()]) { Open = true },
                new(ValidityKey, "Pledge or refusal", Options.Of<Validity>(), p => [p.Validity.Slug()]),
                new("delivery", "How far delivered", Options.Of<Delivery>(), p => [p.Figures.Delivery.Slug()]),
                new("condition", "Condition", [.. Options.Of<ConditionKind>(), new("none", "No condition recorded")], p => ConditionsOf(p)),
                new("year", "Year of the announcement", years, p => [YearOf(p)]),
                new("grade", "Grade of evidence", Options.Grades, p => p.Figures.Grade is { } g ? [g.Slug()] : []),
                new("place", "Place", Options.Of<Place>(), p => [p.Place.Slug()]),
                new("instrument", "Instrument", Options.Of<Instrument>(), p => [p.Instrument.Slug()]),
                new("new-money", "New money", Options.Of<NewMoney>(), p => p.Figures.Money is { } money ? [money.NewMoney.Slug()] : []),
                new(FreshnessKey, "Freshness", [new("fresh", "Fresh"), new("stale", "Stale")], p => [p.IsStale ? "stale" : "fresh"])
                {
                    IsOfToday = true,
                },
                new("total", "In totals", Options.Of<TotalRule>(), p => [p.Total.Slug()]),
                new("people", "In sums of people", Options.Of<PeopleRule>(), p => [p.People.Slug()]),
                new("state", "Record state", Options.States, p => [p.Figures.State.Slug()], RecordState.Published.Slug()),
            ],
            Ranges =
            [
                Dates.Range<PledgeEntry>("Announced", p => p.Figures.Announced),
                new(
                    EurMin,
                    EurMax,
                    "Amount in euros",
                    RangeKind.Euro,
                    p => (p.EurMin ?? p.EurMax) is null ? null : ((long)(p.EurMin ?? 0), (long)(p.EurMax ?? long.MaxValue))
                ),
            ],
            Sorts = hasRows ? Orders : [],
            Measures =
            [
                new(EurMin, p => p.EurMin ?? 0),
                new(EurMax, p => p.EurMax ?? p.EurMin),
                new(EurOpen, p => p is { EurMin: not null, EurMax: null } ? 1 : 0),
            ],
            TotalChoices =
            [
                new("a-b", "Grades A and B", "total", [TotalRule.Counted.Slug()]),
                new(AllGrades, "All grades", "total", [TotalRule.Counted.Slug(), TotalRule.WeakGrade.Slug()]),
            ],
            DefaultSort = "-announced",
            Columns = choices is null ? TableColumns : [],
            DefaultColumns = choices is null ? ["announced", "country", "pledge", "level", "amount", "conditions", "grade"] : [],
        };

    private static IReadOnlyList<Sort<PledgeEntry>> Orders { get; } =
    [
        Dates.Sort<PledgeEntry>("announced", "Announced", p => p.Figures.Announced),
        new("country", "Country", Text: p => p.Countries.Count > 0 ? p.Countries[0] : null),
        new("title", "Title", Text: p => p.Title),
        new(LevelKey, "How binding", Number: p => (long)p.Figures.Level) { First = ("least first", "most first") },
        new("amount", "Amount in euros", Number: p => (long?)(p.EurMax ?? p.EurMin)),
        new("grade", "Grade", Number: p => (long?)p.Figures.Grade) { First = ("best first", "weakest first") },
        new(KnownKey, "Last known to be true", Number: p => p.KnownOn?.DayNumber) { First = ("longest ago first", "newest first") },
    ];

    private static string YearOf(PledgeEntry pledge) => pledge.Figures.Announced.Day?.Year.ToString(CultureInfo.InvariantCulture) ?? NoYear;

    private static IReadOnlyList<FacetOption> TableColumns { get; } =
    [
        new("announced", "Announced"),
        new("country", "Country"),
        new("pledge", "Pledge"),
        new("level", "How binding"),
        new("delivery", "Delivered"),
        new("amount", "How much"),
        new("eur", "€ m"),
        new("conditions", "Conditions"),
        new("place", "Place"),
        new("instrument", "Instrument"),
        new("grade", "Grade"),
    ];

    private static IEnumerable<string> ConditionsOf(PledgeEntry pledge) =>
        pledge.Conditions.Count == 0 ? ["none"] : pledge.Conditions.Select(c => c.Slug());
}
