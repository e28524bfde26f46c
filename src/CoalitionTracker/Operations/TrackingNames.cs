using CoalitionTracker.Shared;
using Microsoft.AspNetCore.Http.Extensions;

namespace CoalitionTracker.Operations;

/// <summary>
/// What newsletters and social networks add to an address to follow who opens it. It asks for nothing of ours: the reader is sent to the address
/// without it, which is the one to pass on.
/// </summary>
internal static class TrackingNames
{
    private static readonly string[] Known =
    [
        "fbclid",
        "gclid",
        "dclid",
        "msclkid",
        "twclid",
        "igshid",
        "yclid",
        "mc_cid",
        "mc_eid",
        "_hsenc",
        "_hsmi",
    ];

    public static async Task TakeAwayAsync(HttpContext http, RequestDelegate next)
    {
        var request = http.Request;
        var path = UriHelper.BuildRelative(request.PathBase, request.Path);
        if (!HttpMethods.IsGet(request.Method) || !request.Query.Keys.Any(IsTracking) || !LocalAddress.IsLocal(path))
        {
            await next(http);
            return;
        }
        var rest = request.QueryString.Value![1..].Split('&').Where(p => !IsTracking(Uri.UnescapeDataString(p.Split('=')[0]))).ToList();
        http.Response.Redirect(path + (rest.Count == 0 ? "" : $"?{string.Join('&', rest)}"));
    }

    private static bool IsTracking(string name) =>
        name.StartsWith("utm_", StringComparison.OrdinalIgnoreCase) || Known.Contains(name, StringComparer.OrdinalIgnoreCase);
}
