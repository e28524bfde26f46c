using System.Text.Json.Nodes;
using CoalitionTracker.Data;
using CoalitionTracker.Features.Changes;
using Microsoft.EntityFrameworkCore;

namespace CoalitionTracker.Features.Editing;

/// <summary>The draft was changed elsewhere, in another window of its author or by a reviewer's decision, since this form read it.</summary>
public sealed class DraftMovedException(string message) : Exception(message);

/// <summary>What came of handing a draft in.</summary>
/// <param name="Problems">What must be mended first; empty when it was handed in.</param>
/// <param name="Moved">The record was changed by somebody else in the meantime; the two must be brought together first.</param>
public sealed record HandInResult(IReadOnlyList<Problem> Problems, bool Moved = false)
{
    public bool Succeeded => Problems.Count == 0 && !Moved;
}

/// <summary>
/// An editor's drafts: begun, saved while typing, handed in, taken back, discarded. Every operation asks the store whether the account may do
/// it, whatever page or circuit it comes from.
/// </summary>
public sealed class DraftDesk(IDbContextFactory<CoalitionDb> factory, TimeProvider clock)
{
    private DateTime Now => clock.GetUtcNow().UtcDateTime;

    /// <summary>This account's open draft of a record, or a new one that is not saved yet.</summary>
    /// <returns>Null when there is no such record.</returns>
    public async Task<Draft?> OpenAsync(string? accountId, RecordKind kind, string code, CancellationToken cancel = default)
    {
        await using var db = await factory.CreateDbContextAsync(cancel);
        await db.AllowAsync(accountId, AccountRole.Editor, cancel);
        if (await OpenDraftAsync(db, accountId!, code, cancel) is { } open)
            return open;
        return await DraftRecords.FromRecordAsync(db, accountId!, kind, code, cancel);
    }

    /// <summary>One of this account's drafts.</summary>
    /// <returns>Null when there is none with this number, or it belongs to somebody else.</returns>
    public async Task<Draft?> ReadAsync(string? accountId, Guid id, CancellationToken cancel = default)
    {
        await using var db = await factory.CreateDbContextAsync(cancel);
        await db.AllowAsync(accountId, AccountRole.Editor, cancel);
        return await db.Drafts.Include(d => d.Comments).FirstOrDefaultAsync(d => d.Id == id && d.AccountId == accountId, cancel);
    }

    /// <summary>Begins a new record. A source gets its code at once, so that other drafts can rest on it.</summary>
    public async Task<Draft> BeginAsync(string? accountId, RecordKind kind, JsonObject content, CancellationToken cancel = default)
    {
        await using var db = await factory.CreateDbContextAsync(cancel);
        await using var transaction = await db.BeginWritingAsync(cancel);
        await db.AllowAsync(accountId, AccountRole.Editor, cancel);
        content["state"] ??= RecordState.Published.Slug(); // what it will be when a reviewer lets it through
        var draft = new Draft
        {
            Id = Guid.CreateVersion7(),
            Kind = kind,
            Code = kind is RecordKind.Source ? await Codes.NextAsync(db, new Source(), cancel) : null,
            AccountId = accountId!,
            Content = content.ToJsonString(RecordJson.Options),
            Heading = DraftRecords.HeadingOf(kind, content),
            CreatedAt = Now,
            ChangedAt = Now,
            Version = 1,
        };
        db.Drafts.Add(draft);
        await db.SaveChangesAsync(cancel);
        await transaction.CommitAsync(cancel);
        return draft;
    }

