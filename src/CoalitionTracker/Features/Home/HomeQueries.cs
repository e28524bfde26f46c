using CoalitionTracker.Data;
using CoalitionTracker.Features.Ceasefire;
using CoalitionTracker.Features.Countries;
using CoalitionTracker.Features.Pledges;
using CoalitionTracker.Features.Statements;
using CoalitionTracker.Shared;
using CoalitionTracker.Shared.Lists;
using Microsoft.EntityFrameworkCore;

namespace CoalitionTracker.Features.Home;

/// <summary>What the home page shows: where the coalition stands as of a day, and what is newest.</summary>
public sealed record HomeView
{
    public required Standing Standing { get; init; }

    public DateOnly? AsOf => Standing.AsOf;

    /// <summary>Different numbers of countries, the best supported count of each, the newest first.</summary>
    public required IReadOnlyList<Count> Counts { get; init; }

    public required IReadOnlyList<PledgeRow> NewestPledges { get; init; }
    public required IReadOnlyList<StatementRow> NewestStatements { get; init; }
    public required IReadOnlyList<Event> NewestEvents { get; init; }

    /// <summary>The newest changes to the record, one for each changed record; none as of another day.</summary>
    public required IReadOnlyList<HomeChange> NewestChanges { get; init; }

    /// <summary>How many pledges are stale today, and those that have been so for longest; none as of another day.</summary>
    public required int StaleCount { get; init; }
    public required IReadOnlyList<PledgeRow> Stale { get; init; }

    /// <summary>Pledges that wait for a ceasefire and nothing else, and those that wait for other things as well.</summary>
    public required (int Open, int Blocked) AfterCeasefire { get; init; }

    /// <summary>Countries that pledge or rule something out.</summary>
    public int Pledgers => Standing.Countries.Count(c => c.Pledges + c.Refusals > 0);

    /// <summary>States with a role, a pledge, a refusal or a silence that was looked for, by name. Organisations are in the matrix, never among countries.</summary>
    public IReadOnlyList<CountryStanding> States =>
        states ??= [.. Standing.Countries.Where(IsShown).OrderBy(c => c.Country.Name, StringComparer.Ordinal)];

    private IReadOnlyList<CountryStanding>? states;

    private static bool IsShown(CountryStanding country) => country.IsNotable && country.Country.Type is CountryKind.State;

    /// <summary>Who pledged most alone, in euros.</summary>
    public IReadOnlyList<CountryStanding> Donors =>
        [
            .. Standing
                .Countries.Where(c => c.Money.Any.Max > 0)
                .OrderByDescending(c => c.Money.Strong.Max)
                .ThenByDescending(c => c.Money.Any.Max)
                .Take(10),
        ];
}

/// <summary>Reads the home page, once for each version of the record, and for any day.</summary>
public sealed class HomeQueries(
    RecordVersion versions,
    PledgeBooks books,
    PledgeList pledges,
    StatementList statements,
    Standings standings,
    CeasefireQueries ceasefire
)
{
    private const int Newest = 5;
    private const int HeadlineCounts = 6;

    public async Task<HomeView> ReadAsync(DateOnly? asOf, CancellationToken cancel)
    {
        var version = await versions.CurrentAsync(cancel);
        return asOf is null
            ? await versions.OnceAsync(version, _ => LoadAsync(version, null, CancellationToken.None), cancel)
            : await LoadAsync(version, asOf, cancel);
    }

    private async Task<HomeView> LoadAsync(long version, DateOnly? asOf, CancellationToken cancel)
    {
        var records = await versions.OnceAsync(version, HomeRecords.LoadAsync, cancel);
        var book = await books.ReadAsync(version, cancel);
        var stale = Newly(PledgeList.KnownKey).With(PledgeList.FreshnessKey, "stale");
        return new HomeView
        {
            Standing = await standings.ReadAsync(version, asOf, cancel),
            AfterCeasefire = AfterCeasefire(await ceasefire.TallyAsync(version, new CeasefireQuery { AsOf = asOf }, cancel)),
            Counts = records.Headlines(asOf, HeadlineCounts),
            NewestEvents = [.. records.Events.Where(e => IsBy(e.On, asOf)).Take(Newest)],
            NewestPledges = await NewestPledgesAsync(book, asOf, cancel),
            NewestStatements = await NewestStatementsAsync(asOf, cancel),
            NewestChanges = asOf is null ? records.Changes : [],
            StaleCount = asOf is null ? book.Index.Matching(stale, null).Count() : 0,
            Stale = asOf is null ? await pledges.FirstAsync(stale, Newest, cancel) : [],
        };
    }

    private static (int Open, int Blocked) AfterCeasefire(CeasefireTally tally) =>
        (tally.Count(CeasefireGroup.Opens), tally.Count(CeasefireGroup.Blocked));

    /// <summary>As of a day those that existed by then, as they were: a pledge made "until" a day did not exist from the beginning of time.</summary>
    private async Task<IReadOnlyList<PledgeRow>> NewestPledgesAsync(PledgeBook book, DateOnly? asOf, CancellationToken cancel)
    {
        var index = book.IndexOn(asOf);
        var codes = index.AllCodes(Newly("-announced"), null).Take(Newest).ToList();
        var rows = await pledges.ByCodeAsync(codes, index, cancel);
        return [.. codes.Where(rows.ContainsKey).Select(c => rows[c])];
    }

    private async Task<IReadOnlyList<StatementRow>> NewestStatementsAsync(DateOnly? asOf, CancellationToken cancel)
    {
        if (asOf is null)
            return await statements.FirstAsync(Newly("-on"), Newest, cancel);
        var newest = new List<StatementRow>();
        await foreach (var row in statements.AllAsync(Until(Newly("-on"), asOf.Value), cancel))
        {
            if (IsBy(row.On, asOf))
                newest.Add(row);
            if (newest.Count == Newest)
                break;
        }
        return newest;
    }

    private static ListQuery Newly(string sort) => new() { Sort = sort };

    private static ListQuery Until(ListQuery query, DateOnly day) => query with { Ends = new Dictionary<string, string> { ["to"] = Show.Iso(day) } };

    internal static bool IsBy(RecordDate on, DateOnly? day) => day is null || on.Day <= day;
}

