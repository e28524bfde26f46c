using CoalitionTracker.Data;
using CoalitionTracker.Features.Pledges;
using CoalitionTracker.Features.Statements;
using CoalitionTracker.Shared;
using Microsoft.EntityFrameworkCore;

namespace CoalitionTracker.Features.Countries;

/// <summary>Everything that a country's page shows.</summary>
public sealed record CountryDetails(RecordPage<Country> Page)
{
    public Country Country => Page.Record;

    public bool IsCoalition => Country.Code == Country.Coalition;

    public required IReadOnlyDictionary<string, Source> Sources { get; init; }

    /// <summary>Its roles in the coalition, the oldest first.</summary>
    public required IReadOnlyList<Participation> Roles { get; init; }

    public required IReadOnlyList<CountryNote> Notes { get; init; }

    public required IReadOnlyList<PledgeRow> Pledges { get; init; }

    public required IReadOnlyList<StatementRow> OwnStatements { get; init; }

    /// <summary>Statements about it by others: their claims, not its own.</summary>
    public required IReadOnlyList<StatementRow> ClaimsByOthers { get; init; }

    public required IReadOnlyList<Agreement> Agreements { get; init; }

    public required IReadOnlyList<Event> Events { get; init; }

    /// <summary>Counts that name it; on the coalition's page, all.</summary>
    public required IReadOnlyList<Count> Counts { get; init; }

    /// <summary>Where it stands on every contribution, in the vocabulary's order.</summary>
    public required IReadOnlyList<Position> Positions { get; init; }

    /// <summary>The day as of which all this is shown; null for the record as it stands.</summary>
    public DateOnly? AsOf { get; init; }
}

/// <summary>Reads a country's page.</summary>
public sealed class CountryQueries(PledgeList pledges, PledgeBooks books, StatementList statements, Standings standings)
{
    /// <summary>The page of a country as of a day, by the record's own dates; null for the record as it stands.</summary>
    public async Task<CountryDetails> DescribeAsync(CoalitionDb db, RecordPage<Country> page, DateOnly? asOf, CancellationToken cancel)
    {
        var details = await DescribeAsync(db, page, shown: null, cancel);
        return asOf is { } day ? CountryAsOf.On(details, day, await books.ReadAsync(cancel), await standings.ReadAsync(asOf, cancel)) : details;
    }

    /// <summary>What the page of a country shows that need not be stored as it is.</summary>
    /// <param name="shown">
    /// A role, note, count or event that is shown in place of the stored one, or added where none is stored; null for what is stored.
    /// </param>
    public async Task<CountryDetails> DescribeAsync(CoalitionDb db, RecordPage<Country> page, Record? shown, CancellationToken cancel)
    {
        var code = page.Record.Code;
        var isCoalition = code == Country.Coalition;
        var roles = await AllAsync(db.Participations.Where(p => p.Country == code));
        var notes = await AllAsync(db.CountryNotes.Where(n => n.Country == code));
        var events = await AllAsync(db.Events.Where(e => isCoalition || e.Countries.Any(c => c.Country == code)));
        var counts = await AllAsync(db.Counts.Where(n => isCoalition || n.Members.Any(m => m.Country == code)));
        var agreements = await AllAsync(db.Agreements.Where(a => a.Parties.Any(p => p.Country == code)));
        var sources = await RecordReader.SourcesOfAsync(db, [page.Record, .. roles, .. notes, .. events, .. counts], cancel);
        return new CountryDetails(page)
        {
            Roles = [.. roles.OrderBy(r => r.From.Day)],
            Notes = [.. notes.OrderBy(n => n.On.Day)],
            Events = [.. events.OrderByDescending(e => e.On.Day)],
            Counts = [.. counts.OrderByDescending(c => c.On.Day)],
            Agreements = [.. agreements.OrderByDescending(a => a.Signed.Day)],
            Positions = PositionsOf(await standings.ReadAsync(null, cancel), code, notes),
            Sources = page.Sources.Concat(sources).DistinctBy(s => s.Key).ToDictionary(),
            Pledges = await pledges.RowsAsync(
                await db
                    .Pledges.Where(p => p.State != RecordState.Draft && p.Parties.Any(c => c.Country == code))
                    .Select(p => p.Code)
                    .ToListAsync(cancel),
                cancel
            ),
            OwnStatements = await StatementsAsync(db.Statements.Where(s => s.Country == code), cancel),
            ClaimsByOthers = await StatementsAsync(db.Statements.Where(s => s.Country != code && s.About.Any(a => a.Country == code)), cancel),
        };

        async Task<List<T>> AllAsync<T>(IQueryable<T> all)
            where T : Record
        {
            var stored = await all.Where(r => r.State != RecordState.Draft).ToListAsync(cancel);
            stored.ForEach(RecordReader.SortParts);
            return shown is T other ? [.. stored.Where(r => r.Code != other.Code), other] : stored;
        }
    }

