using CoalitionTracker.Features.Countries;

namespace CoalitionTracker.Features.Explore;

/// <summary>What a pivot of all published pledges of one book depends on.</summary>
/// <param name="Standing">Where countries stand on the day: it may be of another version of the record than the book.</param>
internal readonly record struct PivotKey(
    string Rows,
    string Columns,
    bool SharesOut,
    PivotParts Parts,
    PivotScope Scope,
    string Totals,
    Standing Standing
);
