using CoalitionTracker.Shared.Lists;
using CsCheck;

namespace CoalitionTracker.Tests.Shared.Lists;

public sealed class BitsTests
{
    private static readonly Gen<(int Length, HashSet<int> One, HashSet<int> Other)> Sets = Gen.Int[1, 300]
        .SelectMany(length => Gen.Select(Gen.Const(length), Gen.Int[0, length - 1].HashSet[0, length], Gen.Int[0, length - 1].HashSet[0, length]));

    [Fact]
    public void Sets_of_bits_behave_as_sets() =>
        Sets.Sample(
            (length, one, other) =>
            {
                var (both, either) = (Of(length, one), Of(length, one));
                both.IntersectWith(Of(length, other));
                either.UnionWith(Of(length, other));
                Assert.Equal(one.Intersect(other).Order(), both.Positions());
                Assert.Equal(one.Union(other).Order(), either.Positions());
                Assert.Equal(either.Positions().Count(), either.Count());
                Assert.Equal(both.Count(), Of(length, one).CountWith(Of(length, other)));
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
    public void All_is_every_position_and_no_more(int length) => Assert.Equal(Enumerable.Range(0, length), Bits.All(length).Positions());

    private static Bits Of(int length, HashSet<int> positions)
    {
        var bits = new Bits(length);
        foreach (var position in positions)
            bits.Set(position);
        return bits;
    }
}
