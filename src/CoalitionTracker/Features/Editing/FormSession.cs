using System.Text.Json.Nodes;
using CoalitionTracker.Data;

namespace CoalitionTracker.Features.Editing;

/// <summary>Where the work in a form stands against the store.</summary>
public enum SaveState
{
    /// <summary>Nothing was typed yet.</summary>
    Untouched,
    Unsaved,
    Saved,

    /// <summary>The store did not answer; it is tried again.</summary>
    Failed,

    /// <summary>The draft was changed elsewhere; nothing is saved from here until the editor has chosen.</summary>
    Moved,
}

/// <summary>
/// One editor at one form: saves what is typed at most <see cref="Delay"/> after it was typed, and notices when somebody else changed the record.
/// Lives in a circuit and is used from its thread only.
/// </summary>
public sealed class FormSession : IAsyncDisposable
{
    /// <summary>From the first change that is not saved yet to its save.</summary>
    public static readonly TimeSpan Delay = TimeSpan.FromSeconds(1.5);

    private readonly DraftDesk desk;
    private readonly string? accountId;
    private readonly TimeProvider clock;
    private readonly SemaphoreSlim saving = new(1);
    private bool isDirty;
    private bool isPlanned;
    private bool isClosed;

    public FormSession(DraftDesk desk, string? accountId, Draft draft, TimeProvider clock)
    {
        (this.desk, this.accountId, this.clock, Draft) = (desk, accountId, clock, draft);
        Form = new FormState(draft.Kind, draft.Code, DraftRecords.ContentOf(draft));
        Status = draft.Version > 0 ? SaveState.Saved : SaveState.Untouched;
        Form.Changed += Plan;
        Form.Read();
    }

    public Draft Draft { get; private set; }

    public FormState Form { get; }

    public SaveState Status { get; private set; }

    /// <summary>Why it could not be saved, in words; null when it could.</summary>
    public string? Trouble { get; private set; }

    /// <summary>When it was last saved, UTC.</summary>
    public DateTime SavedAt { get; private set; }

    /// <summary>What somebody else made public since this draft was begun; null when nothing.</summary>
    public (Revision Newest, MergeResult Merge)? Moved { get; private set; }

    /// <summary>The state of saving is another one.</summary>
    public event Action? Changed;

    /// <summary>What others did to the record is another one than before.</summary>
    public event Action? MovedChanged;

    /// <summary>The reason of the change, kept with the draft.</summary>
    public string Reason
    {
        get => Draft.Reason;
        set
        {
            Draft.Reason = value;
            Plan();
        }
    }

    /// <summary>Saves now what is not saved yet.</summary>
    /// <returns>Whether everything that was typed is saved.</returns>
    public async Task<bool> SaveAsync()
    {
        await saving.WaitAsync();
        try
        {
            if (!isDirty || Status is SaveState.Moved)
                return !isDirty;
            isDirty = false;
            Draft.Content = Form.Content.ToJsonString(RecordJson.Options);
            var toSave = Copy(Draft);
            // Not on the circuit's thread: typing must not wait for the disk.
            var kept = await Task.Run(() => desk.SaveAsync(accountId, toSave));
            (Draft.Id, Draft.Version, Draft.State, Draft.Heading) = (kept.Id, kept.Version, kept.State, kept.Heading);
            (Status, SavedAt, Trouble) = (isDirty ? SaveState.Unsaved : SaveState.Saved, clock.GetUtcNow().UtcDateTime, null);
            return !isDirty;
        }
        catch (DraftMovedException moved)
        {
            (Status, Trouble, isDirty) = (SaveState.Moved, moved.Message, true);
            return false;
        }
        catch (AccessDeniedException denied)
        {
            (Status, Trouble, isDirty) = (SaveState.Failed, denied.Message, true);
            return false;
        }
        catch (System.Data.Common.DbException)
        {
            (Status, Trouble, isDirty) = (SaveState.Failed, "The store does not answer. Keep this page open; it is tried again.", true);
            return false;
        }
        finally
        {
            saving.Release();
            Changed?.Invoke();
        }
    }

