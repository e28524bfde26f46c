using CoalitionTracker.Data;
using CoalitionTracker.Shared;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.AspNetCore.TestHost;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace CoalitionTracker.Tests.Support;

/// <summary>The product in memory over a real database of its own, as a reader meets it in production.</summary>
public class TestApp(StorageOptions storage, string seedSets, DataFolder? data = null) : WebApplicationFactory<Program>
{
    public string LogFolder { get; } = Directory.CreateDirectory(Path.Combine(Databases.Folder, $"logs-{Guid.NewGuid():N}")).FullName;

    public StorageOptions Storage => storage;

    /// <summary>Configuration beside the tests' own; it wins.</summary>
    public Dictionary<string, string> Settings { get; init; } = [];

    /// <summary>What a test puts in the place of the product's own services.</summary>
    public Action<IServiceCollection> Replace { get; init; } = _ => { };

    /// <summary>With the article's facts and the wider record.</summary>
    public static async Task<TestApp> SeededAsync(StorageProvider provider = StorageProvider.Sqlite) =>
        new(await Databases.CreateAsync(provider, Content.Seeded), "article,coalition");

    /// <summary>With the reference's countries only, and two sources to cite.</summary>
    public static async Task<TestApp> EmptyAsync(StorageProvider provider = StorageProvider.Sqlite)
    {
        var app = new TestApp(await Databases.CreateAsync(provider, Content.Tables), "");
        await app.SaveAsync(Example.Source(Example.SourceCode), Example.Source(Example.TreatyCode, SourceKind.TreatyText));
        return app;
    }

    public Task SaveAsync(params IReadOnlyCollection<Record> records) =>
        Services.GetRequiredService<RecordWriter>().SaveAsync(records, TestStore.Edit);

    public CoalitionDb Open() => Services.GetRequiredService<IDbContextFactory<CoalitionDb>>().CreateDbContext();

    /// <summary>The record as its page reads it; null for a draft.</summary>
    public async Task<T?> ReadAsync<T>(string code)
        where T : Record
    {
        await using var db = Open();
        return (await db.ReadAsync<T>(code, CancellationToken.None))?.Record;
    }

    /// <summary>A reader's browser that follows no redirects.</summary>
    public HttpClient Reader() => CreateClient(new WebApplicationFactoryClientOptions { AllowAutoRedirect = false });

    public async Task<Page> PageAsync(string path)
    {
        using var reader = Reader();
        return await Page.ReadAsync(await reader.GetAsync(path));
    }

    public async Task<string> TextAsync(string path)
    {
        using var reader = Reader();
        return await reader.GetStringAsync(path);
    }

    /// <summary>Everything that has been logged so far.</summary>
    public string Logged() =>
        string.Concat(
            Directory
                .GetFiles(LogFolder)
                .Select(path =>
                {
                    using var log = new StreamReader(new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete));
                    return log.ReadToEnd();
                })
        );

    protected override void ConfigureWebHost(IWebHostBuilder builder)
    {
        builder
            .UseEnvironment("Production")
            .UseSetting("Storage:Provider", storage.Provider.ToString())
            .UseSetting("Storage:ConnectionString", storage.Connection)
            .UseSetting("Seed:Sets", seedSets)
            .UseSetting("Seed:Folder", data?.Path ?? "")
            .UseSetting("Logs:Folder", LogFolder)
            .UseSetting("Accounts:AttemptsPerMinute", "1000") // all tests call from one address
            .ConfigureTestServices(Replace);
        foreach (var (key, value) in Settings)
            builder.UseSetting(key, value);
    }

    public override async ValueTask DisposeAsync()
    {
        await base.DisposeAsync();
        await Databases.DropAsync(storage);
        GC.SuppressFinalize(this);
    }
}
