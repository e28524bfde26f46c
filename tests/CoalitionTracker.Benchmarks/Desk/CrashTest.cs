using System.Globalization;
using System.Text.Json.Nodes;
using CoalitionTracker.Data;
using CoalitionTracker.Features.Editing;
using CoalitionTracker.Features.Seeding;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace CoalitionTracker.Benchmarks.Desk;

/// <summary>Kills the program while ten editors save and publish, and looks in the store whether anything that was acknowledged is missing.</summary>
internal static class CrashTest
{
    private const int Editors = 10;

    /// <summary>Within so many milliseconds after a click on "Publish" the program is killed in every other round.</summary>
    private const int SoonAfterPublishing = 100;

    /// <summary>From the first publication to the kill, or to the publication that is cut off.</summary>
    private static readonly TimeSpan Longest = TimeSpan.FromSeconds(8);

    /// <summary>New pledges that each editor is given in each round.</summary>
    private const int NewPledges = 2;

    public static async Task<int> RunAsync(int rounds)
    {
        var folder = Directory.CreateTempSubdirectory("coalitiontracker-crash-");
        try
        {
            await using var app = new KillableApp(folder.FullName);
            var editors = await PrepareAsync(app.Store);
            var losses = 0;
            for (var round = 1; round <= rounds; round++)
            {
                await GiveNewPledgesAsync(app.Store, editors);
                var started = await app.StartAsync();
                await WorkAndKillAsync(app, editors, whilePublishing: round % 2 == 0);
                var found = await LossesAsync(app.Store, editors);
                losses += found.Count;
                var saves = editors.Sum(e => e.Saved) + editors.Sum(e => e.SavedNew.Count);
                var publications = editors.Sum(e => e.Published) + editors.Sum(e => e.PublishedNew.Count);
                Console.WriteLine(
                    $"round {round}: started in {started.TotalSeconds:0.0} s, killed {(round % 2 == 0 ? "while publishing" : "at random")}, acknowledged so far up to {saves} saves and {publications} publications; {(found.Count == 0 ? "nothing lost, store whole" : string.Join("; ", found))}"
                );
            }
            await app.StartAsync();
            Console.WriteLine(
                losses == 0 ? $"kept   {rounds} kills, nothing acknowledged was lost, and the program starts" : $"BROKEN {losses} losses"
            );
            return losses == 0 ? 0 : 1;
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    private static async Task<List<CrashEditor>> PrepareAsync(string store)
    {
        await using var services = Services(store);
        await services.GetRequiredService<Migrator>().MigrateAsync();
        await services.GetRequiredService<Seeder>().SeedAsync();
        await using var db = services.GetRequiredService<IDbContextFactory<CoalitionDb>>().CreateDbContext();
        await DeskPeople.AddAsync(db, Editors, AccountRole.Reviewer);
        var editors = Enumerable.Range(0, Editors).Select(i => new CrashEditor(i, $"JPN-2025-{801 + i}")).ToList();
        var pledges = editors.ConvertAll(e => new Pledge
        {
            Code = e.Pledge,
            Title = $"The pledge of person {e.Person}",
            Summary = CrashEditor.SummaryOf(0),
            Parties = [new() { Country = "JPN" }],
            Announced = RecordDate.Parse("2025-08-19"),
            Levels = [new() { Level = Level.Declared, On = RecordDate.Parse("2025-08-19") }],
            Citations = [new() { Source = "SRC-0001", Grade = Grade.D }],
        });
        await services.GetRequiredService<RecordWriter>().SaveAsync(pledges, new Edit("Crash test", "To be changed"));
        return editors;
    }

    /// <summary>Drafts of new pledges, each resting on a new source that becomes public with it.</summary>
    private static async Task GiveNewPledgesAsync(string store, List<CrashEditor> editors)
    {
        await using var services = Services(store);
        var factory = services.GetRequiredService<IDbContextFactory<CoalitionDb>>();
        await using var db = factory.CreateDbContext();
        var accounts = await db.Users.ToDictionaryAsync(a => a.Email!, a => a.Id);
        var desk = new DraftDesk(factory, TimeProvider.System);
        foreach (var editor in editors.SelectMany(e => Enumerable.Repeat(e, NewPledges)))
        {
            var account = accounts[DeskPeople.EmailOf(editor.Person)];
            var source = await desk.BeginAsync(account, RecordKind.Source, new JsonObject { ["title"] = "A speech", ["kind"] = "news" });
            editor.Give((await desk.BeginAsync(account, RecordKind.Pledge, DeskPeople.Offer("FRA", source.Code!))).Id);
        }
    }

    /// <summary>Lets the editors work and kills the program; what they were doing fails, as it must.</summary>
    private static async Task WorkAndKillAsync(KillableApp app, List<CrashEditor> editors, bool whilePublishing)
    {
        using var stop = new CancellationTokenSource();
        var work = editors.ConvertAll(e => Task.Run(() => e.WorkAsync(app.Site, stop.Token)));
        await NextPublicationAsync(editors, work); // however slow the machine is, they are at it now
        await Task.Delay(Random.Shared.NextDouble() * Longest);
        if (whilePublishing)
        {
            await NextPublicationAsync(editors, work);
            await Task.Delay(Random.Shared.Next(SoonAfterPublishing));
        }
        var early = work.Where(w => w.IsFaulted).Select(w => w.Exception!.InnerException!.Message).ToList();
        await app.KillAsync();
        await stop.CancelAsync();
        foreach (var editor in work)
            await editor.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        if (early.Count > 0)
            throw new InvalidDataException($"An editor stopped before the program was killed: {early[0]}");
    }

    /// <summary>Waits until an editor clicks on "Publish", or one has failed.</summary>
    private static async Task NextPublicationAsync(List<CrashEditor> editors, List<Task> work)
    {
        var publishing = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        foreach (var editor in editors)
            editor.Publishing = () => publishing.TrySetResult();
        await Task.WhenAny([publishing.Task, .. work]).WaitAsync(TimeSpan.FromMinutes(2));
    }

    /// <summary>What is wrong in the store by itself, and what the pages had said and the store does not have; in words.</summary>
    private static async Task<List<string>> LossesAsync(string store, List<CrashEditor> editors)
    {
        await using var services = Services(store);
        await using var db = services.GetRequiredService<IDbContextFactory<CoalitionDb>>().CreateDbContext();
        var losses = await StoreAudit.FaultsAsync(db);
        foreach (var editor in editors)
        {
            var record = await db.Pledges.SingleAsync(p => p.Code == editor.Pledge);
            var drafts = await db.Drafts.Where(d => d.Code == editor.Pledge).ToListAsync();
            var newest = drafts.Select(NumberIn).Append(NumberIn(record.Summary)).Max();
            if (newest < editor.Saved)
                losses.Add($"{editor.Pledge}: number {editor.Saved} was acknowledged as saved, {newest} is there");
            if (NumberIn(record.Summary) < editor.Published)
                losses.Add($"{editor.Pledge}: number {editor.Published} was acknowledged as public, {NumberIn(record.Summary)} is there");
            foreach (var (id, number) in editor.SavedNew)
            {
                var draft = await db.Drafts.SingleAsync(d => d.Id == id);
                var isPublic = draft.Code is not null && await db.Pledges.AnyAsync(p => p.Code == draft.Code);
                if (NumberIn(draft) < number)
                    losses.Add($"draft {id}: number {number} was acknowledged as saved, {NumberIn(draft)} is there");
                if (isPublic != draft.State is DraftState.Published || (editor.PublishedNew.Contains(id) && !isPublic))
                    losses.Add($"{draft.Code}: the draft is {draft.State.Label()}, the record is {(isPublic ? "" : "not ")}there");
            }
        }
        return losses;
    }

    private static int NumberIn(Draft draft) => NumberIn(JsonNode.Parse(draft.Content)!["summary"]!.ToString());

    /// <summary>0 where no number was typed yet.</summary>
    private static int NumberIn(string summary) =>
        summary.StartsWith("Number ", StringComparison.Ordinal) ? int.Parse(summary.Split(' ')[1], CultureInfo.InvariantCulture) : 0;

    private static ServiceProvider Services(string store) =>
        new ServiceCollection()
            .AddLogging()
            .AddSingleton(TimeProvider.System)
            .AddStorage(new StorageOptions { ConnectionString = $"Data Source={store};Pooling=False" })
            .AddSingleton(new SeedOptions { Sets = "article" })
            .AddSingleton<Seeder>()
            .BuildServiceProvider();
}
