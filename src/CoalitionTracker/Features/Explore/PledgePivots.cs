using CoalitionTracker.Data;
using CoalitionTracker.Features.Countries;
using CoalitionTracker.Features.Pledges;
using CoalitionTracker.Shared.Lists;
using Microsoft.EntityFrameworkCore;

namespace CoalitionTracker.Features.Explore;

/// <summary>A pivot with the question that it answers.</summary>
public sealed record PivotView(ListQuery Query, ListSpec<PledgeEntry> Spec, IReadOnlyList<FacetCounts> Facets, Pivot Pivot)
{
    /// <summary>More pledges mention the text than a search looks at; the table is then empty rather than wrong.</summary>
    public bool TooBroad { get; init; }

    /// <summary>The page of pledges behind the table that was asked for, as of the day.</summary>
    public IReadOnlyList<PledgeRow> Pledges { get; init; } = [];

    /// <summary>The same pledges in rows and columns of other dimensions.</summary>
    public required Func<string, string, Pivot> Turn { get; init; }

    /// <summary>The keys of the dimensions that make the rows and the columns.</summary>
    public required string Rows { get; init; }
    public required string Columns { get; init; }
}

/// <summary>What a view asks of pivots beside what its address says.</summary>
/// <param name="Choices">The choices that the view has beside the filters of the list of pledges: rows, columns, measure.</param>
/// <param name="Shape">
/// Which dimensions make rows and columns, and whether the measure cannot be given to each of several countries that pledge together.
/// </param>
/// <param name="Parts">What the cells add up beside the number of pledges.</param>
public sealed record PivotAsk(
    IReadOnlyList<ListChoice> Choices,
    Func<ListQuery, (string Rows, string Columns, bool SharesOut)> Shape,
    Func<ListQuery, PivotParts> Parts
)
{
    /// <summary>Whether a page of the pledges behind it is read, too.</summary>
    public bool WithPledges { get; init; }

    /// <summary>Whether pledges that name no money are left aside.</summary>
    public bool OnlyMoney { get; init; }
}

/// <summary>Reads pivots of pledges under any filter that the list of pledges has, as of today or of any day.</summary>
public sealed class PledgePivots(
    RecordVersion versions,
    PledgeBooks books,
    Standings standings,
    PledgeList pledges,
    IDbContextFactory<CoalitionDb> factory
)
{
    /// <summary>Facets whose values change with the day.</summary>
    private static readonly string[] ChangingFacets = ["level", "delivery", "total"];

    /// <summary>Reads the pivot that an address asks for.</summary>
    /// <exception cref="RuleException">The address asks for something that is not known.</exception>
    public async Task<PivotView> ReadAsync(IQueryCollection parameters, PivotAsk ask, CancellationToken cancel)
    {
        var version = await versions.CurrentAsync(cancel);
        var book = await books.ReadAsync(version, cancel);
        var spec = PledgeList.Spec([.. book.Index.Spec.Facets.First(f => f.Key == "country").Options], ask.Choices);
        var query = ListQuery.Parse(parameters, spec);
        var standing = await standings.ReadAsync(version, query.AsOf, cancel);
        await using var db = await factory.CreateDbContextAsync(cancel);
        var (hits, tooBroad) = await TextSearch.FindAsync(db, RecordKind.Pledge, query, cancel);
        var (rows, columns, sharesOut) = ask.Shape(query);
        var day = Dated.NumberOf(query.AsOf);
        var (matching, isIn) = (Matching(book, query, hits), IsIn(book, query, day));
        var kept = await versions.OnceAsync(version, _ => Task.FromResult(new KeptPivots()), cancel);
        if (ask.OnlyMoney)
            matching.IntersectWith(book.WithMoney);
        var pivot = Turn(rows, columns);
        return new PivotView(query, spec, book.Index.Find(query with { Sort = spec.DefaultSort, Size = 1, Page = 1 }, hits).Facets, pivot)
        {
            Rows = rows,
            Columns = columns,
            Turn = Turn,
            TooBroad = tooBroad,
            Pledges = ask.WithPledges ? await PageAsync(book, query, pivot, day, cancel) : [],
        };

        Pivot Turn(string byRow, string byColumn) =>
            query.IsNarrowed
                ? Make(byRow, byColumn)
                : kept.Of(
                    new PivotKey(byRow, byColumn, sharesOut, ask.Parts(query), ask.OnlyMoney, query.Totals, query.AsOf),
                    () => Make(byRow, byColumn)
                );

        Pivot Make(string byRow, string byColumn) =>
            Pivot.Of(
                book,
                matching,
                day,
                isIn,
                PivotDimension.For(byRow, book, standing, sharesOut),
                PivotDimension.For(byColumn, book, standing, sharesOut),
                rule => PledgeList.Counts(query, rule),
                ask.Parts(query)
            );
    }

    private static Bits Matching(PledgeBook book, ListQuery query, IReadOnlyCollection<string>? hits) =>
        query.AsOf is null ? book.Index.Matching(query, hits) : book.Index.Matching(query, hits, ChangingFacets);

    /// <summary>Whether a pledge matches the facets that change with the day.</summary>
    private static Func<int, bool> IsIn(PledgeBook book, ListQuery query, int day)
    {
        if (query.AsOf is null || !ChangingFacets.Any(query.Chosen.ContainsKey))
            return _ => true;
        var levels = Chosen<Level>(query, "level");
        var deliveries = Chosen<Delivery>(query, "delivery");
        var rules = Chosen<TotalRule>(query, "total");
        return place =>
            levels.Contains(book.LevelOn(book[place], day))
            && deliveries.Contains(book.DeliveryOn(book[place], day))
            && rules.Contains(book.RuleOn(place, day));
    }

    private static HashSet<T> Chosen<T>(ListQuery query, string facet)
        where T : struct, Enum => [.. Enum.GetValues<T>().Where(v => !query.Chosen.TryGetValue(facet, out var chosen) || chosen.Contains(v.Slug()))];

    /// <summary>The pledges of one page, the newest first, with what they were on that day.</summary>
    private async Task<IReadOnlyList<PledgeRow>> PageAsync(PledgeBook book, ListQuery query, Pivot pivot, int day, CancellationToken cancel)
    {
        var codes = book.Index.PageOf(query, pivot.Places);
        var rows = await pledges.ByCodeAsync(codes, cancel);
        return [.. codes.Where(rows.ContainsKey).Select(c => query.AsOf is null ? rows[c] : PledgeAsOf.On(rows[c], book, day))];
    }
}
