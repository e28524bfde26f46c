using CoalitionTracker.Data;
using Microsoft.EntityFrameworkCore;

namespace CoalitionTracker.Shared;

/// <summary>What the layout knows and every page may need: the version of the record that is shown, and the page's own address.</summary>
/// <param name="Version">The newest revision's number.</param>
/// <param name="VersionAt">When it was made, UTC.</param>
/// <param name="Address">The page's permanent address, without its query string's defaults.</param>
/// <param name="Today">The day on which the page is shown, UTC.</param>
public sealed record PageFrame(long Version, DateTime VersionAt, string Address, DateOnly Today)
{
    /// <summary>Whether the page is a draft's preview, which only editors see: nothing may tell others about it.</summary>
    public bool IsPreview { get; init; }

    /// <summary>The page's address without its query string: a narrowed or sorted list is the same page to a search engine.</summary>
    public string Canonical => Address.Split('?')[0];

    /// <summary>Scheme and host, such as "https://example.org": what is linked from other sites is addressed in full.</summary>
    public string Origin => string.Join('/', Address.Split('/').Take(3));
}

/// <summary>When the newest revision was made, UTC; the epoch for an empty record.</summary>
public sealed record VersionTime(DateTime At)
{
    public static async Task<VersionTime> LoadAsync(CoalitionDb db) =>
        new(await db.Revisions.OrderByDescending(r => r.Id).Select(r => (DateTime?)r.At).FirstOrDefaultAsync() ?? DateTime.UnixEpoch);
}
