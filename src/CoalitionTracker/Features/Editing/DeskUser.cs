using System.Security.Claims;

namespace CoalitionTracker.Features.Editing;

/// <summary>Who works in this circuit, as the cookie says it; the store is asked again before anything is done.</summary>
public sealed record DeskUser(string? AccountId, string Name)
{
    public static DeskUser Of(ClaimsPrincipal user) => new(user.FindFirstValue(ClaimTypes.NameIdentifier), user.Identity?.Name ?? "");
}
