using System.Numerics;
using CoalitionTracker.Data;

namespace CoalitionTracker.Features.Pledges;

/// <summary>A set of kinds of conditions.</summary>
public readonly record struct ConditionSet(int Bits)
{
    public int Count => BitOperations.PopCount((uint)Bits);

    public ConditionSet With(ConditionKind kind) => new(Bits | 1 << (int)kind);

    public ConditionSet Without(ConditionKind kind) => new(Bits & ~(1 << (int)kind));

    /// <summary>What is in this one and not in the other.</summary>
    public ConditionSet Except(ConditionSet other) => new(Bits & ~other.Bits);

    public bool Has(ConditionKind kind) => (Bits >> (int)kind & 1) != 0;

    /// <summary>The first kind in it, in the vocabulary's order; it must not be empty.</summary>
    public ConditionKind First => (ConditionKind)BitOperations.TrailingZeroCount(Bits);

    /// <summary>The kinds in it, in the vocabulary's order.</summary>
    public IEnumerable<ConditionKind> Kinds
    {
        get
        {
            foreach (var kind in Enum.GetValues<ConditionKind>())
            {
                if (Has(kind))
                    yield return kind;
            }
        }
    }
}
