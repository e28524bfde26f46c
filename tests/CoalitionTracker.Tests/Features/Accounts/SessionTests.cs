using System.Net;
using System.Security.Claims;
using CoalitionTracker.Data;
using CoalitionTracker.Tests.Support;
using Microsoft.AspNetCore.Components.Authorization;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace CoalitionTracker.Tests.Features.Accounts;

/// <summary>Who may do what, for how long.</summary>
public sealed class SessionTests
{
    private static readonly CancellationToken Cancel = TestContext.Current.CancellationToken;

    /// <summary>An app that looks at cookies and circuits this often, instead of every half minute.</summary>
    private static async Task<TestApp> WatchfulAsync(TimeSpan interval) =>
        new(await Databases.CreateAsync(StorageProvider.Sqlite, Content.Tables), "")
        {
            Replace = services => services.Configure<SecurityStampValidatorOptions>(options => options.ValidationInterval = interval),
        };

    [Fact]
    public async Task Sessions_are_looked_at_every_half_minute()
    {
        await using var app = await TestApp.EmptyAsync();

        var options = app.Services.GetRequiredService<IOptions<SecurityStampValidatorOptions>>().Value;

        Assert.InRange(options.ValidationInterval, TimeSpan.FromSeconds(1), TimeSpan.FromSeconds(30));
    }

