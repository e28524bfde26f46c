using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace CoalitionTracker.Data;

/// <summary>What an account may do; each role may do what the ones before it may. A reader needs no account.</summary>
public enum AccountRole
{
    [Display(Name = "Editor", Description = "Writes and corrects records; a reviewer makes them public.")]
    Editor,

    [Display(Name = "Reviewer", Description = "Also publishes or returns what others wrote.")]
    Reviewer,

    [Display(Name = "Administrator", Description = "Also invites people, changes their roles and disables accounts.")]
    Administrator,
}

/// <summary>
/// Somebody who works at the desk. <see cref="IdentityUser{TKey}.UserName"/> is the e-mail address that they sign in with and is never public;
/// readers see <see cref="DisplayName"/> only.
/// </summary>
public sealed class Account : IdentityUser
{
    /// <summary>The name under which changes are public. No two accounts share one, and none is <see cref="ProductName"/>.</summary>
    [MaxLength(Revision.AuthorMaxLength)]
    public string DisplayName { get; set; } = "";

    public AccountRole Role { get; set; }

    /// <summary>UTC.</summary>
    public DateTime CreatedAt { get; set; }

    /// <summary>UTC; null while the account may be used.</summary>
    public DateTime? DisabledAt { get; set; }

    /// <summary>The author of what the product itself writes; nobody may go by it.</summary>
    public const string ProductName = "CoalitionTracker";
}

/// <summary>A link by which one person may make an account. Used once, or not at all.</summary>
public sealed class Invitation
{
    public const int ForMaxLength = 200;

    public long Id { get; set; }

    /// <summary>SHA-256 of the secret in the link, in hex; the secret itself is kept nowhere.</summary>
    [MaxLength(64)]
    public string TokenHash { get; set; } = "";

    /// <summary>For whom it is, in the administrator's words.</summary>
    [MaxLength(ForMaxLength)]
    public string For { get; set; } = "";

    public AccountRole Role { get; set; }

    /// <summary>The display name of the administrator who invited.</summary>
    [MaxLength(Revision.AuthorMaxLength)]
    public string InvitedBy { get; set; } = "";

    /// <summary>UTC.</summary>
    public DateTime CreatedAt { get; set; }

    /// <summary>UTC; the link opens nothing afterwards.</summary>
    public DateTime ExpiresAt { get; set; }

    /// <summary>UTC; null while it is open.</summary>
    public DateTime? UsedAt { get; set; }
}

internal sealed class AccountConfiguration : IEntityTypeConfiguration<Account>, IEntityTypeConfiguration<Invitation>
{
    public void Configure(EntityTypeBuilder<Account> account)
    {
        account.ToTable("Accounts");
        account.HasIndex(a => a.DisplayName).IsUnique();
    }

    public void Configure(EntityTypeBuilder<Invitation> invitation) => invitation.HasIndex(i => i.TokenHash).IsUnique();
}
