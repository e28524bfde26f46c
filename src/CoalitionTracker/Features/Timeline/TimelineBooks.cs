using CoalitionTracker.Data;
using CoalitionTracker.Features.Pledges;
using CoalitionTracker.Shared.Lists;
using Microsoft.EntityFrameworkCore;

namespace CoalitionTracker.Features.Timeline;

/// <summary>Makes the book of everything that happened, once for each version of the record.</summary>
public sealed class TimelineBooks(RecordVersion versions, PledgeBooks pledges)
{
    public async Task<TimelineBook> ReadAsync(long version, CancellationToken cancel)
    {
        var book = await pledges.ReadAsync(version, cancel);
        return await versions.OnceAsync(version, db => LoadAsync(db, book), cancel);
    }

    private static async Task<TimelineBook> LoadAsync(CoalitionDb db, PledgeBook pledges)
    {
        var countries = await db
            .Countries.Where(c => c.State != RecordState.Draft)
            .OrderBy(c => c.Name)
            .Select(c => new FacetOption(c.Code, c.Name))
            .ToListAsync();
        List<TimelineRecord> records =
        [
            .. await StatementsAsync(db),
            .. await AgreementsAsync(db),
            .. await RolesAsync(db),
            .. await EventsAsync(db),
            .. await CountsAsync(db),
        ];
        return new TimelineBook(pledges, [.. records.OrderBy(r => r.Code, StringComparer.Ordinal)], countries);
    }

    private static async Task<IEnumerable<TimelineRecord>> StatementsAsync(CoalitionDb db)
    {
        var rows = await db
            .Statements.Where(s => s.State == RecordState.Published)
            .Select(s => new
            {
                s.Code,
                s.Grade,
                s.On,
                s.Country,
                About = s.About.OrderBy(a => a.Position).Select(a => a.Country).ToList(),
            })
            .ToListAsync();
        return rows.Select(s => new TimelineRecord(
            TimelineKind.Statement,
            s.Code,
            s.Grade,
            s.Country is null ? [] : [s.Country],
            [.. s.About.Where(c => c != s.Country).Distinct()],
            [new TimelineStep(s.On)]
        ));
    }

    private static async Task<IEnumerable<TimelineRecord>> AgreementsAsync(CoalitionDb db)
    {
        var rows = await db
            .Agreements.Where(a => a.State == RecordState.Published)
            .Select(a => new
            {
                a.Code,
                a.Grade,
                a.Signed,
                Parties = a.Parties.OrderBy(p => p.Position).Select(p => p.Country).ToList(),
                States = a.States.OrderBy(s => s.Position).ToList(),
            })
            .AsNoTracking()
            .ToListAsync();
        return rows.Select(a => new TimelineRecord(TimelineKind.Agreement, a.Code, a.Grade, a.Parties, [], StepsOf(a.States, a.Signed)));
    }

    /// <summary>The states of an agreement in the order of their dates. The signing without a date of its own is that of the agreement.</summary>
    internal static IReadOnlyList<TimelineStep> StepsOf(IEnumerable<AgreementStateChange> states, RecordDate signed)
    {
        var dated = states
            .Select(s => (s.State, On: s.On.IsStated || s.State is not AgreementState.Signed ? s.On : signed))
            .OrderBy(s => (s.On.Day ?? signed.Day)?.DayNumber ?? Dated.Never)
            .ToList();
        return [.. dated.Select((s, i) => new TimelineStep(s.On, i > 0 ? dated[i - 1].State : null, s.State))];
    }

    private static async Task<IEnumerable<TimelineRecord>> RolesAsync(CoalitionDb db)
    {
        var rows = await db
            .Participations.Where(p => p.State == RecordState.Published)
            .Select(p => new
            {
                p.Code,
                p.Grade,
                p.Country,
                p.From,
                p.Role,
            })
            .ToListAsync();
        // In the order in which roles are folded as of a day: what has no date has been so from the beginning.
        return rows.GroupBy(r => r.Country)
            .Select(of => of.OrderBy(r => r.From.Day ?? DateOnly.MinValue).ThenBy(r => r.Code, StringComparer.Ordinal).ToList())
            .SelectMany(of =>
                of.Select(
                    (r, i) =>
                        new TimelineRecord(
                            TimelineKind.Role,
                            r.Code,
                            r.Grade,
                            [r.Country],
                            [],
                            [new TimelineStep(r.From, i > 0 ? of[i - 1].Role : null, r.Role)]
                        )
                )
            );
    }

    private static async Task<IEnumerable<TimelineRecord>> EventsAsync(CoalitionDb db)
    {
        var rows = await db
            .Events.Where(e => e.State == RecordState.Published)
            .Select(e => new
            {
                e.Code,
                e.Grade,
                e.On,
                Countries = e.Countries.OrderBy(c => c.Position).Select(c => c.Country).ToList(),
            })
            .ToListAsync();
        return rows.Select(e => new TimelineRecord(TimelineKind.Event, e.Code, e.Grade, e.Countries, [], [new TimelineStep(e.On)]));
    }

    private static async Task<IEnumerable<TimelineRecord>> CountsAsync(CoalitionDb db)
    {
        var rows = await db
            .Counts.Where(c => c.State == RecordState.Published)
            .Select(c => new
            {
                c.Code,
                c.Grade,
                c.On,
                Members = c.Members.OrderBy(m => m.Position).Select(m => m.Country).ToList(),
            })
            .ToListAsync();
        return rows.Select(c => new TimelineRecord(TimelineKind.Count, c.Code, c.Grade, c.Members, [], [new TimelineStep(c.On)]));
    }
}
