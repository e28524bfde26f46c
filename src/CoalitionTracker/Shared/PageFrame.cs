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

    /// <summary>Whether the page is shown in a frame on another site; its address is still that of the whole page. See <see cref="Embedding"/>.</summary>
    public bool IsEmbedded { get; init; }

    /// <summary>The colours that a frame's address asks for; null to follow the reader's system.</summary>
    public string? Theme { get; init; }

    /// <summary>The day as of which the page shows the record, where its address asks for one; the names of countries lead to that day.</summary>
    public DateOnly? AsOf { get; init; }

    /// <summary>The page's address for a frame on another site.</summary>
    public string EmbedAddress => Origin + Embedding.Root + Address[Origin.Length..];

    /// <summary>The address of a link that stays in the frame; on a whole page as it is.</summary>
    /// <param name="address">An address of this site, with or without <see cref="Embedding.Root"/>.</param>
    public string Within(string address)
    {
        if (!IsEmbedded)
            return address;
        var inside = address.StartsWith(Embedding.Root, StringComparison.OrdinalIgnoreCase) ? address : Embedding.Root + address;
        return Theme is null ? inside : $"{inside}{(inside.Contains('?') ? '&' : '?')}{Embedding.ThemeName}={Theme}";
    }

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
