using System.Security.Cryptography;
using System.Text;
using CoalitionTracker.Data;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.EntityFrameworkCore;

namespace CoalitionTracker.Features.Accounts;

/// <summary>Links by which people join. The secret of a link is given out once and kept nowhere; the store knows its hash.</summary>
internal sealed class Invitations(CoalitionDb db, People people, UserManager<Account> users, TimeProvider clock)
{
    public static readonly TimeSpan Lifetime = TimeSpan.FromDays(7);

    private DateTime Now => clock.GetUtcNow().UtcDateTime;

    public Task<List<Invitation>> OpenAsync() => StillOpen().AsNoTracking().OrderBy(i => i.ExpiresAt).ToListAsync();

    /// <summary>The secret of a new invitation's link.</summary>
    public async Task<string> InviteAsync(string whom, AccountRole role, string? by)
    {
        var inviter = await db.AllowAsync(by, AccountRole.Administrator);
        var token = WebEncoders.Base64UrlEncode(RandomNumberGenerator.GetBytes(32));
        db.Add(
            new Invitation
            {
                TokenHash = Hash(token),
                For = whom,
                Role = role,
                InvitedBy = inviter.DisplayName,
                CreatedAt = Now,
                ExpiresAt = Now + Lifetime,
            }
        );
        await db.SaveChangesAsync();
        return token;
    }

    public async Task WithdrawAsync(long id, string? by)
    {
        await db.AllowAsync(by, AccountRole.Administrator);
        await db.Invitations.Where(i => i.Id == id && i.UsedAt == null).ExecuteDeleteAsync();
    }

    /// <summary>The open invitation of this link; null when it was used or withdrawn, has expired, or never was.</summary>
    public Task<Invitation?> FindAsync(string? token)
    {
        var hash = Hash(token ?? "");
        return StillOpen().AsNoTracking().SingleOrDefaultAsync(i => i.TokenHash == hash);
    }

    /// <summary>Makes the account, with a password or the other way to sign in, and uses the invitation up.</summary>
    /// <returns>Null when the invitation is open no longer.</returns>
    public Task<IdentityResult?> JoinAsync(string? token, Account account, string? password, UserLoginInfo? login) =>
        people.AloneAsync(
            async () =>
            {
                if (await FindAsync(token) is not { } invitation)
                    return null;
                var result = await people.MakeAsync(account, invitation.Role, password);
                if (result.Succeeded && login is not null)
                    result = await users.AddLoginAsync(account, login);
                var now = Now;
                if (result.Succeeded)
                    await db.Invitations.Where(i => i.Id == invitation.Id).ExecuteUpdateAsync(i => i.SetProperty(x => x.UsedAt, now));
                return result;
            },
            r => r?.Succeeded == true
        );

    private IQueryable<Invitation> StillOpen()
    {
        var now = Now;
        return db.Invitations.Where(i => i.UsedAt == null && i.ExpiresAt > now);
    }

    private static string Hash(string token) => Convert.ToHexString(SHA256.HashData(Encoding.UTF8.GetBytes(token)));
}