/// <summary>A change to the record.</summary>
/// <param name="Heading">What the record is called since.</param>
/// <param name="IsFirst">Whether the record was first entered then.</param>
public sealed record HomeChange(Revision Revision, string Heading, bool IsFirst);

/// <summary>Published counts of countries, events, and changes to the record, the newest first.</summary>
internal sealed record HomeRecords(IReadOnlyList<Count> Counts, IReadOnlyList<Event> Events, IReadOnlyList<HomeChange> Changes)
{
    /// <summary>As many changed records as the page names, and as many revisions as are looked at to find them.</summary>
    private const int Changed = 5;
    private const int Looked = 50;

    public static async Task<HomeRecords> LoadAsync(CoalitionDb db)
    {
        var counts = await db.Counts.Where(c => c.State == RecordState.Published && c.Unit == CountUnit.Countries).ToListAsync();
        var events = await db.Events.Where(e => e.State == RecordState.Published).ToListAsync();
        return new HomeRecords([.. counts.OrderByDescending(c => c.On.Day)], [.. events.OrderByDescending(e => e.On.Day)], await ChangesAsync(db));
    }

    private static async Task<IReadOnlyList<HomeChange>> ChangesAsync(CoalitionDb db)
    {
        var revisions = await db.Revisions.Where(Revision.WasPublic).OrderByDescending(r => r.Id).Take(Looked).ToListAsync();
        var newest = revisions.DistinctBy(r => (r.Kind, r.Code)).Take(Changed).ToList();
        var (codes, ids) = (newest.ConvertAll(r => r.Code), newest.ConvertAll(r => r.Id));
        var older = await db
            .Revisions.Where(r => codes.Contains(r.Code) && !ids.Contains(r.Id))
            .Where(Revision.WasPublic)
            .Select(r => new { r.Kind, r.Code })
            .Distinct()
            .ToListAsync();
        return
        [
            .. newest.Select(r => new HomeChange(
                r,
                Snapshots.Read(r.Kind, r.Snapshot)?.Heading ?? r.Code,
                IsFirst: !older.Any(o => o.Kind == r.Kind && o.Code == r.Code)
            )),
        ];
    }

    /// <summary>Different numbers as of a day: the best supported count of each, of these the best and newest, in the order of their dates.</summary>
    public IReadOnlyList<Count> Headlines(DateOnly? asOf, int most) =>
        [
            .. Counts
                .Where(c => HomeQueries.IsBy(c.On, asOf))
                .GroupBy(c => c.Shown)
                .Select(same => same.OrderBy(c => c.Grade).ThenByDescending(c => c.On.Day).First())
                .OrderBy(c => c.Grade)
                .ThenByDescending(c => c.On.Day)
                .Take(most)
                .OrderByDescending(c => c.On.Day),
        ];
}
