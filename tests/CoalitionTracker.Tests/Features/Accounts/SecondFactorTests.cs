using System.Buffers.Binary;
using System.Net;
using System.Security.Cryptography;
using System.Text.Json;
using CoalitionTracker.Data;
using CoalitionTracker.Tests.Support;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.DependencyInjection;

namespace CoalitionTracker.Tests.Features.Accounts;

/// <summary>A code beside the password, or a passkey in the place of both.</summary>
public sealed class SecondFactorTests(EmptyApp fresh) : IClassFixture<EmptyApp>
{
    private const string Factor = "form:has(input[value=factor])";

    private static readonly CancellationToken Cancel = TestContext.Current.CancellationToken;

    private readonly TestApp app = fresh.App;

    [Fact]
    public async Task With_a_second_factor_the_password_alone_opens_nothing()
    {
        var (account, key, codes) = await WithFactorAsync();
        using var browser = app.Reader();

        using var half = await browser.SignInAsync(account.UserName!, Support.Accounts.Password, "/edit/x");
        var step = half.Headers.Location!.PathAndQuery;
        using var notYet = await browser.GetAsync("/account", Cancel);
        var wrong = await Page.ReadAsync(await browser.SubmitAsync(step, new() { ["Input.Code"] = "000000" }));
        using var right = await browser.SubmitAsync(step, new() { ["Input.Code"] = $" {Code(key)[..3]} {Code(key)[3..]} " });
        using var inside = await browser.GetAsync("/account", Cancel);

        Assert.StartsWith("/account/second-factor?", step, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.Found, notYet.StatusCode);
        Assert.Contains("does not open the account", wrong.Words, StringComparison.Ordinal);
        Assert.Equal("/edit/x", right.Headers.Location?.PathAndQuery);
        Assert.Equal(HttpStatusCode.OK, inside.StatusCode);
        Assert.Equal(10, codes.Distinct().Count());
    }

    [Fact]
    public async Task A_recovery_code_works_once()
    {
        var (account, _, codes) = await WithFactorAsync();

        var first = await RecoverAsync(account, codes[0].ToLowerInvariant());
        var second = await RecoverAsync(account, codes[0]);
        var other = await RecoverAsync(account, codes[1]);

        Assert.Equal([HttpStatusCode.Found, HttpStatusCode.OK, HttpStatusCode.Found], [first, second, other]);
    }

