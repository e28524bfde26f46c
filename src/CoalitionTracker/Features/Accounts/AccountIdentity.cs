using System.Security.Claims;
using CoalitionTracker.Data;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.Options;

namespace CoalitionTracker.Features.Accounts;

/// <summary>What a cookie says of its bearer: no e-mail address.</summary>
internal sealed class AccountClaims(IOptions<IdentityOptions> options) : IUserClaimsPrincipalFactory<Account>
{
    public Task<ClaimsPrincipal> CreateAsync(Account user) =>
        Task.FromResult(
            new ClaimsPrincipal(
                new ClaimsIdentity(
                    [
                        new(ClaimTypes.NameIdentifier, user.Id),
                        new(ClaimTypes.Name, user.DisplayName),
                        new(ClaimTypes.Role, user.Role.ToString()),
                        new(options.Value.ClaimsIdentity.SecurityStampClaimType, user.SecurityStamp ?? ""),
                    ],
                    IdentityConstants.ApplicationScheme
                )
            )
        );
}

/// <summary>A disabled account does not sign in, by whatever way, and its sessions end even where only the store was told.</summary>
internal sealed class DeskSignIn(
    UserManager<Account> users,
    IHttpContextAccessor http,
    IUserClaimsPrincipalFactory<Account> claims,
    IOptions<IdentityOptions> options,
    ILogger<SignInManager<Account>> log,
    IAuthenticationSchemeProvider schemes,
    IUserConfirmation<Account> confirmation
) : SignInManager<Account>(users, http, claims, options, log, schemes, confirmation)
{
    public override async Task<bool> CanSignInAsync(Account user) => user.DisabledAt is null && await base.CanSignInAsync(user);

    public override async Task<bool> ValidateSecurityStampAsync(Account? user, string? securityStamp) =>
        user?.DisabledAt is null && await base.ValidateSecurityStampAsync(user, securityStamp);

    /// <summary>Asks first, as the other ways do, whether the account may sign in at all.</summary>
    public override async Task<SignInResult> TwoFactorRecoveryCodeSignInAsync(string recoveryCode) =>
        await GetTwoFactorAuthenticationUserAsync() is { } user && await PreSignInCheck(user) is null
            ? await base.TwoFactorRecoveryCodeSignInAsync(recoveryCode)
            : SignInResult.Failed;
}

/// <summary>Beside Identity's length and variety: nobody's password is what others know of them.</summary>
internal sealed class PasswordRules : IPasswordValidator<Account>
{
    public const int MinLength = 12;

    /// <summary>Longer ones only cost the server time.</summary>
    public const int MaxLength = 200;

    public Task<IdentityResult> ValidateAsync(UserManager<Account> manager, Account user, string? password)
    {
        string?[] known = [user.UserName, user.UserName?.Split('@')[0], user.DisplayName, Account.ProductName];
        return Task.FromResult(
            password?.Length > MaxLength ? Problem($"A password has at most {MaxLength} characters.")
            : known.Any(k =>
                k is { Length: > 3 }
                && password?.Contains(k, StringComparison.OrdinalIgnoreCase) == true
                && password.Length < k.Length + MinLength / 2
            )
                ? Problem("This password is made of what others know of you. Take some unrelated words.")
            : IdentityResult.Success
        );
    }

    private static IdentityResult Problem(string message) => IdentityResult.Failed(new IdentityError { Code = "Password", Description = message });
}
