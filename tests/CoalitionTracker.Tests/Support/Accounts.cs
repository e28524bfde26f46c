using System.Net;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using CoalitionTracker.Data;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace CoalitionTracker.Tests.Support;

/// <summary>People at the desk, for tests: makes accounts in the store and signs them in as a browser would.</summary>
public static class Accounts
{
    public const string Password = "seven quiet harbours";

    /// <summary>The first form of a page that is sent to the page itself; signing out is another.</summary>
    public const string Form = "main form[method=post]:not([action='/account/sign-out'])";

    private static readonly Lazy<string> Hash = new(() => new PasswordHasher<Account>().HashPassword(new Account(), Password));

    /// <summary>A new account with this role and <see cref="Password"/>, an e-mail address and a display name of its own.</summary>
    public static async Task<Account> AccountAsync(this TestApp app, AccountRole role, Action<Account>? with = null)
    {
        var name = $"{role} {Guid.NewGuid().ToString("N")[..8]}";
        var account = new Account
        {
            UserName = $"{name.Replace(' ', '.').ToLowerInvariant()}@example.org",
            DisplayName = name,
            Role = role,
            CreatedAt = DateTime.UtcNow,
            PasswordHash = Hash.Value,
        };
        with?.Invoke(account);
        await using var scope = app.Services.CreateAsyncScope();
        var made = await scope.ServiceProvider.GetRequiredService<UserManager<Account>>().CreateAsync(account);
        Assert.True(made.Succeeded, string.Join(' ', made.Errors.Select(e => e.Description)));
        return account;
    }

    /// <summary>A browser in which this account has signed in by the form. Follows no redirects, keeps cookies.</summary>
    public static async Task<HttpClient> SignedInAsync(this TestApp app, Account account)
    {
        var browser = app.Reader();
        using var answer = await browser.SignInAsync(account.UserName!, Password);
        Assert.Equal(HttpStatusCode.Found, answer.StatusCode);
        return browser;
    }

    /// <summary>A browser of a new account with this role.</summary>
    public static async Task<HttpClient> SignedInAsync(this TestApp app, AccountRole role) => await app.SignedInAsync(await app.AccountAsync(role));

    /// <summary>The account as the store has it now.</summary>
    public static async Task<Account> StoredAsync(this TestApp app, Account account)
    {
        await using var db = app.Open();
        return await db.Users.SingleAsync(a => a.Id == account.Id);
    }

    /// <summary>Changes an account in the store, past all rules.</summary>
    public static async Task ChangeAsync(this TestApp app, Account account, Action<Account> change)
    {
        await using var db = app.Open();
        change(await db.Users.AsTracking().SingleAsync(a => a.Id == account.Id));
        await db.SaveChangesAsync();
    }

    /// <summary>Fills in the sign-in form and sends it.</summary>
    public static Task<HttpResponseMessage> SignInAsync(this HttpClient browser, string email, string password, string returnUrl = "/edit") =>
        browser.SubmitAsync(
            $"/account/sign-in?returnUrl={Uri.EscapeDataString(returnUrl)}",
            new() { ["Input.Email"] = email, ["Input.Password"] = password }
        );

    /// <summary>
    /// Opens a page and sends its form as a browser would: hidden fields with the antiforgery token, what stood in the other fields, and these values.
    /// </summary>
    /// <param name="path">The page.</param>
    /// <param name="values">By the fields' names.</param>
    /// <param name="form">Finds the form; see <see cref="Form"/>.</param>
    /// <param name="browser">Keeps the cookies.</param>
    public static async Task<HttpResponseMessage> SubmitAsync(
        this HttpClient browser,
        string path,
        Dictionary<string, string> values,
        string form = Form
    )
    {
        var page = await Page.ReadAsync(await browser.GetAsync(path));
        Assert.True(page.Status is HttpStatusCode.OK, $"{path} answers {(int)page.Status}: {page.Words}");
        return await browser.SubmitAsync(page, path, values, form);
    }

    /// <summary>
    /// Several people fill in a form of theirs and send all of them at once. Each form is open before the first is sent: whoever
    /// opened theirs only afterwards would find what the first one changed, and nothing would have happened at once.
    /// </summary>
    public static async Task<IReadOnlyList<HttpStatusCode>> SubmitAtOnceAsync(
        IEnumerable<(HttpClient Browser, string Path, Dictionary<string, string> Values)> submissions,
        string form = Form
    )
    {
        var open = await Task.WhenAll(submissions.Select(async s => (s, page: await Page.ReadAsync(await s.Browser.GetAsync(s.Path)))));
        return await Task.WhenAll(open.Select(async o => (await o.s.Browser.SubmitAsync(o.page, o.s.Path, o.s.Values, form)).StatusCode));
    }

    /// <inheritdoc cref="SubmitAsync(HttpClient, string, Dictionary{string, string}, string)"/>
    public static async Task<HttpResponseMessage> SubmitAsync(
        this HttpClient browser,
        Page page,
        string path,
        Dictionary<string, string> values,
        string form = Form
    )
    {
        var found = page.Document.QuerySelector(form) as IHtmlFormElement;
        Assert.True(found is not null, $"There is no form {form} on {path}: {page.Words}");
        var fields = found.Elements.OfType<IHtmlInputElement>().Where(i => i.Type is not ("checkbox" or "radio") || i.IsChecked).ToList();
        var sent = fields.Where(i => i.Name is not null).GroupBy(i => i.Name!).ToDictionary(g => g.Key, g => g.First().Value);
        foreach (var choice in found.Elements.OfType<IHtmlSelectElement>().Where(s => s.Name is not null))
            sent[choice.Name!] = choice.Value ?? "";
        foreach (var (name, value) in values)
        {
            Assert.True(found.Elements.OfType<IElement>().Any(e => e.GetAttribute("name") == name), $"The form on {path} has no field {name}.");
            sent[name] = value;
        }
        var action = found.GetAttribute("action") is { Length: > 0 } given ? given : path;
        return await browser.PostAsync(action, new FormUrlEncodedContent(sent));
    }
}
