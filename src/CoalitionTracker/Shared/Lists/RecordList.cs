using System.Runtime.CompilerServices;
using CoalitionTracker.Data;
using Microsoft.EntityFrameworkCore;

namespace CoalitionTracker.Shared.Lists;

/// <summary>One page of a list, as every page, download and API gives it.</summary>
public sealed record ListPage<TRow>
{
    public required long Version { get; init; }
    public required ListQuery Query { get; init; }
    public required IListForm Form { get; init; }
    public required int Total { get; init; }
    public required IReadOnlyList<TRow> Rows { get; init; }
    public required IReadOnlyList<FacetCounts> Facets { get; init; }
    public required IReadOnlyDictionary<string, decimal> Sums { get; init; }

    /// <summary>More records mention the text than a search looks at; nothing is shown rather than an arbitrary part.</summary>
    public bool TooBroad { get; init; }

    public int Pages => Math.Max(1, (Total + Query.Size - 1) / Query.Size);
}

/// <summary>One column of a download.</summary>
public sealed record ExportColumn<TRow>(string Name, Func<TRow, object?> Value);

/// <summary>
/// A list of one kind of record: one specification and one query behind its page and its downloads.
/// </summary>
/// <typeparam name="TEntry">What the index needs of each record.</typeparam>
/// <typeparam name="TRow">What a row shows.</typeparam>
public abstract class RecordList<TEntry, TRow>(RecordVersion versions, IDbContextFactory<CoalitionDb> factory)
{
    private const int RowsPerRead = 500;

    /// <summary>The page's path: <c>/pledges</c>.</summary>
    public abstract string Path { get; }

    public abstract IReadOnlyList<ExportColumn<TRow>> Columns { get; }

    protected abstract RecordKind Kind { get; }

    /// <summary>The index of a version of the record.</summary>
    /// <param name="asOf">The day as of which it is asked for; null for the record as it stands.</param>
    protected abstract Task<ListIndex<TEntry>> IndexAsync(long version, DateOnly? asOf, CancellationToken cancel);

    /// <summary>Reads the rows with these codes, in any order.</summary>
    /// <param name="index">The index in which the codes were found.</param>
    protected abstract Task<IReadOnlyDictionary<string, TRow>> ReadRowsAsync(
        CoalitionDb db,
        ListIndex<TEntry> index,
        IReadOnlyList<string> codes,
        CancellationToken cancel
    );

    protected Task<ListIndex<TEntry>> OnceAsync(long version, Func<CoalitionDb, Task<ListIndex<TEntry>>> load, CancellationToken cancel) =>
        versions.OnceAsync(version, load, cancel);

    public async Task<ListIndex<TEntry>> IndexAsync(CancellationToken cancel = default) =>
        await IndexAsync(await versions.CurrentAsync(cancel), null, cancel);

    /// <summary>The page that a query string asks for.</summary>
    /// <exception cref="RuleException">The query string asks for something that the list does not know.</exception>
    public async Task<ListPage<TRow>> ListAsync(IQueryCollection parameters, CancellationToken cancel = default)
    {
        var version = await versions.CurrentAsync(cancel);
        var index = await IndexAsync(version, null, cancel);
        var query = ListQuery.Parse(parameters, index.Spec);
        return await ListAsync(version, query.AsOf is null ? index : await IndexAsync(version, query.AsOf, cancel), query, cancel);
    }

    public async Task<ListPage<TRow>> ListAsync(ListQuery query, CancellationToken cancel = default)
    {
        var version = await versions.CurrentAsync(cancel);
        return await ListAsync(version, await IndexAsync(version, query.AsOf, cancel), query, cancel);
    }

    private async Task<ListPage<TRow>> ListAsync(long version, ListIndex<TEntry> index, ListQuery query, CancellationToken cancel)
    {
        await using var db = await factory.CreateDbContextAsync(cancel);
        var (hits, tooBroad) = await TextSearch.FindAsync(db, Kind, query, cancel);
        var found = index.Find(query, hits);
        var rows = found.Codes.Count == 0 ? new Dictionary<string, TRow>() : await ReadRowsAsync(db, index, found.Codes, cancel);
        return new ListPage<TRow>
        {
            Version = version,
            Query = query,
            Form = index.Spec,
            Total = found.Total,
            Rows = [.. found.Codes.Where(rows.ContainsKey).Select(c => rows[c])],
            Facets = found.Facets,
            Sums = found.Sums,
            TooBroad = tooBroad,
        };
    }

    /// <summary>The rows with these codes, by code; of the record as it stands.</summary>
    public async Task<IReadOnlyDictionary<string, TRow>> ByCodeAsync(IReadOnlyList<string> codes, CancellationToken cancel = default) =>
        await ByCodeAsync(codes, await IndexAsync(cancel), cancel);

    /// <summary>The rows with these codes, by code; as of the day of the index in which they were found.</summary>
    public async Task<IReadOnlyDictionary<string, TRow>> ByCodeAsync(IReadOnlyList<string> codes, ListIndex<TEntry> index, CancellationToken cancel)
    {
        if (codes.Count == 0)
            return new Dictionary<string, TRow>();
        await using var db = await factory.CreateDbContextAsync(cancel);
        return await ReadRowsAsync(db, index, codes, cancel);
    }

    /// <summary>The first rows of what a query without a text finds, in its order: without the counts and facets of a page.</summary>
    public async Task<IReadOnlyList<TRow>> FirstAsync(ListQuery query, int count, CancellationToken cancel = default)
    {
        var codes = (await IndexAsync(cancel)).AllCodes(query, null).Take(count).ToList();
        var rows = await ByCodeAsync(codes, cancel);
        return [.. codes.Where(rows.ContainsKey).Select(c => rows[c])];
    }

    /// <summary>The rows with these codes, in the list's own order.</summary>
    public async Task<IReadOnlyList<TRow>> RowsAsync(IReadOnlyList<string> codes, CancellationToken cancel = default)
    {
        var index = await IndexAsync(cancel);
        await using var db = await factory.CreateDbContextAsync(cancel);
        var rows = await ReadRowsAsync(db, index, codes, cancel);
        return [.. index.Sorted(codes).Where(rows.ContainsKey).Select(c => rows[c])];
    }

    /// <summary>Every row that matches, in order, read piece by piece.</summary>
    public async IAsyncEnumerable<TRow> AllAsync(ListQuery query, [EnumeratorCancellation] CancellationToken cancel = default)
    {
        var index = await IndexAsync(await versions.CurrentAsync(cancel), query.AsOf, cancel);
        await using var db = await factory.CreateDbContextAsync(cancel);
        var (hits, tooBroad) = await TextSearch.FindAsync(db, Kind, query, cancel);
        if (tooBroad)
            throw new RuleException("q", $"More than {ListQuery.MaxTextHits} records mention this. Add a word to narrow it.");
        foreach (var codes in index.AllCodes(query, hits).Chunk(RowsPerRead))
        {
            var rows = await ReadRowsAsync(db, index, codes, cancel);
            foreach (var code in codes.Where(rows.ContainsKey))
                yield return rows[code];
        }
    }
}
