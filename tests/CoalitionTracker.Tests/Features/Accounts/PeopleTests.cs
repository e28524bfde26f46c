using System.Net;
using System.Text.RegularExpressions;
using CoalitionTracker.Data;
using CoalitionTracker.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace CoalitionTracker.Tests.Features.Accounts;

/// <summary>What an administrator does with other people's accounts.</summary>
public sealed partial class PeopleTests
{
    private const string Disable = "form:has(input[value=disable])";
    private const string Enable = "form:has(input[value=enable])";
    private const string Role = "form:has(input[value=role])";

    private static readonly CancellationToken Cancel = TestContext.Current.CancellationToken;

    [Theory]
    [MemberData(nameof(Providers.All), MemberType = typeof(Providers))]
    public async Task The_last_administrator_is_neither_demoted_nor_disabled_and_nobody_disables_themselves(StorageProvider provider)
    {
        await using var app = await TestApp.EmptyAsync(provider);
        var first = await app.AccountAsync(AccountRole.Administrator);
        await app.AccountAsync(AccountRole.Administrator, a => a.DisabledAt = DateTime.UtcNow); // does not count
        using var browser = await app.SignedInAsync(first);

        var demoted = await Page.ReadAsync(await browser.SubmitAsync(PathOf(first), new() { ["Input.Role"] = nameof(AccountRole.Editor) }, Role));
        var alone = await Page.ReadAsync(await browser.SubmitAsync(PathOf(first), [], Disable));
        var second = await app.AccountAsync(AccountRole.Administrator);
        var themselves = await Page.ReadAsync(await browser.SubmitAsync(PathOf(first), [], Disable));

        Assert.Contains("last administrator", demoted.Words, StringComparison.Ordinal);
        Assert.Contains("Nobody disables their own account", alone.Words, StringComparison.Ordinal);
        Assert.Contains("Nobody disables their own account", themselves.Words, StringComparison.Ordinal);
        Assert.Equal((AccountRole.Administrator, null), ((await app.StoredAsync(first)).Role, (await app.StoredAsync(first)).DisabledAt));
        using var handedOver = await browser.SubmitAsync(PathOf(first), new() { ["Input.Role"] = nameof(AccountRole.Editor) }, Role);
        Assert.Equal(HttpStatusCode.Found, handedOver.StatusCode);
        Assert.Equal(AccountRole.Administrator, (await app.StoredAsync(second)).Role);
    }

    [Theory]
    [MemberData(nameof(Providers.All), MemberType = typeof(Providers))]
    public async Task Two_administrators_who_disable_each_other_at_once_leave_one(StorageProvider provider)
    {
        await using var app = await TestApp.EmptyAsync(provider);
        var (one, two) = (await app.AccountAsync(AccountRole.Administrator), await app.AccountAsync(AccountRole.Administrator));
        using var ones = await app.SignedInAsync(one);
        using var twos = await app.SignedInAsync(two);

        await Support.Accounts.SubmitAtOnceAsync([(ones, PathOf(two), []), (twos, PathOf(one), [])], Disable);

        await using var db = app.Open();
        Assert.Equal(1, await db.Users.CountAsync(a => a.DisabledAt == null, Cancel));
    }

    [Fact]
    public async Task A_disabled_account_signs_in_again_once_it_is_enabled()
    {
        await using var app = await TestApp.EmptyAsync();
        using var administrator = await app.SignedInAsync(AccountRole.Administrator);
        var account = await app.AccountAsync(AccountRole.Editor);

        using var disabled = await administrator.SubmitAsync(PathOf(account), [], Disable);
        using var refused = await app.Reader().SignInAsync(account.UserName!, Support.Accounts.Password);
        using var enabled = await administrator.SubmitAsync(PathOf(account), [], Enable);
        using var allowed = await app.Reader().SignInAsync(account.UserName!, Support.Accounts.Password);

        Assert.Equal(
            [HttpStatusCode.Found, HttpStatusCode.OK, HttpStatusCode.Found, HttpStatusCode.Found],
            [disabled.StatusCode, refused.StatusCode, enabled.StatusCode, allowed.StatusCode]
        );
    }

