using CoalitionTracker.Shared.Lists;
using CsCheck;

namespace CoalitionTracker.Tests.Shared.Lists;

public sealed class BitsTests
{
    private static readonly Gen<(int Length, HashSet<int> One, HashSet<int> Other)> Sets = Gen.Int[1, 300]
        .SelectMany(length => Gen.Select(Gen.Const(length), Positions(length), Positions(length)));

    /// <summary>Whether each position is in the set: numbers drawn until a set of them is full would now and then be given up.</summary>
    private static Gen<HashSet<int>> Positions(int length) =>
        Gen.Bool.Array[length].Select(isIn => Enumerable.Range(0, length).Where(p => isIn[p]).ToHashSet());

    [Fact]
    public void Sets_of_bits_behave_as_sets() =>
        Sets.Sample(
            (length, one, other) =>
            {
                var (both, either) = (Of(length, one), Of(length, one));
                both.IntersectWith(Of(length, other));
                either.UnionWith(Of(length, other));
                Assert.Equal(one.Intersect(other).Order(), Positions(both));
                Assert.Equal(one.Union(other).Order(), Positions(either));
                Assert.Equal(Positions(either).Count(), either.Count());
                Assert.Equal(both.Count(), Of(length, one).CountWith(Of(length, other)));
                Assert.Equal(one.Sum(p => p * 1.5m), Of(length, one).Sum([.. Enumerable.Range(0, length).Select(p => p * 1.5m)]));
                Assert.All(Enumerable.Range(0, length), p => Assert.Equal(one.Contains(p), Of(length, one)[p]));
            },
            iter: 200
        );

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(63)]
    [InlineData(64)]
    [InlineData(65)]
    public void All_is_every_position_and_no_more(int length) => Assert.Equal(Enumerable.Range(0, length), Positions(Bits.All(length)));

    [Fact]
    public void Positions_can_begin_anywhere_and_be_counted_between_two_places() =>
        Gen.Select(Sets, Gen.Int[0, 310], Gen.Int[0, 300], Gen.Int[0, 300])
            .Sample(
                (sets, skip, a, b) =>
                {
                    var (length, one, other) = sets;
                    var (start, end) = (Math.Min(a, length), Math.Min(b, length));
                    Assert.Equal(one.Order().Skip(skip), Of(length, one).Positions(skip));
                    Assert.Equal(Enumerable.Range(0, length).Where(p => p >= start && p < end), Positions(Bits.Between(length, start, end)));
                    if (start <= end)
                        Assert.Equal(
                            one.Intersect(other).Count(p => p >= start && p < end),
                            Of(length, one).CountWith(Of(length, other), start, end)
                        );
                },
                iter: 500
            );

    private static IEnumerable<int> Positions(Bits bits) => Enumerable.Range(0, bits.Length).Where(p => bits[p]);

    private static Bits Of(int length, HashSet<int> positions)
    {
        var bits = new Bits(length);
        foreach (var position in positions)
            bits.Set(position);
        return bits;
    }
}
