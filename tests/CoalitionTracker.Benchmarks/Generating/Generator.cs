using CoalitionTracker.Data;
using CoalitionTracker.Features.Seeding;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace CoalitionTracker.Benchmarks.Generating;

/// <summary>
/// Makes a store of many pledges: the product's own tables and reference data, then rows as the product would write them, without a revision
/// for each of them.
/// </summary>
internal static class Generator
{
    /// <summary>States whose pledges are the most numerous, the busiest first; all others follow by code.</summary>
    private static readonly string[] Busiest = ["GBR", "DEU", "FRA", "USA", "NOR", "POL", "SWE", "NLD", "CAN", "JPN", "DNK", "ITA", "TUR", "EST"];

    /// <exception cref="InvalidDataException">The store is not as the model has it, or a generated record breaks a rule.</exception>
    public static async Task GenerateAsync(string path, int total)
    {
        if (total is < 1 or > PledgeMaker.MaxTotal)
            throw new ArgumentOutOfRangeException(nameof(total), $"Give a number of pledges from 1 to {PledgeMaker.MaxTotal}.");
        File.Delete(path);
        var services = new ServiceCollection()
            .AddLogging()
            .AddSingleton(TimeProvider.System)
            .AddStorage(new StorageOptions { ConnectionString = $"Data Source={path};Pooling=False" })
            .AddSingleton(new SeedOptions { Sets = "" })
            .AddSingleton<Seeder>();
        await using var provider = services.BuildServiceProvider();
        await provider.GetRequiredService<Migrator>().MigrateAsync();
        await provider.GetRequiredService<Seeder>().SeedAsync();
        await using var db = await provider.GetRequiredService<IDbContextFactory<CoalitionDb>>().CreateDbContextAsync();
        await db.Database.OpenConnectionAsync();
        Fill(db, total);
    }

    private static void Fill(CoalitionDb db, int total)
    {
        var countries = db.Countries.ToDictionary(c => c.Code);
        var states = countries
            .Values.Where(c => c.Type is CountryKind.State && c.Code is not Country.Recipient)
            .Select(c => c.Code)
            .Order(StringComparer.Ordinal)
            .ToList();
        var words = WordList.Read();
        var maker = new PledgeMaker([.. Busiest.Intersect(states), .. states.Except(Busiest)], words, total);
        var connection = (SqliteConnection)db.Database.GetDbConnection();
        var load = new BulkLoad(connection);
        using (var rows = new RecordRows(db, connection, countries))
        {
            foreach (var source in SourceMaker.Make(words))
                rows.Insert(source);
            var made = Enumerable.Range(0, total).AsParallel().AsOrdered().Select(n => (Pledge: maker.Make(n), Number: n));
            foreach (var (pledge, number) in made)
            {
                if (number < 1_000 && pledge.Check().FirstOrDefault() is { } problem)
                    throw new InvalidDataException($"{pledge.Code} {problem.Field}: {problem.Message}");
                rows.Insert(pledge);
            }
            rows.InsertRevision(maker.Make(0), $"{total} generated pledges");
        }
        load.Complete();
    }
}
