using System.Globalization;
using System.Text;
using CoalitionTracker.Data;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;

namespace CoalitionTracker.Features.Accounts;

/// <summary>
/// A display name is what readers know an author by: nobody's looks like another's, and nobody's is one under which somebody else has
/// published.
/// </summary>
internal sealed class AccountRules(CoalitionDb db) : IUserValidator<Account>
{
    /// <summary>As it is stored: composed characters, single spaces.</summary>
    public static string Tidy(string? name) => string.Join(' ', (name ?? "").Normalize().Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));

    public async Task<IdentityResult> ValidateAsync(UserManager<Account> manager, Account user)
    {
        var problem = ProblemOf(user.DisplayName) ?? await ConflictOfAsync(user);
        return problem is null
            ? IdentityResult.Success
            : IdentityResult.Failed(new IdentityError { Code = nameof(Account.DisplayName), Description = problem });
    }

    private static string? ProblemOf(string name) =>
        name.Length == 0 ? "Give the name under which your changes will be public."
        : name.Length > Revision.AuthorMaxLength ? $"A name has at most {Revision.AuthorMaxLength} characters."
        : name != Tidy(name) || name.EnumerateRunes().Any(IsUnseen) ? "A name is one line of letters that can be seen."
        : !name.Any(char.IsLetter) ? "A name has letters."
        : name.Split(' ', '-').Any(MixesAlphabets) ? "A word of the name mixes Latin and Cyrillic letters, which look alike."
        : name.Contains('@', StringComparison.Ordinal) ? "The name is public: do not give an e-mail address."
        : Folded(name) == Folded(Account.ProductName) ? $"What the product writes itself is by {Account.ProductName}; take another name."
        : null;

    private async Task<string?> ConflictOfAsync(Account account)
    {
        var others = await db.Users.Where(a => a.Id != account.Id).Select(a => a.DisplayName).ToListAsync();
        var before = await db.Users.Where(a => a.Id == account.Id).Select(a => a.DisplayName).FirstOrDefaultAsync();
        var folded = Folded(account.DisplayName);
        return others.Any(other => Folded(other) == folded) ? "Somebody else goes by this name; add what tells you apart."
            : before != account.DisplayName && await db.Revisions.AnyAsync(r => r.Author == account.DisplayName)
                ? "Changes have been published under this name before; take another."
            : null;
    }

    /// <summary>Names that are the same to a reader: whatever the case, full-width or ordinary letters.</summary>
    private static string Folded(string name) => Tidy(name.Normalize(NormalizationForm.FormKC)).ToUpperInvariant();

    private static bool MixesAlphabets(string word) =>
        word.Any(c => char.IsLetter(c) && c < '\u0250') && word.Any(c => c is >= '\u0400' and < '\u0530');

    private static bool IsUnseen(Rune rune) =>
        Rune.GetUnicodeCategory(rune)
            is UnicodeCategory.Control
                or UnicodeCategory.Format
                or UnicodeCategory.PrivateUse
                or UnicodeCategory.OtherNotAssigned;
}
