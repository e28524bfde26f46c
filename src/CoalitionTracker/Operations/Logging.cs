using System.Globalization;
using CoalitionTracker.Data;
using Serilog;
using Serilog.Events;
using Serilog.Formatting.Compact;

namespace CoalitionTracker.Operations;

/// <summary>Serilog as the only logger: the console for people, rolling files of JSON for machines. No addresses, no search texts, no names.</summary>
internal static class Logging
{
    /// <summary>Where the files go when <c>Logs:Folder</c> names no folder.</summary>
    private static string DefaultFolder => Path.Combine(StorageOptions.AppFolder, "logs");

    public static void AddLogging(this WebApplicationBuilder builder)
    {
        var folder = builder.Configuration["Logs:Folder"] is { Length: > 0 } configured ? configured : DefaultFolder;
        builder.Services.AddSerilog(log =>
            log.ReadFrom.Configuration(builder.Configuration)
                .MinimumLevel.Information()
                .MinimumLevel.Override("Microsoft", LogEventLevel.Warning)
                .MinimumLevel.Override("Microsoft.Hosting.Lifetime", LogEventLevel.Information)
                .MinimumLevel.Override("Microsoft.AspNetCore.DataProtection", LogEventLevel.Error) // how keys are kept is for the deployer to choose
                .MinimumLevel.Override("Microsoft.AspNetCore.Diagnostics.ExceptionHandlerMiddleware", LogEventLevel.Error)
                .Enrich.FromLogContext()
                .WriteTo.Console(
                    outputTemplate: "{Timestamp:HH:mm:ss} {Level:u3} {Message:lj}{NewLine}{Exception}",
                    formatProvider: CultureInfo.InvariantCulture
                )
                .WriteTo.File(
                    new CompactJsonFormatter(),
                    Path.Combine(folder, "coalitiontracker-.json"),
                    rollingInterval: RollingInterval.Day,
                    rollOnFileSizeLimit: true,
                    fileSizeLimitBytes: 50_000_000,
                    retainedFileCountLimit: 14,
                    shared: true
                )
        );
    }

    /// <summary>One line for each request: method, path without its query, status, time. Its RequestId is the reference that error pages show.</summary>
    public static void UseRequestLogging(this WebApplication app) =>
        app.UseSerilogRequestLogging(options =>
        {
            options.IncludeQueryInRequestPath = false;
            options.GetLevel = (http, _, error) =>
                error is not null || http.Response.StatusCode >= 500 ? LogEventLevel.Error
                : http.Request.Path.StartsWithSegments("/healthz") || http.Request.Path.StartsWithSegments("/readyz") ? LogEventLevel.Debug
                : LogEventLevel.Information;
            options.EnrichDiagnosticContext = (diagnostics, http) => diagnostics.Set("Reference", http.TraceIdentifier);
        });
}
