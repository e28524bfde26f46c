using CoalitionTracker.Data;
using CoalitionTracker.Features.Countries;
using CoalitionTracker.Features.Pledges;
using CoalitionTracker.Shared;
using CoalitionTracker.Shared.Lists;
using Microsoft.EntityFrameworkCore;

namespace CoalitionTracker.Features.Explore;

/// <summary>A pivot with the question that it answers.</summary>
public sealed record PivotView(ListQuery Query, ListSpec<PledgeEntry> Spec, IReadOnlyList<FacetCounts> Facets, Pivot Pivot)
{
    /// <summary>The book that it was made from, whose places it holds.</summary>
    public required PledgeBook Book { get; init; }

    /// <summary>More pledges mention the text than a search looks at; the table is then empty rather than wrong.</summary>
    public bool TooBroad { get; init; }

    /// <summary>The page of pledges behind the table that was asked for, as of the day.</summary>
    public IReadOnlyList<PledgeRow> Pledges { get; init; } = [];

    /// <summary>
    /// The same pledges in rows and columns of other dimensions; and whether what several countries pledge together has a row of its own.
    /// </summary>
    public required Func<string, string, bool, Pivot> Turn { get; init; }

    /// <summary>The keys of the dimensions that make the rows and the columns.</summary>
    public required string Rows { get; init; }
    public required string Columns { get; init; }
}

/// <summary>Which pledges a view is of.</summary>
public enum PivotScope
{
    All,

    /// <summary>Those that name money.</summary>
    Money,

    /// <summary>Those of people.</summary>
    People,
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

    /// <summary>Whether its address can name an order and a page, as that of a list can.</summary>
    public bool HasRows { get; init; } = true;

    /// <summary>Which pledges are looked at.</summary>
    public Func<ListQuery, PivotScope> Scope { get; init; } = _ => PivotScope.All;
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
    /// <summary>
    /// As many pivots as are kept of one book: those that no filter narrows, which most readers see first and which take longest. One of 250 countries by
    /// 18 contributions takes about 500 KB.
    /// </summary>
    private const int MostKept = 40;

    /// <summary>Reads the pivot that an address asks for.</summary>
    /// <exception cref="RuleException">The address asks for something that is not known.</exception>
    public async Task<PivotView> ReadAsync(IQueryCollection parameters, PivotAsk ask, CancellationToken cancel)
    {
        var version = await versions.CurrentAsync(cancel);
        return await ReadAsync(await books.ReadAsync(version, cancel), version, parameters, ask, cancel);
    }

    /// <summary>The pivot of this book. The record may have been changed since the book was read; everything is still made from this one.</summary>
    public async Task<PivotView> ReadAsync(PledgeBook book, long version, IQueryCollection parameters, PivotAsk ask, CancellationToken cancel)
    {
        var spec = SpecOf(book, ask);
        var query = ListQuery.Parse(parameters, spec);
        var standing = await standings.ReadAsync(version, query.AsOf, cancel);
        await using var db = await factory.CreateDbContextAsync(cancel);
        var (hits, tooBroad) = await TextSearch.FindAsync(db, RecordKind.Pledge, query, cancel);
        var (rows, columns, sharesOut) = ask.Shape(query);
        var day = Dated.NumberOf(query.AsOf);
        var kept = await book.Views.OnceAsync(() => new KeptFew<PivotKey, Pivot>(MostKept));
        var (index, scope) = (book.IndexOn(query.AsOf), ask.Scope(query));
        var only = Only(book, scope);
        var matching = index.Matching(query, hits, only);
        var pivot = Turn(rows, columns, sharesOut);
        return new PivotView(query, spec, index.CountFacets(query, hits, only), pivot)
        {
            Book = book,
            Rows = rows,
            Columns = columns,
            Turn = Turn,
            TooBroad = tooBroad,
            Pledges = ask.WithPledges ? await PageAsync(index, query, pivot, cancel) : [],
        };

        Pivot Turn(string byRow, string byColumn, bool apart) =>
            query.IsNarrowed
                ? Make(byRow, byColumn, apart)
                : kept.Of(new PivotKey(byRow, byColumn, apart, ask.Parts(query), scope, query.Totals, standing), () => Make(byRow, byColumn, apart));

        Pivot Make(string byRow, string byColumn, bool apart) =>
            Pivot.Of(
                book,
                matching,
                day,
                PivotDimension.For(byRow, book, standing, apart),
                PivotDimension.For(byColumn, book, standing, apart),
                rule => PledgeList.Counts(query, rule),
                ask.Parts(query)
            );
    }

    /// <summary>The places of the pledges that a view is of; null for all.</summary>
    private static Bits? Only(PledgeBook book, PivotScope scope) =>
        scope switch
        {
            PivotScope.Money => book.WithMoney,
            PivotScope.People => book.WithPeople,
            _ => null,
        };

    private static ListSpec<PledgeEntry> SpecOf(PledgeBook book, PivotAsk ask)
    {
        return PledgeList.Spec(OptionsOf("country"), OptionsOf("year"), ask.Choices, ask.HasRows);

        IReadOnlyList<FacetOption> OptionsOf(string facet) => book.Index.Spec.Facets.First(f => f.Key == facet).Options;
    }

    /// <summary>The pledges of one page, the newest first, with what they were on that day.</summary>
    private async Task<IReadOnlyList<PledgeRow>> PageAsync(ListIndex<PledgeEntry> index, ListQuery query, Pivot pivot, CancellationToken cancel)
    {
        var codes = index.PageOf(query, pivot.Places);
        var rows = await pledges.ByCodeAsync(codes, index, cancel);
        return [.. codes.Where(rows.ContainsKey).Select(c => rows[c])];
    }
}
