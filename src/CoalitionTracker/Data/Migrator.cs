using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;

namespace CoalitionTracker.Data;

/// <summary>The store cannot be used as it is; the message says what to do.</summary>
public sealed class StorageException(string message) : Exception(message);

/// <summary>Brings the store up to this program's model when the program starts.</summary>
public sealed partial class Migrator(IDbContextFactory<CoalitionDb> factory, StorageOptions options, ILogger<Migrator> log)
{
    /// <exception cref="StorageException">The store was written by a newer program.</exception>
    public async Task MigrateAsync(CancellationToken cancel = default)
    {
        await using var db = await factory.CreateDbContextAsync(cancel);
        var place = PlaceOf(db);
        if (options.Provider is StorageProvider.Sqlite && Path.GetDirectoryName(place) is { Length: > 0 } folder)
            Directory.CreateDirectory(folder);
        var known = db.Database.GetMigrations().ToHashSet();
        var unknown = (await db.Database.GetAppliedMigrationsAsync(cancel)).Where(m => !known.Contains(m)).ToList();
        if (unknown.Count > 0)
        {
            throw new StorageException(
                $"The database {place} is newer than this program: it has {string.Join(", ", unknown)}. Start the newer program, or give another database in Storage:ConnectionString."
            );
        }
        await db.Database.MigrateAsync(cancel);
        await FillKnownOnAsync(db, cancel);
        LogStore(options.Provider, place);
    }

    /// <summary>Stores that an older program wrote have no <see cref="Pledge.KnownOn"/> yet. No revision: what the record says stays the same.</summary>
    private static async Task FillKnownOnAsync(CoalitionDb db, CancellationToken cancel)
    {
        foreach (var pledge in await db.Pledges.Where(p => p.KnownOn == null).ToListAsync(cancel))
        {
            pledge.Derive();
            await db.Pledges.Where(p => p.Code == pledge.Code).ExecuteUpdateAsync(p => p.SetProperty(x => x.KnownOn, pledge.KnownOn), cancel);
        }
    }

    private static string PlaceOf(CoalitionDb db)
    {
        var connection = db.Database.GetDbConnection();
        return connection is SqliteConnection sqlite ? Path.GetFullPath(sqlite.DataSource) : $"{connection.Database} on {connection.DataSource}";
    }

    [LoggerMessage(LogLevel.Information, "The record is kept in {Provider}: {Place}")]
    private partial void LogStore(StorageProvider provider, string place);
}
