namespace CoalitionTracker.Shared;

/// <summary>Where to go next, when the reader's own request says it: never to another site.</summary>
public static class LocalAddress
{
    /// <summary>A path of this site: one slash, not two, and no backslash that a browser would read as one.</summary>
    public static bool IsLocal(string? address) => address is ['/', ..] and not ['/', '/' or '\\', ..] && !address.Any(char.IsControl);

    /// <summary>The address if it is a path of this site, else the other.</summary>
    public static string Or(string? address, string otherwise) => IsLocal(address) ? address! : otherwise;
}
