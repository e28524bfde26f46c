using CoalitionTracker.Data;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Components.Authorization;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.Identity;

namespace CoalitionTracker.Features.Accounts;

/// <summary>
/// Who works at the desk. Policies are named after the roles, each open to the roles above it: <c>[Authorize(nameof(AccountRole.Editor))]</c>.
/// A signed-in user's claims are the account's id (<c>NameIdentifier</c>), the display name (<c>Name</c>) and the role (<c>Role</c>).
/// </summary>
internal static class AccountSetup
{
    public const string SignInPath = "/account/sign-in";

    /// <summary>How long a disabled account's cookies and circuits may go on unnoticed.</summary>
    private static readonly TimeSpan Revalidation = TimeSpan.FromSeconds(30);

    private static readonly TimeSpan SessionLength = TimeSpan.FromHours(12);

    public static void AddAccounts(this WebApplicationBuilder builder)
    {
        var services = builder.Services;
        services.AddDataProtection().SetApplicationName("CoalitionTracker").PersistKeysToDbContext<CoalitionDb>(); // sessions survive a restart
        services.AddIdentity();
        services.AddAuthentication(IdentityConstants.ApplicationScheme).AddIdentityCookies();
        services.ConfigureApplicationCookie(UseDeskCookie);
        services.Configure<SecurityStampValidatorOptions>(options => options.ValidationInterval = Revalidation);
        var policies = services.AddAuthorizationBuilder();
        foreach (var least in Enum.GetValues<AccountRole>())
            policies.AddPolicy(least.ToString(), p => p.RequireRole(Enum.GetValues<AccountRole>().Where(r => r >= least).Select(r => r.ToString())));
        services.AddCascadingAuthenticationState();
        services.AddScoped<AuthenticationStateProvider, CircuitSession>();
        services.AddScoped<SignInDoor>().AddScoped<People>().AddScoped<Invitations>();
        services.AddSingleton<SetupCode>().AddHostedService(provider => provider.GetRequiredService<SetupCode>());
        services.AddPasskeys();
        ExternalProvider.Add(builder);
        builder.AddAttemptLimit();
    }

    public static void MapAccounts(this WebApplication app)
    {
        SignInDoor.MapSignOut(app);
        app.MapPasskeys();
        ExternalProvider.Map(app);
    }

    /// <summary>Nobody holds a circuit without an account.</summary>
    public static void RequireAccountsForCircuits(this RazorComponentsEndpointConventionBuilder components) =>
        components.Add(endpoint =>
        {
            if (
                endpoint is RouteEndpointBuilder { RoutePattern.RawText: { } pattern }
                && pattern.TrimStart('/').StartsWith("_blazor", StringComparison.Ordinal)
            )
                endpoint.Metadata.Add(new AuthorizeAttribute(nameof(AccountRole.Editor)));
        });

    private static void AddIdentity(this IServiceCollection services)
    {
        services
            .AddIdentityCore<Account>(options =>
            {
                // Length is what helps; rules of composition make passwords that people write down (NIST SP 800-63B, 3.1.1.2).
                options.Password.RequiredLength = PasswordRules.MinLength;
                options.Password.RequireDigit = options.Password.RequireLowercase = false;
                options.Password.RequireUppercase = options.Password.RequireNonAlphanumeric = false;
                options.Password.RequiredUniqueChars = 5;
                options.Lockout.MaxFailedAccessAttempts = 5;
                options.Lockout.DefaultLockoutTimeSpan = TimeSpan.FromMinutes(10);
                options.User.AllowedUserNameCharacters = ""; // an e-mail address, see AccountRules
            })
            .AddEntityFrameworkStores<CoalitionDb>()
            .AddSignInManager<DeskSignIn>()
            .AddDefaultTokenProviders()
            .AddUserValidator<AccountRules>()
            .AddPasswordValidator<PasswordRules>()
            .AddClaimsPrincipalFactory<AccountClaims>();
        services.Configure<PasswordHasherOptions>(options => options.IterationCount = 210_000); // OWASP Password Storage, PBKDF2-HMAC-SHA512
    }

    private static void UseDeskCookie(CookieAuthenticationOptions options)
    {
        options.Cookie.Name = "desk"; // without the prefix __Host-, which plain http://localhost cannot have
        options.Cookie.HttpOnly = true;
        options.Cookie.SameSite = SameSiteMode.Lax; // a link from elsewhere to a page of the desk still finds its reader signed in
        options.Cookie.SecurePolicy = CookieSecurePolicy.SameAsRequest;
        options.ExpireTimeSpan = SessionLength;
        options.SlidingExpiration = true;
        options.LoginPath = SignInPath;
        options.ReturnUrlParameter = "returnUrl";
        options.Events.OnRedirectToAccessDenied = context => Answer(context, StatusCodes.Status403Forbidden);
        var redirect = options.Events.OnRedirectToLogin;
        options.Events.OnRedirectToLogin = context =>
            HttpMethods.IsGet(context.Request.Method) && !context.Request.Path.StartsWithSegments("/_blazor")
                ? redirect(context)
                : Answer(context, StatusCodes.Status401Unauthorized);
    }

    private static Task Answer(RedirectContext<CookieAuthenticationOptions> context, int status)
    {
        context.Response.StatusCode = status;
        return Task.CompletedTask;
    }
}
