using CoalitionTracker.Data;
using CoalitionTracker.Features.Pledges;
using CoalitionTracker.Shared;
using Microsoft.EntityFrameworkCore;

namespace CoalitionTracker.Features.Countries;

/// <summary>Where one country stands as of a day: its role, its memberships then, its position on every contribution.</summary>
public sealed record CountryStanding
{
    public required Country Country { get; init; }

    public string Code => Country.Code;

    /// <summary>Its role in the coalition on that day; null when the record knows of none.</summary>
    public Role? Role { get; init; }

    /// <summary>The organisations that it belonged to on that day.</summary>
    public required IReadOnlyList<string> Memberships { get; init; }

    /// <summary>By contribution, in the vocabulary's order.</summary>
    public required IReadOnlyList<Position> Positions { get; init; }

    /// <inheritdoc cref="Positions.MoneyOf"/>
    public MoneyAlone Money { get; init; }

    public Position On(Contribution contribution) => Positions[(int)contribution];

    /// <summary>Published pledges, refusals not counted.</summary>
    public int Pledges => Positions.Sum(p => p.Pledges);

    public int Refusals => Positions.Sum(p => p.Refusals);

    /// <summary>
    /// The most binding pledge over all contributions. A refusal only where nothing is pledged, whatever its level; null when there is neither.
    /// </summary>
    public Level? Strongest => Positions.Max(p => p.Strongest) ?? (Positions.Any(p => p.Refuses) ? Level.RuledOut : null);

    /// <summary>Whether the record holds a role, a pledge, a refusal or a silence that was looked for.</summary>
    public bool IsNotable => Role is not null || Positions.Any(p => p.Kind is not PositionKind.NotResearched);
}

/// <summary>Where all countries stand as of a day.</summary>
public sealed record Standing(DateOnly? AsOf, IReadOnlyList<CountryStanding> Countries)
{
    /// <summary>Published pledges, refusals not counted; a joint one counts once.</summary>
    public int Pledges { get; init; }

    /// <summary>Those of <see cref="Pledges"/> that no longer stand: withdrawn, or replaced by another.</summary>
    public int Ended { get; init; }

    public int Refusals { get; init; }

    /// <summary>Published pledges that have no date at all, and so are in no view as of a day.</summary>
    public int Undated { get; init; }
}

/// <summary>Reads where countries stand, as of today or of any day.</summary>
public sealed class Standings(RecordVersion versions, PledgeBooks books)
{
    public async Task<Standing> ReadAsync(DateOnly? asOf, CancellationToken cancel) =>
        await ReadAsync(await versions.CurrentAsync(cancel), asOf, cancel);

    public async Task<Standing> ReadAsync(long version, DateOnly? asOf, CancellationToken cancel)
    {
        var book = await books.ReadAsync(version, cancel);
        var records = await versions.OnceAsync(version, CountryRecords.LoadAsync, cancel);
        var kept = await versions.OnceAsync(version, _ => Task.FromResult(new KeptStandings(records, book)), cancel);
        return kept.On(asOf);
    }

    /// <summary>The days on which a published event took place: what to step through in time.</summary>
    public async Task<DatedSteps> StepsAsync(CancellationToken cancel)
    {
        var version = await versions.CurrentAsync(cancel);
        var records = await versions.OnceAsync(version, CountryRecords.LoadAsync, cancel);
        return new DatedSteps(records.Steps, (await ReadAsync(version, null, cancel)).Undated);
    }
}

/// <summary>The standings of one version, each computed when it is first asked for.</summary>
internal sealed class KeptStandings(CountryRecords records, PledgeBook book)
{
    /// <summary>The days that were asked for. A standing of 250 countries takes about 300 KB.</summary>
    private readonly KeptFew<DateOnly, Standing> days = new(most: 200);
    private readonly Lazy<Standing> now = new(() => records.StandingOn(book, null));

    public Standing On(DateOnly? asOf) => asOf is { } day ? days.Of(day, () => records.StandingOn(book, day)) : now.Value;
}

/// <summary>Countries with what the record says of them beside pledges; drafts left out.</summary>
internal sealed record CountryRecords(
    IReadOnlyList<Country> Countries,
    ILookup<string, Participation> Roles,
    ILookup<string, CountryNote> NeverSaid,
    IReadOnlyList<DatedStep> Steps
)
{
    public static async Task<CountryRecords> LoadAsync(CoalitionDb db)
    {
        var countries = await db.Countries.Where(c => c.State != RecordState.Draft).AsSplitQuery().ToListAsync();
        var roles = await db.Participations.Where(p => p.State == RecordState.Published).ToListAsync();
        var notes = await db
            .CountryNotes.Where(n => n.State == RecordState.Published && n.Type == CountryNoteKind.NeverSaid && n.Contribution != null)
            .ToListAsync();
        var events = await db.Events.Where(e => e.State == RecordState.Published).ToListAsync();
        return new CountryRecords(
            countries,
            roles.ToLookup(r => r.Country),
            notes.ToLookup(n => n.Country),
            [
                .. events
                    .Where(e => e is { Outcome: EventState.TookPlace, On.Day: not null })
                    .OrderBy(e => e.On.Day)
                    .Select(e => new DatedStep(e.On.Day!.Value, e.Title)),
            ]
        );
    }

    public Standing StandingOn(PledgeBook book, DateOnly? asOf)
    {
        var positions = Positions.Read(book, Dated.NumberOf(asOf));
        return new Standing(asOf, [.. Countries.Select(country => StandingOf(country, positions, asOf))])
        {
            Pledges = positions.Pledges,
            Ended = positions.Ended,
            Refusals = positions.Refusals,
            Undated = positions.Undated,
        };
    }

    private CountryStanding StandingOf(Country country, Positions positions, DateOnly? asOf)
    {
        var cells = positions.Of(country.Code);
        foreach (var note in NeverSaid[country.Code].Where(n => asOf is null || n.On.Day is null || n.On.Day <= asOf))
            cells[(int)note.Contribution!.Value] = cells[(int)note.Contribution.Value] with { NeverSaid = note.Code };
        return new CountryStanding
        {
            Country = country,
            Role = Dated.On(Roles[country.Code], r => r.From, asOf, DateOnly.MinValue)?.Role,
            Memberships =
            [
                .. country
                    .Memberships.Where(m => asOf is null || m.Since.Day is null || m.Since.Day <= asOf)
                    .OrderBy(m => m.Position)
                    .Select(m => m.Organisation),
            ],
            Positions = cells,
            Money = positions.MoneyOf(country.Code),
        };
    }
}