    /// <summary>Keeps what the form holds. Whatever was typed is kept, right or wrong.</summary>
    /// <returns>The draft as it is kept now.</returns>
    /// <exception cref="DraftMovedException">It was changed elsewhere since; what is kept there stands.</exception>
    public async Task<Draft> SaveAsync(string? accountId, Draft draft, CancellationToken cancel = default)
    {
        await using var db = await factory.CreateDbContextAsync(cancel);
        await db.AllowAsync(accountId, AccountRole.Editor, cancel);
        await using var transaction = await db.BeginWritingAsync(cancel);
        var kept = await db.Drafts.AsTracking().FirstOrDefaultAsync(d => d.Id == draft.Id && d.AccountId == accountId, cancel);
        if (kept is null)
        {
            if (draft.Version > 0 || (draft.Code is not null && await OpenDraftAsync(db, accountId!, draft.Code, cancel) is not null))
                throw new DraftMovedException("You have a draft of this record in another window. Open it there, or load it here.");
            kept = new Draft { Id = draft.Id == Guid.Empty ? Guid.CreateVersion7() : draft.Id, CreatedAt = Now };
            (kept.Kind, kept.Code, kept.AccountId) = (draft.Kind, draft.Code, accountId!);
            db.Drafts.Add(kept);
        }
        else if (kept.Version != draft.Version)
            throw new DraftMovedException("This draft was changed in another window since you opened it here.");
        else if (kept.State is not (DraftState.Editing or DraftState.Returned))
            throw new DraftMovedException($"This draft is {kept.State.Label().ToLowerInvariant()}; take it back to change it.");
        (kept.Content, kept.Reason, kept.BaseRevision) = (draft.Content, Cut(draft.Reason, Revision.ReasonMaxLength), draft.BaseRevision);
        kept.Heading = DraftRecords.HeadingOf(kept.Kind, JsonNode.Parse(draft.Content)!.AsObject());
        kept.ChangedAt = Now;
        kept.Version++;
        await db.SaveChangesAsync(cancel);
        await transaction.CommitAsync(cancel);
        return kept;
    }

    /// <summary>Everything that keeps a draft from being handed in, references and documents included.</summary>
    public async Task<IReadOnlyList<Problem>> CheckAsync(string? accountId, Draft draft, CancellationToken cancel = default)
    {
        await using var db = await factory.CreateDbContextAsync(cancel);
        await db.AllowAsync(accountId, AccountRole.Editor, cancel);
        return (await DraftRecords.ReadAsync(db, draft, cancel)).Problems;
    }

    /// <summary>Hands a draft to the reviewers, and with it the new sources that it rests on.</summary>
    public async Task<HandInResult> HandInAsync(string? accountId, Guid id, CancellationToken cancel = default)
    {
        await using var db = await factory.CreateDbContextAsync(cancel);
        await db.AllowAsync(accountId, AccountRole.Editor, cancel);
        await using var transaction = await db.BeginWritingAsync(cancel);
        var draft = await OwnAsync(db, accountId, id, cancel);
        if (draft.State is not (DraftState.Editing or DraftState.Returned))
            throw new DraftMovedException($"This draft is {draft.State.Label().ToLowerInvariant()} already.");
        var reading = await DraftRecords.ReadAsync(db, draft, cancel);
        var problems = reading.Problems.ToList();
        if (string.IsNullOrWhiteSpace(draft.Reason))
            problems.Add(new Problem("reason", "Say in a few words why; readers see it in the history."));
        if (draft.BaseRevision > 0 && await IsUnchangedAsync(db, draft, reading.Record, cancel))
            problems.Add(new Problem("reason", "Nothing differs from the public record yet; there is nothing to review."));
        if (problems.Count > 0)
            return new HandInResult(problems);
        if (draft.Code is not null && await DraftRecords.NewestIdAsync(db, draft.Code, cancel) != draft.BaseRevision)
            return new HandInResult([], Moved: true);
        draft.Code ??= await Codes.NextAsync(db, reading.Record, cancel) ?? reading.Record.Code;
        foreach (var handedIn in reading.NewSources.Append(draft))
        {
            handedIn.Reason = handedIn.Reason.Length > 0 ? handedIn.Reason : draft.Reason;
            handedIn.State = DraftState.InReview;
            handedIn.ChangedAt = Now;
            handedIn.Version++;
        }
        await db.SaveChangesAsync(cancel);
        await transaction.CommitAsync(cancel);
        return new HandInResult([]);
    }

