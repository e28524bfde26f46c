using CoalitionTracker.Data;
using CoalitionTracker.Shared;
using CoalitionTracker.Shared.Lists;
using Microsoft.EntityFrameworkCore;

namespace CoalitionTracker.Features.Counts;

/// <summary>What the index keeps of a count.</summary>
public sealed record CountEntry(
    string Code,
    int? Value,
    CountUnit Unit,
    CountMeasure? Measure,
    string DefinedBy,
    RecordDate On,
    Grade? Grade,
    RecordState State
);

/// <summary>A number that somebody gave, with what the record itself counts beside it.</summary>
public sealed record CountRow
{
    public required Count Count { get; init; }

    public required IReadOnlyDictionary<string, Source> Sources { get; init; }

    /// <summary>The event at which was counted; null when none is named.</summary>
    public Event? Event { get; init; }

    /// <summary>What the record counts as of the count's own day (the last that its date can mean); null where it can count nothing of the kind.</summary>
    public RecordCount? Then { get; init; }

    /// <summary>What the record counts as of the day that was asked for, or today; null as for <see cref="Then"/>, and for an event, which is over.</summary>
    public RecordCount? Now { get; init; }

    public IEnumerable<string> Named => Count.Members.Select(m => m.Country);

    /// <summary>Whether the source names as many as it counts.</summary>
    public bool IsFullyNamed => Count.Value == Count.Members.Count;

    /// <summary>Who is named by the source and not counted by the record on that day.</summary>
    public IReadOnlyList<string> OnlyNamed => Then is null ? [] : [.. Named.Except(Then.Counted).Except(Then.Organisations)];

    /// <summary>Whom the record counts on that day and a full list of names leaves out.</summary>
    public IReadOnlyList<string> OnlyCounted => Then is null || !IsFullyNamed ? [] : [.. Then.All.Except(Named)];
}

