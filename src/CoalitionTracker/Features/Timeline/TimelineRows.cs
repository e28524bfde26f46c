using CoalitionTracker.Data;
using CoalitionTracker.Features.Pledges;
using Microsoft.EntityFrameworkCore;

namespace CoalitionTracker.Features.Timeline;

/// <summary>Reads the texts of some entries from the store.</summary>
internal sealed class TimelineRows(CoalitionDb db, TimelineBook book, CancellationToken cancel)
{
    /// <summary>The rows of these entries, in their order.</summary>
    public async Task<IReadOnlyList<TimelineRow>> ReadAsync(IReadOnlyList<TimelineEntry> entries)
    {
        var codes = entries.ToLookup(e => e.Kind, book.CodeOf);
        var pledges = await PledgesAsync([.. codes[TimelineKind.Level].Concat(codes[TimelineKind.Delivery]).Distinct()]);
        var levels = await LevelsAsync(codes[TimelineKind.Level]);
        var deliveries = await DeliveriesAsync(codes[TimelineKind.Delivery]);
        var others = await OthersAsync(codes);
        return
        [
            .. entries
                .Select(e =>
                    e.Kind switch
                    {
                        TimelineKind.Level => OfPledge(e, pledges, levels),
                        TimelineKind.Delivery => OfPledge(e, pledges, deliveries),
                        TimelineKind.Role => RowOf(e, "Role in the coalition"),
                        _ => others.TryGetValue(book.CodeOf(e), out var text) ? WithOutcome(RowOf(e, text.Title), text.Outcome) : null,
                    }
                )
                .OfType<TimelineRow>(), // a record that has been changed since the book was made is left out rather than told wrongly
        ];
    }

    private TimelineRow RowOf(TimelineEntry entry, string title)
    {
        var (before, after) = book.ChangeOf(entry);
        return new TimelineRow
        {
            Entry = entry,
            Code = book.CodeOf(entry),
            On = entry.IsOfPledge ? default : book.DateOf(entry),
            Countries = book.CountriesOf(entry),
            About = book.AboutOf(entry),
            Title = title,
            Before = before,
            After = after,
            Grade = book.GradeOf(entry),
        };
    }

    private TimelineRow? OfPledge(TimelineEntry entry, Dictionary<string, (string Title, string? Words)> pledges, ILookup<string, Dating> changes)
    {
        if (!pledges.TryGetValue(book.CodeOf(entry), out var pledge))
            return null;
        var since = book.SinceOf(entry);
        var dates = changes[book.CodeOf(entry)].OrderBy(c => c.On.Day?.DayNumber ?? since).ThenBy(c => c.Position).ToList();
        return entry.Part < dates.Count ? RowOf(entry, pledge.Title) with { On = dates[entry.Part].On, PartiesInWords = pledge.Words } : null;
    }

    /// <summary>An event that is expected, or did not take place, says so.</summary>
    private static TimelineRow WithOutcome(TimelineRow row, EventState? outcome) =>
        outcome is null or EventState.TookPlace ? row : row with { After = outcome };

    private async Task<Dictionary<string, (string Title, string? Words)>> PledgesAsync(IReadOnlyCollection<string> codes)
    {
        if (codes.Count == 0)
            return [];
        var rows = await db
            .Pledges.Where(p => codes.Contains(p.Code))
            .Select(p => new
            {
                p.Code,
                p.Title,
                p.PartiesInWords,
            })
            .ToListAsync(cancel);
        return rows.ToDictionary(p => p.Code, p => (p.Title, p.PartiesInWords));
    }

    private async Task<ILookup<string, Dating>> LevelsAsync(IEnumerable<string> of)
    {
        var codes = of.Distinct().ToList();
        var rows = db.Set<LevelChange>().Where(c => codes.Contains(EF.Property<string>(c, StoredParts.PledgeCode)));
        return await DatingsAsync(codes, rows.Select(c => new Dating(EF.Property<string>(c, StoredParts.PledgeCode), c.Position, c.On)));
    }

    private async Task<ILookup<string, Dating>> DeliveriesAsync(IEnumerable<string> of)
    {
        var codes = of.Distinct().ToList();
        var rows = db.Set<DeliveryChange>().Where(c => codes.Contains(EF.Property<string>(c, StoredParts.PledgeCode)));
        return await DatingsAsync(codes, rows.Select(c => new Dating(EF.Property<string>(c, StoredParts.PledgeCode), c.Position, c.On)));
    }

    private async Task<ILookup<string, Dating>> DatingsAsync(List<string> codes, IQueryable<Dating> rows) =>
        (codes.Count == 0 ? [] : await rows.ToListAsync(cancel)).ToLookup(c => c.Pledge);

    /// <summary>What statements, agreements, events and counts are called.</summary>
    private async Task<Dictionary<string, (string Title, EventState? Outcome)>> OthersAsync(ILookup<TimelineKind, string> codes)
    {
        var texts = new Dictionary<string, (string, EventState?)>();
        if (codes[TimelineKind.Statement].ToList() is { Count: > 0 } statements)
        {
            foreach (
                var s in await db
                    .Statements.Where(s => statements.Contains(s.Code))
                    .Select(s => new
                    {
                        s.Code,
                        s.Speaker,
                        s.Title,
                    })
                    .ToListAsync(cancel)
            )
                texts[s.Code] = ($"{s.Speaker}: {s.Title}", null);
        }
        if (codes[TimelineKind.Agreement].Distinct().ToList() is { Count: > 0 } agreements)
        {
            foreach (var a in await db.Agreements.Where(a => agreements.Contains(a.Code)).Select(a => new { a.Code, a.Title }).ToListAsync(cancel))
                texts[a.Code] = (a.Title, null);
        }
        if (codes[TimelineKind.Event].ToList() is { Count: > 0 } events)
        {
            foreach (
                var e in await db
                    .Events.Where(e => events.Contains(e.Code))
                    .Select(e => new
                    {
                        e.Code,
                        e.Title,
                        e.Outcome,
                    })
                    .ToListAsync(cancel)
            )
                texts[e.Code] = (e.Title, e.Outcome);
        }
        if (codes[TimelineKind.Count].ToList() is { Count: > 0 } counts)
        {
            foreach (var count in await db.Counts.AsNoTracking().Where(c => counts.Contains(c.Code)).ToListAsync(cancel))
                texts[count.Code] = ($"{count.Heading} ({count.DefinedBy})", null);
        }
        return texts;
    }

    /// <summary>The date of one change of a pledge.</summary>
    private sealed record Dating(string Pledge, int Position, RecordDate On);
}
