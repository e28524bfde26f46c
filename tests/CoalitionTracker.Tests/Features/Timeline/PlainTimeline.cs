using CoalitionTracker.Data;
using CoalitionTracker.Features.Timeline;
using CoalitionTracker.Tests.Support;

namespace CoalitionTracker.Tests.Features.Timeline;

/// <summary>What happened on which day, as the record's data files tell it: computed in the plainest way, for comparison.</summary>
public sealed record PlainEntry(
    RecordDate On,
    TimelineKind Kind,
    string Code,
    int Part,
    IReadOnlyList<string> Countries,
    IReadOnlyList<string> About,
    string Before,
    string After
)
{
    /// <summary>As the CSV says it.</summary>
    public string InOneLine => $"{On.Edtf}|{Kind.Slug()}|{string.Join(' ', Countries)}|{string.Join(' ', About)}|{Before}|{After}|{Code}";

    public bool Concerns(string country) => Countries.Contains(country) || About.Contains(country);
}

public static class PlainTimeline
{
    /// <summary>Everything that happened in the seeded record with a date, the oldest first.</summary>
    public static IReadOnlyList<PlainEntry> Dated { get; } =
    [
        .. All()
            .Where(e => e.On.IsStated)
            .OrderBy(e => e.On.Day)
            .ThenBy(e =>
                e.On.Precision switch
                {
                    DatePrecision.Year => 0,
                    DatePrecision.Month => 1,
                    _ => 2,
                }
            )
            .ThenBy(e => e.Kind)
            .ThenBy(e => e.Code, StringComparer.Ordinal)
            .ThenBy(e => e.Part),
    ];

    public static int Undated { get; } = All().Count(e => !e.On.IsStated);

    private static IEnumerable<PlainEntry> All()
    {
        var records = DataFiles.Records("article").Concat(DataFiles.Records("coalition")).Where(r => r.State is RecordState.Published).ToList();
        var roles = records.OfType<Participation>().OrderBy(p => p.From.Day).ToLookup(p => p.Country);
        return records.SelectMany(record => Of(record, roles));
    }

    private static IEnumerable<PlainEntry> Of(Record record, ILookup<string, Participation> roles) =>
        record switch
        {
            Pledge p => Changes(TimelineKind.Level, p, p.Levels.Select(c => (c.On, c.Level.Slug())))
                .Concat(Changes(TimelineKind.Delivery, p, p.Deliveries.Select(c => (c.On, c.Delivery.Slug())))),
            Statement s =>
            [
                new(
                    s.On,
                    TimelineKind.Statement,
                    s.Code,
                    0,
                    s.Country is null ? [] : [s.Country],
                    [.. s.About.Select(a => a.Country).Where(c => c != s.Country)],
                    "",
                    ""
                ),
            ],
            Agreement a => Steps(
                TimelineKind.Agreement,
                a.Code,
                a.SearchCountries,
                a.States.OrderBy(s => s.On.Day).Select(s => (s.On, s.State.Slug()))
            ),
            Participation r =>
            [
                new(
                    r.From,
                    TimelineKind.Role,
                    r.Code,
                    0,
                    [r.Country],
                    [],
                    roles[r.Country].TakeWhile(o => o != r).LastOrDefault()?.Role.Slug() ?? "",
                    r.Role.Slug()
                ),
            ],
            Event e =>
            [
                new(e.On, TimelineKind.Event, e.Code, 0, [.. e.SearchCountries], [], "", e.Outcome is EventState.TookPlace ? "" : e.Outcome.Slug()),
            ],
            Count n => [new(n.On, TimelineKind.Count, n.Code, 0, [.. n.SearchCountries], [], "", "")],
            _ => [],
        };

    private static IEnumerable<PlainEntry> Changes(TimelineKind kind, Pledge pledge, IEnumerable<(RecordDate On, string Value)> changes) =>
        Steps(
            kind,
            pledge.Code,
            pledge.Parties.Where(p => p.Role is PledgePartyRole.Pledger).Select(p => p.Country),
            changes.OrderBy(c => c.On.Day ?? pledge.Announced.Day)
        );

    private static IEnumerable<PlainEntry> Steps(
        TimelineKind kind,
        string code,
        IEnumerable<string> countries,
        IEnumerable<(RecordDate On, string Value)> steps
    )
    {
        var all = steps.ToList();
        return all.Select((s, i) => new PlainEntry(s.On, kind, code, i, [.. countries], [], i > 0 ? all[i - 1].Value : "", s.Value));
    }
}
