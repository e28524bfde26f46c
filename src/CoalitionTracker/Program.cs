using CoalitionTracker.App;
using CoalitionTracker.Data;
using CoalitionTracker.Features;
using CoalitionTracker.Features.Accounts;
using CoalitionTracker.Features.Review;
using CoalitionTracker.Features.Seeding;
using CoalitionTracker.Operations;
using CoalitionTracker.Shared;
using Microsoft.AspNetCore.Components.Forms;
using MudBlazor.Services;
using Serilog;

var builder = WebApplication.CreateBuilder(args);
builder.WebHost.UseStaticWebAssets(); // `dotnet run` serves the assets in every environment,
builder.Configuration["ReloadStaticAssetsAtRuntime"] ??= builder.Environment.IsDevelopment().ToString(); // and compressed but where they are being edited
if (builder.Configuration["urls"] is null && builder.Configuration["http_ports"] is null)
    builder.WebHost.UseUrls("http://localhost:5080");
builder.AddLogging();

var storage = builder.Configuration.GetSection("Storage").Get<StorageOptions>() ?? new();
var seed = builder.Configuration.GetSection("Seed").Get<SeedOptions>() ?? new();
builder.Services.AddSingleton(TimeProvider.System);
builder.Services.AddStorage(storage);
builder.Services.AddSingleton(seed);
builder.Services.AddSingleton<Seeder>();
builder.Services.AddSingleton(_ =>
    EcbRates.Read(builder.Configuration["Reference:EcbRates"] ?? Path.Combine(seed.DataFolder, "reference", "ecb-rates.csv"))
);
builder.Services.AddRazorComponents().AddInteractiveServerComponents();
builder.Services.AddHttpContextAccessor().AddScoped<AntiforgeryStateProvider, FormTokens>();
builder.Services.AddMudServices();
builder.Services.AddSingleton(builder.Configuration.GetSection("Review").Get<ReviewOptions>() ?? new());
builder.Services.AddSingleton(builder.Configuration.GetSection("Freshness").Get<FreshnessOptions>() ?? new());
builder.Services.AddFeatures();
builder.AddAccounts();
builder.Services.AddOperations();

var app = builder.Build();
app.UseOperations();
app.MapFeatures();
app.MapAccounts();
app.MapOperations();
app.MapStaticAssets().WithMetadata(new NotVersioned());
app.MapRazorComponents<App>().AddInteractiveServerRenderMode().RequireAccountsForCircuits();

try
{
    await app.Services.GetRequiredService<Migrator>().MigrateAsync();
    await app.Services.GetRequiredService<Seeder>().SeedAsync();
    app.Services.GetRequiredService<EcbRates>(); // a broken rates file is found now, not by a reader
}
catch (Exception broken) when (broken is StorageException or RecordFileException or InvalidDataException)
{
    Log.Logger = app.Services.GetRequiredService<Serilog.ILogger>();
    Log.Fatal("CoalitionTracker did not start. {Reason:l}", broken.Message);
    await Log.CloseAndFlushAsync();
    return 1;
}
await app.RunAsync();
return 0;
