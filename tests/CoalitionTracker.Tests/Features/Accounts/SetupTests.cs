using System.Net;
using CoalitionTracker.Data;
using CoalitionTracker.Features.Accounts;
using CoalitionTracker.Tests.Support;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace CoalitionTracker.Tests.Features.Accounts;

/// <summary>The first account.</summary>
public sealed class SetupTests
{
    private static Dictionary<string, string> Somebody(string name = "Anna Kovalenko") =>
        new()
        {
            ["Input.Email"] = $"{name.Replace(' ', '.')}@example.org",
            ["Input.DisplayName"] = name,
            ["Input.Password"] = "eleven quiet harbours",
            ["Input.Again"] = "eleven quiet harbours",
        };

    private static string PathOf(TestApp app) => $"/setup?code={app.Services.GetRequiredService<SetupCode>().Code}";

    [Fact]
    public async Task Whoever_has_the_code_makes_the_first_administrator_and_then_there_is_nothing_to_set_up()
    {
        await using var app = await TestApp.EmptyAsync();
        using var browser = app.Reader();

        using var made = await browser.SubmitAsync(PathOf(app), Somebody());
        var own = await Page.ReadAsync(await browser.GetAsync(made.Headers.Location, TestContext.Current.CancellationToken));
        var people = await Page.ReadAsync(await browser.GetAsync("/account/people", TestContext.Current.CancellationToken));

        Assert.Equal((HttpStatusCode.Found, "/account?done=joined"), (made.StatusCode, made.Headers.Location?.PathAndQuery));
        Assert.Contains("Your account is ready", own.Words, StringComparison.Ordinal);
        Assert.Contains("Anna Kovalenko", people.Words, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.NotFound, (await app.PageAsync(PathOf(app))).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await app.PageAsync("/setup")).Status);
    }

    [Theory]
    [InlineData("")]
    [InlineData("?code=")]
    [InlineData("?code=abc")]
    public async Task Without_the_code_there_is_no_form_to_fill_in(string query)
    {
        await using var app = await TestApp.EmptyAsync();
        using var browser = app.Reader();
        var open = await Page.ReadAsync(await browser.GetAsync(PathOf(app), TestContext.Current.CancellationToken));

        open.Document.QuerySelector(Support.Accounts.Form)!.RemoveAttribute("action"); // send it to the address without the code

        var closed = await app.PageAsync("/setup" + query);
        var forced = await browser.SubmitAsync(open, "/setup" + query, Somebody());

        Assert.Equal("Set up CoalitionTracker", closed.Heading);
        Assert.Empty(closed.Document.QuerySelectorAll("form[method=post]"));
        Assert.NotEqual(HttpStatusCode.Found, forced.StatusCode);
        await using var db = app.Open();
        Assert.False(await db.Users.AnyAsync(TestContext.Current.CancellationToken));
    }

    [Theory]
    [MemberData(nameof(Providers.All), MemberType = typeof(Providers))]
    public async Task Of_several_who_set_up_at_once_one_wins(StorageProvider provider)
    {
        await using var app = await TestApp.EmptyAsync(provider);

        var answers = await Support.Accounts.SubmitAtOnceAsync(
            Enumerable.Range(1, 4).Select(i => (app.Reader(), PathOf(app), Somebody($"Person {(char)('A' + i)}")))
        );

        Assert.Single(answers, HttpStatusCode.Found);
        await using var db = app.Open();
        Assert.Equal(1, await db.Users.CountAsync(TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task Every_start_has_a_code_of_its_own()
    {
        await using var first = await TestApp.EmptyAsync();
        await using var second = new TestApp(first.Storage, "");

        var (old, now) = (first.Services.GetRequiredService<SetupCode>(), second.Services.GetRequiredService<SetupCode>());

        Assert.NotEqual(old.Code, now.Code);
        Assert.True(old.Code.Length >= 20);
        Assert.True(now.Opens($" {now.Code} "));
        Assert.False(now.Opens(old.Code));
        Assert.False(now.Opens(null));
    }
}

/// <summary>The start log.</summary>
[Collection(nameof(LogCollection))]
public sealed class SetupLogTests
{
    [Fact]
    public async Task The_start_log_tells_the_code_while_nobody_has_an_account()
    {
        await using var app = await TestApp.EmptyAsync();
        var code = app.Services.GetRequiredService<SetupCode>().Code;
        await app.AccountAsync(AccountRole.Administrator);
        Assert.Contains($"/setup?code={code}", app.Logged().Replace("{Code:l}", code, StringComparison.Ordinal), StringComparison.Ordinal);

        await using var restarted = new TestApp(app.Storage, "");
        await restarted.PageAsync("/healthz");

        Assert.DoesNotContain("/setup", restarted.Logged(), StringComparison.Ordinal);
    }
}
