using System.Net;
using CoalitionTracker.Data;
using CoalitionTracker.Tests.Support;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Routing;
using Microsoft.AspNetCore.StaticAssets;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace CoalitionTracker.Tests.Architecture;

/// <summary>
/// Who may call which address. Every endpoint of the product stands in one of two tables: a new one without a rule fails here, and so does a rule
/// that the product does not keep.
/// </summary>
public sealed class AccessTests(EmptyApp empty) : IClassFixture<EmptyApp>
{
    private static readonly string Nothing = Guid.Empty.ToString();

    /// <summary>The addresses that take an account, with the least role and a sample.</summary>
    private static readonly (string Pattern, string Method, AccountRole Least, string Sample)[] Guarded =
    [
        ("/edit", "GET", AccountRole.Editor, "/edit"),
        ("/edit/new", "GET", AccountRole.Editor, "/edit/new"),
        ("/edit/drafts/{id:guid}", "GET", AccountRole.Editor, $"/edit/drafts/{Nothing}"),
        ("/edit/{kind}/{code}", "GET", AccountRole.Editor, "/edit/pledge/JPN-2024-001"),
        ("/edit/review/{id:guid}", "GET", AccountRole.Editor, $"/edit/review/{Nothing}"),
        ("/edit/preview/{id:guid}", "GET", AccountRole.Editor, $"/edit/preview/{Nothing}"),
        ("/edit/restore/{code}/{version:long}", "GET", AccountRole.Editor, "/edit/restore/JPN-2024-001/1"),
        ("/edit/stale", "GET", AccountRole.Editor, "/edit/stale"),
        ("/edit/grid", "GET", AccountRole.Editor, "/edit/grid"),
        ("/account", "GET", AccountRole.Editor, "/account"),
        ("/account/authenticator", "GET", AccountRole.Editor, "/account/authenticator"),
        ("/account/passkeys", "GET", AccountRole.Editor, "/account/passkeys"),
        ("/account/passkeys/creation-options", "POST", AccountRole.Editor, "/account/passkeys/creation-options"),
        ("/account/password", "GET", AccountRole.Editor, "/account/password"),
        ("/account/people", "GET", AccountRole.Administrator, "/account/people"),
        ("/account/people/{id}", "GET", AccountRole.Administrator, "/account/people/somebody"),
        ("/_blazor", "GET", AccountRole.Editor, "/_blazor"),
        ("/_blazor/negotiate", "POST", AccountRole.Editor, "/_blazor/negotiate?negotiateVersion=1"),
        ("/_blazor/disconnect/", "POST", AccountRole.Editor, "/_blazor/disconnect/"),
        ("/_blazor/initializers/", "GET", AccountRole.Editor, "/_blazor/initializers/"),
    ];

    /// <summary>The addresses that are for everybody: the public record, and the doors to the desk, which ask for a code, a link or a password.</summary>
    private static readonly string[] Open =
    [
        "/",
        "/method",
        .. new[] { "matrix", "map", "ceasefire", "counts", "explore", "money", "timeline" }.SelectMany(view =>
            new[] { $"/{view}", $"/{view}.{{format}}", $"/embed/{view}" }
        ),
        "/search",
        "/search.{format}",
        "/changes",
        "/changes.{format}",
        "/changes.atom",
        "/changes.feed.{format}",
        "/countries/{code}/changes.atom",
        "/countries/{code}/changes.feed.json",
        "/history/{code}",
        "/history/{code}/{version:long}",
        .. new[] { "pledges", "statements", "agreements", "sources", "countries" }.SelectMany(list =>
            new[] { $"/{list}", $"/{list}/{{code}}", $"/{list}/{{code}}.json", $"/{list}.{{format}}" }
        ),
        "/cards/{page}.png",
        "/cards/{list}/{code}.png",
        "/theme/{choice}",
        "/setup",
        "/account/sign-in",
        "/account/sign-out",
        "/account/second-factor",
        "/account/join",
        "/account/new-password",
        "/account/external",
        "/account/passkeys/request-options",
        "/browser-errors",
        "/healthz",
        "/readyz",
        "/error",
        "/not-found",
        "/problem/404",
        "/problem/{status:int}",
        "/_framework/opaque-redirect",
    ];

