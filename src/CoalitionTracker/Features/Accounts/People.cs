using CoalitionTracker.Data;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;

namespace CoalitionTracker.Features.Accounts;

/// <summary>Who has an account and what it may do. Each change is made alone, so that two at once cannot undo a rule together.</summary>
internal sealed partial class People(CoalitionDb db, UserManager<Account> users, TimeProvider clock, ILogger<People> log)
{
    private const string LastAdministrator = "This is the last administrator who can sign in. Make another one first.";

    public Task<List<Account>> AllAsync() => db.Users.AsNoTracking().OrderBy(a => a.DisplayName).ToListAsync();

    public Task<Account?> FindAsync(string id) => db.Users.AsNoTracking().SingleOrDefaultAsync(a => a.Id == id);

    /// <summary>Makes the first administrator; null when somebody has an account already.</summary>
    public Task<IdentityResult?> MakeFirstAsync(Account account, string password) =>
        AloneAsync(
            async () => await db.Users.AnyAsync() ? null : await MakeAsync(account, AccountRole.Administrator, password),
            r => r?.Succeeded == true
        );

    /// <summary>Changes the name that readers see.</summary>
    public Task<IdentityResult> RenameAsync(string id, string? name) =>
        AloneAsync(
            async () =>
            {
                await db.AllowAsync(id, AccountRole.Editor);
                var account = await db.Users.SingleAsync(a => a.Id == id);
                account.DisplayName = AccountRules.Tidy(name);
                return await users.UpdateAsync(account);
            },
            r => r.Succeeded
        );

    /// <summary>Gives an account another role and ends its sessions.</summary>
    /// <returns>Why not; null when it is done.</returns>
    public Task<string?> ChangeRoleAsync(string id, AccountRole role, string? by) =>
        ChangeAsync(
            id,
            by,
            $"role {role}",
            async account =>
            {
                if (role < AccountRole.Administrator && await IsLastAdministratorAsync(account))
                    return LastAdministrator;
                account.Role = role;
                return null;
            }
        );

    /// <summary>Closes an account and ends its sessions; what it has written stays.</summary>
    /// <returns>Why not; null when it is done.</returns>
    public Task<string?> DisableAsync(string id, string? by) =>
        ChangeAsync(
            id,
            by,
            "disabled",
            async account =>
            {
                if (id == by)
                    return "Nobody disables their own account. Ask another administrator.";
                if (await IsLastAdministratorAsync(account))
                    return LastAdministrator;
                account.DisabledAt ??= clock.GetUtcNow().UtcDateTime;
                return null;
            }
        );

    /// <returns>Why not; null when it is done.</returns>
    public Task<string?> EnableAsync(string id, string? by) =>
        ChangeAsync(
            id,
            by,
            "enabled",
            account =>
            {
                account.DisabledAt = null;
                account.LockoutEnd = null;
                return Task.FromResult<string?>(null);
            }
        );

    /// <summary>For somebody who has lost the device and the recovery codes.</summary>
    /// <returns>Why not; null when it is done.</returns>
    public Task<string?> TurnOffSecondFactorAsync(string id, string? by) =>
        ChangeAsync(
            id,
            by,
            "second factor off",
            async account =>
            {
                await users.ResetAuthenticatorKeyAsync(account);
                account.TwoFactorEnabled = false;
                return null;
            }
        );

    /// <summary>The secret of a link by which this person can set a new password, once and within a day; null for whom it would not help.</summary>
    public async Task<string?> MakePasswordTokenAsync(string id, string? by)
    {
        await db.AllowAsync(by, AccountRole.Administrator);
        var account = await db.Users.SingleOrDefaultAsync(a => a.Id == id && a.DisabledAt == null);
        if (account is null)
            return null;
        LogChange(by, "link for a new password", id);
        return await users.GeneratePasswordResetTokenAsync(account);
    }

    /// <summary>Sets a new password by such a link, and opens an account that rested after failures.</summary>
    /// <returns>Null where the link opens nothing, whatever the reason.</returns>
    public async Task<IdentityResult?> SetPasswordAsync(string? id, string? token, string password)
    {
        var account = await db.Users.SingleOrDefaultAsync(a => a.Id == id && a.DisabledAt == null);
        if (account is null || token is null)
            return null;
        var result = await users.ResetPasswordAsync(account, token, password);
        if (result.Errors.Any(e => e.Code == nameof(IdentityErrorDescriber.InvalidToken)))
            return null;
        if (result.Succeeded)
            await users.SetLockoutEndDateAsync(account, null);
        return result;
    }

    /// <summary>Runs alone among all writers. Where the result is not worth keeping, nothing has happened.</summary>
    internal async Task<T> AloneAsync<T>(Func<Task<T>> work, Func<T, bool> isKept)
    {
        await using var transaction = await db.BeginWritingAsync(CancellationToken.None);
        db.ChangeTracker.Clear(); // what was read before may have changed
        var result = await work();
        if (isKept(result))
            await transaction.CommitAsync(CancellationToken.None);
        else
            db.ChangeTracker.Clear();
        return result;
    }

    internal async Task<IdentityResult> MakeAsync(Account account, AccountRole role, string? password)
    {
        account.Role = role;
        account.CreatedAt = clock.GetUtcNow().UtcDateTime;
        return password is null ? await users.CreateAsync(account) : await users.CreateAsync(account, password);
    }

    private Task<string?> ChangeAsync(string id, string? by, string what, Func<Account, Task<string?>> change) =>
        AloneAsync(
            async () =>
            {
                await db.AllowAsync(by, AccountRole.Administrator);
                if (await db.Users.SingleOrDefaultAsync(a => a.Id == id) is not { } account)
                    return "There is no such account.";
                if (await change(account) is { } problem)
                    return problem;
                var result = await users.UpdateSecurityStampAsync(account); // saves, and ends every session
                if (result.Succeeded)
                    LogChange(by, what, id);
                return result.Succeeded ? null : string.Join(' ', result.Errors.Select(e => e.Description));
            },
            problem => problem is null
        );

    private async Task<bool> IsLastAdministratorAsync(Account account) =>
        account is { Role: AccountRole.Administrator, DisabledAt: null }
        && !await db.Users.AnyAsync(a => a.Id != account.Id && a.Role == AccountRole.Administrator && a.DisabledAt == null);

    [LoggerMessage(LogLevel.Information, "Account {By}: {Change} for account {Account}")]
    private partial void LogChange(string? by, string change, string account);
}
