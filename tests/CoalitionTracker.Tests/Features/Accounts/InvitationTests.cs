using System.Net;
using System.Text.RegularExpressions;
using CoalitionTracker.Data;
using CoalitionTracker.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace CoalitionTracker.Tests.Features.Accounts;

/// <summary>From an administrator's invitation to an account.</summary>
public sealed partial class InvitationTests(EmptyApp fresh) : IClassFixture<EmptyApp>
{
    private static readonly CancellationToken Cancel = TestContext.Current.CancellationToken;

    private static int people;

    [Theory]
    [MemberData(nameof(Providers.All), MemberType = typeof(Providers))]
    public async Task An_invited_person_joins_with_the_role_that_was_meant_and_the_link_works_once(StorageProvider provider)
    {
        await using var app = await TestApp.EmptyAsync(provider);
        using var administrator = await app.SignedInAsync(AccountRole.Administrator);
        var link = await InviteAsync(administrator, AccountRole.Reviewer);
        var form = await app.PageAsync(link);
        using var browser = app.Reader();

        using var joined = await browser.SubmitAsync(link, Somebody(out var email, out var name));
        var afterwards = await app.PageAsync(link);
        var own = await Page.ReadAsync(await browser.GetAsync("/account", Cancel));
        using var again = await app.Reader().SignInAsync(email, Password);

        Assert.Equal("Join the editors' desk", form.Heading);
        Assert.Contains("as reviewer", form.Words, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.Found, joined.StatusCode);
        Assert.Contains("Reviewer", own.Words, StringComparison.Ordinal);
        Assert.Equal("This invitation is not open", afterwards.Heading);
        Assert.Equal(HttpStatusCode.Found, again.StatusCode);
        await using var db = app.Open();
        var account = await db.Users.SingleAsync(a => a.UserName == email, Cancel);
        Assert.Equal((name, AccountRole.Reviewer), (account.DisplayName, account.Role));
        Assert.NotNull((await db.Invitations.SingleAsync(Cancel)).UsedAt);
        Assert.DoesNotContain(
            "for Anna",
            (await Page.ReadAsync(await administrator.GetAsync("/account/people", Cancel))).Section("Open invitations"),
            StringComparison.Ordinal
        );
    }

    [Theory]
    [MemberData(nameof(Providers.All), MemberType = typeof(Providers))]
    public async Task Of_two_who_use_a_link_at_once_one_joins(StorageProvider provider)
    {
        await using var app = await TestApp.EmptyAsync(provider);
        using var administrator = await app.SignedInAsync(AccountRole.Administrator);
        var link = await InviteAsync(administrator);

        var answers = await Support.Accounts.SubmitAtOnceAsync(
            Enumerable.Range(0, 3).Select(_ => (app.Reader(), link, Somebody(out var _, out var _)))
        );

        Assert.Single(answers, HttpStatusCode.Found);
        await using var db = app.Open();
        Assert.Equal(2, await db.Users.CountAsync(Cancel));
    }

    [Fact]
    public async Task An_expired_or_withdrawn_link_opens_nothing_even_if_its_form_was_open_before()
    {
        using var administrator = await fresh.App.SignedInAsync(AccountRole.Administrator);
        var (expired, withdrawn) = (await InviteAsync(administrator, whom: "Too late"), await InviteAsync(administrator, whom: "Not wanted"));
        using var browser = fresh.App.Reader();
        var forms = new[] { expired, withdrawn }.Select(async l => (l, await Page.ReadAsync(await browser.GetAsync(l, Cancel)))).ToList();
        await Task.WhenAll(forms);
        await using (var db = fresh.App.Open())
            await db.Invitations.Where(i => i.For == "Too late").ExecuteUpdateAsync(i => i.SetProperty(x => x.ExpiresAt, DateTime.UtcNow), Cancel);
        var id = 0L;
        await using (var db = fresh.App.Open())
            id = await db.Invitations.Where(i => i.For == "Not wanted").Select(i => i.Id).SingleAsync(Cancel);
        using var done = await administrator.SubmitAsync("/account/people", [], $"form:has(input[value='withdraw-{id}'])");

        foreach (var form in forms)
        {
            var (link, page) = await form;
            Assert.Equal("This invitation is not open", (await fresh.App.PageAsync(link)).Heading);
            var answer = await Page.ReadAsync(await browser.SubmitAsync(page, link, Somebody(out _, out _)));
            Assert.NotEqual(HttpStatusCode.Found, answer.Status);
        }
        Assert.Equal(HttpStatusCode.Found, done.StatusCode);
    }

