using System.Collections.Concurrent;
using Microsoft.EntityFrameworkCore;

namespace CoalitionTracker.Data;

/// <summary>
/// The version of the record: the number of its newest revision, and everything that is computed once per version. What is asked for
/// first reads the version from the store, so that no node ever answers from an older record than it could have seen. What is computed lasts
/// for a day (UTC) at most, because some of it follows the calendar: a pledge grows stale without being touched.
/// </summary>
public sealed class RecordVersion(IDbContextFactory<CoalitionDb> factory, TimeProvider clock)
{
    private readonly ConcurrentDictionary<Type, (DateOnly Day, long Version, Lazy<Task<object>> Value)> kept = new();

    /// <summary>
    /// The newest revision's number; 0 for an empty record. Asked at every request: of a kept page it is most of the work, and so goes to the store
    /// by the shortest way.
    /// </summary>
    public async Task<long> CurrentAsync(CancellationToken cancel = default)
    {
        await using var db = await factory.CreateDbContextAsync(cancel);
        var connection = db.Database.GetDbConnection();
        await connection.OpenAsync(cancel);
        try
        {
            await using var newest = connection.CreateCommand();
            newest.CommandText = """SELECT "Id" FROM "Revisions" ORDER BY "Id" DESC LIMIT 1""";
            return await newest.ExecuteScalarAsync(cancel) is long id ? id : 0;
        }
        finally
        {
            await connection.CloseAsync();
        }
    }

    /// <summary>
    /// Today's value of this version, or of a newer one that was asked for in the meantime; loaded at most once, however many ask.
    /// </summary>
    public async Task<T> OnceAsync<T>(long version, Func<CoalitionDb, Task<T>> load, CancellationToken cancel = default)
        where T : class
    {
        var today = DateOnly.FromDateTime(clock.GetUtcNow().UtcDateTime);
        var (_, _, value) = kept.AddOrUpdate(
            typeof(T),
            _ => (today, version, Load(load)),
            (_, old) => old.Day == today && old.Version >= version && !old.Value.IsFailed() ? old : (today, version, Load(load))
        );
        return (T)await value.Value.WaitAsync(cancel);
    }

    private Lazy<Task<object>> Load<T>(Func<CoalitionDb, Task<T>> load)
        where T : class =>
        new(async () =>
        {
            await using var db = await factory.CreateDbContextAsync();
            return await load(db);
        });
}

file static class LazyTasks
{
    public static bool IsFailed(this Lazy<Task<object>> lazy) => lazy.IsValueCreated && (lazy.Value.IsFaulted || lazy.Value.IsCanceled);
}
