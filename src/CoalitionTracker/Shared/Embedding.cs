using System.Net;

namespace CoalitionTracker.Shared;

/// <summary>
/// Pages in frames on other sites: the addresses under <see cref="Root"/>. Each is the page of the same address without it, less what surrounds
/// its picture; its query means the same. A frame sets no cookie and heeds none.
/// </summary>
public static class Embedding
{
    public const string Root = "/embed";

    /// <summary>What an address for a frame may ask for beside the page's own query: "light" or "dark" to go with the site around it.</summary>
    public const string ThemeName = "theme";

    /// <summary>What may be asked for by <see cref="ThemeName"/>, said to who asked for something else.</summary>
    public const string ThemeRule = "The colours of a frame are light, dark, or system for the reader's own; named once.";

    private static readonly object Asked = new();

    /// <summary>Whether a frame is answered, be it with a page that says what went wrong.</summary>
    public static bool IsFor(HttpContext http) => http.Items.ContainsKey(Asked);

    /// <summary>The colours that a frame asks for, "light" or "dark"; null to follow the reader's system.</summary>
    public static string? ThemeOf(HttpContext http) => http.Items[Asked] is var theme and ("light" or "dark") ? (string)theme : null;

    /// <summary>
    /// Marks a request for a frame, and takes the colours out of its query: pages refuse what they do not know, and need not know this. Other
    /// colours than there are stay in it, and are refused so.
    /// </summary>
    public static Task ReadAsync(HttpContext http, RequestDelegate next)
    {
        if (http.Request.Path.StartsWithSegments(Root))
        {
            var parts = (http.Request.QueryString.Value ?? "").TrimStart('?').Split('&');
            var themes = parts.Where(p => p is $"{ThemeName}=light" or $"{ThemeName}=dark" or $"{ThemeName}=system").ToList();
            http.Items[Asked] = themes is [var one] ? one[(ThemeName.Length + 1)..] : "system";
            if (themes.Count == 1)
                http.Request.QueryString = QueryString.FromUriComponent(WithMark(string.Join('&', parts.Except(themes))));
        }
        return next(http);
    }

    /// <summary>What another site puts into its page to show this one in a frame as wide as there is room.</summary>
    /// <param name="title">What a screen reader calls the frame.</param>
    /// <param name="height">In CSS pixels.</param>
    public static string Code(PageFrame frame, string title, int height) =>
        $"""
            <iframe src="{WebUtility.HtmlEncode(frame.EmbedAddress)}" title="{WebUtility.HtmlEncode(
                title
            )}" width="100%" height="{height}" loading="lazy" style="border: 0"></iframe>
            """;

    private static string WithMark(string query) => query.Length > 0 ? $"?{query}" : "";
}
