using System.Security.Claims;
using CoalitionTracker.Data;
using CoalitionTracker.Shared;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.Identity;
using Microsoft.IdentityModel.Protocols.OpenIdConnect;

namespace CoalitionTracker.Features.Accounts;

/// <summary>
/// Signing in with an organisation's own OpenID Connect provider, when section <c>OpenIdConnect</c> names one. It opens accounts that
/// were connected with it; it makes none, but for who was invited.
/// </summary>
internal sealed class ExternalProvider(IConfiguration configuration, IDataProtectionProvider protection)
{
    public const string Scheme = "oidc";

    private readonly IConfigurationSection section = configuration.GetSection("OpenIdConnect");

    private readonly ITimeLimitedDataProtector tickets = protection.CreateProtector("connect").ToTimeLimitedDataProtector();

    public bool IsOn => IsConfigured(section);

    /// <summary>What people call it.</summary>
    public string Name => section["Name"] is { Length: > 0 } name ? name : "your organisation's account";

    /// <summary>A link of this account's own: another site cannot make somebody connect by sending them here.</summary>
    public string ConnectPath(Account account) =>
        $"/account/oidc/connect?ticket={Uri.EscapeDataString(tickets.Protect(account.Id, TimeSpan.FromHours(1)))}";

    public static void Add(WebApplicationBuilder builder)
    {
        builder.Services.AddSingleton<ExternalProvider>();
        var section = builder.Configuration.GetSection("OpenIdConnect");
        if (!IsConfigured(section))
            return;
        builder
            .Services.AddAuthentication()
            .AddOpenIdConnect(
                Scheme,
                section["Name"],
                options =>
                {
                    options.Authority = section["Authority"];
                    options.ClientId = section["ClientId"];
                    options.ClientSecret = section["ClientSecret"];
                    options.RequireHttpsMetadata = !new Uri(section["Authority"]!).IsLoopback;
                    options.SignInScheme = IdentityConstants.ExternalScheme;
                    options.CallbackPath = "/account/oidc/callback";
                    options.ResponseType = OpenIdConnectResponseType.Code;
                    options.ResponseMode = OpenIdConnectResponseMode.Query; // comes back with cookies that are SameSite=Lax
                    options.CorrelationCookie.SameSite = options.NonceCookie.SameSite = SameSiteMode.Lax;
                    options.CorrelationCookie.SecurePolicy = options.NonceCookie.SecurePolicy = CookieSecurePolicy.SameAsRequest;
                    options.MapInboundClaims = false;
                    options.Scope.Add("email");
                    options.Events.OnRemoteFailure = failure =>
                    {
                        failure.Response.Redirect($"{AccountSetup.SignInPath}?notice=provider");
                        failure.HandleResponse();
                        return Task.CompletedTask;
                    };
                }
            );
    }

    public static void Map(WebApplication app)
    {
        if (!app.Services.GetRequiredService<ExternalProvider>().IsOn)
            return;
        var oidc = app.MapGroup("/account/oidc");
        oidc.MapGet(
            "/sign-in",
            (string? returnUrl, SignInManager<Account> signIn) =>
                Ask(signIn, $"/account/oidc/signed-in?returnUrl={Uri.EscapeDataString(returnUrl ?? "")}")
        );
        oidc.MapGet("/signed-in", SignInAsync);
        oidc.MapGet(
            "/join",
            (string token, SignInManager<Account> signIn) => Ask(signIn, $"/account/join?with=provider&token={Uri.EscapeDataString(token)}", token)
        );
        oidc.MapGet(
                "/connect",
                (string ticket, ClaimsPrincipal user, ExternalProvider provider, SignInManager<Account> signIn) =>
                    provider.Connect(ticket, user, signIn)
            )
            .RequireAuthorization(nameof(AccountRole.Editor));
        oidc.MapGet("/connected", ConnectedAsync).RequireAuthorization(nameof(AccountRole.Editor));
    }

    private static bool IsConfigured(IConfigurationSection section) =>
        section["Authority"] is { Length: > 0 } && section["ClientId"] is { Length: > 0 };

    /// <param name="asker">What the answer must come back to: an account or an invitation.</param>
    /// <param name="next">Where the answer leads.</param>
    /// <param name="signIn">Of this request.</param>
    private static IResult Ask(SignInManager<Account> signIn, string next, string? asker = null) =>
        Results.Challenge(signIn.ConfigureExternalAuthenticationProperties(Scheme, next, asker), [Scheme]);

    private IResult Connect(string ticket, ClaimsPrincipal user, SignInManager<Account> signIn)
    {
        var id = user.FindFirstValue(ClaimTypes.NameIdentifier);
        try
        {
            return tickets.Unprotect(ticket) == id ? Ask(signIn, "/account/oidc/connected", id) : Results.BadRequest();
        }
        catch (System.Security.Cryptography.CryptographicException)
        {
            return Results.BadRequest();
        }
    }

    private static async Task<IResult> SignInAsync(string? returnUrl, HttpContext http, SignInManager<Account> signIn)
    {
        if (await signIn.GetExternalLoginInfoAsync() is not { } login)
            return Results.LocalRedirect($"{AccountSetup.SignInPath}?notice=provider");
        var next = LocalAddress.Or(returnUrl, "/edit");
        var result = await signIn.ExternalLoginSignInAsync(login.LoginProvider, login.ProviderKey, isPersistent: false, bypassTwoFactor: false);
        await Forget(http);
        return Results.LocalRedirect(
            result.Succeeded ? next
            : result.RequiresTwoFactor ? $"/account/second-factor?returnUrl={Uri.EscapeDataString(next)}"
            : $"{AccountSetup.SignInPath}?notice=no-account"
        );
    }

    private static async Task<IResult> ConnectedAsync(HttpContext http, UserManager<Account> users, SignInManager<Account> signIn)
    {
        var account = await users.GetUserAsync(http.User);
        var login = account is null ? null : await signIn.GetExternalLoginInfoAsync(account.Id);
        await Forget(http);
        if (login is null || !(await users.AddLoginAsync(account!, login)).Succeeded)
            return Results.LocalRedirect("/account?done=not-connected");
        await signIn.RefreshSignInAsync(account!);
        return Results.LocalRedirect("/account?done=connected");
    }

    private static Task Forget(HttpContext http) =>
        Microsoft.AspNetCore.Authentication.AuthenticationHttpContextExtensions.SignOutAsync(http, IdentityConstants.ExternalScheme);
}
