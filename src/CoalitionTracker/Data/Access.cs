using Microsoft.EntityFrameworkCore;

namespace CoalitionTracker.Data;

/// <summary>Somebody tried what their account does not allow, or no longer allows.</summary>
public sealed class AccessDeniedException(string message) : Exception(message);

/// <summary>The server's own check before each operation of the desk: what the browser, a cookie or an open circuit says is not enough.</summary>
public static class Access
{
    /// <summary>The account as the store has it now, if it may do what this role may.</summary>
    /// <exception cref="AccessDeniedException">There is no such account, it is disabled, or its role does not reach.</exception>
    public static async Task<Account> AllowAsync(this CoalitionDb db, string? accountId, AccountRole least, CancellationToken cancel = default)
    {
        var account = accountId is null ? null : await db.Users.AsNoTracking().FirstOrDefaultAsync(a => a.Id == accountId, cancel);
        if (account is null || account.DisabledAt is not null)
            throw new AccessDeniedException("This account cannot be used. Sign in again; if that fails, ask an administrator.");
        if (account.Role < least)
            throw new AccessDeniedException(
                $"This takes the role {least.Label().ToLowerInvariant()}; yours is {account.Role.Label().ToLowerInvariant()}."
            );
        return account;
    }
}
