using System.Collections.Concurrent;

namespace CoalitionTracker.Features.Pledges;

/// <summary>What was made from one book of pledges, each kind of it once.</summary>
public sealed class BookViews
{
    private readonly ConcurrentDictionary<Type, Lazy<Task<object>>> kept = new();

    /// <summary>The one of its kind, made now if it is not there yet; what could not be made is tried again by the next who asks.</summary>
    public async Task<T> OnceAsync<T>(Func<Task<T>> make, CancellationToken cancel)
        where T : class
    {
        var value = kept.AddOrUpdate(typeof(T), _ => Made(make), (_, old) => IsFailed(old) ? Made(make) : old);
        return (T)await value.Value.WaitAsync(cancel);
    }

    /// <inheritdoc cref="OnceAsync{T}(Func{Task{T}}, CancellationToken)"/>
    public async Task<T> OnceAsync<T>(Func<T> make)
        where T : class => await OnceAsync(() => Task.FromResult(make()), CancellationToken.None);

    private static Lazy<Task<object>> Made<T>(Func<Task<T>> make)
        where T : class => new(async () => await make());

    private static bool IsFailed(Lazy<Task<object>> made) => made.IsValueCreated && (made.Value.IsFaulted || made.Value.IsCanceled);
}
