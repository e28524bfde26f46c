using CoalitionTracker.Data;
using CoalitionTracker.Tests.Support;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace CoalitionTracker.Tests.Features.Changes;

/// <summary>A product whose record was entered, changed and deprecated over some days, on each provider.</summary>
public sealed class AppWithChanges : IAsyncLifetime
{
    /// <summary>Of the pledge that changed twice.</summary>
    public const string Changed = "JPN-2025-901";

    /// <summary>Of the pledge that changed and changed back.</summary>
    public const string ThereAndBack = "JPN-2025-902";

    /// <summary>Of the pledge that was deprecated.</summary>
    public const string Deprecated = "JPN-2025-903";

    /// <summary>Of a pledge that was never public, and of one that was a draft first.</summary>
    public const string Draft = "JPN-2025-904";
    public const string OnceDraft = "JPN-2025-905";

    private readonly Dictionary<StorageProvider, TestApp> apps = [];

    public TestClock Clock { get; } = new();

    public TestApp App => apps[StorageProvider.Sqlite];

    public static DateOnly Day(int day) => new TestClock { DaysAhead = day }.Today;

    public async ValueTask InitializeAsync() => await OnAsync(StorageProvider.Sqlite);

    public async Task<TestApp> OnAsync(StorageProvider provider)
    {
        if (apps.TryGetValue(provider, out var known))
            return known;
        var app = new TestApp(await Databases.CreateAsync(provider, Content.Tables), "")
        {
            Replace = services => services.Replace(ServiceDescriptor.Singleton<TimeProvider>(Clock)),
        };
        await FillAsync(app);
        return apps[provider] = app;
    }

    /// <summary>The number of a record's version, counted from 0.</summary>
    public async Task<long> VersionAsync(string code, int which, StorageProvider provider = StorageProvider.Sqlite)
    {
        await using var db = (await OnAsync(provider)).Open();
        return db.Revisions.Where(r => r.Code == code).OrderBy(r => r.Id).Select(r => r.Id).AsEnumerable().ElementAt(which);
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var app in apps.Values)
            await app.DisposeAsync();
    }

    private async Task FillAsync(TestApp app)
    {
        var editor = new Edit("Olena Editor", "Corrected after the speech", "Ren Reviewer");
        Clock.DaysAhead = 0;
        await SaveAsync(
            new Edit("Olena Editor", "First facts"),
            [
                Example.Source(Example.SourceCode),
                Example.Source(Example.TreatyCode, SourceKind.TreatyText),
                .. new[] { Changed, ThereAndBack, Deprecated }.Select(c => Pledge(c, "First")),
            ]
        );
        await SaveAsync(
            editor,
            Pledge(Draft, "Zanzibarine", p => p.State = RecordState.Draft),
            Pledge(OnceDraft, "Zanzibarine", p => p.State = RecordState.Draft)
        );
        Clock.DaysAhead = 2;
        await SaveAsync(editor, Pledge(Changed, "Second"));
        await SaveAsync(editor, Pledge(ThereAndBack, "Second"));
        Clock.DaysAhead = 4;
        await SaveAsync(editor, Pledge(OnceDraft, "Published"));
        await SaveAsync(new Edit("Ren Reviewer", "The amount <b>was</b> found", "Ren Reviewer"), Pledge(Changed, "Third", Sign));
        await SaveAsync(editor, Pledge(ThereAndBack, "First"));
        await SaveAsync(editor, Pledge(Deprecated, "First", p => (p.State, p.StateReason) = (RecordState.Deprecated, "Counted twice.")));

        Task SaveAsync(Edit edit, params Record[] records) => app.Services.GetRequiredService<RecordWriter>().SaveAsync(records, edit);
    }

    private static void Sign(Pledge pledge)
    {
        pledge.Levels.Add(
            new LevelChange
            {
                Level = Level.Signed,
                On = RecordDate.Parse("2025-09-01"),
                Source = Example.TreatyCode,
            }
        );
        pledge.Citations.Add(Example.Citation(Example.TreatyCode, Grade.A));
        pledge.Contribution = Contribution.Financial;
    }

    private static Pledge Pledge(string code, string title, Action<Pledge>? change = null)
    {
        var pledge = Example.Pledge(code);
        pledge.Title = title;
        change?.Invoke(pledge);
        return pledge;
    }
}
