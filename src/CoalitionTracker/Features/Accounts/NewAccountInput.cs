using System.ComponentModel.DataAnnotations;
using CoalitionTracker.Data;

namespace CoalitionTracker.Features.Accounts;

/// <summary>A password that is being chosen.</summary>
public class NewPasswordInput
{
    [Required(ErrorMessage = "Choose a password.")]
    [StringLength(PasswordRules.MaxLength, ErrorMessage = "A password has at most {1} characters.")]
    public string? Password { get; set; }

    [Compare(nameof(Password), ErrorMessage = "The two passwords differ.")]
    public string? Again { get; set; }
}

/// <summary>An account that is being made.</summary>
public sealed class NewAccountInput : NewPasswordInput
{
    [Required(ErrorMessage = "Give your e-mail address.")]
    [EmailAddress(ErrorMessage = "An e-mail address looks like name@example.org.")]
    [StringLength(256, ErrorMessage = "An e-mail address has at most {1} characters.")]
    public string? Email { get; set; }

    [Required(ErrorMessage = "Give the name under which your changes will be public.")]
    public string? DisplayName { get; set; }

    public Account ToAccount() => new() { UserName = Email!.Trim(), DisplayName = AccountRules.Tidy(DisplayName) };
}