    public static TheoryData<string, AccountRole, string> GuardedAddresses
    {
        get
        {
            var data = new TheoryData<string, AccountRole, string>();
            foreach (var (_, method, least, sample) in Guarded)
                data.Add(method, least, sample);
            return data;
        }
    }

    [Fact]
    public void Every_endpoint_stands_in_a_table()
    {
        var endpoints = Endpoints().Select(e => e.RoutePattern.RawText!).Distinct().ToList();
        var known = Guarded.Select(g => g.Pattern).Concat(Open).ToHashSet();

        Assert.True(endpoints.Count > 50);
        Assert.DoesNotContain(endpoints, e => !known.Contains(WithFormat(e)));
    }

    [Fact]
    public void Only_what_is_in_the_guarded_table_asks_for_an_account()
    {
        var guarded = Guarded.Select(g => g.Pattern).ToHashSet();

        Assert.All(
            Endpoints(),
            e => Assert.Equal(guarded.Contains(WithFormat(e.RoutePattern.RawText!)), e.Metadata.GetMetadata<IAuthorizeData>() is not null)
        );
    }

    [Theory]
    [MemberData(nameof(GuardedAddresses))]
    public async Task A_guarded_address_opens_to_its_role_and_those_above_only(string method, AccountRole least, string sample)
    {
        using var nobody = empty.App.Reader();
        Refused(await CallAsync(nobody, method, sample));
        foreach (var role in Enum.GetValues<AccountRole>())
        {
            using var browser = await empty.App.SignedInAsync(role);
            var status = await CallAsync(browser, method, sample);
            if (role >= least)
                Assert.DoesNotContain(status, new[] { HttpStatusCode.Forbidden, HttpStatusCode.Unauthorized, HttpStatusCode.Found });
            else
                Assert.Equal(HttpStatusCode.Forbidden, status);
        }
    }

    [Theory]
    [MemberData(nameof(GuardedAddresses))]
    public async Task A_guarded_address_is_closed_to_an_account_that_was_disabled(string method, AccountRole least, string sample)
    {
        await using var app = new TestApp(empty.App.Storage, "") { Replace = EachRequestAsksTheStore };
        var account = await app.AccountAsync(least);
        using var browser = await app.SignedInAsync(account);
        await using (var db = app.Open())
        {
            await db
                .Users.Where(a => a.Id == account.Id)
                .ExecuteUpdateAsync(a => a.SetProperty(x => x.DisabledAt, DateTime.UtcNow).SetProperty(x => x.SecurityStamp, "another"));
        }

        Refused(await CallAsync(browser, method, sample));
    }

    private static void EachRequestAsksTheStore(IServiceCollection services) =>
        services.Configure<Microsoft.AspNetCore.Identity.SecurityStampValidatorOptions>(o => o.ValidationInterval = TimeSpan.Zero);

    private static void Refused(HttpStatusCode status) => Assert.Contains(status, new[] { HttpStatusCode.Found, HttpStatusCode.Unauthorized });

    private static async Task<HttpStatusCode> CallAsync(HttpClient browser, string method, string sample)
    {
        using var request = new HttpRequestMessage(new HttpMethod(method), sample);
        using var answer = await browser.SendAsync(request, HttpCompletionOption.ResponseHeadersRead);
        if (answer.StatusCode is HttpStatusCode.Found)
            Assert.StartsWith(
                "/account/sign-in",
                new Uri(new Uri("http://localhost"), answer.Headers.Location!).AbsolutePath,
                StringComparison.Ordinal
            );
        return answer.StatusCode;
    }

    private List<RouteEndpoint> Endpoints() =>
        [
            .. empty
                .App.Services.GetRequiredService<EndpointDataSource>()
                .Endpoints.OfType<RouteEndpoint>()
                .Where(e =>
                    e.Metadata.GetMetadata<StaticAssetDescriptor>() is null
                    && !e.RoutePattern.RawText!.StartsWith("/_framework/blazor", StringComparison.Ordinal)
                ),
        ];

    /// <summary>The downloads of one list are one rule.</summary>
    private static string WithFormat(string pattern) =>
        pattern.EndsWith(".csv", StringComparison.Ordinal)
        || pattern.EndsWith(".xlsx", StringComparison.Ordinal)
        || (pattern.EndsWith(".json", StringComparison.Ordinal) && !pattern.Contains('{'))
            ? pattern[..pattern.LastIndexOf('.')] + ".{format}"
            : pattern;
}
