using System.Runtime.CompilerServices;
using CoalitionTracker.Data;
using CoalitionTracker.Shared.Lists;
using Microsoft.EntityFrameworkCore;

namespace CoalitionTracker.Features.Timeline;

/// <summary>Everything that the page of the timeline shows.</summary>
/// <param name="Page">The entries of the page asked for, with filters and their counts.</param>
/// <param name="Overview">All that match over time; null when nothing does.</param>
public sealed record TimelineView(ListPage<TimelineRow> Page, TimelineOverview? Overview)
{
    /// <summary>How many entries of each kind match, in the order of kinds; those that none is of left out.</summary>
    public required IReadOnlyList<(TimelineKind Kind, int Count)> Kinds { get; init; }

    /// <summary>The first and the last entry that match; null when none does.</summary>
    public (TimelineEntry First, TimelineEntry Last)? Span { get; init; }

    /// <summary>How many more match but for their date, which they do not have.</summary>
    public int Undated { get; init; }
}

/// <summary>Reads the timeline: one query behind the page and its downloads.</summary>
public sealed class TimelineQueries(RecordVersion versions, IDbContextFactory<CoalitionDb> factory, TimelineBooks books)
{
    private const int RowsPerRead = 500;

    /// <summary>The view that a query string asks for.</summary>
    /// <exception cref="RuleException">The query string asks for something that the timeline does not know.</exception>
    public async Task<TimelineView> ReadAsync(IQueryCollection parameters, CancellationToken cancel)
    {
        var version = await versions.CurrentAsync(cancel);
        var book = await books.ReadAsync(version, cancel);
        var query = ListQuery.Parse(parameters, book.Spec);
        var within = book.Within(query);
        var matching = book.Match(query, within);
        var total = matching.Count();
        await using var db = await factory.CreateDbContextAsync(cancel);
        var page = new ListPage<TimelineRow>
        {
            Version = version,
            Query = query,
            Form = book.Spec,
            Total = total,
            Rows = await TimelineSources.WithSourcesAsync(
                db,
                await new TimelineRows(db, book, cancel).ReadAsync(PageOf(book, query, matching, total)),
                cancel
            ),
            Facets = book.CountFacets(query, within, matching),
            Sums = new Dictionary<string, decimal>(),
        };
        return new TimelineView(page, TimelineOverview.Of(book, query, matching, total))
        {
            Kinds = KindsOf(book, matching),
            Span = total == 0 ? null : (book[matching.Positions().First()], book[matching.Positions(total - 1).First()]),
            Undated = book.CountUndated(query),
        };
    }

    /// <summary>Every row that matches, in order, read piece by piece.</summary>
    /// <exception cref="RuleException">The query string asks for something that the timeline does not know.</exception>
    public async IAsyncEnumerable<TimelineRow> AllAsync(IQueryCollection parameters, [EnumeratorCancellation] CancellationToken cancel)
    {
        var book = await books.ReadAsync(await versions.CurrentAsync(cancel), cancel);
        var query = ListQuery.Parse(parameters, book.Spec);
        var places = book.Match(query, book.Within(query)).Positions();
        await using var db = await factory.CreateDbContextAsync(cancel);
        foreach (var piece in (IsNewestFirst(query) ? places.Reverse() : places).Select(p => book[p]).Chunk(RowsPerRead))
        {
            foreach (var row in await new TimelineRows(db, book, cancel).ReadAsync(piece))
                yield return row;
        }
    }

    private static bool IsNewestFirst(ListQuery query) => query.Sort.StartsWith('-');

    /// <summary>The entries of the page asked for. They stand in their order already: nothing is sorted.</summary>
    private static List<TimelineEntry> PageOf(TimelineBook book, ListQuery query, Bits matching, int total)
    {
        var (first, end) = ((query.Page - 1) * query.Size, Math.Min(query.Page * query.Size, total));
        if (first >= end)
            return [];
        var page = matching.Positions(IsNewestFirst(query) ? total - end : first).Take(end - first).Select(p => book[p]).ToList();
        if (IsNewestFirst(query))
            page.Reverse();
        return page;
    }

    private static List<(TimelineKind, int)> KindsOf(TimelineBook book, Bits matching) =>
        [
            .. Enum.GetValues<TimelineKind>()
                .Select(k => (Kind: k, Count: book.SetOf("kind", k.Slug())?.CountWith(matching) ?? 0))
                .Where(k => k.Count > 0),
        ];
}
