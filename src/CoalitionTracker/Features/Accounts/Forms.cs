using Microsoft.AspNetCore.Components.Forms;
using Microsoft.AspNetCore.Identity;

namespace CoalitionTracker.Features.Accounts;

/// <summary>Says what is wrong with a form beside its fields and, by <see cref="FormProblems"/>, on top.</summary>
internal static class Forms
{
    /// <summary>The id of a field's control, to which the summary on top leads.</summary>
    public static string IdOf(FieldIdentifier field) => $"{field.Model.GetType().Name}-{field.FieldName}";

    public static void Refuse(this EditContext form, string field, string message)
    {
        new ValidationMessageStore(form).Add(form.Field(field), message);
        form.NotifyValidationStateChanged();
    }

    /// <summary>Puts each of Identity's problems beside the field that it is about: Email, DisplayName or Password.</summary>
    public static void Refuse(this EditContext form, IdentityResult result)
    {
        foreach (var error in result.Errors)
        {
            var (field, message) = error.Code switch
            {
                nameof(IdentityErrorDescriber.DuplicateUserName) or nameof(IdentityErrorDescriber.InvalidUserName) => (
                    "Email",
                    "No account can be made with this address. If it is yours, sign in."
                ),
                nameof(IdentityErrorDescriber.PasswordMismatch) => ("Current", "This is not your password."),
                nameof(IdentityErrorDescriber.PasswordTooShort) => ("Password", $"A password has at least {PasswordRules.MinLength} characters."),
                "DisplayName" => ("DisplayName", error.Description),
                ['P', 'a', 's', 's', ..] => ("Password", error.Description),
                _ => ("", error.Description),
            };
            form.Refuse(field, message);
        }
    }
}
