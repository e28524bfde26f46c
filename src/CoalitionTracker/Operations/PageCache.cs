using Microsoft.AspNetCore.OutputCaching;
using Microsoft.Extensions.Primitives;
using Microsoft.Net.Http.Headers;

namespace CoalitionTracker.Operations;

/// <summary>
/// Keeps what public pages and downloads answered, as it was sent. An answer is found again only under the version of the record, the day, the
/// program, the reader's colours, the compression and the kind of navigation that it was made for: after a change to the record the old ones are never
/// asked for again, and fall out. The version is asked of the store at every request (<see cref="RecordETag"/>).
/// </summary>
internal sealed class PageCache : IOutputCachePolicy
{
    /// <summary>Where <see cref="RecordETag"/> leaves the tag of the answer for the request at hand.</summary>
    public static readonly object Tag = new();

    /// <summary>An answer larger than this, such as the CSV of the whole record, is made anew each time.</summary>
    public const int MaxBytes = 4_000_000;

    /// <summary>All answers together, in bytes.</summary>
    public const long SizeLimit = 200_000_000;

    private const string EnhancedNavigation = "blazor-enhanced-nav";

    public ValueTask CacheRequestAsync(OutputCacheContext context, CancellationToken cancellation)
    {
        var http = context.HttpContext;
        if (http.Items[Tag] is not string tag)
        {
            context.EnableOutputCaching = false; // not public, or not a matter of the record's version
            return ValueTask.CompletedTask;
        }
        context.EnableOutputCaching = true;
        context.AllowCacheLookup = true;
        context.AllowCacheStorage = true;
        context.AllowLocking = true; // of many who ask for the same new page at once, one makes it
        context.ResponseExpirationTimeSpan = TimeSpan.FromHours(25); // the day is in the tag
        // As it is written: varying by keys, ASP.NET Core sorts a repeated key's values in the request itself, and an order is lost that means something.
        context.CacheVaryByRules.QueryKeys = StringValues.Empty;
        context.CacheVaryByRules.VaryByValues["query"] = http.Request.QueryString.Value ?? "";
        context.CacheVaryByRules.VaryByValues["tag"] = tag;
        context.CacheVaryByRules.HeaderNames = HeaderNames.AcceptEncoding; // whole: what a reader refuses matters, too
        // An enhanced navigation is answered with a header of its own.
        context.CacheVaryByRules.VaryByValues["accept"] = http.Request.Headers.Accept.ToString().Contains(EnhancedNavigation) ? "enhanced" : "";
        return ValueTask.CompletedTask;
    }

    /// <summary>
    /// Kept header values come back in the letters of a list of frequent ones: Blazor's "allow" as "Allow", which its script does not take for a
    /// page that it may navigate to.
    /// </summary>
    public ValueTask ServeFromCacheAsync(OutputCacheContext context, CancellationToken cancellation)
    {
        var response = context.HttpContext.Response;
        response.OnStarting(() =>
        {
            if (response.Headers.ContainsKey(EnhancedNavigation))
                response.Headers[EnhancedNavigation] = "allow";
            return Task.CompletedTask;
        });
        return ValueTask.CompletedTask;
    }

    /// <summary>
    /// A page that a reader did not wait for may be half of one: Blazor passes over what was cancelled while a component read the record, and renders
    /// the rest.
    /// </summary>
    public static async Task KeepOnlyWhatWasWaitedFor(HttpContext http, RequestDelegate next)
    {
        await next(http);
        if (http.RequestAborted.IsCancellationRequested && http.Features.Get<IOutputCacheFeature>() is { } cache)
            cache.Context.AllowCacheStorage = false;
    }

    /// <summary>Only what was found, and sets nothing for one reader.</summary>
    public ValueTask ServeResponseAsync(OutputCacheContext context, CancellationToken cancellation)
    {
        var response = context.HttpContext.Response;
        if (response.StatusCode != StatusCodes.Status200OK || !StringValues.IsNullOrEmpty(response.Headers[HeaderNames.SetCookie]))
            context.AllowCacheStorage = false;
        return ValueTask.CompletedTask;
    }
}
