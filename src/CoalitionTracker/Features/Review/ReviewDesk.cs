using System.Text.Json.Nodes;
using CoalitionTracker.Data;
using CoalitionTracker.Features.Changes;
using CoalitionTracker.Features.Editing;
using Microsoft.EntityFrameworkCore;

namespace CoalitionTracker.Features.Review;

/// <summary>The configuration section <c>Review</c>.</summary>
public sealed class ReviewOptions
{
    /// <summary>Whether reviewers may publish what they wrote themselves; the revision then says so.</summary>
    public bool AllowSelfReview { get; set; }
}

/// <summary>A draft as a reviewer sees it.</summary>
/// <param name="Changes">Field by field, against the record as it is public now; for a new record everything it says.</param>
/// <param name="NewSources">The new sources that become public with it.</param>
/// <param name="Problems">What must be mended before it can be published.</param>
/// <param name="Conflicts">The fields that somebody else has changed in the meantime, too.</param>
/// <param name="MayDecide">Whether this account may publish or return it.</param>
public sealed record ReviewView(
    Draft Draft,
    string Author,
    IReadOnlyList<FieldChange> Changes,
    IReadOnlyList<(Draft Draft, IReadOnlyList<FieldChange> Changes)> NewSources,
    IReadOnlyList<Problem> Problems,
    IReadOnlyList<string> Conflicts,
    bool MayDecide
)
{
    /// <summary>The record as it would be.</summary>
    public required Record Record { get; init; }

    /// <summary>The new sources as records.</summary>
    public required IReadOnlyList<Source> Documents { get; init; }
}

/// <summary>What came of publishing: the revision, or why the draft went back to its author.</summary>
public sealed record PublishResult(string Code, long? Revision, string? ReturnedBecause = null);

/// <summary>
/// The second pair of eyes: a reviewer other than the author publishes a draft or returns it with a comment. Every operation asks the store
/// whether the account may do it.
/// </summary>
public sealed class ReviewDesk(IDbContextFactory<CoalitionDb> factory, ReviewOptions options, TimeProvider clock)
{
    private DateTime Now => clock.GetUtcNow().UtcDateTime;

    /// <summary>A draft with its changes, for reviewers and its author.</summary>
    /// <returns>Null when there is none that this account may see.</returns>
    public async Task<ReviewView?> ReadAsync(string? accountId, Guid id, CancellationToken cancel = default)
    {
        await using var db = await factory.CreateDbContextAsync(cancel);
        var account = await db.AllowAsync(accountId, AccountRole.Editor, cancel);
        var draft = await db.Drafts.Include(d => d.Comments).FirstOrDefaultAsync(d => d.Id == id, cancel);
        if (draft is null || (draft.AccountId != account.Id && (account.Role < AccountRole.Reviewer || draft.State is not DraftState.InReview)))
            return null;
        var reading = await DraftRecords.ReadAsync(db, draft, cancel);
        var merge = draft.Code is null ? null : await DraftRecords.MergeAsync(db, draft, cancel);
        var record = merge is { } moved ? FormReader.Read(draft.Kind, draft.Code, moved.Merge.Merged).Record : reading.Record;
        var before = draft.Code is null ? null : (await DraftRecords.FromRecordAsync(db, draft.AccountId, draft.Kind, draft.Code, cancel))?.Content;
        return new ReviewView(
            draft,
            await db.Users.Where(a => a.Id == draft.AccountId).Select(a => a.DisplayName).FirstAsync(cancel),
            RecordChanges.Between(before, RecordJson.Write(record)),
            [.. reading.NewSources.Zip(reading.Sources, (d, source) => (d, RecordChanges.Between(null, RecordJson.Write(source))))],
            reading.Problems,
            [.. merge?.Merge.Conflicts.Select(c => c.Field) ?? []],
            draft.State is DraftState.InReview && MayDecide(account, draft)
        )
        {
            Record = record,
            Documents = [.. reading.Sources.OfType<Source>()],
        };
    }

    /// <summary>Makes a draft public: the record, its new sources, the revisions and the draft's end, in one transaction.</summary>
    /// <exception cref="AccessDeniedException">The account is no reviewer, or it is its own draft.</exception>
    /// <exception cref="DraftMovedException">The draft is not in review any more.</exception>
    /// <exception cref="RuleException">It breaks a rule; nothing was saved.</exception>
    public async Task<PublishResult> PublishAsync(string? accountId, Guid id, CancellationToken cancel = default)
    {
        await using var db = await factory.CreateDbContextAsync(cancel);
        await using var transaction = await db.BeginWritingAsync(cancel);
        var reviewer = await db.AllowAsync(accountId, AccountRole.Reviewer, cancel);
        var result = await PublishInAsync(db, await WaitingAsync(db, id, reviewer, cancel), reviewer, cancel);
        await transaction.CommitAsync(cancel);
        return result;
    }

