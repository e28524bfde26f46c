using System.Globalization;
using System.Runtime.CompilerServices;
using CoalitionTracker.Data;
using CoalitionTracker.Shared.Lists;
using Microsoft.EntityFrameworkCore;

namespace CoalitionTracker.Features.Search;

/// <summary>One record that mentions what was searched for.</summary>
public sealed record SearchHit(RecordKind Kind, string Code, string Heading, RecordDate On, RecordState State, Excerpt Excerpt);

/// <summary>The text around the first mention.</summary>
public sealed record Excerpt(string Before, string Mention, string After)
{
    public string Whole => Before + Mention + After;
}

/// <summary>What a search found.</summary>
/// <param name="ByKind">How many of each kind, among what was looked at.</param>
/// <param name="IsBounded">More records match than were looked at.</param>
public sealed record SearchResult(IReadOnlyList<SearchHit> Hits, int Total, IReadOnlyDictionary<RecordKind, int> ByKind, bool IsBounded);

/// <summary>Everything that mentions this: any part of a word, any language, case and accents ignored.</summary>
public sealed class SearchQueries(IDbContextFactory<CoalitionDb> factory)
{
    /// <summary>More matches than this are not read; the page says so.</summary>
    public const int MaxMatches = 1_000;

    public const int PageSize = 20;

    private const int ExcerptReach = 90;

    /// <summary>What can be asked of the search.</summary>
    public static ListSpec<SearchHit> Spec { get; } =
        new()
        {
            Code = hit => hit.Code,
            Facets = [new("kind", "Kind", Options.Of<RecordKind>(), hit => [hit.Kind.Slug()])],
            Sorts = [],
            DefaultSort = "",
            DefaultSize = PageSize,
        };

    /// <summary>The columns of the search's downloads.</summary>
    public static IReadOnlyList<ExportColumn<SearchHit>> Columns { get; } =
    [
        new("kind", h => h.Kind.Slug()),
        new("code", h => h.Code),
        new("heading", h => h.Heading),
        new("on", h => h.On.Edtf),
        new("state", h => h.State.Slug()),
        new("excerpt", h => h.Excerpt.Whole),
    ];

    /// <summary>The kinds that a query is narrowed to; empty for all.</summary>
    public static IReadOnlyList<RecordKind> KindsOf(ListQuery query) =>
        query.Chosen.TryGetValue("kind", out var chosen) ? [.. Enum.GetValues<RecordKind>().Where(k => chosen.Contains(k.Slug()))] : [];

    /// <summary>Everything that was looked at and matches, for downloads.</summary>
    public async IAsyncEnumerable<SearchHit> AllAsync(ListQuery query, [EnumeratorCancellation] CancellationToken cancel = default)
    {
        if (query.FoldedWords.Count == 0)
            yield break;
        for (var page = 1; page <= MaxMatches / ListQuery.MaxSize; page++)
        {
            var found = await FindAsync(query with { Page = page, Size = ListQuery.MaxSize }, cancel);
            foreach (var hit in found.Hits)
                yield return hit;
            if (found.Hits.Count < ListQuery.MaxSize)
                yield break;
        }
    }

    /// <summary>One page of what mentions every word of the query.</summary>
    public async Task<SearchResult> FindAsync(ListQuery query, CancellationToken cancel = default)
    {
        var (words, kinds) = (query.FoldedWords, KindsOf(query));
        await using var db = await factory.CreateDbContextAsync(cancel);
        var matches = await db.Search(words)
            .Where(e => e.State != RecordState.Draft)
            .OrderBy(e => e.Id)
            .Take(MaxMatches + 1)
            .Select(e => new
            {
                e.Id,
                e.Kind,
                e.State,
                e.On,
            })
            .ToListAsync(cancel);
        var read = matches.Take(MaxMatches).ToList();
        var chosen = read.Where(m => kinds.Count == 0 || kinds.Contains(m.Kind))
            .OrderBy(m => m.State is not RecordState.Published)
            .ThenBy(m => m.Kind is RecordKind.Country ? 0 : 1)
            .ThenByDescending(m => m.On)
            .ThenBy(m => m.Id)
            .ToList();
        var ids = chosen.Skip((query.Page - 1) * query.Size).Take(query.Size).Select(m => m.Id).ToList();
        var entries = await db.SearchEntries.Where(e => ids.Contains(e.Id)).ToDictionaryAsync(e => e.Id, cancel);
        return new SearchResult(
            [.. ids.Select(id => entries[id]).Select(e => new SearchHit(e.Kind, e.Code, e.Heading, e.Date, e.State, ExcerptOf(e.Body, words[0])))],
            chosen.Count,
            read.GroupBy(m => m.Kind).ToDictionary(g => g.Key, g => g.Count()),
            matches.Count > MaxMatches
        );
    }

    /// <summary>The downloads of what a search finds.</summary>
    public static void MapDownloads(IEndpointRouteBuilder app)
    {
        app.MapFormats(
            "/search",
            format =>
                (SearchQueries search, HttpContext http) =>
                    Downloads.SendAsync(http, format, Columns, search.AllAsync(ListQuery.Parse(http.Request.Query, Spec), http.RequestAborted))
        );
    }

    /// <summary>The text around the first mention; its beginning when the mention is in the heading or a country's name.</summary>
    private static Excerpt ExcerptOf(string body, string word)
    {
        const CompareOptions Folding = CompareOptions.IgnoreCase | CompareOptions.IgnoreNonSpace | CompareOptions.IgnoreWidth;
        var at = CultureInfo.InvariantCulture.CompareInfo.IndexOf(body.AsSpan(), word, Folding, out var length);
        if (at < 0)
            return new Excerpt(Cut(body, 0, 2 * ExcerptReach), "", "");
        var start = Math.Max(0, at - ExcerptReach);
        return new Excerpt(Cut(body, start, at - start, leads: false), body.Substring(at, length), Cut(body, at + length, ExcerptReach));
    }

    private static string Cut(string text, int start, int length, bool leads = true)
    {
        var part = text.Substring(start, Math.Min(length, text.Length - start));
        return (!leads && start > 0 ? "…" : "") + part + (leads && start + length < text.Length ? "…" : "");
    }
}
