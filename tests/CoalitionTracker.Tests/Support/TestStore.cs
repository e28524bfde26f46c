using CoalitionTracker.Data;
using CoalitionTracker.Features.Seeding;
using CoalitionTracker.Shared;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace CoalitionTracker.Tests.Support;

/// <summary>A real store of its own for one test.</summary>
public sealed class TestStore : IAsyncDisposable
{
    /// <summary>Who saves in tests.</summary>
    public static readonly Edit Edit = new("Olena Editor", "For the test");

    private readonly ServiceProvider services;

    private TestStore(StorageOptions options, SeedOptions seed) => (Options, services) = (options, Databases.Services(options, seed));

    public StorageOptions Options { get; }

    public RecordWriter Writer => services.GetRequiredService<RecordWriter>();

    public RecordVersion Versions => services.GetRequiredService<RecordVersion>();

    public Migrator Migrator => services.GetRequiredService<Migrator>();

    public Seeder Seeder => services.GetRequiredService<Seeder>();

    public static async Task<TestStore> CreateAsync(StorageProvider provider, Content content = Content.Tables, SeedOptions? seed = null) =>
        new(await Databases.CreateAsync(provider, content), seed ?? new SeedOptions());

    /// <summary>A store that already knows <see cref="Example.Basics"/>.</summary>
    public static async Task<TestStore> WithBasicsAsync(StorageProvider provider)
    {
        var store = await CreateAsync(provider);
        await store.SaveAsync(Example.Basics());
        return store;
    }

    /// <summary>The same database, seen by another program with another choice of data files.</summary>
    public TestStore With(SeedOptions seed) => new(Options, seed);

    public CoalitionDb Open() => services.GetRequiredService<IDbContextFactory<CoalitionDb>>().CreateDbContext();

    public Task SaveAsync(params IReadOnlyCollection<Record> records) => Writer.SaveAsync(records, Edit);

    /// <summary>The record as its page would read it; null for a draft, too.</summary>
    public async Task<T?> ReadAsync<T>(string code)
        where T : Record
    {
        await using var db = Open();
        return (await db.ReadAsync<T>(code, TestContext.Current.CancellationToken))?.Record;
    }

    public async Task<List<Revision>> RevisionsAsync(string? code = null)
    {
        await using var db = Open();
        return await db.Revisions.Where(r => code == null || r.Code == code).OrderBy(r => r.Id).ToListAsync();
    }

    public async ValueTask DisposeAsync()
    {
        await services.DisposeAsync();
        await Databases.DropAsync(Options);
    }
}
