using CoalitionTracker.App;
using CoalitionTracker.Data;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Diagnostics;

namespace CoalitionTracker.Operations;

/// <summary>
/// What has not changed since a reader last saw it is not sent again: the version of the record, the program, the day and the reader's
/// colours make the ETag of every public page and download. What is not public is kept nowhere.
/// </summary>
internal sealed class RecordETag(RequestDelegate next, RecordVersion versions, TimeProvider clock)
{
    private static readonly string Program = typeof(RecordETag).Assembly.ManifestModule.ModuleVersionId.ToString("N")[..8];

    private static readonly PathString[] PersonalPaths = ["/account", "/setup", "/edit"];

    public async Task InvokeAsync(HttpContext http)
    {
        http.Items.Remove(PageCache.Tag); // a page that says what went wrong passes here a second time, and is nobody else's
        if (IsPersonal(http))
        {
            http.Response.OnStarting(() =>
            {
                http.Response.Headers.CacheControl = "no-store";
                return Task.CompletedTask;
            });
            await next(http);
            return;
        }
        if (!IsPublic(http))
        {
            await next(http);
            return;
        }
        var version = await versions.CurrentAsync(http.RequestAborted);
        var tag = $"W/\"{version}-{Program}-{clock.GetUtcNow():yyMMdd}-{ThemeChoice.Of(http) ?? "system"}\"";
        if (http.Request.Headers.IfNoneMatch.Contains(tag))
        {
            http.Response.StatusCode = StatusCodes.Status304NotModified;
            http.Response.Headers.ETag = tag;
            return;
        }
        http.Items[PageCache.Tag] = tag;
        http.Response.OnStarting(() =>
        {
            if (http.Response.StatusCode == StatusCodes.Status200OK)
            {
                http.Response.Headers.ETag = tag;
                http.Response.Headers.CacheControl = "no-cache";
                http.Response.Headers.Vary = "Cookie, Accept-Encoding";
            }
            return Task.CompletedTask;
        });
        await next(http);
    }

    /// <summary>What only the person who asks may see, or what is about them.</summary>
    private static bool IsPersonal(HttpContext http) =>
        PersonalPaths.Any(path => http.Request.Path.StartsWithSegments(path))
        || http.GetEndpoint()?.Metadata.GetMetadata<IAuthorizeData>() is not null;

    private static bool IsPublic(HttpContext http) =>
        (HttpMethods.IsGet(http.Request.Method) || HttpMethods.IsHead(http.Request.Method))
        && http.Features.Get<IExceptionHandlerFeature>() is null // the error page must not ask the store, which may be what failed
        && http.GetEndpoint()?.Metadata.GetMetadata<NotVersioned>() is null
        && http.GetEndpoint() is RouteEndpoint endpoint
        && endpoint.RoutePattern.RawText is { } pattern
        && pattern != "/error" // names the reference of one request
        && !pattern.StartsWith("_framework", StringComparison.Ordinal)
        && !pattern.StartsWith("/_", StringComparison.Ordinal);
}

/// <summary>Marks an endpoint whose answer does not depend on the record's version.</summary>
internal sealed class NotVersioned;