    /// <summary>Once the editor wants to hand in, also looks for what only the store can find: unknown codes, a level without its document.</summary>
    private async Task CheckAsync()
    {
        if (!Form.IsShowingAll)
            return;
        try
        {
            var draft = Copy(Draft);
            Form.Read(await Task.Run(() => desk.CheckAsync(accountId, draft)));
        }
        catch (Exception later) when (later is AccessDeniedException or System.Data.Common.DbException)
        {
            // Saving says what is wrong; this looks again after the next save.
        }
    }

    /// <summary>Looks whether the record is still as it was when this draft was begun.</summary>
    /// <returns>Whether it could be looked at.</returns>
    public async Task<bool> LookAsync()
    {
        if (Draft.Code is null || Draft.BaseRevision == 0)
            return true;
        var draft = Copy(Draft);
        draft.Content = Form.Content.ToJsonString(RecordJson.Options);
        try
        {
            var (before, now) = (Moved, await Task.Run(() => desk.CompareAsync(accountId, draft)));
            Moved = now;
            if (before?.Newest.Id != now?.Newest.Id)
                MovedChanged?.Invoke();
            return true;
        }
        catch (Exception later) when (later is AccessDeniedException or System.Data.Common.DbException)
        {
            return false; // saving says what is wrong; this looks again after the next save
        }
    }

    /// <summary>After the draft was changed in another window: goes on from there, or puts what this window holds in its place.</summary>
    public async Task TakeOverAsync(bool keepMine)
    {
        var kept = Draft.Id == Guid.Empty ? await desk.OpenAsync(accountId, Draft.Kind, Draft.Code!) : await desk.ReadAsync(accountId, Draft.Id);
        if (kept is null)
            return;
        var reason = Draft.Reason;
        Draft = kept;
        if (keepMine)
            Draft.Reason = reason;
        (Status, Trouble, isDirty) = (SaveState.Saved, null, false);
        if (keepMine)
            Plan();
        else
            Form.Load(DraftRecords.ContentOf(kept));
        Changed?.Invoke();
    }

    /// <summary>Goes on from both people's changes.</summary>
    public void BringInLine(JsonObject merged)
    {
        Draft.BaseRevision = Moved!.Value.Newest.Id;
        Moved = null;
        Form.Replace(merged);
        MovedChanged?.Invoke();
    }

    public async ValueTask DisposeAsync()
    {
        Form.Changed -= Plan;
        isClosed = true;
        await SaveAsync();
    }

    private void Plan()
    {
        isDirty = true;
        if (Status is not SaveState.Moved)
            Status = SaveState.Unsaved;
        if (isPlanned)
            return;
        isPlanned = true;
        Changed?.Invoke();
        _ = SaveSoonAsync();
    }

    /// <summary>Reads the form for its problems and saves, until there is nothing left to save.</summary>
    private async Task SaveSoonAsync()
    {
        await Task.Delay(Delay, clock);
        isPlanned = false;
        if (isClosed || !isDirty)
            return; // saved meanwhile, as by handing in: what was found then stands
        Form.Read();
        if (await SaveAsync())
        {
            await LookAsync();
            await CheckAsync();
        }
        else if (Status is SaveState.Failed or SaveState.Unsaved && !isPlanned)
        {
            isPlanned = true;
            _ = SaveSoonAsync();
        }
    }

    private static Draft Copy(Draft draft) =>
        new()
        {
            Id = draft.Id,
            Kind = draft.Kind,
            Code = draft.Code,
            BaseRevision = draft.BaseRevision,
            AccountId = draft.AccountId,
            Content = draft.Content,
            Heading = draft.Heading,
            Reason = draft.Reason,
            Version = draft.Version,
        };
}
