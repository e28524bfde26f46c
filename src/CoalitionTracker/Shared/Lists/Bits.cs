using System.Numerics;

namespace CoalitionTracker.Shared.Lists;

/// <summary>A set of positions in a list, one bit each: what makes facets of a million records countable in a millisecond.</summary>
public sealed class Bits
{
    private readonly ulong[] words;

    public Bits(int length) => (Length, words) = (length, new ulong[(length + 63) / 64]);

    private Bits(int length, ulong[] words) => (Length, this.words) = (length, words);

    public int Length { get; }

    public bool this[int position] => (words[position >> 6] >> (position & 63) & 1) != 0;

    public void Set(int position) => words[position >> 6] |= 1UL << (position & 63);

    public Bits Copy() => new(Length, (ulong[])words.Clone());

    public static Bits All(int length)
    {
        var all = new Bits(length);
        Array.Fill(all.words, ulong.MaxValue);
        if ((length & 63) != 0)
            all.words[^1] = (1UL << (length & 63)) - 1;
        return all;
    }

    /// <summary>The positions from start up to, not including, end.</summary>
    public static Bits Between(int length, int start, int end)
    {
        var between = new Bits(length);
        for (var i = start >> 6; i << 6 < end; i++)
            between.words[i] = MaskOf(i, start, end);
        return between;
    }

    public void IntersectWith(Bits other)
    {
        for (var i = 0; i < words.Length; i++)
            words[i] &= other.words[i];
    }

    public void UnionWith(Bits other)
    {
        for (var i = 0; i < words.Length; i++)
            words[i] |= other.words[i];
    }

    public int Count()
    {
        var count = 0;
        foreach (var word in words)
            count += BitOperations.PopCount(word);
        return count;
    }

    /// <summary>The positions in the set, in their order.</summary>
    /// <param name="skip">How many of them to leave out at the beginning; a million are passed over in a few hundredths of a millisecond.</param>
    public IEnumerable<int> Positions(int skip = 0)
    {
        for (var i = 0; i < words.Length; i++)
        {
            if (skip > 0 && BitOperations.PopCount(words[i]) is var count && count <= skip)
            {
                skip -= count;
                continue;
            }
            for (var word = words[i]; word != 0; word &= word - 1)
            {
                if (skip-- <= 0)
                    yield return (i << 6) + BitOperations.TrailingZeroCount(word);
            }
            skip = 0;
        }
    }

    /// <summary>How many positions are in both.</summary>
    public int CountWith(Bits other)
    {
        var (mine, theirs) = (words, other.words);
        var count = 0;
        for (var i = 0; i < mine.Length && i < theirs.Length; i++)
            count += BitOperations.PopCount(mine[i] & theirs[i]);
        return count;
    }

    /// <summary>How many positions from start up to, not including, end are in both.</summary>
    public int CountWith(Bits other, int start, int end)
    {
        var (mine, theirs) = (words, other.words);
        var count = 0;
        for (var i = start >> 6; i << 6 < end; i++)
            count += BitOperations.PopCount(mine[i] & theirs[i] & MaskOf(i, start, end));
        return count;
    }

    /// <summary>The bits of one word that lie from start up to end.</summary>
    private static ulong MaskOf(int word, int start, int end)
    {
        var (first, last) = (start - (word << 6), end - (word << 6));
        return (first > 0 ? ulong.MaxValue << first : ulong.MaxValue) & (last < 64 ? (1UL << last) - 1 : ulong.MaxValue);
    }

    /// <summary>The positions whose span reaches into from–to.</summary>
    /// <remarks>Has no branch that depends on the data: a million spans take about a millisecond.</remarks>
    public static Bits Overlapping(ReadOnlySpan<(long Min, long Max)> spans, long from, long to)
    {
        var inside = new Bits(spans.Length);
        for (var i = 0; i < spans.Length; i++)
        {
            var reaches = spans[i].Max >= from & spans[i].Min <= to;
            inside.words[i >> 6] |= (reaches ? 1UL : 0) << (i & 63);
        }
        return inside;
    }

    /// <summary>The sum of the values at the positions in the set.</summary>
    public decimal Sum(ReadOnlySpan<decimal> values)
    {
        var sum = 0m;
        for (var i = 0; i < words.Length; i++)
        {
            for (var word = words[i]; word != 0; word &= word - 1)
                sum += values[(i << 6) + BitOperations.TrailingZeroCount(word)];
        }
        return sum;
    }
}