/// <summary>Every number that has been in the news: one query behind the page and its downloads.</summary>
public sealed class CountList(RecordVersion versions, IDbContextFactory<CoalitionDb> factory, RecordCounts counts, TimeProvider clock)
    : RecordList<CountEntry, CountRow>(versions, factory)
{
    /// <summary>What the facet calls a count that the record can set nothing beside.</summary>
    private const string NotComparable = "none";

    public override string Path => "/counts";

    protected override RecordKind Kind => RecordKind.Count;

    public override IReadOnlyList<ExportColumn<CountRow>> Columns { get; } =
    [
        new("code", c => c.Count.Code),
        new("value", c => c.Count.Value),
        new("words", c => c.Count.Words),
        new("unit", c => c.Count.Unit.Slug()),
        new("definition", c => c.Count.Definition),
        new("defined_by", c => c.Count.DefinedBy),
        new("on", c => c.Count.On.Edtf),
        new("grade", c => c.Count.Grade?.ToString()),
        new("state", c => c.Count.State.Slug()),
        new("note", c => c.Count.Note),
        new("members_named", c => string.Join(' ', c.Named)),
        new("sources", c => string.Join(' ', c.Count.Citations.Select(s => s.Source).Distinct())),
        new("event", c => c.Count.Event),
        new("measure", c => c.Count.Measure?.Slug()),
        new("record_count_then", c => c.Then?.Number),
        new("record_countries_then", c => Codes(c.Then?.Counted)),
        new("record_organisations_then", c => Codes(c.Then?.Organisations)),
        new("record_short_then", c => Codes(c.Then?.Short)),
        new("record_against_then", c => Codes(c.Then?.Against)),
        new("record_vaguely_dated_then", c => Codes(c.Then?.Vague)),
        new("record_count_now", c => c.Now?.Number),
        new("record_countries_now", c => Codes(c.Now?.Counted)),
    ];

    private static string? Codes(IReadOnlyList<string>? countries) => countries is null ? null : string.Join(' ', countries);

    private DateOnly Today => DateOnly.FromDateTime(clock.GetUtcNow().UtcDateTime);

    protected override async Task<ListIndex<CountEntry>> IndexAsync(long version, DateOnly? asOf, CancellationToken cancel)
    {
        var today = await OnceAsync(version, db => LoadAsync(db, version), cancel);
        return asOf is null ? today : ((Index)today).On(asOf.Value);
    }

    private static async Task<ListIndex<CountEntry>> LoadAsync(CoalitionDb db, long version) =>
        new Index(
            await db
                .Counts.Where(c => c.State != RecordState.Draft)
                .Select(c => new CountEntry(c.Code, c.Value, c.Unit, c.Measure, c.DefinedBy, c.On, c.Grade, c.State))
                .ToListAsync(),
            (null, version)
        );

    /// <summary>An index that knows its day and version, by which its rows are counted.</summary>
    private sealed class Index(IReadOnlyList<CountEntry> entries, (DateOnly? AsOf, long Version) of) : ListIndex<CountEntry>(Spec(entries), entries)
    {
        public (DateOnly? AsOf, long Version) Of => of;

        public Index On(DateOnly day) => new([.. entries.Where(e => e.On.Day is { } on && on <= day)], (day, of.Version));
    }

    protected override async Task<IReadOnlyDictionary<string, CountRow>> ReadRowsAsync(
        CoalitionDb db,
        ListIndex<CountEntry> index,
        IReadOnlyList<string> codes,
        CancellationToken cancel
    )
    {
        var (asOf, version) = ((Index)index).Of;
        var found = await db.Counts.Where(c => codes.Contains(c.Code)).AsSplitQuery().ToListAsync(cancel);
        var sources = await RecordReader.SourcesOfAsync(db, found, cancel);
        var occasions = found.Select(c => c.Event).Distinct().ToList();
        var events = await db.Events.Where(e => occasions.Contains(e.Code) && e.State != RecordState.Draft).ToDictionaryAsync(e => e.Code, cancel);
        var rows = new Dictionary<string, CountRow>();
        foreach (var count in found)
        {
            rows[count.Code] = new CountRow
            {
                Count = count,
                Sources = sources,
                Event = count.Event is { } code ? events.GetValueOrDefault(code) : null,
                Then = await BesideAsync(version, count, DayOf(count, asOf ?? Today), cancel),
                Now = count.Measure is CountMeasure.Attendance ? null : await BesideAsync(version, count, asOf, cancel),
            };
        }
        return rows;
    }

    /// <summary>The last day that the count's date can mean, but none after the day that is looked from; null when it has no date.</summary>
    private static DateOnly? DayOf(Count count, DateOnly from) => (count.On.Latest ?? count.On.Day) is { } day ? (day < from ? day : from) : null;

    private async Task<RecordCount?> BesideAsync(long version, Count count, DateOnly? day, CancellationToken cancel) =>
        count.Measure is { } measure ? await counts.OnAsync(version, measure, count.Event, day, cancel) : null;

    private static ListSpec<CountEntry> Spec(IReadOnlyList<CountEntry> entries) =>
        new()
        {
            Code = c => c.Code,
            Facets =
            [
                new("unit", "Of what", Options.Of<CountUnit>(), c => [c.Unit.Slug()]) { Open = true },
                new(
                    "measure",
                    "The record counts beside it",
                    [.. Options.Of<CountMeasure>(), new(NotComparable, "Nothing comparable")],
                    c => [c.Measure?.Slug() ?? NotComparable]
                )
                {
                    Open = true,
                },
                new(
                    "by",
                    "Who counted",
                    [.. entries.Select(c => c.DefinedBy).Distinct().Order().Select(by => new FacetOption(by, by))],
                    c => [c.DefinedBy]
                ),
                new("grade", "Grade of evidence", Options.Grades, c => c.Grade is { } g ? [g.Slug()] : []),
                new("state", "Record state", Options.States, c => [c.State.Slug()], RecordState.Published.Slug()),
            ],
            Ranges = [Dates.Range<CountEntry>("Counted", c => c.On)],
            Sorts =
            [
                Dates.Sort<CountEntry>("on", "Date", c => c.On),
                new("value", "Number", Number: c => c.Value),
                new("by", "Who counted", Text: c => c.DefinedBy),
            ],
            DefaultSort = "-on",
            DefaultSize = ListQuery.MaxSize,
            HasAsOf = true,
        };
}
