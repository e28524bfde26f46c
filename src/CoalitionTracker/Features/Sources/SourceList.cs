using CoalitionTracker.Data;
using CoalitionTracker.Shared.Lists;
using Microsoft.EntityFrameworkCore;

namespace CoalitionTracker.Features.Sources;

/// <summary>One source in a list, and what the index keeps of it.</summary>
public sealed record SourceRow
{
    public required string Code { get; init; }
    public required string Title { get; init; }
    public string? Publisher { get; init; }
    public string? Author { get; init; }
    public string? Url { get; init; }
    public string? ArchivedUrl { get; init; }
    public SourceKind Type { get; init; }
    public RecordDate Published { get; init; }
    public DateOnly? Accessed { get; init; }
    public string? Language { get; init; }
    public string? SeenThrough { get; init; }
    public RecordState State { get; init; }

    /// <summary>How many citations rest on it.</summary>
    public int Citations { get; init; }
}

/// <summary>The list of sources: one query behind the page and its downloads.</summary>
public sealed class SourceList(RecordVersion versions, IDbContextFactory<CoalitionDb> factory) : RecordList<SourceRow, SourceRow>(versions, factory)
{
    public override string Path => "/sources";

    protected override RecordKind Kind => RecordKind.Source;

    public override IReadOnlyList<ExportColumn<SourceRow>> Columns { get; } =
    [
        new("code", s => s.Code),
        new("title", s => s.Title),
        new("publisher", s => s.Publisher),
        new("author", s => s.Author),
        new("url", s => s.Url),
        new("archived_url", s => s.ArchivedUrl),
        new("kind", s => s.Type.Slug()),
        new("published", s => s.Published.Edtf),
        new("accessed", s => s.Accessed?.ToString("yyyy-MM-dd", null)),
        new("language", s => s.Language),
        new("seen_through", s => s.SeenThrough),
        new("citations", s => s.Citations),
        new("state", s => s.State.Slug()),
    ];

    protected override Task<ListIndex<SourceRow>> IndexAsync(long version, DateOnly? asOf, CancellationToken cancel) =>
        OnceAsync(version, LoadAsync, cancel);

    private async Task<ListIndex<SourceRow>> LoadAsync(CoalitionDb db)
    {
        var rows = await Rows(db, db.Sources.Where(s => s.State != RecordState.Draft)).ToListAsync();
        return new ListIndex<SourceRow>(Spec(rows), rows);
    }

    protected override async Task<IReadOnlyDictionary<string, SourceRow>> ReadRowsAsync(
        CoalitionDb db,
        ListIndex<SourceRow> index,
        IReadOnlyList<string> codes,
        CancellationToken cancel
    ) => await Rows(db, db.Sources.Where(s => codes.Contains(s.Code))).ToDictionaryAsync(s => s.Code, cancel);

    private static IQueryable<SourceRow> Rows(CoalitionDb db, IQueryable<Source> sources) =>
        sources.Select(s => new SourceRow
        {
            Code = s.Code,
            Title = s.Title,
            Publisher = s.Publisher,
            Author = s.Author,
            Url = s.Url,
            ArchivedUrl = s.ArchivedUrl,
            Type = s.Type,
            Published = s.Published,
            Accessed = s.Accessed,
            Language = s.Language,
            SeenThrough = s.SeenThrough,
            State = s.State,
            Citations = db.Set<Citation>().Count(c => c.Source == s.Code),
        });

    private static ListSpec<SourceRow> Spec(List<SourceRow> rows) =>
        new()
        {
            Code = s => s.Code,
            Facets =
            [
                new("kind", "Kind", Options.Of<SourceKind>(), s => [s.Type.Slug()]) { Open = true },
                new("language", "Language", Found(rows, s => s.Language), s => s.Language is null ? [] : [s.Language]) { Open = true },
                new("publisher", "Publisher", Found(rows, s => s.Publisher), s => s.Publisher is null ? [] : [s.Publisher]),
                new(
                    "seen",
                    "How it was seen",
                    [new("directly", "Read itself"), new("through", "Seen through another")],
                    s => [s.SeenThrough is null ? "directly" : "through"]
                ),
                new("state", "Record state", Options.States, s => [s.State.Slug()], RecordState.Published.Slug()),
            ],
            Ranges = [Dates.Range<SourceRow>("Published", s => s.Published)],
            Sorts =
            [
                Dates.Sort<SourceRow>("published", "Published", s => s.Published),
                new("title", "Title", Text: s => s.Title),
                new("publisher", "Publisher", Text: s => s.Publisher),
                new("citations", "Citations", Number: s => s.Citations),
            ],
            DefaultSort = "-published",
        };

    private static IReadOnlyList<FacetOption> Found(List<SourceRow> rows, Func<SourceRow, string?> value) =>
        [.. rows.Select(value).OfType<string>().Distinct().Order().Select(v => new FacetOption(v, v))];
}