    [Fact]
    public async Task Five_wrong_codes_let_the_account_rest()
    {
        var (account, key, _) = await WithFactorAsync();
        using var browser = app.Reader();
        using var half = await browser.SignInAsync(account.UserName!, Support.Accounts.Password);
        var step = half.Headers.Location!.PathAndQuery;
        for (var i = 0; i < 5; i++)
            (await browser.SubmitAsync(step, new() { ["Input.Code"] = "000000" })).Dispose();

        using var right = await browser.SubmitAsync(step, new() { ["Input.Code"] = Code(key) });

        Assert.Equal(HttpStatusCode.OK, right.StatusCode);
        Assert.NotNull((await app.StoredAsync(account)).LockoutEnd);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task An_account_that_is_disabled_between_the_steps_stays_closed(bool byRecoveryCode)
    {
        var (account, key, codes) = await WithFactorAsync();
        using var browser = app.Reader();
        using var half = await browser.SignInAsync(account.UserName!, Support.Accounts.Password);
        await app.ChangeAsync(account, a => a.DisabledAt = DateTime.UtcNow);

        using var answer = await browser.SubmitAsync(
            half.Headers.Location!.PathAndQuery,
            new() { ["Input.Code"] = byRecoveryCode ? codes[0] : Code(key) }
        );

        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
    }

    [Fact]
    public async Task Turning_it_off_and_new_codes_take_the_password()
    {
        var (account, key, codes) = await WithFactorAsync();
        using var browser = app.Reader();
        using var half = await browser.SignInAsync(account.UserName!, Support.Accounts.Password);
        (await browser.SubmitAsync(half.Headers.Location!.PathAndQuery, new() { ["Input.Code"] = Code(key) })).Dispose();

        var refused = await Page.ReadAsync(await browser.SubmitAsync("/account/authenticator", Chosen("wrong password here", off: true), Factor));
        var renewed = await Page.ReadAsync(
            await browser.SubmitAsync("/account/authenticator", Chosen(Support.Accounts.Password, off: false), Factor)
        );
        using var off = await browser.SubmitAsync("/account/authenticator", Chosen(Support.Accounts.Password, off: true), Factor);
        using var plain = await app.Reader().SignInAsync(account.UserName!, Support.Accounts.Password);

        Assert.Contains("This is not your password", refused.Words, StringComparison.Ordinal);
        Assert.Empty(renewed.All("ul.secrets code").Intersect(codes));
        Assert.Equal("/account?done=factor-off", off.Headers.Location?.PathAndQuery);
        Assert.Equal("/edit", plain.Headers.Location?.PathAndQuery);
    }

    [Fact]
    public async Task An_administrator_helps_who_has_lost_the_device()
    {
        var (account, _, _) = await WithFactorAsync();
        using var administrator = await app.SignedInAsync(AccountRole.Administrator);

        using var off = await administrator.SubmitAsync($"/account/people/{account.Id}", [], Factor);
        using var plain = await app.Reader().SignInAsync(account.UserName!, Support.Accounts.Password);

        Assert.Equal(HttpStatusCode.Found, off.StatusCode);
        Assert.Equal("/edit", plain.Headers.Location?.PathAndQuery);
    }

    [Fact]
    public async Task The_key_is_shown_as_a_picture_within_what_the_browser_may_load()
    {
        using var browser = await app.SignedInAsync(AccountRole.Editor);
        (await browser.SubmitAsync("/account/authenticator", [], "form:has(input[value=begin])")).Dispose();

        var page = await Page.ReadAsync(await browser.GetAsync("/account/authenticator", Cancel));
        var wrong = await Page.ReadAsync(await browser.SubmitAsync("/account/authenticator", new() { ["Input.Code"] = "12345" }, Factor));

        Assert.StartsWith("data:image/svg+xml;base64,", page.Document.QuerySelector("img.qr")!.GetAttribute("src"), StringComparison.Ordinal);
        Assert.Matches("^([A-Z2-7]{4} )+[A-Z2-7]{1,4}$", Assert.Single(page.All("code.secret")));
        Assert.Contains("not the code of this key", wrong.Words, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_passkey_is_asked_for_without_a_name_and_made_for_oneself_only()
    {
        using var editor = await app.SignedInAsync(AccountRole.Editor);
        using var reader = app.Reader();

        using var request = await reader.SubmitAsync(await ToAsync(reader, "/account/sign-in", "request"), "", [], "form[data-passkey]");
        using var creation = await editor.SubmitAsync(await ToAsync(editor, "/account/passkeys", "creation"), "", [], "form[data-passkey]");
        using var anonymous = await reader.SubmitAsync(await ToAsync(reader, "/account/sign-in", "creation"), "", [], "form[data-passkey]");
        using var forged = await reader.PostAsync("/account/passkeys/request-options", new FormUrlEncodedContent([]), Cancel);

        var asked = JsonDocument.Parse(await request.Content.ReadAsStringAsync(Cancel)).RootElement;
        Assert.True(asked.GetProperty("challenge").GetString()!.Length >= 20);
        Assert.Equal("required", asked.GetProperty("userVerification").GetString());
        Assert.Equal(0, asked.TryGetProperty("allowCredentials", out var allowed) ? allowed.GetArrayLength() : 0);
        Assert.Equal(
            "required",
            JsonDocument
                .Parse(await creation.Content.ReadAsStringAsync(Cancel))
                .RootElement.GetProperty("authenticatorSelection")
                .GetProperty("residentKey")
                .GetString()
        );
        Assert.Equal(HttpStatusCode.Unauthorized, anonymous.StatusCode);
        Assert.Equal(HttpStatusCode.BadRequest, forged.StatusCode);
    }

    [Theory]
    [InlineData("")]
    [InlineData("{}")]
    [InlineData("not json")]
    public async Task A_passkey_that_proves_nothing_opens_nothing(string credential)
    {
        using var reader = app.Reader();

        var page = await Page.ReadAsync(await reader.SubmitAsync("/account/sign-in", new() { ["Credential"] = credential }, "form[data-passkey]"));

        Assert.Equal(HttpStatusCode.OK, page.Status);
        Assert.Contains("This passkey opens no account", page.Words, StringComparison.Ordinal);
    }

    /// <summary>The page with its passkey form led to where the script would ask first.</summary>
    private static async Task<Page> ToAsync(HttpClient browser, string path, string what)
    {
        var page = await Page.ReadAsync(await browser.GetAsync(path, Cancel));
        page.Document.QuerySelector("form[data-passkey]")!.SetAttribute("action", $"/account/passkeys/{what}-options");
        return page;
    }

    private async Task<HttpStatusCode> RecoverAsync(Account account, string code)
    {
        using var browser = app.Reader();
        using var half = await browser.SignInAsync(account.UserName!, Support.Accounts.Password);
        using var answer = await browser.SubmitAsync(half.Headers.Location!.PathAndQuery, new() { ["Input.Code"] = code });
        return answer.StatusCode;
    }

    /// <summary>An account that has turned on its second factor by the page, with the key and the recovery codes that it showed.</summary>
    private async Task<(Account Account, string Key, IReadOnlyList<string> Codes)> WithFactorAsync()
    {
        var account = await app.AccountAsync(AccountRole.Editor);
        using var browser = await app.SignedInAsync(account);
        (await browser.SubmitAsync("/account/authenticator", [], "form:has(input[value=begin])")).Dispose();
        await using var scope = app.Services.CreateAsyncScope();
        var key = (await scope.ServiceProvider.GetRequiredService<UserManager<Account>>().GetAuthenticatorKeyAsync(account))!;
        var on = await Page.ReadAsync(await browser.SubmitAsync("/account/authenticator", new() { ["Input.Code"] = Code(key) }, Factor));
        Assert.Contains("The second factor is on", on.Words, StringComparison.Ordinal);
        return (account, key, on.All("ul.secrets code"));
    }

    private static Dictionary<string, string> Chosen(string password, bool off) =>
        new() { ["Input.Password"] = password, ["Input.Off"] = off ? "true" : "false" };

    /// <summary>What an authenticator app would show now (RFC 6238).</summary>
    private static string Code(string key)
    {
        var bits = string.Concat(key.Select(c => Convert.ToString("ABCDEFGHIJKLMNOPQRSTUVWXYZ234567".IndexOf(c), 2).PadLeft(5, '0')));
        var secret = bits.Chunk(8).Where(b => b.Length == 8).Select(b => Convert.ToByte(new string(b), 2)).ToArray();
        var step = new byte[8];
        BinaryPrimitives.WriteInt64BigEndian(step, DateTimeOffset.UtcNow.ToUnixTimeSeconds() / 30);
#pragma warning disable CA5350 // what authenticator apps use
        var hash = HMACSHA1.HashData(secret, step);
#pragma warning restore CA5350
        var number = BinaryPrimitives.ReadInt32BigEndian(hash.AsSpan(hash[^1] & 15)) & int.MaxValue;
        return (number % 1_000_000).ToString("D6", System.Globalization.CultureInfo.InvariantCulture);
    }
}
