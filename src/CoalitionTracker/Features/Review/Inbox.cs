using CoalitionTracker.Data;
using CoalitionTracker.Features.Editing;
using CoalitionTracker.Shared;
using Microsoft.EntityFrameworkCore;

namespace CoalitionTracker.Features.Review;

/// <summary>One draft in a list of drafts.</summary>
/// <param name="LastComment">What a reviewer said last; null when nobody said anything.</param>
public sealed record InboxItem(
    Guid Id,
    RecordKind Kind,
    string? Code,
    string Heading,
    string Author,
    string Reason,
    DraftState State,
    DateTime ChangedAt,
    string? LastComment,
    bool IsNew
);

/// <summary>A record that is public but marked as doubtful.</summary>
public sealed record DoubtfulRecord(RecordKind Kind, string Code, string Heading);

/// <summary>What waits for somebody at the desk.</summary>
/// <param name="ToReview">Others' work that this account may publish or return; the oldest first.</param>
/// <param name="Returned">This account's drafts that came back.</param>
/// <param name="Writing">This account's drafts under way.</param>
/// <param name="Waiting">This account's drafts that are with the reviewers.</param>
/// <param name="Ended">This account's drafts that were published or put aside lately.</param>
/// <param name="Stale">How many published pledges nobody has confirmed for too long.</param>
/// <param name="Doubtful">Records in review that are public with a mark: they wait for a better source or a decision. At most a hundred.</param>
public sealed record Inbox(
    IReadOnlyList<InboxItem> ToReview,
    IReadOnlyList<InboxItem> Returned,
    IReadOnlyList<InboxItem> Writing,
    IReadOnlyList<InboxItem> Waiting,
    IReadOnlyList<InboxItem> Ended,
    int Stale,
    IReadOnlyList<DoubtfulRecord> Doubtful,
    bool IsReviewer,
    bool IsAdministrator
);

/// <summary>Reads what waits at the desk.</summary>
public sealed class InboxQueries(IDbContextFactory<CoalitionDb> factory, ReviewOptions options, Freshness freshness, TimeProvider clock)
{
    private const int MostDoubtful = 100;

    private static readonly TimeSpan Lately = TimeSpan.FromDays(14);

    /// <summary>The inbox of an account.</summary>
    public async Task<Inbox> ReadAsync(string? accountId, CancellationToken cancel = default)
    {
        await using var db = await factory.CreateDbContextAsync(cancel);
        var account = await db.AllowAsync(accountId, AccountRole.Editor, cancel);
        var since = clock.GetUtcNow().UtcDateTime - Lately;
        var isReviewer = account.Role >= AccountRole.Reviewer;
        var own = await ItemsAsync(
            db,
            db.Drafts.Where(d => d.AccountId == accountId && (DraftRecords.Open.Contains(d.State) || d.ChangedAt > since))
                .OrderByDescending(d => d.ChangedAt),
            cancel
        );
        var toReview = isReviewer
            ? await ItemsAsync(
                db,
                db.Drafts.Where(d => d.State == DraftState.InReview && (d.AccountId != accountId || options.AllowSelfReview))
                    .OrderBy(d => d.ChangedAt),
                cancel
            )
            : [];
        return new Inbox(
            toReview,
            [.. own.Where(i => i.State is DraftState.Returned)],
            [.. own.Where(i => i.State is DraftState.Editing)],
            [.. own.Where(i => i.State is DraftState.InReview)],
            [.. own.Where(i => i.State is DraftState.Published or DraftState.Discarded)],
            await db.Pledges.CountAsync(freshness.IsStaleToday, cancel),
            await db
                .SearchEntries.Where(e => e.State == RecordState.InReview)
                .OrderBy(e => e.Code)
                .Take(MostDoubtful)
                .Select(e => new DoubtfulRecord(e.Kind, e.Code, e.Heading))
                .ToListAsync(cancel),
            isReviewer,
            account.Role is AccountRole.Administrator
        );
    }

    private static Task<List<InboxItem>> ItemsAsync(CoalitionDb db, IQueryable<Draft> drafts, CancellationToken cancel) =>
        drafts
            .Select(d => new InboxItem(
                d.Id,
                d.Kind,
                d.Code,
                d.Heading,
                db.Users.Where(a => a.Id == d.AccountId).Select(a => a.DisplayName).First(),
                d.Reason,
                d.State,
                d.ChangedAt,
                d.Comments.OrderByDescending(c => c.Id).Select(c => c.Text).FirstOrDefault(),
                d.BaseRevision == 0
            ))
            .ToListAsync(cancel);
}
