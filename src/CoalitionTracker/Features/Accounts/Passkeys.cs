using System.Security.Claims;
using CoalitionTracker.Data;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc;

namespace CoalitionTracker.Features.Accounts;

/// <summary>What <c>passkeys.js</c> asks before it asks the browser. A passkey is kept on the device with the account's id and stands for both factors.</summary>
internal static class Passkeys
{
    public const int MostPerAccount = 20;

    public static void AddPasskeys(this IServiceCollection services) =>
        services.Configure<IdentityPasskeyOptions>(options =>
        {
            options.ResidentKeyRequirement = "required"; // signs in without asking for a name, so that nothing tells which names exist
            options.UserVerificationRequirement = "required";
        });

    public static void MapPasskeys(this IEndpointRouteBuilder app)
    {
        var passkeys = app.MapGroup("/account/passkeys").WithMetadata(new SkipStatusCodePagesAttribute());
        passkeys
            .MapPost(
                "/creation-options",
                async ([FromForm] IFormCollection form, ClaimsPrincipal user, UserManager<Account> users, SignInManager<Account> signIn) =>
                    await users.GetUserAsync(user) is { } account
                        ? Json(
                            await signIn.MakePasskeyCreationOptionsAsync(
                                new()
                                {
                                    Id = account.Id,
                                    Name = account.UserName!,
                                    DisplayName = account.DisplayName,
                                }
                            )
                        )
                        : Results.Unauthorized()
            )
            .RequireAuthorization(nameof(AccountRole.Editor));
        passkeys
            .MapPost(
                "/request-options",
                async ([FromForm] IFormCollection form, SignInManager<Account> signIn) => Json(await signIn.MakePasskeyRequestOptionsAsync(null))
            )
            .RequireRateLimiting(AttemptLimit.Policy);
    }

    private static IResult Json(string options) => Results.Content(options, "application/json");
}
