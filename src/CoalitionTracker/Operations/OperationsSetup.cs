using System.IO.Compression;
using System.Text.Json;
using CoalitionTracker.App;
using CoalitionTracker.Data;
using CoalitionTracker.Shared;
using Microsoft.AspNetCore.Diagnostics;
using Microsoft.AspNetCore.Diagnostics.HealthChecks;
using Microsoft.AspNetCore.HttpOverrides;
using Microsoft.AspNetCore.ResponseCompression;

namespace CoalitionTracker.Operations;

/// <summary>What keeps the product running: errors, logs, health, headers, compression.</summary>
internal static class OperationsSetup
{
    public static void AddOperations(this IServiceCollection services)
    {
        services.AddProblemDetails();
        services.AddExceptionHandler<RuleExceptionHandler>();
        services.AddBrowserErrors();
        services.AddHealthChecks().AddCheck<StoreCheck>("store", tags: ["ready"]);
        services.AddOutputCache(options =>
        {
            options.AddBasePolicy(new PageCache());
            options.UseCaseSensitivePaths = true; // as codes are
            options.MaximumBodySize = PageCache.MaxBytes;
            options.SizeLimit = PageCache.SizeLimit;
        });
        services.AddResponseCompression(options =>
        {
            options.EnableForHttps = true; // pages hold no secret beside what the address says
            options.MimeTypes =
            [
                .. ResponseCompressionDefaults.MimeTypes,
                "image/svg+xml",
                "application/geo+json",
                "application/atom+xml",
                "application/feed+json",
            ];
        });
        services.Configure<BrotliCompressionProviderOptions>(options => options.Level = CompressionLevel.Fastest);
        services.Configure<ForwardedHeadersOptions>(options =>
            options.ForwardedHeaders = ForwardedHeaders.XForwardedFor | ForwardedHeaders.XForwardedProto
        );
        services.ConfigureHttpJsonOptions(options => options.SerializerOptions.PropertyNamingPolicy = JsonNamingPolicy.CamelCase);
    }

    public static void UseOperations(this WebApplication app)
    {
        app.UseForwardedHeaders();
        app.UseRequestLogging();
        app.Use(Embedding.ReadAsync);
        app.UseWhen(Embedding.IsFor, page => page.UseSecurityHeaders(SecurityHeaders.InFrames));
        app.UseWhen(DeskTheme.IsUsedBy, page => page.UseSecurityHeaders(SecurityHeaders.MudBlazor));
        app.UseWhen(IsCard, picture => picture.UseSecurityHeaders(SecurityHeaders.ForOtherSites));
        app.UseWhen(
            http => !Embedding.IsFor(http) && !DeskTheme.IsUsedBy(http) && !IsCard(http),
            page => page.UseSecurityHeaders(SecurityHeaders.Usual)
        );
        app.UseExceptionHandler(
            new ExceptionHandlerOptions
            {
                ExceptionHandlingPath = "/error",
                CreateScopeForErrors = true,
                StatusCodeSelector = e => e is AccessDeniedException ? StatusCodes.Status403Forbidden : StatusCodes.Status500InternalServerError,
            }
        );
        app.UseStatusCodePagesWithReExecute("/problem/{0}", createScopeForStatusCodePages: true);
        app.Use(ReadProblemPages);
        app.Use(TrackingNames.TakeAwayAsync);
        app.UseRouting();
        app.UseRateLimiter();
        app.UseMiddleware<RecordETag>();
        if (app.Configuration.GetValue("Cache:Pages", true))
            app.UseOutputCache().Use(PageCache.KeepOnlyWhatWasWaitedFor);
        app.UseResponseCompression(); // within the cache, which so keeps what is already compressed
        app.UseAuthentication();
        app.UseAuthorization();
        app.UseAntiforgery();
    }

    private static bool IsCard(HttpContext http) => http.Request.Path.StartsWithSegments("/cards");

    /// <summary>A page that says what went wrong is read, even where a form was sent: as a form of its own it would be refused.</summary>
    private static async Task ReadProblemPages(HttpContext http, RequestDelegate next)
    {
        var method = http.Request.Method;
        if (http.Features.Get<IStatusCodeReExecuteFeature>() is not null)
            http.Request.Method = HttpMethods.Get;
        await next(http);
        http.Request.Method = method;
    }

    public static void MapOperations(this WebApplication app)
    {
        app.MapBrowserErrors();
        // Alive says only that the process answers; ready also that the store does.
        app.MapHealthChecks("/healthz", new HealthCheckOptions { Predicate = _ => false }).WithMetadata(new NotVersioned());
        app.MapHealthChecks("/readyz", new HealthCheckOptions { Predicate = check => check.Tags.Contains("ready") }).WithMetadata(new NotVersioned());
    }
}
