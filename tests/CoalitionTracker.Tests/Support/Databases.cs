using System.Collections.Concurrent;
using CoalitionTracker.Data;
using CoalitionTracker.Features.Seeding;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;

namespace CoalitionTracker.Tests.Support;

/// <summary>How a new database begins.</summary>
public enum Content
{
    /// <summary>Nothing, not even tables.</summary>
    Nothing,

    /// <summary>Tables without records.</summary>
    Tables,

    /// <summary>Countries, the article's facts and the wider record.</summary>
    Seeded,
}

/// <summary>
/// Makes a database of its own for each test. Migrating and seeding is done once for each provider; every further database is a copy of that.
/// </summary>
public static class Databases
{
    private static readonly ConcurrentDictionary<(StorageProvider, Content), Lazy<Task<StorageOptions>>> Templates = new();

    /// <summary>The folder of this run's files.</summary>
    public static string Folder { get; } = Directory.CreateTempSubdirectory("coalitiontracker-tests-").FullName;

    public static async Task<StorageOptions> CreateAsync(StorageProvider provider, Content content)
    {
        if (content is Content.Nothing)
            return provider is StorageProvider.Sqlite ? Sqlite(NewName()) : await NewPostgresAsync("");
        var template = await Templates
            .GetOrAdd((provider, content), static key => new Lazy<Task<StorageOptions>>(() => PrepareAsync(key.Item1, key.Item2)))
            .Value;
        if (provider is StorageProvider.Postgres)
            return await NewPostgresAsync($"TEMPLATE \"{new NpgsqlConnectionStringBuilder(template.Connection).Database}\"");
        var copy = Sqlite(NewName());
        File.Copy(new SqliteConnectionStringBuilder(template.Connection).DataSource, new SqliteConnectionStringBuilder(copy.Connection).DataSource);
        return copy;
    }

    /// <summary>Closes what is open and takes the database away.</summary>
    public static async Task DropAsync(StorageOptions options)
    {
        if (options.Provider is StorageProvider.Sqlite)
        {
            Release(options);
            return; // the files go with the folder
        }
        Release(options);
        await OnServerAsync($"DROP DATABASE IF EXISTS \"{new NpgsqlConnectionStringBuilder(options.Connection).Database}\" WITH (FORCE)");
    }

    /// <summary>Takes away what this run has made.</summary>
    public static async Task DropAllAsync()
    {
        foreach (var template in Templates.Values.Where(t => t is { IsValueCreated: true, Value.IsCompletedSuccessfully: true }))
            await DropAsync(await template.Value);
        Directory.Delete(Folder, recursive: true);
    }

    private static async Task<StorageOptions> PrepareAsync(StorageProvider provider, Content content)
    {
        var options = await CreateAsync(provider, content is Content.Seeded ? Content.Tables : Content.Nothing);
        await using var services = Services(options, new SeedOptions());
        if (content is Content.Seeded)
            await services.GetRequiredService<Seeder>().SeedAsync();
        else
            await services.GetRequiredService<Migrator>().MigrateAsync();
        Release(options);
        return options;
    }

    /// <summary>The store's services over a database, as the product registers them.</summary>
    public static ServiceProvider Services(StorageOptions options, SeedOptions seed) =>
        new ServiceCollection()
            .AddLogging()
            .AddSingleton(TimeProvider.System)
            .AddStorage(options)
            .AddSingleton(seed)
            .AddSingleton<Seeder>()
            .BuildServiceProvider();

    private static string NewName() => $"coalition_test_{Guid.NewGuid():N}";

    private static StorageOptions Sqlite(string name) =>
        new() { Provider = StorageProvider.Sqlite, ConnectionString = $"Data Source={Path.Combine(Folder, name + ".db")}" };

    private static async Task<StorageOptions> NewPostgresAsync(string template)
    {
        var name = NewName();
        await OnServerAsync($"CREATE DATABASE \"{name}\" {template}");
        var connection = new NpgsqlConnectionStringBuilder(Server) { Database = name, MaxPoolSize = 8 };
        return new() { Provider = StorageProvider.Postgres, ConnectionString = connection.ConnectionString };
    }

    private static string Server =>
        Providers.Postgres
        ?? throw new InvalidOperationException($"A build must try PostgreSQL, too: {Providers.Variable} is missing. It holds a connection string.");

    private static async Task OnServerAsync(string sql)
    {
        await using var connection = new NpgsqlConnection(new NpgsqlConnectionStringBuilder(Server) { Pooling = false }.ConnectionString);
        await connection.OpenAsync();
        await using var command = new NpgsqlCommand(sql, connection);
        await command.ExecuteNonQueryAsync();
    }

    private static void Release(StorageOptions options)
    {
        if (options.Provider is StorageProvider.Sqlite)
            SqliteConnection.ClearPool(new SqliteConnection(options.Connection));
        else
            NpgsqlConnection.ClearPool(new NpgsqlConnection(options.Connection));
    }
}
