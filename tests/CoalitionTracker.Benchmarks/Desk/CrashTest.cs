using System.Text.Json.Nodes;
using CoalitionTracker.Data;
using CoalitionTracker.Features.Seeding;
using CoalitionTracker.Shared;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace CoalitionTracker.Benchmarks.Desk;

/// <summary>Kills the program while ten editors save and publish, and looks in the store whether anything that was acknowledged is missing.</summary>
internal static class CrashTest
{
    private const int Editors = 10;

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
                await app.StartAsync();
                await WorkAndKillAsync(app, editors);
                var found = await LossesAsync(app.Store, editors);
                losses += found.Count;
                Console.WriteLine(
                    $"round {round}: killed with {editors.Sum(e => e.Saved)} saves and {editors.Sum(e => e.Published)} publications acknowledged; {(found.Count == 0 ? "nothing lost, store sound" : string.Join("; ", found))}"
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

    /// <summary>Lets the editors work and kills the program at a random moment; what they were doing fails, as it must.</summary>
    private static async Task WorkAndKillAsync(KillableApp app, List<CrashEditor> editors)
    {
        using var stop = new CancellationTokenSource();
        var work = editors.ConvertAll(e => Task.Run(() => e.WorkAsync(app.Site, stop.Token)));
        await Task.Delay(TimeSpan.FromSeconds(6) + (Random.Shared.NextDouble() * TimeSpan.FromSeconds(8)));
        var early = work.Where(w => w.IsFaulted).Select(w => w.Exception!.InnerException!.Message).ToList();
        await app.KillAsync();
        await stop.CancelAsync();
        foreach (var editor in work)
            await editor.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        if (early.Count > 0)
            throw new InvalidDataException($"An editor stopped before the program was killed: {early[0]}");
    }

    /// <summary>Everything that is wrong in the store, in words.</summary>
    private static async Task<List<string>> LossesAsync(string store, List<CrashEditor> editors)
    {
        await using var services = Services(store);
        await using var db = services.GetRequiredService<IDbContextFactory<CoalitionDb>>().CreateDbContext();
        var losses = new List<string>();
        var sound = await db.Database.SqlQuery<string>($"SELECT integrity_check AS Value FROM pragma_integrity_check").ToListAsync();
        if (sound is not ["ok"])
            losses.Add($"integrity_check says {string.Join(", ", sound)}");
        foreach (var editor in editors)
        {
            var record = (Pledge)(await db.ReadAnyAsync(RecordKind.Pledge, editor.Pledge, CancellationToken.None))!;
            var drafts = await db.Drafts.Where(d => d.Code == editor.Pledge).ToListAsync();
            var numbers = drafts.Select(d => NumberIn(JsonNode.Parse(d.Content)!["summary"]!.ToString())).Append(NumberIn(record.Summary));
            if (numbers.Max() < editor.Saved)
                losses.Add($"{editor.Pledge}: number {editor.Saved} was acknowledged as saved, {numbers.Max()} is there");
            if (NumberIn(record.Summary) < editor.Published)
                losses.Add($"{editor.Pledge}: number {editor.Published} was acknowledged as public, {NumberIn(record.Summary)} is there");
            losses.AddRange(await HalvesAsync(db, record, drafts));
        }
        return losses;
    }

    /// <summary>A publication is there as a whole or not at all: the record, its revision, its search entry, and the draft's end.</summary>
    private static async Task<List<string>> HalvesAsync(CoalitionDb db, Pledge record, List<Draft> drafts)
    {
        var halves = new List<string>();
        var revisions = await db.Revisions.Where(r => r.Code == record.Code).OrderByDescending(r => r.Id).ToListAsync();
        if (revisions[0].Snapshot != RecordJson.Write(record))
            halves.Add($"{record.Code} is not what its newest revision says");
        if (!(await db.SearchEntries.FirstAsync(e => e.Code == record.Code)).Body.Contains(record.Summary, StringComparison.Ordinal))
            halves.Add($"{record.Code} is found by an older text");
        var published = drafts.Where(d => d.State is DraftState.Published).Select(d => d.PublishedAs).Order();
        if (!published.SequenceEqual(revisions.Select(r => (long?)r.Id).Order().Skip(1))) // the first is the preparation's
            halves.Add($"{record.Code} has {revisions.Count - 1} revisions and {published.Count()} published drafts");
        return halves;
    }

    private static int NumberIn(string summary) => int.Parse(summary.Split(' ')[1], System.Globalization.CultureInfo.InvariantCulture);

    private static ServiceProvider Services(string store) =>
        new ServiceCollection()
            .AddLogging()
            .AddSingleton(TimeProvider.System)
            .AddStorage(new StorageOptions { ConnectionString = $"Data Source={store};Pooling=False" })
            .AddSingleton(new SeedOptions { Sets = "article" })
            .AddSingleton<Seeder>()
            .BuildServiceProvider();
}
