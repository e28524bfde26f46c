using System.Linq.Expressions;
using CoalitionTracker.Data;
using CoalitionTracker.Shared.Lists;
using Microsoft.EntityFrameworkCore;

namespace CoalitionTracker.Features.Statements;

/// <summary>One statement in a list, and what the index keeps of it.</summary>
public sealed record StatementRow
{
    public required string Code { get; init; }
    public required string Title { get; init; }
    public required string Speaker { get; init; }
    public string? Office { get; init; }
    public Authority Authority { get; init; }
    public string? Country { get; init; }
    public RecordDate On { get; init; }
    public string? Occasion { get; init; }
    public required string Summary { get; init; }
    public required IReadOnlyList<string> Quotes { get; init; }
    public required IReadOnlyList<string> About { get; init; }
    public required IReadOnlyList<string> Pledges { get; init; }
    public Grade? Grade { get; init; }
    public RecordState State { get; init; }

    /// <summary>The row of a stored statement; of one in hand, see <see cref="Of"/>.</summary>
    internal static Expression<Func<Statement, StatementRow>> Stored { get; } =
        s => new StatementRow
        {
            Code = s.Code,
            Title = s.Title,
            Speaker = s.Speaker,
            Office = s.Office,
            Authority = s.Authority,
            Country = s.Country,
            On = s.On,
            Occasion = s.Occasion,
            Summary = s.Summary,
            Quotes = s.Quotes.OrderBy(q => q.Position).Select(q => q.Original).ToList(),
            About = s.About.OrderBy(a => a.Position).Select(a => a.Country).ToList(),
            Pledges = s.Pledges.Select(p => p.Pledge).ToList(),
            Grade = s.Grade,
            State = s.State,
        };

    private static readonly Func<Statement, StatementRow> InHand = Stored.Compile();

    /// <summary>The row of a statement that need not be stored as it is.</summary>
    public static StatementRow Of(Statement statement) => InHand(statement);
}

/// <summary>The list of statements: one query behind the page and its downloads.</summary>
public sealed class StatementList(RecordVersion versions, IDbContextFactory<CoalitionDb> factory)
    : RecordList<StatementRow, StatementRow>(versions, factory)
{
    public override string Path => "/statements";

    protected override RecordKind Kind => RecordKind.Statement;

    public override IReadOnlyList<ExportColumn<StatementRow>> Columns { get; } =
    [
        new("code", s => s.Code),
        new("speaker", s => s.Speaker),
        new("office", s => s.Office),
        new("authority", s => s.Authority.Slug()),
        new("country", s => s.Country),
        new("on", s => s.On.Edtf),
        new("occasion", s => s.Occasion),
        new("title", s => s.Title),
        new("summary", s => s.Summary),
        new("quotes", s => string.Join(" | ", s.Quotes)),
        new("about", s => string.Join(' ', s.About)),
        new("pledges", s => string.Join(' ', s.Pledges)),
        new("grade", s => s.Grade?.ToString()),
        new("state", s => s.State.Slug()),
    ];

    protected override Task<ListIndex<StatementRow>> IndexAsync(long version, DateOnly? asOf, CancellationToken cancel) =>
        OnceAsync(version, LoadAsync, cancel);

    private async Task<ListIndex<StatementRow>> LoadAsync(CoalitionDb db)
    {
        var countries = await db.Countries.OrderBy(c => c.Name).Select(c => new FacetOption(c.Code, c.Name)).ToListAsync();
        var rows = await Rows(db.Statements.Where(s => s.State != RecordState.Draft)).ToListAsync();
        return new ListIndex<StatementRow>(Spec(countries, rows), rows);
    }

    protected override async Task<IReadOnlyDictionary<string, StatementRow>> ReadRowsAsync(
        CoalitionDb db,
        ListIndex<StatementRow> index,
        IReadOnlyList<string> codes,
        CancellationToken cancel
    ) => await Rows(db.Statements.Where(s => codes.Contains(s.Code))).ToDictionaryAsync(s => s.Code, cancel);

    private static IQueryable<StatementRow> Rows(IQueryable<Statement> statements) => statements.Select(StatementRow.Stored);

    private static ListSpec<StatementRow> Spec(List<FacetOption> countries, List<StatementRow> rows) =>
        new()
        {
            Code = s => s.Code,
            Facets =
            [
                new("country", "Speaks for", countries, s => s.Country is null ? [] : [s.Country]) { Open = true },
                new("about", "About", countries, s => s.About) { Open = true },
                new("authority", "Speaker's authority", Options.Of<Authority>(), s => [s.Authority.Slug()]) { Open = true },
                new("speaker", "Speaker", [.. rows.Select(s => s.Speaker).Distinct().Order().Select(s => new FacetOption(s, s))], s => [s.Speaker]),
                new("grade", "Grade of evidence", Options.Grades, s => s.Grade is { } g ? [g.Slug()] : []),
                new("state", "Record state", Options.States, s => [s.State.Slug()], RecordState.Published.Slug()),
            ],
            Ranges = [Dates.Range<StatementRow>("Said", s => s.On)],
            Sorts =
            [
                Dates.Sort<StatementRow>("on", "Said", s => s.On),
                new("speaker", "Speaker", Text: s => s.Speaker),
                new("country", "Country", Text: s => s.Country),
            ],
            DefaultSort = "-on",
        };
}