    [Fact]
    public async Task The_secret_of_a_link_is_kept_nowhere_and_lives_for_a_week()
    {
        using var administrator = await fresh.App.SignedInAsync(AccountRole.Administrator);
        var link = await InviteAsync(administrator, whom: "Secret keeper");
        var token = link.Split("token=")[1];

        await using var db = fresh.App.Open();
        var stored = await db.Invitations.SingleAsync(i => i.For == "Secret keeper", Cancel);

        Assert.True(token.Length >= 40);
        Assert.DoesNotContain(token, string.Join(' ', stored.TokenHash, stored.For, stored.InvitedBy), StringComparison.Ordinal);
        Assert.Equal(64, stored.TokenHash.Length);
        Assert.InRange((stored.ExpiresAt - DateTime.UtcNow).TotalDays, 6.9, 7);
        Assert.DoesNotContain(token, (await Page.ReadAsync(await administrator.GetAsync("/account/people", Cancel))).Html, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("", "Give the name")]
    [InlineData("   ", "Give the name")]
    [InlineData("CoalitionTracker", "take another name")]
    [InlineData("coalitiontracker", "take another name")]
    [InlineData("Ｃoalition​Tracker", "letters that can be seen")]
    [InlineData("ＣoalitionTracker", "take another name")]
    [InlineData("anna@example.org", "do not give an e-mail address")]
    [InlineData("Anna \u202Eannoying", "letters that can be seen")]
    [InlineData("12345", "A name has letters")]
    [InlineData("Аnna Kovalenko", "mixes Latin and Cyrillic")]
    [InlineData("TAKEN  name", "Somebody else goes by this name")]
    [InlineData("Ｔaken Name", "Somebody else goes by this name")]
    [InlineData("Editorial office", "published under this name before")]
    public async Task A_name_that_would_mislead_readers_is_refused_beside_its_field(string name, string message)
    {
        var app = fresh.App;
        await using (var db = app.Open())
        {
            if (!await db.Users.AnyAsync(a => a.DisplayName == "Taken Name", Cancel))
                await app.AccountAsync(AccountRole.Editor, a => a.DisplayName = "Taken Name");
            if (!await db.Revisions.AnyAsync(r => r.Author == "Editorial office", Cancel))
            {
                var revision = await db.Revisions.OrderBy(r => r.Id).FirstAsync(Cancel);
                db.Add(
                    new Revision
                    {
                        At = revision.At,
                        Author = "Editorial office",
                        Reason = "x",
                        Kind = revision.Kind,
                        Code = revision.Code,
                        Snapshot = revision.Snapshot,
                    }
                );
                await db.SaveChangesAsync(Cancel);
            }
        }
        using var administrator = await app.SignedInAsync(AccountRole.Administrator);
        var values = Somebody(out _, out _);
        values["Input.DisplayName"] = name;

        var page = await Page.ReadAsync(await app.Reader().SubmitAsync(await InviteAsync(administrator), values));

        Assert.Equal(HttpStatusCode.OK, page.Status);
        Assert.Contains(message, string.Join(' ', page.All(".field .problem")), StringComparison.Ordinal);
        var link = Assert.Single(page.Document.QuerySelectorAll(".form-problems a")).GetAttribute("href")!;
        Assert.NotNull(page.Document.QuerySelector($"input#{link.Split('#')[1]}[aria-invalid]"));
    }

    [Theory]
    [InlineData("Input.Password", "short", "at least 12 characters")]
    [InlineData("Input.Password", "aaaaaaaaaaaaaaaa", "different characters")]
    [InlineData("Input.Again", "something else entirely", "The two passwords differ")]
    [InlineData("Input.Email", "nobody", "looks like name@example.org")]
    [InlineData("Input.Email", "", "Give your e-mail address")]
    [InlineData("Input.Email", "taken@example.org", "No account can be made with this address")]
    public async Task What_cannot_be_is_refused_beside_its_field(string field, string value, string message)
    {
        var app = fresh.App;
        await using (var db = app.Open())
        {
            if (!await db.Users.AnyAsync(a => a.UserName == "taken@example.org", Cancel))
                await app.AccountAsync(AccountRole.Editor, a => a.UserName = "taken@example.org");
        }
        using var administrator = await app.SignedInAsync(AccountRole.Administrator);
        var values = Somebody(out _, out _);
        values[field] = value;
        if (field == "Input.Password")
            values["Input.Again"] = value;

        var page = await Page.ReadAsync(await app.Reader().SubmitAsync(await InviteAsync(administrator), values));

        Assert.Contains(message, string.Join(' ', page.All(".field .problem")), StringComparison.Ordinal);
        Assert.All(page.Document.QuerySelectorAll("input[type=password]"), i => Assert.Equal("", i.GetAttribute("value") ?? ""));
    }

    [Fact]
    public async Task Script_in_a_field_is_text()
    {
        const string script = "<script>alert(1)</script><img src=x onerror=alert(2)>";
        var app = fresh.App;
        using var administrator = await app.SignedInAsync(AccountRole.Administrator);
        var link = await InviteAsync(administrator, whom: script);
        var values = Somebody(out var email, out _);
        values["Input.DisplayName"] = script;
        using var browser = app.Reader();

        using var joined = await browser.SubmitAsync(link, values);
        await InviteAsync(administrator, whom: script);
        var pages = new List<Page>();
        foreach (
            var (reader, path) in new[]
            {
                (administrator, "/account/people"),
                (browser, "/account"),
                (browser, $"/account?done={script}"),
                (app.Reader(), $"/setup?code={script}"),
            }
        )
            pages.Add(await Page.ReadAsync(await reader.GetAsync(path, Cancel)));
        var attempt = await Page.ReadAsync(await app.Reader().SignInAsync(script, script, script));

        Assert.Equal(HttpStatusCode.Found, joined.StatusCode);
        Assert.All([.. pages, attempt], page => Assert.DoesNotContain("<script>alert", page.Html, StringComparison.Ordinal));
        Assert.All([.. pages, attempt], page => Assert.Empty(page.Document.QuerySelectorAll("img[src=x], [onerror]")));
        Assert.Contains("<script>alert(1)", pages[0].Words, StringComparison.Ordinal);
    }

    private const string Password = "eleven quiet harbours";

    private static Dictionary<string, string> Somebody(out string email, out string name)
    {
        var number = Interlocked.Increment(ref people);
        (email, name) = ($"anna.o'{number}@example.org", $"Анна Коваленко {number}");
        return new()
        {
            ["Input.Email"] = email,
            ["Input.DisplayName"] = name,
            ["Input.Password"] = Password,
            ["Input.Again"] = Password,
        };
    }

    /// <summary>The path and query of a new invitation's link.</summary>
    private static async Task<string> InviteAsync(HttpClient administrator, AccountRole role = AccountRole.Editor, string whom = "for Anna")
    {
        var page = await Page.ReadAsync(
            await administrator.SubmitAsync(
                "/account/people",
                new() { ["Input.For"] = whom, ["Input.Role"] = role.ToString() },
                "form:has(input[name='Input.For'])"
            )
        );
        return new Uri(LinkPattern().Match(Assert.Single(page.All("code.secret"))).Value).PathAndQuery;
    }

    [GeneratedRegex(@"http\S+/account/join\?token=\S+")]
    private static partial Regex LinkPattern();
}