    /// <summary>Gives a draft back to its author with a comment.</summary>
    /// <exception cref="RuleException">There is no comment: the author would not know what to do.</exception>
    public async Task ReturnAsync(string? accountId, Guid id, string comment, CancellationToken cancel = default)
    {
        await using var db = await factory.CreateDbContextAsync(cancel);
        await using var transaction = await db.BeginWritingAsync(cancel);
        var reviewer = await db.AllowAsync(accountId, AccountRole.Reviewer, cancel);
        if (string.IsNullOrWhiteSpace(comment) || comment.Length > DraftComment.TextMaxLength)
            throw new RuleException("comment", $"Say what is missing, in at most {DraftComment.TextMaxLength} characters.");
        await SendBackAsync(db, await WaitingAsync(db, id, reviewer, cancel), reviewer.DisplayName, comment.Trim(), cancel);
        await transaction.CommitAsync(cancel);
    }

    /// <summary>
    /// Hands in one change to several records at once, each as a draft of its own: all of them or none. Where the account may publish its own
    /// work, they are published.
    /// </summary>
    /// <param name="change">Changes a record's JSON in place.</param>
    /// <param name="save">False to see what it would do.</param>
    /// <returns>What changes in each record, and what keeps it from being handed in.</returns>
    public async Task<IReadOnlyList<Proposal>> ProposeAsync(
        string? accountId,
        RecordKind kind,
        IReadOnlyCollection<string> codes,
        Action<JsonObject> change,
        string reason,
        bool save = true,
        CancellationToken cancel = default
    )
    {
        await using var db = await factory.CreateDbContextAsync(cancel);
        await using var transaction = await db.BeginWritingAsync(cancel);
        var account = await db.AllowAsync(accountId, AccountRole.Editor, cancel);
        var proposals = new List<Proposal>();
        var drafts = new List<Draft>();
        foreach (var code in codes)
        {
            var (proposal, draft) = await ProposeOneAsync(db, account, kind, code, change, reason.Trim(), cancel);
            proposals.Add(proposal);
            if (proposal is { Changes.Count: > 0, Problems.Count: 0 })
                drafts.Add(draft!);
        }
        if (!save || proposals.Any(p => p.Problems.Count > 0))
            return proposals;
        if (string.IsNullOrWhiteSpace(reason) || reason.Length > Revision.ReasonMaxLength)
            throw new RuleException("reason", $"Say why, in at most {Revision.ReasonMaxLength} characters; readers see it in the history.");
        db.Drafts.AddRange(drafts);
        await db.SaveChangesAsync(cancel);
        foreach (var draft in drafts.Where(_ => account.Role >= AccountRole.Reviewer && options.AllowSelfReview))
            await PublishInAsync(db, draft, account, cancel);
        await transaction.CommitAsync(cancel);
        return proposals;
    }

    private async Task<(Proposal, Draft?)> ProposeOneAsync(
        CoalitionDb db,
        Account account,
        RecordKind kind,
        string code,
        Action<JsonObject> change,
        string reason,
        CancellationToken cancel
    )
    {
        if (await DraftRecords.FromRecordAsync(db, account.Id, kind, code, cancel) is not { } draft)
            return (new Proposal(code, "", [], [new Problem("code", "There is no such record.")]), null);
        var before = draft.Content;
        var content = DraftRecords.ContentOf(draft);
        change(content);
        (draft.Id, draft.Content, draft.Reason) = (Guid.CreateVersion7(), content.ToJsonString(RecordJson.Options), reason);
        draft.Heading = DraftRecords.HeadingOf(kind, content); // reviewers look for it by what it will be called
        (draft.State, draft.CreatedAt, draft.ChangedAt, draft.Version) = (DraftState.InReview, Now, Now, 1);
        var reading = await DraftRecords.ReadAsync(db, draft, cancel);
        var problems = reading.Problems.ToList();
        if (await db.Drafts.AnyAsync(d => d.AccountId == account.Id && d.Code == code && DraftRecords.Open.Contains(d.State), cancel))
            problems.Add(new Problem("code", "You have an open draft of this record. Hand it in or discard it first."));
        return (new Proposal(code, draft.Heading, RecordChanges.Between(before, RecordJson.Write(reading.Record)), problems), draft);
    }

