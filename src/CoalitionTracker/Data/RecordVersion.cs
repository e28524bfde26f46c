using System.Collections.Concurrent;
using Microsoft.EntityFrameworkCore;

namespace CoalitionTracker.Data;

/// <summary>
/// The version of the record: the number of its newest revision, and everything that is computed once per version. What is asked for
/// first reads the version from the store, so that no node ever answers from an older record than it could have seen.
/// </summary>
public sealed class RecordVersion(IDbContextFactory<CoalitionDb> factory)
{
    private readonly ConcurrentDictionary<Type, (long Version, Lazy<Task<object>> Value)> kept = new();

    /// <summary>The newest revision's number; 0 for an empty record.</summary>
    public async Task<long> CurrentAsync(CancellationToken cancel = default)
    {
        await using var db = await factory.CreateDbContextAsync(cancel);
        return await NewestAsync(db, cancel);
    }

    /// <summary>
    /// The value of this version, or of a newer one that was asked for in the meantime; loaded at most once, however many ask.
    /// </summary>
    public async Task<T> OnceAsync<T>(long version, Func<CoalitionDb, Task<T>> load, CancellationToken cancel = default)
        where T : class
    {
        var (_, value) = kept.AddOrUpdate(
            typeof(T),
            _ => (version, Load(load)),
            (_, old) => old.Version >= version && !old.Value.IsFailed() ? old : (version, Load(load))
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

    private static Task<long> NewestAsync(CoalitionDb db, CancellationToken cancel) =>
        db.Revisions.OrderByDescending(r => r.Id).Select(r => r.Id).FirstOrDefaultAsync(cancel);
}

file static class LazyTasks
{
    public static bool IsFailed(this Lazy<Task<object>> lazy) => lazy.IsValueCreated && (lazy.Value.IsFaulted || lazy.Value.IsCanceled);
}