    [Fact]
    public async Task A_link_for_a_new_password_works_once_and_not_for_a_disabled_account()
    {
        await using var app = await TestApp.EmptyAsync();
        using var administrator = await app.SignedInAsync(AccountRole.Administrator);
        var account = await app.AccountAsync(AccountRole.Editor, a => a.LockoutEnd = DateTimeOffset.UtcNow.AddMinutes(9));
        var made = await Page.ReadAsync(await administrator.SubmitAsync(PathOf(account), [], "form:has(input[value=link])"));
        var link = new Uri(LinkPattern().Match(Assert.Single(made.All("code.secret"))).Value).PathAndQuery;

        var weak = await Page.ReadAsync(await app.Reader().SubmitAsync(link, Passwords("short")));
        using var set = await app.Reader().SubmitAsync(link, Passwords("thirteen quiet harbours"));
        var again = await Page.ReadAsync(await app.Reader().SubmitAsync(link, Passwords("fifteen quiet harbours")));
        using var old = await app.Reader().SignInAsync(account.UserName!, Support.Accounts.Password);
        using var now = await app.Reader().SignInAsync(account.UserName!, "thirteen quiet harbours");
        var forDisabled = await Page.ReadAsync(await administrator.SubmitAsync(PathOf(account), [], "form:has(input[value=link])"));
        await app.ChangeAsync(account, a => a.DisabledAt = DateTime.UtcNow);
        var second = new Uri(LinkPattern().Match(Assert.Single(forDisabled.All("code.secret"))).Value).PathAndQuery;
        var refused = await Page.ReadAsync(await app.Reader().SubmitAsync(second, Passwords("fifteen quiet harbours")));
        var unknown = await Page.ReadAsync(
            await app.Reader().SubmitAsync("/account/new-password?account=nobody&token=x", Passwords("fifteen quiet harbours"))
        );

        Assert.Contains("at least 12", weak.Words, StringComparison.Ordinal);
        Assert.Equal("/account/sign-in?notice=reset", set.Headers.Location?.PathAndQuery);
        Assert.All([again, refused, unknown], page => Assert.Contains("This link is not open", page.Words, StringComparison.Ordinal));
        Assert.Equal((HttpStatusCode.OK, HttpStatusCode.Found), (old.StatusCode, now.StatusCode));
    }

    [Fact]
    public async Task A_demoted_administrator_whose_cookie_is_not_yet_looked_at_changes_nothing()
    {
        await using var app = await TestApp.EmptyAsync();
        await app.AccountAsync(AccountRole.Administrator);
        var (demoted, other) = (await app.AccountAsync(AccountRole.Administrator), await app.AccountAsync(AccountRole.Editor));
        using var browser = await app.SignedInAsync(demoted);
        await app.ChangeAsync(demoted, a => a.Role = AccountRole.Editor);

        var answer = await Page.ReadAsync(
            await browser.SubmitAsync(PathOf(other), new() { ["Input.Role"] = nameof(AccountRole.Administrator) }, Role)
        );

        Assert.Equal((HttpStatusCode.Forbidden, "Your account no longer reaches this"), (answer.Status, answer.Heading));
        Assert.Equal(AccountRole.Editor, (await app.StoredAsync(other)).Role);
    }

    [Theory]
    [InlineData("Emperor")]
    [InlineData("7")]
    [InlineData("")]
    public async Task A_role_that_is_none_is_refused(string role)
    {
        await using var app = await TestApp.EmptyAsync();
        using var administrator = await app.SignedInAsync(AccountRole.Administrator);
        var account = await app.AccountAsync(AccountRole.Reviewer);

        using var answer = await administrator.SubmitAsync(PathOf(account), new() { ["Input.Role"] = role }, Role);

        Assert.NotEqual(HttpStatusCode.Found, answer.StatusCode);
        Assert.Equal(AccountRole.Reviewer, (await app.StoredAsync(account)).Role);
        Assert.Equal(HttpStatusCode.NotFound, (await administrator.GetAsync("/account/people/nobody", Cancel)).StatusCode);
    }

    [Fact]
    public async Task One_s_own_name_can_be_changed_and_is_shown_at_once()
    {
        await using var app = await TestApp.EmptyAsync();
        var account = await app.AccountAsync(AccountRole.Editor);
        using var browser = await app.SignedInAsync(account);

        using var renamed = await browser.SubmitAsync("/account", new() { ["Input.DisplayName"] = "  Олена   Шевченко " });
        using var same = await browser.SubmitAsync("/account", new() { ["Input.DisplayName"] = "олена Шевченко" });
        var refused = await Page.ReadAsync(await browser.SubmitAsync("/account", new() { ["Input.DisplayName"] = "CoalitionTracker" }));

        Assert.Equal("/account?done=name", renamed.Headers.Location?.PathAndQuery);
        Assert.Equal(HttpStatusCode.Found, same.StatusCode); // one's own name in another case is nobody else's
        Assert.Contains("take another name", refused.Words, StringComparison.Ordinal);
        Assert.Equal("олена Шевченко", (await app.StoredAsync(account)).DisplayName);
    }

    private static string PathOf(Account account) => $"/account/people/{account.Id}";

    private static Dictionary<string, string> Passwords(string password) => new() { ["Input.Password"] = password, ["Input.Again"] = password };

    [GeneratedRegex(@"http\S+/account/new-password\?\S+")]
    private static partial Regex LinkPattern();
}
