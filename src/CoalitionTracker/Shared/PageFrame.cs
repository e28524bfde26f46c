using CoalitionTracker.Data;
using Microsoft.EntityFrameworkCore;

namespace CoalitionTracker.Shared;

/// <summary>What the layout knows and every page may need: the version of the record that is shown, and the page's own address.</summary>
/// <param name="Version">The newest revision's number.</param>
/// <param name="VersionAt">When it was made, UTC.</param>
/// <param name="Address">The page's permanent address, without its query string's defaults.</param>
/// <param name="Today">The day on which the page is shown, UTC.</param>
public sealed record PageFrame(long Version, DateTime VersionAt, string Address, DateOnly Today);

/// <summary>When the newest revision was made, UTC; the epoch for an empty record.</summary>
public sealed record VersionTime(DateTime At)
{
    public static async Task<VersionTime> LoadAsync(CoalitionDb db) =>
        new(await db.Revisions.OrderByDescending(r => r.Id).Select(r => (DateTime?)r.At).FirstOrDefaultAsync() ?? DateTime.UnixEpoch);
}
