using System.Net;
using CoalitionTracker.Data;
using CoalitionTracker.Tests.Support;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.Extensions.DependencyInjection;

namespace CoalitionTracker.Tests.Features.Accounts;

public sealed class SignInTests(EmptyApp fresh) : IClassFixture<EmptyApp>
{
    private readonly TestApp app = fresh.App;

    [Fact]
    public async Task The_right_password_signs_in_and_leads_to_where_one_wanted_to_go()
    {
        var account = await app.AccountAsync(AccountRole.Editor);
        using var browser = app.Reader();

        using var answer = await browser.SignInAsync(account.UserName!.ToUpperInvariant(), Support.Accounts.Password, "/edit/pledges?page=2");

        Assert.Equal(HttpStatusCode.Found, answer.StatusCode);
        Assert.Equal("/edit/pledges?page=2", answer.Headers.Location?.PathAndQuery);
    }

    [Theory]
    [InlineData("//evil.example")]
    [InlineData("/\\evil.example")]
    [InlineData("https://evil.example")]
    [InlineData("javascript:alert(1)")]
    [InlineData("/\t/evil.example")]
    [InlineData("")]
    public async Task Signing_in_and_out_never_leads_to_another_site(string elsewhere)
    {
        var account = await app.AccountAsync(AccountRole.Editor);
        using var browser = app.Reader();

        using var signedIn = await browser.SignInAsync(account.UserName!, Support.Accounts.Password, elsewhere);
        using var again = await browser.GetAsync(
            $"/account/sign-in?returnUrl={Uri.EscapeDataString(elsewhere)}",
            TestContext.Current.CancellationToken
        );
        using var signedOut = await browser.SubmitAsync("/account", [], "form[action='/account/sign-out']");

        Assert.Equal("http://localhost/edit", signedIn.Headers.Location?.AbsoluteUri);
        Assert.Equal("http://localhost/edit", again.Headers.Location?.AbsoluteUri);
        Assert.Equal("/", signedOut.Headers.Location?.OriginalString);
    }

    [Fact]
    public async Task An_unknown_name_a_wrong_password_a_locked_and_a_disabled_account_get_the_same_answer_after_the_same_work()
    {
        var hasher = new CountingHasher();
        await using var counted = new TestApp(await Databases.CreateAsync(StorageProvider.Sqlite, Content.Tables), "")
        {
            Replace = services => services.AddScoped<IPasswordHasher<Account>>(_ => hasher),
        };
        await counted.AccountAsync(AccountRole.Editor, a => a.UserName = "fine@example.org");
        await counted.AccountAsync(AccountRole.Editor, a => (a.UserName, a.LockoutEnd) = ("rests@example.org", DateTimeOffset.UtcNow.AddMinutes(5)));
        await counted.AccountAsync(AccountRole.Editor, a => (a.UserName, a.DisabledAt) = ("disabled@example.org", DateTime.UtcNow));
        await counted.AccountAsync(AccountRole.Editor, a => (a.UserName, a.PasswordHash) = ("provider@example.org", null));
        using var browser = counted.Reader();
        var answers = new List<string>();
        foreach (
            var (name, password) in new[]
            {
                ("nobody@example.org", Support.Accounts.Password),
                ("fine@example.org", "not the password at all"),
                ("rests@example.org", Support.Accounts.Password),
                ("disabled@example.org", Support.Accounts.Password),
                ("provider@example.org", Support.Accounts.Password),
            }
        )
        {
            var before = hasher.Verified;
            var page = await Page.ReadAsync(await browser.SignInAsync(name, password));
            Assert.Equal((name, HttpStatusCode.OK, 1), (name, page.Status, hasher.Verified - before));
            answers.Add($"{page.Words} {string.Join(',', page.Response.Headers.Select(h => h.Key))}");
        }

        Assert.Contains("open no account", answers[0], StringComparison.Ordinal);
        Assert.Single(answers.Distinct());
    }

    [Fact]
    public async Task After_five_failures_an_account_rests_and_then_opens_again()
    {
        var account = await app.AccountAsync(AccountRole.Editor);
        using var browser = app.Reader();
        for (var i = 0; i < 5; i++)
            (await browser.SignInAsync(account.UserName!, $"wrong password {i}")).Dispose();

        using var refused = await browser.SignInAsync(account.UserName!, Support.Accounts.Password);
        var rests = (await app.StoredAsync(account)).LockoutEnd - DateTimeOffset.UtcNow;
        await app.ChangeAsync(account, a => a.LockoutEnd = DateTimeOffset.UtcNow.AddSeconds(-1));
        using var opened = await browser.SignInAsync(account.UserName!, Support.Accounts.Password);

        Assert.Equal(HttpStatusCode.OK, refused.StatusCode);
        Assert.InRange(rests!.Value.TotalMinutes, 9, 10);
        Assert.Equal(HttpStatusCode.Found, opened.StatusCode);
    }

