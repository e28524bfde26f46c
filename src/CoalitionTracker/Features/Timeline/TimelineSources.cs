using CoalitionTracker.Data;
using Microsoft.EntityFrameworkCore;

namespace CoalitionTracker.Features.Timeline;

/// <summary>The source that gives a record its grade: the best that supports it, the first named of equals.</summary>
public sealed record TimelineSource(string Code, string Title);

/// <summary>Reads the sources of the rows of one page.</summary>
internal static class TimelineSources
{
    /// <summary>The rows with the source of each; drafts of sources are left out.</summary>
    public static async Task<IReadOnlyList<TimelineRow>> WithSourcesAsync(CoalitionDb db, IReadOnlyList<TimelineRow> rows, CancellationToken cancel)
    {
        var sources = new Dictionary<string, TimelineSource>();
        foreach (var of in rows.GroupBy(r => r.RecordKind))
        {
            var codes = of.Select(r => r.Code).Distinct().ToList();
            var found = of.Key switch
            {
                RecordKind.Event => BestAsync(db.Events, codes),
                RecordKind.Agreement => BestAsync(db.Agreements, codes),
                RecordKind.Participation => BestAsync(db.Participations, codes),
                RecordKind.Statement => BestAsync(db.Statements, codes),
                RecordKind.Count => BestAsync(db.Counts, codes),
                _ => BestAsync(db.Pledges, codes),
            };
            foreach (var (record, source) in await found)
                sources.TryAdd(record, source);
        }
        return [.. rows.Select(r => r with { Source = sources.GetValueOrDefault(r.Code) })];

        async Task<IEnumerable<(string, TimelineSource)>> BestAsync<T>(IQueryable<T> records, List<string> codes)
            where T : CitedRecord
        {
            var cited = await records
                .Where(r => codes.Contains(r.Code))
                .SelectMany(
                    r => r.Citations,
                    (r, c) =>
                        new
                        {
                            r.Code,
                            c.Source,
                            c.Stance,
                            c.Grade,
                            c.Position,
                        }
                )
                .Where(c => c.Stance == Stance.Supports)
                .Join(
                    db.Sources.Where(s => s.State != RecordState.Draft),
                    c => c.Source,
                    s => s.Code,
                    (c, s) =>
                        new
                        {
                            c.Code,
                            c.Grade,
                            c.Position,
                            Source = new TimelineSource(s.Code, s.Title),
                        }
                )
                .ToListAsync(cancel);
            return cited.OrderBy(c => c.Grade).ThenBy(c => c.Position).Select(c => (c.Code, c.Source));
        }
    }
}
