namespace CoalitionTracker.BrowserTests;

/// <summary>Finds a Chromium or Chrome on this computer, or lets Playwright install its own.</summary>
internal static class Chromium
{
    private static readonly string[] Flags =
    [
        "--no-sandbox",
        "--disable-gpu",
        "--disable-quic",
        "--no-first-run",
        "--disable-background-networking",
        "--disable-component-update",
        "--disable-sync",
        "--host-resolver-rules=MAP localhost 127.0.0.1", // where the programs listen; on [::1] the same port may be another's
    ];

    private static IEnumerable<string?> UsualPlaces =>
        [
            Environment.GetEnvironmentVariable("CHROME_PATH"),
            "/usr/bin/chromium",
            "/usr/bin/chromium-browser",
            "/usr/bin/google-chrome",
            "/usr/bin/google-chrome-stable",
            "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
            "/Applications/Chromium.app/Contents/MacOS/Chromium",
            .. new[]
            {
                Environment.SpecialFolder.ProgramFiles,
                Environment.SpecialFolder.ProgramFilesX86,
                Environment.SpecialFolder.LocalApplicationData,
            }
                .Select(Environment.GetFolderPath)
                .Where(folder => folder.Length > 0)
                .Select(folder => Path.Combine(folder, "Google", "Chrome", "Application", "chrome.exe")),
        ];

    /// <summary>Starts a browser without a window.</summary>
    /// <exception cref="PlaywrightException">There is none, and none could be installed.</exception>
    public static async Task<IBrowser> LaunchAsync(IPlaywright playwright)
    {
        if (UsualPlaces.FirstOrDefault(File.Exists) is { } found)
            return await playwright.Chromium.LaunchAsync(Options(found));
        try
        {
            return await playwright.Chromium.LaunchAsync(Options(null));
        }
        catch (PlaywrightException)
        {
            var code = Microsoft.Playwright.Program.Main(["install", "chromium"]);
            if (code != 0)
                throw new PlaywrightException(
                    $"No Chromium was found (set CHROME_PATH to one), and Playwright could not install one: it ended with code {code}."
                );
            return await playwright.Chromium.LaunchAsync(Options(null));
        }
    }

    private static BrowserTypeLaunchOptions Options(string? path) =>
        new()
        {
            ExecutablePath = path,
            Args = Flags,
            Timeout = 120_000, // a busy machine takes its time
        };
}
