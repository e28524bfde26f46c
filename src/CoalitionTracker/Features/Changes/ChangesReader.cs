using CoalitionTracker.Data;
using CoalitionTracker.Shared;
using Microsoft.EntityFrameworkCore;

namespace CoalitionTracker.Features.Changes;

/// <summary>One record that changed in a period.</summary>
/// <param name="Block">Its changes in the log.</param>
/// <param name="Newest">Its newest version in the period.</param>
/// <param name="Heading">What it was called then.</param>
/// <param name="Countries">The countries that it concerned then.</param>
/// <param name="Revisions">Its changes in the period, the newest first, at most <see cref="ChangesReader.RevisionsShown"/>.</param>
/// <param name="Step">
/// Its state before the period against the one at its end. Of a record that was first entered in the period and changed since, the state in which
/// it was first entered; without a state before where it was only entered.
/// </param>
public sealed record ChangedRecord(
    RecordBlock Block,
    Revision Newest,
    string Heading,
    IReadOnlyList<string> Countries,
    IReadOnlyList<Revision> Revisions,
    Comparison Step
)
{
    /// <summary>What became of the record as a whole, in a word or two; null when it only says something else.</summary>
    public string? Standing =>
        (Block.IsNew, Turned) switch
        {
            (true, null) => "first entered",
            (true, { } turned) => $"first entered, then {turned}",
            (false, var turned) => turned,
        };

    /// <summary>The record's new state in words; null when it kept its state.</summary>
    private string? Turned =>
        Step.Before is not null && Step.Changes.FirstOrDefault(c => c.Field == "state") is { } change
            ? change.After switch
            {
                "deprecated" => "deprecated",
                "in-review" => "put in review",
                _ => "published",
            }
            : null;
}

/// <summary>What changed in a period: one page.</summary>
public sealed record ChangesPageContent(ChangesQuery Query, ChangePeriod Period, ChangeLogView Log, ChangeCounts Counts)
{
    public required IReadOnlyList<ChangeBlock> Blocks { get; init; }

    /// <summary>The records of the page by their blocks.</summary>
    public required IReadOnlyDictionary<RecordBlock, ChangedRecord> Records { get; init; }

    /// <summary>What the records are called that were entered together or that changes name, by code.</summary>
    public required IReadOnlyDictionary<string, string> Headings { get; init; }

    public int Pages => Math.Max(1, (Counts.Blocks + ChangesReader.BlocksOnPage - 1) / ChangesReader.BlocksOnPage);
}

/// <summary>Reads what changed. What records said is read for the records of one page only.</summary>
public sealed class ChangesReader(IDbContextFactory<CoalitionDb> factory, ChangeLog changes, RecordVersion versions, TimeProvider clock)
{
    public const int BlocksOnPage = 20;

    /// <summary>As many changes of one record are told; its history tells all.</summary>
    public const int RevisionsShown = 10;

    /// <summary>What a query string asks for, against the newest log.</summary>
    /// <exception cref="RuleException">It asks for something unknown.</exception>
    public async Task<(ChangesQuery Query, ChangePeriod Period, ChangeLogView Log, Func<RecordKind, string, bool> IsAsked)> AskAsync(
        CoalitionDb db,
        IQueryCollection parameters,
        CancellationToken cancel
    )
    {
        var log = await changes.CurrentAsync(cancel);
        var book = await versions.OnceAsync(log.Version, CountryBook.LoadAsync, cancel);
        var query = ChangesQuery.Parse(parameters, log.Version, code => book[code] is not null);
        var period = ChangePeriod.Of(query, log, DateOnly.FromDateTime(clock.GetUtcNow().UtcDateTime));
        var codes = query.Countries.Count == 0 ? null : await ConcernedRecords.OfAsync(db, query.Countries, cancel);
        return (query, period, log, (kind, code) => (query.Kinds.Count == 0 || query.Kinds.Contains(kind)) && codes?.Contains(code) != false);
    }

    /// <summary>The page that a query string asks for.</summary>
    /// <exception cref="RuleException">It asks for something unknown.</exception>
    public async Task<ChangesPageContent> ReadAsync(IQueryCollection parameters, CancellationToken cancel)
    {
        await using var db = await factory.CreateDbContextAsync(cancel);
        var (query, period, log, isAsked) = await AskAsync(db, parameters, cancel);
        var (from, to) = (log.PlaceAfter(period.After), log.PlaceAfter(period.UpTo));
        var (blocks, counts) = ChangeBlocks.Page(log, from, to, isAsked, !query.Each, (query.Page, BlocksOnPage));
        var records = await DescribeAsync(db, log, [.. blocks.OfType<RecordBlock>()], cancel);
        var together = blocks.OfType<EnteredBlock>().SelectMany(b => b.Places).Select(p => log.RecordOf(log[p]).Code).ToList();
        var named = await ChangeWords.HeadingsAsync(db, records.Values.Select(r => (r.Newest.Kind, r.Step.Changes)), cancel);
        var entered = await ChangeWords.OfCodesAsync(db, together, cancel);
        return new ChangesPageContent(query, period, log, counts)
        {
            Blocks = blocks,
            Records = records,
            Headings = named.Concat(entered).DistinctBy(h => h.Key).ToDictionary(),
        };
    }

    /// <summary>What happened to records, by their blocks.</summary>
    public static async Task<IReadOnlyDictionary<RecordBlock, ChangedRecord>> DescribeAsync(
        CoalitionDb db,
        ChangeLogView log,
        IReadOnlyList<RecordBlock> blocks,
        CancellationToken cancel
    )
    {
        var ends = blocks.ToDictionary(b => b, b => (Before: BeforeOf(b), After: b.Places[0]));
        var versions = ends
            .Values.SelectMany(e => e.Before < 0 ? [e.After] : new[] { e.Before, e.After })
            .Select(p => log[p].Version)
            .Distinct()
            .ToList();
        var saying = await db.Revisions.Where(r => versions.Contains(r.Id)).ToDictionaryAsync(r => r.Id, r => r.Snapshot, cancel);
        return blocks.ToDictionary(
            b => b,
            b =>
            {
                var (before, after) = ends[b];
                var (old, now) = (before < 0 ? null : log.RevisionAt(before), log.RevisionAt(after));
                var record = Snapshots.Read(now.Kind, saying[now.Id]);
                var step = new Comparison(old, now, RecordChanges.Between(old is null ? null : saying[old.Id], saying[now.Id]));
                return new ChangedRecord(
                    b,
                    now,
                    record?.Heading ?? now.Code,
                    [.. (record?.SearchCountries ?? []).Distinct()],
                    [.. b.Places.Take(RevisionsShown).Select(log.RevisionAt)],
                    step
                );
            }
        );

        // What was first entered in the period is compared with what was first entered, not with nothing.
        static int BeforeOf(RecordBlock block) =>
            block.Before >= 0 ? block.Before
            : block.Places.Count > 1 ? block.Places[^1]
            : -1;
    }
}
