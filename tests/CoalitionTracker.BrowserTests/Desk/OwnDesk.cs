using System.Security.Cryptography;
using System.Text;
using System.Text.RegularExpressions;
using CoalitionTracker.Data;
using Microsoft.Data.Sqlite;

namespace CoalitionTracker.BrowserTests.Desk;

/// <summary>A running program with a record of its own and an administrator, for tests that change records: the readers' tests never see what they do.</summary>
public sealed partial class OwnDesk(Site site) : IAsyncLifetime
{
    /// <summary>What every account of these tests signs in with.</summary>
    public const string Password = "seven quiet otters cross";

    private static readonly TimeSpan PollEvery = TimeSpan.FromMilliseconds(50);

    private RunningApp? app;
    private Reader? administrator;

    internal RunningApp App => app!;

    /// <summary>Signed in.</summary>
    public Reader Administrator => administrator!;

    public async ValueTask InitializeAsync()
    {
        if (!site.HasBrowser)
            return; // each test says so
        // Everybody here comes from one address.
        app = await RunningApp.StartAsync(new Dictionary<string, string> { ["Accounts__AttemptsPerMinute"] = "1000" });
        administrator = await PersonAsync();
        await MakeFirstAccountAsync(administrator, "Ada Administrator");
    }

    /// <summary>Somebody without an account.</summary>
    public Task<Reader> ReaderAsync() => site.ReaderAsync(app);

    /// <summary>Somebody who may use the desk once they have an account.</summary>
    public Task<Reader> PersonAsync() => site.ReaderAsync(app, new(Circuit: true));

    /// <summary>Somebody who was invited by a link, has followed it and is signed in.</summary>
    public async Task<Reader> JoinAsync(AccountRole role, string name)
    {
        var person = await PersonAsync();
        await person.GoAsync(await InviteAsync(role, name));
        await FillAccountAsync(person, name);
        await person.Page.GetByRole(AriaRole.Button, new() { Name = "Join", Exact = true }).ClickAsync();
        await Expect(person.Page).ToHaveURLAsync(AccountPage);
        return person;
    }

    /// <summary>The link that the administrator is given for somebody new.</summary>
    public async Task<string> InviteAsync(AccountRole role, string name)
    {
        await Administrator.GoAsync("/account/people");
        await Administrator.Page.GetByLabel("Whom").FillAsync(name);
        await Administrator.Page.Locator($"input[type=radio][value={role}]").CheckAsync();
        await Administrator.Page.GetByRole(AriaRole.Button, new() { Name = "Make a link" }).ClickAsync();
        return await Administrator.Page.Locator("code.secret").InnerTextAsync();
    }

    /// <summary>The address with which somebody signs in. Readers must never see it.</summary>
    public static string EmailOf(string name) => $"{Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(name)))[..12]}@example.org";

    /// <summary>Signs in on the page that asks for it.</summary>
    public static async Task SignInAsync(Reader person, string name)
    {
        await person.Page.GetByLabel("E-mail address").FillAsync(EmailOf(name));
        await person.Page.GetByLabel("Password").FillAsync(Password);
        await person.Page.GetByRole(AriaRole.Button, new() { Name = "Sign in", Exact = true }).ClickAsync();
    }

    /// <summary>What the drafts and their reasons hold in the store, as the program has written it.</summary>
    public async Task<IReadOnlyList<string>> DraftsAsync()
    {
        await using var store = new SqliteConnection($"Data Source={App.Store};Mode=ReadOnly;Pooling=False");
        await store.OpenAsync();
        await using var query = store.CreateCommand();
        query.CommandText = "SELECT Content || ' ' || Reason FROM Drafts";
        await using var rows = await query.ExecuteReaderAsync();
        var drafts = new List<string>();
        while (await rows.ReadAsync())
            drafts.Add(rows.GetString(0));
        return drafts;
    }

    /// <summary>Waits until a draft in the store has this text, and says for how long it waited.</summary>
    public async Task<TimeSpan> WaitUntilStoredAsync(string text)
    {
        var watch = System.Diagnostics.Stopwatch.StartNew();
        while (!(await DraftsAsync()).Any(d => d.Contains(text, StringComparison.Ordinal)))
        {
            Assert.True(watch.ElapsedMilliseconds < Reader.PatienceInMilliseconds, $"No draft in the store has “{text}”.");
            await Task.Delay(PollEvery);
        }
        return watch.Elapsed;
    }

    /// <summary>
    /// Lets nobody write to the store until what is returned is disposed of, so that what is typed meanwhile is saved together, however slow the machine
    /// is. The program waits for 30 seconds before it says that the store does not answer.
    /// </summary>
    public async Task<IAsyncDisposable> HoldSavesAsync()
    {
        var store = new SqliteConnection($"Data Source={App.Store};Pooling=False");
        await store.OpenAsync();
        store.BeginTransaction(deferred: false); // undone when the connection is closed
        return store;
    }

    public async ValueTask DisposeAsync()
    {
        if (administrator is not null)
            await administrator.DisposeAsync();
        if (app is not null)
            await app.DisposeAsync();
    }

    /// <summary>The way of whoever started the program: the code is in what it wrote.</summary>
    private async Task MakeFirstAccountAsync(Reader person, string name)
    {
        await person.GoAsync("/setup");
        await person.Page.GetByLabel("Set-up code").FillAsync((await App.SetupPathAsync()).Split('=')[1]);
        await person.Page.GetByRole(AriaRole.Button, new() { Name = "Go on" }).ClickAsync();
        await FillAccountAsync(person, name);
        await person.Page.GetByRole(AriaRole.Button, new() { Name = "Make the account" }).ClickAsync();
        await Expect(person.Page).ToHaveURLAsync(AccountPage);
    }

    private static async Task FillAccountAsync(Reader person, string name)
    {
        await person.Page.GetByLabel("E-mail address").FillAsync(EmailOf(name));
        await person.Page.GetByLabel("Name that readers see").FillAsync(name);
        await person.Page.GetByLabel("Password").FillAsync(Password);
        await person.Page.GetByLabel("The same again").FillAsync(Password);
    }

    [GeneratedRegex(@"/account(\?|$)")]
    private static partial Regex AccountPage { get; }
}
