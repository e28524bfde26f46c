using MudBlazor;

namespace CoalitionTracker.App;

/// <summary>The look of the public pages, said in MudBlazor's terms: one deep blue, no shadows, the system's own type.</summary>
internal static class DeskTheme
{
    private static readonly string[] SystemFonts = ["system-ui", "-apple-system", "Segoe UI", "Roboto", "Noto Sans", "sans-serif"];

    public static MudTheme Theme { get; } =
        new()
        {
            PaletteLight = new PaletteLight
            {
                Primary = "#0b4f8a",
                Secondary = "#4a5563",
                Error = "#a33b20",
                Warning = "#8a5a00",
                Success = "#1f6b3a",
                TextPrimary = "#16202c",
                TextSecondary = "#4a5563",
                Background = "#ffffff",
                Surface = "#ffffff",
                LinesInputs = "#6b7583",
            },
            PaletteDark = new PaletteDark
            {
                Primary = "#8fc1f2",
                PrimaryContrastText = "#0e1620",
                Secondary = "#aab4c0",
                Error = "#f0937a",
                Warning = "#e8b65c",
                Success = "#7fcf9b",
                TextPrimary = "#e8edf3",
                TextSecondary = "#aab4c0",
                Background = "#11161c",
                Surface = "#171e26",
                LinesInputs = "#8b95a3",
            },
            Typography = new Typography { Default = new DefaultTypography { FontFamily = SystemFonts } },
            LayoutProperties = new LayoutProperties { DefaultBorderRadius = "4px" },
        };
}
