using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.RateLimiting;

namespace CoalitionTracker.Operations;

/// <summary>What failed in a reader's browser: logged under a reference number that the page shows.</summary>
internal static partial class BrowserErrors
{
    public const string Policy = "browser-errors";

    private const int MaxLength = 500;

    private sealed record Report(string? Message, string? Where);

    public static void MapBrowserErrors(this IEndpointRouteBuilder app) =>
        app.MapPost(
                "/browser-errors",
                (Report report, HttpContext http, ILoggerFactory loggers) =>
                {
                    var log = loggers.CreateLogger(typeof(BrowserErrors).FullName!);
                    LogFailure(log, http.TraceIdentifier, Short(report.Message), Short(report.Where));
                    return TypedResults.Ok(new { reference = http.TraceIdentifier });
                }
            )
            .RequireRateLimiting(Policy)
            .WithMetadata(new SkipStatusCodePagesAttribute()) // a script asks, not a reader
            .DisableAntiforgery();

    /// <summary>Cut, and on one line, so that nobody can write lines of their own into the log.</summary>
    private static string Short(string? text)
    {
        var line = string.Concat((text ?? "").Select(c => char.IsControl(c) ? ' ' : c));
        return line.Length <= MaxLength ? line : line[..MaxLength];
    }

    /// <summary>A page that fails in a loop must not fill the log.</summary>
    public static void AddBrowserErrors(this IServiceCollection services) =>
        services.AddRateLimiter(limits =>
        {
            limits.RejectionStatusCode = StatusCodes.Status429TooManyRequests;
            limits.AddFixedWindowLimiter(Policy, window => (window.PermitLimit, window.Window) = (60, TimeSpan.FromMinutes(1)));
        });

    [LoggerMessage(LogLevel.Error, "Browser error {Reference}: {Message} at {Where}")]
    private static partial void LogFailure(ILogger log, string reference, string message, string where);
}
