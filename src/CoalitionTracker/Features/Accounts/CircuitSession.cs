using System.Security.Claims;
using CoalitionTracker.Data;
using Microsoft.AspNetCore.Components.Authorization;
using Microsoft.AspNetCore.Components.Server;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace CoalitionTracker.Features.Accounts;

/// <summary>An open circuit is signed out when its account is disabled, has another role or another password than when it signed in.</summary>
internal sealed class CircuitSession(
    ILoggerFactory loggers,
    IDbContextFactory<CoalitionDb> factory,
    IOptions<IdentityOptions> options,
    IOptions<SecurityStampValidatorOptions> cookies
) : RevalidatingServerAuthenticationStateProvider(loggers)
{
    /// <summary>As often as cookies are looked at.</summary>
    protected override TimeSpan RevalidationInterval => cookies.Value.ValidationInterval;

    /// <summary>Whether the store still says of this account what the user's claims say.</summary>
    protected override async Task<bool> ValidateAuthenticationStateAsync(AuthenticationState authenticationState, CancellationToken cancellationToken)
    {
        var user = authenticationState.User;
        var id = user.FindFirstValue(ClaimTypes.NameIdentifier);
        await using var db = await factory.CreateDbContextAsync(cancellationToken);
        return await db.Users.FirstOrDefaultAsync(a => a.Id == id, cancellationToken) is { DisabledAt: null } account
            && user.IsInRole(account.Role.ToString())
            && user.FindFirstValue(options.Value.ClaimsIdentity.SecurityStampClaimType) == account.SecurityStamp;
    }
}
