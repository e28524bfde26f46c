using System.Collections.Concurrent;

namespace CoalitionTracker.Shared;

/// <summary>A few values, each made when it is first asked for. Two who ask at once may both make one; one of them is kept.</summary>
/// <param name="most">As many as are kept; one more, and they are all made anew.</param>
public sealed class KeptFew<TKey, TValue>(int most)
    where TKey : notnull
{
    private readonly ConcurrentDictionary<TKey, TValue> byKey = new();

    public TValue Of(TKey key, Func<TValue> make)
    {
        if (byKey.TryGetValue(key, out var kept))
            return kept;
        if (byKey.Count >= most)
            byKey.Clear();
        return byKey.GetOrAdd(key, _ => make());
    }
}
