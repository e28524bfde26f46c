using MudBlazor;

namespace CoalitionTracker.App;

/// <summary>
/// MudBlazor's look: the public pages' type and corners. Its colours are those of desk.css, which follow the reader's choice of light and dark
/// without asking a script.
/// </summary>
internal static class DeskTheme
{
    public static MudTheme Theme { get; } =
        new()
        {
            Typography = new Typography { Default = new DefaultTypography { FontFamily = ["inherit"] } },
            LayoutProperties = new LayoutProperties { DefaultBorderRadius = "4px" },
        };

    /// <summary>
    /// Whether the page has MudBlazor's components and needs its style sheet and script. Links to it load it anew, since a script that comes with
    /// an enhanced navigation is not run.
    /// </summary>
    public static bool IsUsedBy(HttpContext http) => http.Request.Path == "/edit/grid";
}
