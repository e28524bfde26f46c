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

    /// <summary>Published pledges and refusals that it made, alone or with others.</summary>
    public required IReadOnlyList<PledgeRow> Pledges { get; init; }

    /// <summary>What names it but is none of its pledges: what it opted out of, and what is in review or deprecated.</summary>
    public required IReadOnlyList<PledgeRow> Beside { get; init; }

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

    /// <summary>How many of its pledges have no date at all, and so are in no view as of a day.</summary>
    public int Undated { get; init; }

    /// <summary>The version of the record that is shown; null for the newest.</summary>
    public long? Version { get; init; }

    /// <summary>How far an agreement had come by the day that is shown; one that was not known by then is not among <see cref="Agreements"/>.</summary>
    public AgreementState StateOf(Agreement agreement) => AsOf is { } day ? agreement.StandingOn(day)!.Value : agreement.Progress;

    /// <summary>When it was signed; null where it was not yet, on the day that is shown.</summary>
    public RecordDate? SignedOn(Agreement agreement) => AsOf < agreement.Signed.Day ? null : agreement.Signed;

    /// <summary>The organisations that it belonged to on the day that is shown.</summary>
    public IEnumerable<Membership> Memberships => Country.Memberships.Where(m => AsOf is not { } day || m.Since.Day is null || m.Since.Day <= day);
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
        var rows = await pledges.RowsAsync(
            await db
                .Pledges.Where(p => p.State != RecordState.Draft && p.Parties.Any(c => c.Country == code))
                .Select(p => p.Code)
                .ToListAsync(cancel),
            cancel
        );
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
            Pledges = [.. rows.Where(r => IsPledgeOf(r, code))],
            Beside = [.. rows.Where(r => !IsPledgeOf(r, code))],
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

    private static bool IsPledgeOf(PledgeRow row, string country) => row.State is RecordState.Published && row.Countries.Contains(country);

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
        var codes = today.Pledges.Concat(today.Beside).Select(p => p.Code).ToList();
        var pledged = await db.ReadAllInVersionAsync<Pledge>(codes, version, cancel);
        var replacers = await db
            .Pledges.Where(p => p.Relations.Any(r => r.Kind == RelationKind.Supersedes && codes.Contains(r.Pledge)))
            .Select(p => p.Code)
            .ToListAsync(cancel);
        var superseded = (await db.ReadAllInVersionAsync<Pledge>([.. replacers.Except(codes)], version, cancel))
            .Concat(pledged)
            .Where(p => p.State is RecordState.Published)
            .SelectMany(p => p.Relations)
            .Where(r => r.Kind is RelationKind.Supersedes)
            .Select(r => r.Pledge)
            .ToHashSet();
        var rows = pledged.Select(p => pledges.RowOf(p, superseded.Contains(p.Code))).ToList();
        var own = rows.Where(r => IsPledgeOf(r, page.Record.Code)).ToList();
        var notes = await ThenAsync(today.Notes);
        return today with
        {
            Version = version,
            Roles = [.. (await ThenAsync(today.Roles)).OrderBy(r => r.From.Day)],
            Notes = [.. notes.OrderBy(n => n.On.Day)],
            Events = [.. (await ThenAsync(today.Events)).OrderByDescending(e => e.On.Day)],
            Counts = [.. (await ThenAsync(today.Counts)).OrderByDescending(c => c.On.Day)],
            Agreements = [.. (await ThenAsync(today.Agreements)).OrderByDescending(a => a.Signed.Day)],
            Positions = PositionsOf(page.Record.Code, own, superseded, notes),
            Pledges = own,
            Beside = [.. rows.Except(own)],
            OwnStatements = await SaidThenAsync(today.OwnStatements),
            ClaimsByOthers = await SaidThenAsync(today.ClaimsByOthers),
        };

        Task<IReadOnlyList<T>> ThenAsync<T>(IReadOnlyList<T> now)
            where T : Record => db.ReadAllInVersionAsync<T>([.. now.Select(r => r.Code)], version, cancel);

        async Task<IReadOnlyList<StatementRow>> SaidThenAsync(IReadOnlyList<StatementRow> now) =>
            [.. (await db.ReadAllInVersionAsync<Statement>([.. now.Select(s => s.Code)], version, cancel)).Select(StatementRow.Of)];
    }

    /// <summary>The positions that these pledges make by themselves, for a version of which there is no book.</summary>
    private static List<Position> PositionsOf(
        string country,
        IReadOnlyList<PledgeRow> pledges,
        IReadOnlySet<string> superseded,
        IReadOnlyList<CountryNote> notes
    )
    {
        var silences = notes.Where(n => n is { Type: CountryNoteKind.NeverSaid, State: RecordState.Published }).ToList();
        return
        [
            .. Enum.GetValues<Contribution>()
                .Select(c =>
                    Position.Of(country, [.. pledges.Where(p => p.Contribution == c)], superseded) with
                    {
                        NeverSaid = silences.LastOrDefault(n => n.Contribution == c)?.Code,
                    }
                ),
        ];
    }

    private async Task<IReadOnlyList<StatementRow>> StatementsAsync(IQueryable<Statement> which, CancellationToken cancel) =>
        await statements.RowsAsync(await which.Where(s => s.State != RecordState.Draft).Select(s => s.Code).ToListAsync(cancel), cancel);
}