    /// <summary>The positions, with the silences that these notes tell of: in a preview, of a note that is not stored yet.</summary>
    private static List<Position> PositionsOf(Standing standing, string code, List<CountryNote> notes)
    {
        var positions = Enum.GetValues<Contribution>().Select(_ => default(Position)).ToList();
        if (standing.Countries.FirstOrDefault(c => c.Code == code) is { } stored)
            positions = [.. stored.Positions];
        foreach (var note in notes.Where(n => n is { Type: CountryNoteKind.NeverSaid, Contribution: not null, State: RecordState.Published }))
            positions[(int)note.Contribution!.Value] = positions[(int)note.Contribution.Value] with { NeverSaid = note.Code };
        return positions;
    }

    /// <summary>
    /// The page of a country in a version: what concerns the country today, as it was then. What has stopped concerning it is not on the page.
    /// </summary>
    public async Task<CountryDetails> DescribeInVersionAsync(CoalitionDb db, RecordPage<Country> page, long version, CancellationToken cancel)
    {
        var today = await DescribeAsync(db, page, shown: null, cancel);
        var pledged = await db.ReadAllInVersionAsync<Pledge>([.. today.Pledges.Select(p => p.Code)], version, cancel);
        var superseded = pledged.SelectMany(p => p.Relations).Where(r => r.Kind is RelationKind.Supersedes).Select(r => r.Pledge).ToHashSet();
        var rows = pledged.Select(p => pledges.RowOf(p, superseded.Contains(p.Code))).ToList();
        return today with
        {
            Roles = [.. (await ThenAsync(today.Roles)).OrderBy(r => r.From.Day)],
            Notes = [.. (await ThenAsync(today.Notes)).OrderBy(n => n.On.Day)],
            Events = [.. (await ThenAsync(today.Events)).OrderByDescending(e => e.On.Day)],
            Counts = [.. (await ThenAsync(today.Counts)).OrderByDescending(c => c.On.Day)],
            Agreements = [.. (await ThenAsync(today.Agreements)).OrderByDescending(a => a.Signed.Day)],
            Positions = PositionsOf(rows, await ThenAsync(today.Notes)),
            Pledges = rows,
            OwnStatements = await SaidThenAsync(today.OwnStatements),
            ClaimsByOthers = await SaidThenAsync(today.ClaimsByOthers),
        };

        Task<IReadOnlyList<T>> ThenAsync<T>(IReadOnlyList<T> now)
            where T : Record => db.ReadAllInVersionAsync<T>([.. now.Select(r => r.Code)], version, cancel);

        async Task<IReadOnlyList<StatementRow>> SaidThenAsync(IReadOnlyList<StatementRow> now) =>
            [.. (await db.ReadAllInVersionAsync<Statement>([.. now.Select(s => s.Code)], version, cancel)).Select(StatementRow.Of)];
    }

    /// <summary>The positions that these pledges make by themselves, for a version of which there is no book.</summary>
    private static List<Position> PositionsOf(IReadOnlyList<PledgeRow> pledges, IReadOnlyList<CountryNote> notes)
    {
        var published = pledges.Where(p => p.State is RecordState.Published).ToLookup(p => p.Contribution);
        return
        [
            .. Enum.GetValues<Contribution>()
                .Select(c =>
                    Position.Of([.. published[c]]) with
                    {
                        NeverSaid = notes.FirstOrDefault(n => n.Type is CountryNoteKind.NeverSaid && n.Contribution == c)?.Code,
                    }
                ),
        ];
    }

    private async Task<IReadOnlyList<StatementRow>> StatementsAsync(IQueryable<Statement> which, CancellationToken cancel) =>
        await statements.RowsAsync(await which.Where(s => s.State != RecordState.Draft).Select(s => s.Code).ToListAsync(cancel), cancel);
}
