using System.Globalization;
using CoalitionTracker.BrowserTests;

[assembly: AssemblyFixture(typeof(Site))]

namespace CoalitionTracker.BrowserTests;

/// <summary>One running program and one browser for all tests. Each reader has a profile of their own: no cookies, an empty cache.</summary>
public sealed class Site : IAsyncLifetime
{
    private IPlaywright? playwright;
    private IBrowser? browser;
    private string? noBrowser;
    private RunningApp? app;
    private string? session;
    private long version;

    /// <summary>Whether there is a browser to test with.</summary>
    internal bool HasBrowser => browser is not null;

    /// <summary>Where the program answers.</summary>
    public Uri Address => app!.Address;

    public async ValueTask InitializeAsync()
    {
        try
        {
            SetDefaultExpectTimeout(Reader.PatienceInMilliseconds);
            playwright = await Playwright.CreateAsync();
            browser = await Chromium.LaunchAsync(playwright);
        }
        catch (PlaywrightException none)
        {
            noBrowser = none.Message;
            return;
        }
        app = await RunningApp.StartAsync();
        await using var first = await Reader.CreateAsync(browser, Address, new());
        await first.GoAsync(await app.SetupPathAsync());
        await first.SetUpAsync();
        session = await first.SessionAsync();
        await first.GoAsync("/");
        version = long.Parse((await first.Page.Locator("footer [data-version]").GetAttributeAsync("data-version"))!, CultureInfo.InvariantCulture);
    }

    /// <summary>The record's version, as the footer of every page says it. No test changes this program's record.</summary>
    public long Version => version;

    /// <summary>A sample address, with <see cref="Places.Older"/> as it is in this record.</summary>
    public string Complete(string address) => address.Replace(Places.Older, $"{version - 1}", StringComparison.Ordinal);

    /// <summary>The administrator who set the site up, signed in, in a window of their own.</summary>
    public Task<Reader> AdministratorAsync(ReaderSettings? settings = null) => ReaderAsync((settings ?? new()) with { Session = session });

    /// <summary>A program of its own that nobody has set up, for who changes what others look at.</summary>
    internal async Task<(RunningApp App, Reader Reader)> AnotherAsync()
    {
        await (await ReaderAsync()).DisposeAsync(); // skips without a browser
        var another = await RunningApp.StartAsync();
        return (another, await Reader.CreateAsync(browser!, another.Address, new()));
    }

    /// <summary>A reader on the home page. Without a browser the test is skipped, or fails where CI is set.</summary>
    public async Task<Reader> OpenAsync(ReaderSettings? settings = null)
    {
        var reader = await ReaderAsync(settings);
        await reader.GoAsync("/");
        return reader;
    }

    /// <summary>A reader who has not opened a page yet.</summary>
    public Task<Reader> ReaderAsync(ReaderSettings? settings = null) => ReaderAsync(() => Address, settings);

    /// <summary>A reader of another running program.</summary>
    internal Task<Reader> ReaderAsync(RunningApp? other, ReaderSettings? settings = null) => ReaderAsync(() => other!.Address, settings);

    private async Task<Reader> ReaderAsync(Func<Uri> address, ReaderSettings? settings)
    {
        if (browser is null && Environment.GetEnvironmentVariable("CI") == "true")
            Assert.Fail($"There is no browser to test with. {noBrowser}");
        Assert.SkipWhen(browser is null, $"There is no browser to test with. {noBrowser}");
        return await Reader.CreateAsync(browser!, address(), settings ?? new());
    }

    public async ValueTask DisposeAsync()
    {
        if (browser is not null)
            await browser.DisposeAsync();
        playwright?.Dispose();
        if (app is not null)
            await app.DisposeAsync();
    }
}