    [Theory]
    [InlineData(nameof(Account.DisabledAt))]
    [InlineData(nameof(Account.Role))]
    [InlineData("password")]
    [InlineData("everywhere")]
    [InlineData("store")]
    public async Task A_change_of_the_account_ends_its_sessions(string change)
    {
        await using var app = await WatchfulAsync(TimeSpan.FromMilliseconds(1));
        using var administrator = await app.SignedInAsync(AccountRole.Administrator);
        var account = await app.AccountAsync(AccountRole.Reviewer);
        using var browser = await app.SignedInAsync(account);
        using var other = await app.SignedInAsync(account);
        using var before = await browser.GetAsync("/account", Cancel);

        if (change == "store")
            await app.ChangeAsync(account, a => a.DisabledAt = DateTime.UtcNow);
        using var done = change switch
        {
            nameof(Account.DisabledAt) => await administrator.SubmitAsync($"/account/people/{account.Id}", [], "form:has(button.grave)"),
            nameof(Account.Role) => await administrator.SubmitAsync(
                $"/account/people/{account.Id}",
                new() { ["Input.Role"] = nameof(AccountRole.Editor) }
            ),
            "password" => await other.SubmitAsync(
                "/account/password",
                new()
                {
                    ["Input.Current"] = Support.Accounts.Password,
                    ["Input.Password"] = "nine loud harbours",
                    ["Input.Again"] = "nine loud harbours",
                }
            ),
            "store" => await administrator.SubmitAsync("/account", [], "form[action='/account/sign-out']"),
            _ => await other.SubmitAsync("/account", [], "section:last-of-type form"),
        };
        using var after = await browser.GetAsync("/account", Cancel);

        Assert.Equal(HttpStatusCode.Found, done.StatusCode);
        Assert.Equal((HttpStatusCode.OK, HttpStatusCode.Found), (before.StatusCode, after.StatusCode));
        Assert.StartsWith("/account/sign-in?returnUrl=", after.Headers.Location!.PathAndQuery, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(nameof(Account.DisabledAt))]
    [InlineData(nameof(Account.Role))]
    [InlineData(nameof(Account.SecurityStamp))]
    public async Task An_open_circuit_of_a_changed_account_is_signed_out(string change)
    {
        await using var app = await WatchfulAsync(TimeSpan.FromMilliseconds(50));
        var account = await app.AccountAsync(AccountRole.Reviewer);
        await using var circuit = app.Services.CreateAsyncScope();
        var user = await circuit
            .ServiceProvider.GetRequiredService<IUserClaimsPrincipalFactory<Account>>()
            .CreateAsync(await app.StoredAsync(account));
        var provider = circuit.ServiceProvider.GetRequiredService<AuthenticationStateProvider>();
        ((IHostEnvironmentAuthenticationStateProvider)provider).SetAuthenticationState(Task.FromResult(new AuthenticationState(user)));
        var ended = new TaskCompletionSource<ClaimsPrincipal>();
        provider.AuthenticationStateChanged += async state => ended.TrySetResult((await state).User);

        await Task.Delay(300, Cancel);
        Assert.False(ended.Task.IsCompleted, "The circuit of an account that nobody has changed was signed out.");
        await app.ChangeAsync(
            account,
            a =>
            {
                if (change is nameof(Account.DisabledAt))
                    a.DisabledAt = DateTime.UtcNow;
                else if (change is nameof(Account.Role))
                    a.Role = AccountRole.Editor;
                else
                    a.SecurityStamp = "another";
            }
        );

        Assert.False((await ended.Task.WaitAsync(Patience.Limit, Cancel)).Identity?.IsAuthenticated);
    }

    [Theory]
    [InlineData(AccountRole.Editor, HttpStatusCode.Forbidden)]
    [InlineData(AccountRole.Reviewer, HttpStatusCode.Forbidden)]
    [InlineData(AccountRole.Administrator, HttpStatusCode.OK)]
    public async Task A_page_beyond_one_s_role_says_so(AccountRole role, HttpStatusCode status)
    {
        await using var app = await TestApp.EmptyAsync();
        using var browser = await app.SignedInAsync(role);

        var people = await Page.ReadAsync(await browser.GetAsync("/account/people", Cancel));
        var own = await Page.ReadAsync(await browser.GetAsync("/account", Cancel));

        Assert.Equal((status, HttpStatusCode.OK), (people.Status, own.Status));
        Assert.Equal(status is HttpStatusCode.OK ? "People" : "Your account does not reach this page", people.Heading);
        Assert.All([people, own], page => Assert.True(page.Response.Headers.CacheControl?.NoStore));
        Assert.All([people, own], page => Assert.Null(page.Response.Headers.ETag));
    }

    [Fact]
    public async Task Nobody_holds_a_circuit_without_an_account()
    {
        await using var app = await TestApp.EmptyAsync();
        using var editor = await app.SignedInAsync(AccountRole.Editor);
        using var reader = app.Reader();

        using var refused = await reader.PostAsync("/_blazor/negotiate?negotiateVersion=1", null, Cancel);
        using var socket = await reader.GetAsync("/_blazor?id=1", Cancel);
        using var allowed = await editor.PostAsync("/_blazor/negotiate?negotiateVersion=1", null, Cancel);

        Assert.Equal(HttpStatusCode.Unauthorized, refused.StatusCode);
        Assert.Equal(HttpStatusCode.Unauthorized, socket.StatusCode);
        Assert.Equal(HttpStatusCode.OK, allowed.StatusCode);
    }

    [Theory]
    [InlineData("/")]
    [InlineData("/pledges")]
    [InlineData("/countries/JPN")]
    public async Task A_public_page_is_the_same_for_who_is_signed_in(string path)
    {
        await using var app = await TestApp.EmptyAsync();
        using var editor = await app.SignedInAsync(AccountRole.Editor);
        using var reader = app.Reader();

        Assert.Equal(WithoutState(await reader.GetStringAsync(path, Cancel)), WithoutState(await editor.GetStringAsync(path, Cancel)));
    }

    /// <summary>The framework's own sealed note at the foot of a page is another one each time.</summary>
    private static string WithoutState(string html) => html.Split("<!--Blazor-Server-Component-State")[0];

    [Theory]
    [MemberData(nameof(Providers.All), MemberType = typeof(Providers))]
    public async Task A_session_outlives_a_restart_and_ends_by_signing_out(StorageProvider provider)
    {
        await using var app = await TestApp.EmptyAsync(provider);
        var account = await app.AccountAsync(AccountRole.Editor);
        using var browser = app.Reader();
        using var signedIn = await browser.SignInAsync(account.UserName!, Support.Accounts.Password);
        var cookie = signedIn.Headers.GetValues("Set-Cookie").Single(c => c.StartsWith("desk=", StringComparison.Ordinal)).Split(';')[0];

        await using var restarted = new TestApp(app.Storage, "");
        using var request = new HttpRequestMessage(HttpMethod.Get, "/account");
        request.Headers.Add("Cookie", cookie);
        using var later = await restarted.Reader().SendAsync(request, Cancel);
        using var signedOut = await browser.SubmitAsync("/account", [], "form[action='/account/sign-out']");
        using var afterwards = await browser.GetAsync("/account", Cancel);

        Assert.Equal(HttpStatusCode.OK, later.StatusCode);
        Assert.Equal(HttpStatusCode.Found, signedOut.StatusCode);
        Assert.Equal(HttpStatusCode.Found, afterwards.StatusCode);
    }
}
