using CoalitionTracker.Data;
using Microsoft.EntityFrameworkCore;

namespace CoalitionTracker.Features.Sources;

/// <summary>One record that rests on a source, or speaks against it.</summary>
/// <param name="Grade">The citation's grade; null where only a part of the record names the source.</param>
public sealed record Resting(RecordKind Kind, string Code, string Heading, Stance Stance, Grade? Grade, string? Note);

/// <summary>What rests on a source.</summary>
public static class SourceUse
{
    private sealed record Use(string Code, Stance Stance, Grade? Grade, string? Note);

    /// <summary>Every public record that cites the source, by kind and heading.</summary>
    public static async Task<IReadOnlyList<Resting>> ReadAsync(CoalitionDb db, string source, CancellationToken cancel)
    {
        var uses = new List<Use>();
        foreach (
            var citing in new[]
            {
                Of(db.Pledges, source),
                Of(db.Statements, source),
                Of(db.Agreements, source),
                Of(db.Counts, source),
                Of(db.Events, source),
                Of(db.Participations, source),
                Of(db.CountryNotes, source),
            }
        )
            uses.AddRange(await citing.ToListAsync(cancel));
        var rivals = await db
            .Pledges.SelectMany(
                p => p.Rivals,
                (p, r) =>
                    new
                    {
                        p.Code,
                        r.Source,
                        r.Verdict,
                        r.Grade,
                        r.Claim,
                    }
            )
            .Where(r => r.Source == source)
            .ToListAsync(cancel);
        foreach (var naming in Naming(db, source))
            uses.AddRange((await naming.ToListAsync(cancel)).Where(u => uses.All(known => known.Code != u.Code)).DistinctBy(u => u.Code));
        uses.AddRange(rivals.Select(r => new Use(r.Code, r.Verdict is Verdict.Mistaken ? Stance.Mistaken : Stance.Contradicts, r.Grade, r.Claim)));
        var codes = uses.Select(u => u.Code).Distinct().ToList();
        var headings = await db
            .SearchEntries.Where(e => codes.Contains(e.Code) && e.State != RecordState.Draft)
            .Select(e => new
            {
                e.Code,
                e.Kind,
                e.Heading,
            })
            .ToDictionaryAsync(e => e.Code, cancel);
        return
        [
            .. uses.Where(u => headings.ContainsKey(u.Code))
                .Select(u => new Resting(headings[u.Code].Kind, u.Code, headings[u.Code].Heading, u.Stance, u.Grade, u.Note))
                .OrderBy(r => r.Kind)
                .ThenBy(r => r.Heading, StringComparer.Ordinal),
        ];
    }

    /// <summary>Records that name the source only for a part: a level, a delivery, a condition, a state, a position, a membership.</summary>
    private static IQueryable<Use>[] Naming(CoalitionDb db, string source) =>
        [
            db.Pledges.Where(p => p.Levels.Any(c => c.Source == source)).Select(p => new Use(p.Code, Stance.Supports, null, "on how binding it is")),
            db
                .Pledges.Where(p => p.Deliveries.Any(c => c.Source == source))
                .Select(p => new Use(p.Code, Stance.Supports, null, "on how far it was delivered")),
            db.Pledges.Where(p => p.Conditions.Any(c => c.Source == source)).Select(p => new Use(p.Code, Stance.Supports, null, "on a condition")),
            db
                .Agreements.Where(a => a.States.Any(c => c.Source == source))
                .Select(a => new Use(a.Code, Stance.Supports, null, "on how far it has come")),
            db
                .Agreements.Where(a => a.Positions.Any(c => c.Source == source))
                .Select(a => new Use(a.Code, Stance.Supports, null, "on a country's position")),
            db
                .Countries.Where(c => c.Memberships.Any(m => m.Source == source))
                .Select(c => new Use(c.Code, Stance.Supports, null, "on a membership")),
        ];

    private static IQueryable<Use> Of<T>(IQueryable<T> records, string source)
        where T : CitedRecord =>
        records
            .SelectMany(r => r.Citations, (r, c) => new { c.Source, Use = new Use(r.Code, c.Stance, c.Grade, c.Note) })
            .Where(c => c.Source == source)
            .Select(c => c.Use);
}
