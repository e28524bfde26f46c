using CoalitionTracker.Data;
using CoalitionTracker.Features.Pledges;

namespace CoalitionTracker.Features.Ceasefire;

/// <summary>Pledges that tell of the same promise, wholly or in part: they are entries of their own and are counted as such, so the page says it.</summary>
public static class SamePromise
{
    /// <summary>What a pledge restates or is restated by, is part of or contains, or overlaps with, of what is published and stood on the day.</summary>
    public static IReadOnlyList<RelationLine> Of(PledgeBook book, int place, int day) =>
        !book[place].IsRelated
            ? []
            :
            [
                .. book.RelationsOf(place)
                    .Where(r => r.Kind is RelationKind.Restates or RelationKind.PartOf or RelationKind.OverlapsWith && Stands(book, r.Other, day))
                    .Select(r => r.Kind is RelationKind.OverlapsWith ? r with { IsInverse = false } : r) // whichever of the two says so
                    .Distinct(),
            ];

    private static bool Stands(PledgeBook book, int place, int day) =>
        place >= 0 && book[place].State is RecordState.Published && PledgeBook.Exists(book[place], day) && book.StandsOn(place, day);

    /// <summary>How many of some pledges tell of the same as another, each by the closest way in which it does.</summary>
    /// <param name="Restated">Restate another or are restated by one.</param>
    /// <param name="Part">Are part of another. What contains others is a promise of its own.</param>
    /// <param name="Overlapping">Overlap with another.</param>
    public readonly record struct Told(int Restated, int Part, int Overlapping)
    {
        public int All => Restated + Part + Overlapping;

        internal Told With(IReadOnlyList<RelationLine> relations) =>
            relations.Any(r => r.Kind is RelationKind.Restates) ? this with { Restated = Restated + 1 }
            : relations.Any(r => r is { Kind: RelationKind.PartOf, IsInverse: false }) ? this with { Part = Part + 1 }
            : relations.Any(r => r.Kind is RelationKind.OverlapsWith) ? this with { Overlapping = Overlapping + 1 }
            : this;
    }
}