    [Fact]
    public async Task Too_many_attempts_from_one_address_are_turned_away_and_looking_is_free()
    {
        await using var strict = new TestApp(await Databases.CreateAsync(StorageProvider.Sqlite, Content.Tables), "")
        {
            Settings = { ["Accounts:AttemptsPerMinute"] = "3" },
        };
        using var browser = strict.Reader();
        for (var i = 0; i < 3; i++)
            Assert.Equal(HttpStatusCode.OK, (await browser.SignInAsync("nobody@example.org", "whatever it is")).StatusCode);

        var refused = await Page.ReadAsync(await browser.SignInAsync("nobody@example.org", "whatever it is"));
        var elsewhere = await browser.SubmitAsync(
            "/account/new-password",
            new() { ["Input.Password"] = "another password", ["Input.Again"] = "another password" }
        );

        Assert.Equal((HttpStatusCode.TooManyRequests, "Too many attempts"), (refused.Status, refused.Heading));
        Assert.Equal(HttpStatusCode.TooManyRequests, elsewhere.StatusCode);
        Assert.Equal(HttpStatusCode.OK, (await strict.PageAsync("/account/sign-in")).Status);
    }

    [Fact]
    public async Task A_form_without_its_token_is_refused()
    {
        var account = await app.AccountAsync(AccountRole.Administrator);
        using var browser = await app.SignedInAsync(account);
        foreach (
            var (path, handler) in new[]
            {
                ("/account/sign-in", "sign-in"),
                ("/account", "name"),
                ("/account/people", "invite"),
                ("/account/sign-out", ""),
            }
        )
        {
            var answer = await browser.PostAsync(
                path,
                new FormUrlEncodedContent(
                    new Dictionary<string, string>
                    {
                        ["_handler"] = handler,
                        ["Input.Email"] = account.UserName!,
                        ["Input.For"] = "x",
                    }
                ),
                TestContext.Current.CancellationToken
            );
            Assert.Equal((path, HttpStatusCode.BadRequest), (path, answer.StatusCode));
        }
        Assert.Equal(HttpStatusCode.OK, (await browser.GetAsync("/account", TestContext.Current.CancellationToken)).StatusCode);
    }

    [Theory]
    [InlineData("http://localhost", false)]
    [InlineData("https://localhost", false)]
    [InlineData("https://localhost", true)]
    public async Task The_cookie_is_for_this_site_alone_and_lasts_no_longer_than_wanted(string address, bool keep)
    {
        var account = await app.AccountAsync(AccountRole.Editor);
        using var browser = app.CreateClient(new WebApplicationFactoryClientOptions { BaseAddress = new Uri(address), AllowAutoRedirect = false });

        using var answer = await browser.SubmitAsync(
            "/account/sign-in",
            new()
            {
                ["Input.Email"] = account.UserName!,
                ["Input.Password"] = Support.Accounts.Password,
                ["Input.Keep"] = keep ? "True" : "False",
            }
        );

        var cookie = Assert.Single(answer.Headers.GetValues("Set-Cookie"), c => c.StartsWith("desk=", StringComparison.Ordinal)).ToLowerInvariant();
        Assert.Contains("httponly", cookie, StringComparison.Ordinal);
        Assert.Contains("samesite=lax", cookie, StringComparison.Ordinal);
        Assert.Equal(address.StartsWith("https", StringComparison.Ordinal), cookie.Contains("; secure", StringComparison.Ordinal));
        Assert.Equal(keep, cookie.Contains("expires=", StringComparison.Ordinal));
        Assert.DoesNotContain("domain=", cookie, StringComparison.Ordinal);
    }

    /// <summary>Counts how often a password is looked at: that is what takes the time.</summary>
    private sealed class CountingHasher : PasswordHasher<Account>
    {
        public int Verified { get; private set; }

        public override PasswordVerificationResult VerifyHashedPassword(Account user, string hashedPassword, string providedPassword)
        {
            Verified++;
            return base.VerifyHashedPassword(user, hashedPassword, providedPassword);
        }
    }
}
