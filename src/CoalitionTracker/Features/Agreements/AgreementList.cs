using CoalitionTracker.Data;
using CoalitionTracker.Shared.Lists;
using Microsoft.EntityFrameworkCore;

namespace CoalitionTracker.Features.Agreements;

/// <summary>One agreement in a list, and what the index keeps of it.</summary>
public sealed record AgreementRow
{
    public required string Code { get; init; }
    public required string Title { get; init; }
    public AgreementKind Type { get; init; }
    public RecordDate Signed { get; init; }
    public string? Place { get; init; }
    public RecordDate Term { get; init; }
    public string? TermInWords { get; init; }
    public AgreementState Progress { get; init; }
    public required IReadOnlyList<string> Parties { get; init; }
    public Grade? Grade { get; init; }
    public RecordState State { get; init; }
}

/// <summary>The list of agreements: one query behind the page and its downloads.</summary>
public sealed class AgreementList(RecordVersion versions, IDbContextFactory<CoalitionDb> factory)
    : RecordList<AgreementRow, AgreementRow>(versions, factory)
{
    public override string Path => "/agreements";

    protected override RecordKind Kind => RecordKind.Agreement;

    public override IReadOnlyList<ExportColumn<AgreementRow>> Columns { get; } =
    [
        new("code", a => a.Code),
        new("title", a => a.Title),
        new("type", a => a.Type.Slug()),
        new("parties", a => string.Join(' ', a.Parties)),
        new("signed", a => a.Signed.Edtf),
        new("place", a => a.Place),
        new("term", a => a.Term.Edtf),
        new("term_in_words", a => a.TermInWords),
        new("progress", a => a.Progress.Slug()),
        new("grade", a => a.Grade?.ToString()),
        new("state", a => a.State.Slug()),
    ];

    protected override Task<ListIndex<AgreementRow>> IndexAsync(long version, DateOnly? asOf, CancellationToken cancel) =>
        OnceAsync(version, LoadAsync, cancel);

    private async Task<ListIndex<AgreementRow>> LoadAsync(CoalitionDb db)
    {
        var countries = await db.Countries.OrderBy(c => c.Name).Select(c => new FacetOption(c.Code, c.Name)).ToListAsync();
        return new ListIndex<AgreementRow>(Spec(countries), await Rows(db.Agreements.Where(a => a.State != RecordState.Draft)).ToListAsync());
    }

    protected override async Task<IReadOnlyDictionary<string, AgreementRow>> ReadRowsAsync(
        CoalitionDb db,
        ListIndex<AgreementRow> index,
        IReadOnlyList<string> codes,
        CancellationToken cancel
    ) => await Rows(db.Agreements.Where(a => codes.Contains(a.Code))).ToDictionaryAsync(a => a.Code, cancel);

    private static IQueryable<AgreementRow> Rows(IQueryable<Agreement> agreements) =>
        agreements.Select(a => new AgreementRow
        {
            Code = a.Code,
            Title = a.Title,
            Type = a.Type,
            Signed = a.Signed,
            Place = a.Place,
            Term = a.Term,
            TermInWords = a.TermInWords,
            Progress = a.Progress,
            Parties = a.Parties.OrderBy(p => p.Position).Select(p => p.Country).ToList(),
            Grade = a.Grade,
            State = a.State,
        });

    private static ListSpec<AgreementRow> Spec(List<FacetOption> countries) =>
        new()
        {
            Code = a => a.Code,
            Facets =
            [
                new("country", "Party", countries, a => a.Parties) { Open = true },
                new("type", "Kind", Options.Of<AgreementKind>(), a => [a.Type.Slug()]) { Open = true },
                new("progress", "How far it has come", Options.Of<AgreementState>(), a => [a.Progress.Slug()]) { Open = true },
                new("grade", "Grade of evidence", Options.Grades, a => a.Grade is { } g ? [g.Slug()] : []),
                new("state", "Record state", Options.States, a => [a.State.Slug()], RecordState.Published.Slug()),
            ],
            Ranges = [Dates.Range<AgreementRow>("Signed", a => a.Signed)],
            Sorts = [Dates.Sort<AgreementRow>("signed", "Signed", a => a.Signed), new("title", "Title", Text: a => a.Title)],
            DefaultSort = "-signed",
        };
}
