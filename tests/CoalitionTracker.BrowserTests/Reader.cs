using System.Collections.Concurrent;

namespace CoalitionTracker.BrowserTests;

/// <summary>How a reader looks at the site.</summary>
/// <param name="Scripts">Whether the browser runs scripts.</param>
/// <param name="Width">The window's width in CSS pixels.</param>
/// <param name="Session">Cookies of somebody who has signed in; see <see cref="Reader.SessionAsync"/>.</param>
/// <param name="Circuit">Whether pages may hold a circuit, as the editors' desk does.</param>
public sealed record ReaderSettings(bool Scripts = true, int Width = 1440, string? Session = null, bool Circuit = false);

/// <summary>One reader with one window: goes through the site as a person would, and keeps what went wrong behind the page.</summary>
public sealed class Reader : IAsyncDisposable
{
    internal const float PatienceInMilliseconds = 45_000;

    private readonly IBrowserContext context;
    private readonly ConcurrentQueue<string> troubles = new();
    private readonly Uri site;
    private readonly ReaderSettings settings;

    private Reader(IBrowserContext context, IPage page, Uri site, ReaderSettings settings)
    {
        (this.context, Page, this.site, this.settings) = (context, page, site, settings);
        page.Console += (_, message) => KeepError(message);
        page.PageError += (_, error) => troubles.Enqueue($"script error: {error}");
        page.Response += (_, answer) => KeepFailure(answer);
        page.RequestFailed += (_, request) => KeepFailure(request);
        if (!settings.Circuit)
            page.WebSocket += (_, socket) => troubles.Enqueue($"web socket: {socket.Url}");
    }

    public IPage Page { get; }

    public ILocator Main => Page.Locator("main");

    /// <summary>The path and query of the page that is shown.</summary>
    public string Here => new Uri(Page.Url).PathAndQuery;

    /// <summary>Console errors, failed requests and web sockets since the window was opened.</summary>
    public IReadOnlyCollection<string> Troubles => troubles;

    /// <summary>Pages that answer with an error by design; their own status is then no trouble.</summary>
    public int ExpectedStatus { get; set; } = 200;

    internal static async Task<Reader> CreateAsync(IBrowser browser, Uri site, ReaderSettings settings)
    {
        var context = await browser.NewContextAsync(
            new()
            {
                BaseURL = site.ToString(),
                JavaScriptEnabled = settings.Scripts,
                ViewportSize = new() { Width = settings.Width, Height = 900 },
                Locale = "en-GB",
                StorageState = settings.Session,
            }
        );
        context.SetDefaultTimeout(PatienceInMilliseconds);
        return new Reader(context, await context.NewPageAsync(), site, settings);
    }

    /// <summary>The password of whoever <see cref="SetUpAsync"/> makes an account for.</summary>
    internal const string Password = "seven quiet harbours";

    /// <summary>The cookies of this window, for another one.</summary>
    internal Task<string> SessionAsync() => context.StorageStateAsync();

    /// <summary>Fills in the form for the first account.</summary>
    internal async Task SetUpAsync()
    {
        await Page.GetByLabel("E-mail address").FillAsync("olena@example.org");
        await Page.GetByLabel("Name that readers see").FillAsync("Олена Administrator");
        await Page.GetByLabel("Password", new() { Exact = true }).FillAsync(Password);
        await Page.GetByLabel("The same again").FillAsync(Password);
        await Page.GetByRole(AriaRole.Button, new() { Name = "Make the account" }).ClickAsync();
        await SeesAsync("Your account is ready");
    }

    /// <summary>Another window of the same person: the same cookies.</summary>
    public async Task<Reader> OpenWindowAsync() => new(context, await context.NewPageAsync(), site, settings);

    /// <summary>Signed out as by the end of a session: the cookies are gone.</summary>
    public Task ForgetCookiesAsync() => context.ClearCookiesAsync();

    /// <summary>Types an address.</summary>
    public async Task<IResponse> GoAsync(string address) => (await Page.GotoAsync(address))!;

    /// <summary>Follows the first link with this text.</summary>
    public Task FollowAsync(string link) => LeaveAsync(Page.GetByRole(AriaRole.Link, new() { Name = link, Exact = true }).First);

