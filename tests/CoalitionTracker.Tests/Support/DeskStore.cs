using System.Text.Json.Nodes;
using CoalitionTracker.Data;
using CoalitionTracker.Features.Editing;
using CoalitionTracker.Features.Review;
using CoalitionTracker.Shared;
using Microsoft.EntityFrameworkCore;

namespace CoalitionTracker.Tests.Support;

/// <summary>A store with people at the desk: an editor, a second one, a reviewer, an administrator, and one whose account is disabled.</summary>
public sealed class DeskStore : IAsyncDisposable
{
    private readonly TestStore store;

    private DeskStore(TestStore store, bool allowSelfReview)
    {
        this.store = store;
        Factory = new StoreFactory(store);
        Options = new ReviewOptions { AllowSelfReview = allowSelfReview };
        Drafts = new DraftDesk(Factory, Clock);
        Review = new ReviewDesk(Factory, Options, Clock);
        Lookups = new Lookups(Factory);
        Freshness = new Freshness(new FreshnessOptions(), Clock);
        Inbox = new InboxQueries(Factory, Options, Freshness, Clock);
        Stale = new StaleDesk(Factory, Freshness, Review, Lookups, Clock);
        Restore = new RestoreDesk(Factory, Review);
        Duplicates = new DuplicateFinder(Factory);
    }

    public TimeProvider Clock { get; } = TimeProvider.System;
    public IDbContextFactory<CoalitionDb> Factory { get; }
    public ReviewOptions Options { get; }
    public DraftDesk Drafts { get; }
    public ReviewDesk Review { get; }
    public Lookups Lookups { get; }
    public Freshness Freshness { get; }
    public InboxQueries Inbox { get; }
    public StaleDesk Stale { get; }
    public RestoreDesk Restore { get; }
    public DuplicateFinder Duplicates { get; }

    public string Editor { get; } = "editor";
    public string Second { get; } = "second";
    public string Reviewer { get; } = "reviewer";
    public string Administrator { get; } = "administrator";
    public string Disabled { get; } = "disabled";

    public static async Task<DeskStore> CreateAsync(StorageProvider provider = StorageProvider.Sqlite, bool allowSelfReview = false)
    {
        var desk = new DeskStore(await TestStore.WithBasicsAsync(provider), allowSelfReview);
        await using var db = desk.Open();
        db.Users.AddRange(
            Person(desk.Editor, AccountRole.Editor),
            Person(desk.Second, AccountRole.Editor),
            Person(desk.Reviewer, AccountRole.Reviewer),
            Person(desk.Administrator, AccountRole.Administrator),
            Person(desk.Disabled, AccountRole.Administrator, DateTime.UtcNow)
        );
        await db.SaveChangesAsync();
        return desk;
    }

    public CoalitionDb Open() => store.Open();

    public Task SaveAsync(params IReadOnlyCollection<Record> records) => store.SaveAsync(records);

    public Task<T?> ReadAsync<T>(string code)
        where T : Record => store.ReadAsync<T>(code);

    public Task<List<Revision>> RevisionsAsync(string? code = null) => store.RevisionsAsync(code);

    /// <summary>A draft as the store has it.</summary>
    public async Task<Draft> DraftAsync(Guid id)
    {
        await using var db = Open();
        return await db.Drafts.Include(d => d.Comments).FirstAsync(d => d.Id == id);
    }

    /// <summary>A new pledge that keeps every rule, as a form would hold it.</summary>
    public static JsonObject NewPledge(string title = "A company of 50 to 250 soldiers") =>
        new()
        {
            ["title"] = title,
            ["summary"] = "What exactly is promised.",
            ["parties"] = new JsonArray(new JsonObject { ["country"] = "JPN" }),
            ["contribution"] = "land-forces",
            ["announced"] = "19 Aug 2025",
            ["levels"] = new JsonArray(new JsonObject { ["level"] = "declared", ["on"] = "2025-08-19" }),
            ["citations"] = new JsonArray(new JsonObject { ["source"] = Example.SourceCode, ["grade"] = "b" }),
        };

    /// <summary>An editor's new pledge, handed in.</summary>
    public async Task<Draft> HandedInAsync(JsonObject? content = null, string? by = null)
    {
        var draft = await Drafts.BeginAsync(by ?? Editor, RecordKind.Pledge, content ?? NewPledge());
        draft.Reason = "A new offer";
        draft = await Drafts.SaveAsync(by ?? Editor, draft);
        var result = await Drafts.HandInAsync(by ?? Editor, draft.Id);
        Assert.True(result.Succeeded, string.Join(' ', result.Problems.Select(p => $"{p.Field}: {p.Message}")));
        return await DraftAsync(draft.Id);
    }

    /// <summary>An editor's change to a stored record, saved.</summary>
    public async Task<Draft> ChangedAsync(string code, Action<JsonObject> change, string? by = null)
    {
        var draft = await Drafts.OpenAsync(by ?? Editor, RecordKind.Pledge, code);
        var content = JsonNode.Parse(draft!.Content)!.AsObject();
        change(content);
        (draft.Content, draft.Reason) = (content.ToJsonString(), "A correction");
        return await Drafts.SaveAsync(by ?? Editor, draft);
    }

    public ValueTask DisposeAsync() => store.DisposeAsync();

    private static Account Person(string id, AccountRole role, DateTime? disabledAt = null) =>
        new()
        {
            Id = id,
            UserName = $"{id}@example.org",
            NormalizedUserName = $"{id}@EXAMPLE.ORG".ToUpperInvariant(),
            DisplayName = $"The {id}",
            Role = role,
            CreatedAt = DateTime.UtcNow,
            DisabledAt = disabledAt,
        };

    private sealed class StoreFactory(TestStore store) : IDbContextFactory<CoalitionDb>
    {
        public CoalitionDb CreateDbContext() => store.Open();
    }
}
