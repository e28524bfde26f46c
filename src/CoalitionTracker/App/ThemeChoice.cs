using CoalitionTracker.Shared;

namespace CoalitionTracker.App;

/// <summary>Light, dark, or as the system has it: remembered in a cookie, so that the first byte of a page is already right and no script is needed.</summary>
public static class ThemeChoice
{
    public const string Cookie = "theme";

    public static (string Value, string Label)[] All { get; } = [("system", "As the system"), ("light", "Light"), ("dark", "Dark")];

    /// <summary>What this reader chose; null to follow the system. In a frame on another site its address says it.</summary>
    public static string? Of(HttpContext http) =>
        Embedding.IsFor(http) ? Embedding.ThemeOf(http)
        : http.Request.Cookies[Cookie] is var chosen and ("light" or "dark") ? chosen
        : null;

    public static void MapTheme(this IEndpointRouteBuilder app) =>
        app.MapGet(
            "/theme/{choice}",
            (string choice, string? back, HttpContext http) =>
            {
                if (All.All(t => t.Value != choice))
                    return Results.NotFound();
                if (choice == "system")
                    http.Response.Cookies.Delete(Cookie);
                else
                    http.Response.Cookies.Append(Cookie, choice, Lasting(http));
                return Results.LocalRedirect(LocalAddress.Or(back, "/"));
            }
        );

    private static CookieOptions Lasting(HttpContext http) =>
        new()
        {
            MaxAge = TimeSpan.FromDays(365),
            SameSite = SameSiteMode.Lax,
            HttpOnly = true,
            Secure = http.Request.IsHttps,
        };
}