    /// <summary>Clicks what leads to another page. Without scripts that page is then there to its end; with scripts it comes in its own time.</summary>
    public async Task LeaveAsync(ILocator way)
    {
        var arrived = new TaskCompletionSource();
        void Arrive(object? sender, IPage page) => arrived.TrySetResult();
        Page.DOMContentLoaded += Arrive;
        await way.ClickAsync();
        if (!settings.Scripts)
            await arrived.Task.WaitAsync(TimeSpan.FromMilliseconds(PatienceInMilliseconds));
        Page.DOMContentLoaded -= Arrive;
    }

    /// <summary>Follows a link of the menu at the top of every page, and waits until the menu says that the reader is there.</summary>
    public async Task ChooseInMenuAsync(string destination)
    {
        var menu = Page.GetByRole(AriaRole.Navigation, new() { Name = "Main" });
        var way = menu.GetByRole(AriaRole.Link, new() { Name = destination, Exact = true });
        await LeaveAsync(way);
        await Expect(way).ToHaveAttributeAsync("aria-current", "page");
    }

    /// <summary>Ticks an option of a filter, unfolding what it is folded in, and waits until the page is narrowed by it.</summary>
    public async Task TickAsync(string filter, string option)
    {
        var facet = Main.Locator("details.facet").Filter(new() { Has = Page.Locator("summary").GetByText(filter, new() { Exact = true }) });
        await UnfoldFiltersAsync();
        if (!await facet.Locator("fieldset").IsVisibleAsync())
            await facet.Locator("summary").ClickAsync();
        await facet.GetByRole(AriaRole.Checkbox, new() { Name = option }).CheckAsync();
        await Expect(Main.GetByRole(AriaRole.List, new() { Name = "Chosen filters" })).ToContainTextAsync($"{filter}: {option}");
    }

    /// <summary>Opens the form of filters where it is folded: in a narrow window, and above wide tables.</summary>
    public async Task UnfoldFiltersAsync()
    {
        var filters = Main.Locator("details.filters");
        if (!await filters.Locator("form").IsVisibleAsync())
            await filters.Locator("> summary").ClickAsync();
    }

    /// <summary>Uses the search box at the top of every page.</summary>
    public async Task SearchAsync(string text)
    {
        var box = Page.GetByRole(AriaRole.Banner).GetByRole(AriaRole.Searchbox);
        await box.FillAsync(text);
        await box.PressAsync("Enter");
        await SeesAsync($"Everything that mentions “{text}”");
    }

    /// <summary>The page's content has this text, as it is seen: runs of white space are one space, what is hidden does not count.</summary>
    public async Task SeesAsync(string text)
    {
        try
        {
            await Expect(Main).ToContainTextAsync(text, new() { UseInnerText = true });
        }
        catch (PlaywrightException)
        {
            Assert.Fail($"{Here} does not say: {text}\nIt says: {await TextAsync()}");
        }
    }

    /// <summary>The section under this heading.</summary>
    public ILocator Section(string heading) =>
        Main.Locator("section").Filter(new() { Has = Page.GetByRole(AriaRole.Heading, new() { Name = heading, Exact = true }) });

    /// <summary>The page's content as it is seen, each run of white space as one space.</summary>
    public async Task<string> TextAsync() => InOneLine(await Main.InnerTextAsync());

    /// <summary>Each run of white space, a hard space too, as one space.</summary>
    public static string InOneLine(string text) => string.Join(' ', text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));

    public async ValueTask DisposeAsync() => await context.DisposeAsync();

    private void KeepError(IConsoleMessage message)
    {
        var isOwnStatus = ExpectedStatus >= 400 && message.Text.Contains($"status of {ExpectedStatus}", StringComparison.Ordinal);
        if (message.Type == "error" && !isOwnStatus)
            troubles.Enqueue($"console: {message.Text}");
    }

    private void KeepFailure(IResponse answer)
    {
        var isOwnStatus = answer.Status == ExpectedStatus && answer.Request.IsNavigationRequest;
        if (answer.Status >= 400 && !isOwnStatus)
            troubles.Enqueue($"{answer.Status}: {answer.Url}");
    }

    private void KeepFailure(IRequest request)
    {
        // What a next navigation cut short is no failure of the site.
        if (request.Failure != "net::ERR_ABORTED")
            troubles.Enqueue($"{request.Failure}: {request.Url}");
        else if (!request.Url.StartsWith(site.ToString(), StringComparison.Ordinal))
            troubles.Enqueue($"asked another site: {request.Url}");
    }
}