    private async Task<PublishResult> PublishInAsync(CoalitionDb db, Draft draft, Account reviewer, CancellationToken cancel)
    {
        if (draft is { BaseRevision: 0, Kind: not RecordKind.Country } && await DraftRecords.NewestIdAsync(db, draft.Code!, cancel) > 0)
        {
            // The seeding has given the code to another record in the meantime.
            draft.Code = await Codes.NextAsync(db, (await DraftRecords.ReadAsync(db, draft, cancel)).Record, cancel);
            await db.Drafts.Where(d => d.Id == draft.Id).ExecuteUpdateAsync(d => d.SetProperty(x => x.Code, draft.Code), cancel);
        }
        else if (await DraftRecords.MergeAsync(db, draft, cancel) is { } moved)
        {
            if (moved.Merge.Conflicts.Count > 0)
                return await ConflictAsync(db, draft, moved.Newest, moved.Merge, cancel);
            draft.Content = moved.Merge.Merged.ToJsonString(RecordJson.Options); // they touched different fields: both changes stand
        }
        var reading = await DraftRecords.ReadAsync(db, draft, cancel);
        if (reading.Problems.Count > 0)
            throw new RuleException(reading.Problems);
        var author = await db.Users.Where(a => a.Id == draft.AccountId).Select(a => a.DisplayName).FirstAsync(cancel);
        var ended = reading.NewSources.Append(draft).Select(d => (d.Id, Code: d.Code!)).ToList();
        db.ChangeTracker.Clear();
        await RecordWriter.SaveAsync(db, [.. reading.Sources, reading.Record], new Edit(author, draft.Reason, reviewer.DisplayName), cancel);
        foreach (var (draftId, code) in ended)
        {
            var revision = await DraftRecords.NewestIdAsync(db, code, cancel);
            await db
                .Drafts.Where(d => d.Id == draftId)
                .ExecuteUpdateAsync(
                    d =>
                        d.SetProperty(x => x.State, DraftState.Published)
                            .SetProperty(x => x.PublishedAs, revision)
                            .SetProperty(x => x.ChangedAt, Now)
                            .SetProperty(x => x.Version, x => x.Version + 1),
                    cancel
                );
        }
        return new PublishResult(draft.Code!, await DraftRecords.NewestIdAsync(db, draft.Code!, cancel));
    }

    /// <summary>Two people changed the same field: only the author can say which is right.</summary>
    private async Task<PublishResult> ConflictAsync(CoalitionDb db, Draft draft, Revision newest, MergeResult merge, CancellationToken cancel)
    {
        var fields = string.Join(", ", merge.Conflicts.Select(c => c.Field));
        var because =
            $"{newest.Author} has changed {draft.Code} in the meantime (version {newest.Id}: {newest.Reason}). To bring together: {fields}.";
        await SendBackAsync(db, draft, Account.ProductName, because, cancel);
        return new PublishResult(draft.Code!, null, because);
    }

    private async Task SendBackAsync(CoalitionDb db, Draft draft, string by, string comment, CancellationToken cancel)
    {
        var kept = await db.Drafts.AsTracking().Include(d => d.Comments).FirstAsync(d => d.Id == draft.Id, cancel);
        kept.Comments.Add(
            new DraftComment
            {
                At = Now,
                By = by,
                Text = comment,
            }
        );
        (kept.State, kept.ChangedAt) = (DraftState.Returned, Now);
        kept.Version++;
        await db.SaveChangesAsync(cancel);
    }

    private async Task<Draft> WaitingAsync(CoalitionDb db, Guid id, Account reviewer, CancellationToken cancel)
    {
        var draft = await db.Drafts.FirstOrDefaultAsync(d => d.Id == id, cancel) ?? throw new DraftMovedException("There is no such draft.");
        if (!MayDecide(reviewer, draft))
            throw new AccessDeniedException("Somebody else must review what you wrote yourself.");
        return draft.State is DraftState.InReview
            ? draft
            : throw new DraftMovedException(
                draft.State is DraftState.Published
                    ? "Somebody else has published it already."
                    : "Its author has taken it back; there is nothing to decide."
            );
    }

    private bool MayDecide(Account account, Draft draft) =>
        account.Role >= AccountRole.Reviewer && (draft.AccountId != account.Id || options.AllowSelfReview);
}

/// <summary>What one change does to one record.</summary>
public sealed record Proposal(string Code, string Heading, IReadOnlyList<FieldChange> Changes, IReadOnlyList<Problem> Problems);
