using System.Net;
using CoalitionTracker.Data;
using CoalitionTracker.Tests.Support;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.DependencyInjection;

namespace CoalitionTracker.Tests.Features.Accounts;

/// <summary>Signing in with an organisation's own OpenID Connect provider.</summary>
public sealed class ExternalProviderTests : IDisposable
{
    private static readonly CancellationToken Cancel = TestContext.Current.CancellationToken;

    private readonly FakeProvider provider = new();

    [Fact]
    public async Task Somebody_who_has_connected_signs_in_with_it_until_they_disconnect()
    {
        await using var app = await AppAsync();
        var account = await app.AccountAsync(AccountRole.Editor);
        using var browser = await app.SignedInAsync(account);
        var connect = await LinkAsync(browser, "/account", "Connect");

        using var connected = await provider.VisitAsync(browser, connect, "olena");
        using var elsewhere = app.Reader();
        using var signedIn = await provider.VisitAsync(
            elsewhere,
            await LinkAsync(elsewhere, "/account/sign-in?returnUrl=/edit/x", $"Sign in with {FakeProvider.Name}"),
            "olena"
        );
        using var inside = await elsewhere.GetAsync("/account", Cancel);
        using var disconnected = await elsewhere.SubmitAsync("/account", [], "form:has(input[value=disconnect])");
        using var refused = await provider.VisitAsync(app.Reader(), "/account/oidc/sign-in", "olena");

        Assert.Equal("/account?done=connected", connected.Headers.Location?.OriginalString);
        Assert.Equal("/edit/x", signedIn.Headers.Location?.OriginalString);
        Assert.Equal(HttpStatusCode.OK, inside.StatusCode);
        Assert.Equal("/account?done=disconnected", disconnected.Headers.Location?.PathAndQuery);
        Assert.Equal("/account/sign-in?notice=no-account", refused.Headers.Location?.OriginalString);
    }

    [Fact]
    public async Task Who_has_no_account_gets_none_by_signing_in_there()
    {
        await using var app = await AppAsync();
        await app.AccountAsync(AccountRole.Editor, a => a.UserName = "petro@ministry.example.org"); // the same address proves nothing

        using var stranger = await provider.VisitAsync(app.Reader(), "/account/oidc/sign-in?returnUrl=//evil.example", "petro");
        using var stopped = await provider.VisitAsync(app.Reader(), "/account/oidc/sign-in", subject: null);

        Assert.Equal("/account/sign-in?notice=no-account", stranger.Headers.Location?.OriginalString);
        Assert.Contains("Signing in that way did not work", (await Page.ReadAsync(stopped)).Words, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_invited_person_joins_with_it_and_without_a_password()
    {
        await using var app = await AppAsync();
        using var administrator = await app.SignedInAsync(AccountRole.Administrator);
        var invited = await Page.ReadAsync(
            await administrator.SubmitAsync(
                "/account/people",
                new() { ["Input.For"] = "Olena", ["Input.Role"] = "Reviewer" },
                "form:has(input[name='Input.For'])"
            )
        );
        using var browser = app.Reader();
        var join = await LinkAsync(browser, new Uri(Assert.Single(invited.All("code.secret"))).PathAndQuery, $"Join with {FakeProvider.Name}");

        var form = await Page.ReadAsync(await provider.VisitAsync(browser, join, "olena"));
        using var joined = await browser.SubmitAsync(form, form.Response.RequestMessage!.RequestUri!.PathAndQuery, []);
        using var inside = await browser.GetAsync("/account", Cancel);
        using var later = await provider.VisitAsync(app.Reader(), "/account/oidc/sign-in", "olena");

        Assert.Empty(form.Document.QuerySelectorAll("input[type=password]"));
        Assert.Equal("olena@ministry.example.org", form.Document.QuerySelector("input[name='Input.Email']")?.GetAttribute("value"));
        Assert.Equal((HttpStatusCode.Found, HttpStatusCode.OK), (joined.StatusCode, inside.StatusCode));
        Assert.Equal("/edit", later.Headers.Location?.OriginalString);
    }

    [Fact]
    public async Task A_disabled_account_stays_closed_that_way_too_and_a_second_factor_is_still_asked_for()
    {
        await using var app = await AppAsync();
        var account = await app.AccountAsync(AccountRole.Editor);
        using var browser = await app.SignedInAsync(account);
        (await provider.VisitAsync(browser, await LinkAsync(browser, "/account", "Connect"), "olena")).Dispose();

        await using (var scope = app.Services.CreateAsyncScope())
        {
            var users = scope.ServiceProvider.GetRequiredService<UserManager<Account>>();
            var stored = (await users.FindByIdAsync(account.Id))!;
            await users.ResetAuthenticatorKeyAsync(stored);
            await users.SetTwoFactorEnabledAsync(stored, true);
        }
        using var second = await provider.VisitAsync(app.Reader(), "/account/oidc/sign-in", "olena");
        await app.ChangeAsync(account, a => a.DisabledAt = DateTime.UtcNow);
        using var disabled = await provider.VisitAsync(app.Reader(), "/account/oidc/sign-in", "olena");

        Assert.StartsWith("/account/second-factor?", second.Headers.Location?.OriginalString, StringComparison.Ordinal);
        Assert.Equal("/account/sign-in?notice=no-account", disabled.Headers.Location?.OriginalString);
    }

    [Fact]
    public async Task Nobody_is_made_to_connect_by_another_s_link_and_one_identity_opens_one_account()
    {
        await using var app = await AppAsync();
        using var one = await app.SignedInAsync(AccountRole.Editor);
        using var two = await app.SignedInAsync(AccountRole.Editor);
        var ones = await LinkAsync(one, "/account", "Connect");

        using var foreign = await two.GetAsync(ones, Cancel);
        using var forged = await two.GetAsync("/account/oidc/connect?ticket=abc", Cancel);
        (await provider.VisitAsync(one, ones, "olena")).Dispose();
        using var taken = await provider.VisitAsync(two, await LinkAsync(two, "/account", "Connect"), "olena");

        Assert.Equal((HttpStatusCode.BadRequest, HttpStatusCode.BadRequest), (foreign.StatusCode, forged.StatusCode));
        Assert.Equal("/account?done=not-connected", taken.Headers.Location?.OriginalString);
    }

    [Fact]
    public async Task Without_its_settings_there_is_no_trace_of_it()
    {
        await using var app = await TestApp.EmptyAsync();

        Assert.DoesNotContain("oidc", (await app.PageAsync("/account/sign-in")).Html, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.NotFound, (await app.PageAsync("/account/oidc/sign-in")).Status);
    }

    public void Dispose() => provider.Dispose();

    private async Task<TestApp> AppAsync() => provider.Serve(await Databases.CreateAsync(StorageProvider.Sqlite, Content.Tables));

    private static async Task<string> LinkAsync(HttpClient browser, string path, string text)
    {
        var page = await Page.ReadAsync(await browser.GetAsync(path, Cancel));
        return page.Document.QuerySelectorAll("main a").Single(a => Page.TextOf(a) == text).GetAttribute("href")!;
    }
}
