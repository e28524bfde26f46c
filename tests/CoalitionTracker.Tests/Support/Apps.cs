using CoalitionTracker.Data;
using CoalitionTracker.Tests.Support;
using Microsoft.EntityFrameworkCore;

[assembly: AssemblyFixture(typeof(SeededApp))]
[assembly: CaptureConsole]

namespace CoalitionTracker.Tests.Support;

/// <summary>The seeded product over SQLite, for all tests that only read. Takes away what the run has made when it ends.</summary>
public sealed class SeededApp : IAsyncLifetime
{
    private TestApp? app;

    public TestApp App => app ?? throw new InvalidOperationException("The app has not been started.");

    /// <summary>Stands in an address for the last version but one, whose number depends on how many records are seeded.</summary>
    public const string Older = "{older}";

    public async ValueTask InitializeAsync() => app = await TestApp.SeededAsync();

    /// <summary>The address with the number in the place of <see cref="Older"/>.</summary>
    public async Task<string> CompleteAsync(string path)
    {
        if (!path.Contains(Older, StringComparison.Ordinal))
            return path;
        await using var db = App.Open();
        return path.Replace(Older, $"{await db.Revisions.MaxAsync(r => r.Id) - 1}", StringComparison.Ordinal);
    }

    public async ValueTask DisposeAsync()
    {
        await App.DisposeAsync();
        await Databases.DropAllAsync();
    }
}

/// <summary>A seeded product on each provider, for tests that add records of their own.</summary>
public sealed class AppOnEachProvider : IAsyncLifetime
{
    private readonly Dictionary<StorageProvider, TestApp> apps = [];

    /// <summary>The app on this provider; started when first asked for. A class's tests run one after another.</summary>
    public async Task<TestApp> OnAsync(StorageProvider provider)
    {
        if (!apps.TryGetValue(provider, out var app))
            apps[provider] = app = await TestApp.SeededAsync(provider);
        return app;
    }

    public ValueTask InitializeAsync() => ValueTask.CompletedTask;

    public async ValueTask DisposeAsync()
    {
        foreach (var app in apps.Values)
            await app.DisposeAsync();
    }
}

/// <summary>A product that knows countries and nothing else, for tests that write.</summary>
public sealed class EmptyApp : IAsyncLifetime
{
    private TestApp? app;

    public TestApp App => app ?? throw new InvalidOperationException("The app has not been started.");

    public async ValueTask InitializeAsync() => app = await TestApp.EmptyAsync();

    public ValueTask DisposeAsync() => App.DisposeAsync();
}
