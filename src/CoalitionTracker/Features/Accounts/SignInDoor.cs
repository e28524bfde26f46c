using CoalitionTracker.Data;
using CoalitionTracker.Shared;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc;
using SignInResult = Microsoft.AspNetCore.Identity.SignInResult;

namespace CoalitionTracker.Features.Accounts;

/// <summary>
/// Signs in by e-mail address and password. A wrong password, an unknown, a locked and a disabled account get the same answer after the same
/// work, so that nobody learns who has an account.
/// </summary>
internal sealed class SignInDoor(SignInManager<Account> signIn, UserManager<Account> users, IPasswordHasher<Account> hasher)
{
    private static string? nobodysHash;

    public async Task<SignInResult> TryAsync(string email, string password, bool keep)
    {
        var account = await users.FindByNameAsync(email.Trim());
        if (account?.PasswordHash is null || account.DisabledAt is not null || await users.IsLockedOutAsync(account))
        {
            nobodysHash ??= hasher.HashPassword(new Account(), Guid.NewGuid().ToString());
            hasher.VerifyHashedPassword(new Account(), nobodysHash, password);
            return SignInResult.Failed;
        }
        return await signIn.PasswordSignInAsync(account, password, keep, lockoutOnFailure: true);
    }

    /// <summary>Signs in by a passkey, which stands for both factors. A locked account's own passkey opens it: it cannot be guessed.</summary>
    public async Task<bool> TryPasskeyAsync(string? credential)
    {
        var proof = await ProofOfAsync(credential);
        if (proof is not { Succeeded: true } || !await signIn.CanSignInAsync(proof.User))
            return false;
        if (!(await users.AddOrUpdatePasskeyAsync(proof.User, proof.Passkey)).Succeeded) // remembers its count of uses
            return false;
        await signIn.SignInAsync(proof.User, isPersistent: false, "passkey");
        return true;
    }

    private async Task<PasskeyAssertionResult<Account>?> ProofOfAsync(string? credential)
    {
        try
        {
            return string.IsNullOrEmpty(credential) ? null : await signIn.PerformPasskeyAssertionAsync(credential);
        }
        catch (InvalidOperationException)
        {
            return null; // nobody had asked this browser for a passkey
        }
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