    /// <summary>Takes a draft back from the reviewers, to work on it again.</summary>
    public Task TakeBackAsync(string? accountId, Guid id, CancellationToken cancel = default) =>
        MoveAsync(accountId, id, [DraftState.InReview], DraftState.Editing, cancel);

    /// <summary>Puts a draft aside; it can be taken up again.</summary>
    public Task DiscardAsync(string? accountId, Guid id, CancellationToken cancel = default) =>
        MoveAsync(accountId, id, DraftRecords.Open, DraftState.Discarded, cancel);

    /// <summary>Takes a discarded draft up again.</summary>
    public Task RecoverAsync(string? accountId, Guid id, CancellationToken cancel = default) =>
        MoveAsync(accountId, id, [DraftState.Discarded], DraftState.Editing, cancel);

    /// <summary>What is public now, for a draft that was begun from an older state, and the two brought together.</summary>
    /// <returns>Null when the record has not moved.</returns>
    public async Task<(Revision Newest, MergeResult Merge)?> CompareAsync(string? accountId, Draft draft, CancellationToken cancel = default)
    {
        await using var db = await factory.CreateDbContextAsync(cancel);
        await db.AllowAsync(accountId, AccountRole.Editor, cancel);
        return draft.Code is null ? null : await DraftRecords.MergeAsync(db, draft, cancel);
    }

    /// <summary>Who else has an open draft of the record: their display names.</summary>
    public async Task<IReadOnlyList<string>> OthersAtAsync(string? accountId, string code, CancellationToken cancel = default)
    {
        await using var db = await factory.CreateDbContextAsync(cancel);
        await db.AllowAsync(accountId, AccountRole.Editor, cancel);
        return await db
            .Drafts.Where(d => d.Code == code && d.AccountId != accountId && DraftRecords.Open.Contains(d.State))
            .Join(db.Users, d => d.AccountId, a => a.Id, (d, a) => a.DisplayName)
            .Distinct()
            .ToListAsync(cancel);
    }

    private async Task MoveAsync(string? accountId, Guid id, DraftState[] from, DraftState to, CancellationToken cancel)
    {
        await using var db = await factory.CreateDbContextAsync(cancel);
        await db.AllowAsync(accountId, AccountRole.Editor, cancel);
        await using var transaction = await db.BeginWritingAsync(cancel);
        var draft = await OwnAsync(db, accountId, id, cancel);
        if (!from.Contains(draft.State))
            throw new DraftMovedException($"This draft is {draft.State.Label().ToLowerInvariant()}.");
        (draft.State, draft.ChangedAt) = (to, Now);
        draft.Version++;
        await db.SaveChangesAsync(cancel);
        await transaction.CommitAsync(cancel);
    }

    private static async Task<bool> IsUnchangedAsync(CoalitionDb db, Draft draft, Record record, CancellationToken cancel)
    {
        var now = await DraftRecords.FromRecordAsync(db, draft.AccountId, draft.Kind, draft.Code!, cancel);
        return now is not null && RecordChanges.Between(now.Content, RecordJson.Write(record)).Count == 0;
    }

    private static async Task<Draft> OwnAsync(CoalitionDb db, string? accountId, Guid id, CancellationToken cancel) =>
        await db.Drafts.AsTracking().FirstOrDefaultAsync(d => d.Id == id && d.AccountId == accountId, cancel)
        ?? throw new DraftMovedException("There is no such draft of yours.");

    private static Task<Draft?> OpenDraftAsync(CoalitionDb db, string accountId, string code, CancellationToken cancel) =>
        db
            .Drafts.Include(d => d.Comments)
            .FirstOrDefaultAsync(d => d.AccountId == accountId && d.Code == code && DraftRecords.Open.Contains(d.State), cancel);

    private static string Cut(string text, int length) => text.Length <= length ? text : text[..length];
}
