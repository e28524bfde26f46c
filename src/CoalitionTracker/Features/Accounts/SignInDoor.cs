using CoalitionTracker.Data;
using CoalitionTracker.Shared;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc;

namespace CoalitionTracker.Features.Accounts;

/// <summary>
/// Signs in by e-mail address and password. A wrong password, an unknown, a locked and a disabled account get the same answer after the same
/// work, so that nobody learns who has an account.
/// </summary>
internal sealed class SignInDoor(SignInManager<Account> signIn, UserManager<Account> users, IPasswordHasher<Account> hasher)
{
    private static string? nobodysHash;

    public async Task<Microsoft.AspNetCore.Identity.SignInResult> TryAsync(string email, string password, bool keep)
    {
        var account = await users.FindByNameAsync(email.Trim());
        if (account?.PasswordHash is null || account.DisabledAt is not null || await users.IsLockedOutAsync(account))
        {
            nobodysHash ??= hasher.HashPassword(new Account(), Guid.NewGuid().ToString());
            hasher.VerifyHashedPassword(new Account(), nobodysHash, password);
            return Microsoft.AspNetCore.Identity.SignInResult.Failed;
        }
        return await signIn.PasswordSignInAsync(account, password, keep, lockoutOnFailure: true);
    }

    public static void MapSignOut(IEndpointRouteBuilder app) =>
        app.MapPost(
            "/account/sign-out",
            async ([FromForm] string? returnUrl, SignInManager<Account> signIn) =>
            {
                await signIn.SignOutAsync();
                return Results.LocalRedirect(LocalAddress.Or(returnUrl, "/"));
            }
        );
}
