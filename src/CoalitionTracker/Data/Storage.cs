using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;

namespace CoalitionTracker.Data;

/// <summary>Which database holds the record.</summary>
public enum StorageProvider
{
    Sqlite,
    Postgres,
}

/// <summary>The configuration section <c>Storage</c>.</summary>
public sealed class StorageOptions
{
    public StorageProvider Provider { get; set; } = StorageProvider.Sqlite;

    /// <summary>Empty: a SQLite file under <see cref="AppFolder"/>.</summary>
    public string? ConnectionString { get; set; }

    /// <summary>The folder of this user that holds the database and the logs when nothing else is configured.</summary>
    public static string AppFolder
    {
        get
        {
            var local = Environment.GetFolderPath(Environment.SpecialFolder.LocalApplicationData, Environment.SpecialFolderOption.DoNotVerify);
            return Path.Combine(local.Length > 0 ? local : AppContext.BaseDirectory, "CoalitionTracker");
        }
    }

    /// <summary>The connection string in force.</summary>
    /// <exception cref="InvalidOperationException">PostgreSQL is chosen without a connection string.</exception>
    public string Connection =>
        !string.IsNullOrWhiteSpace(ConnectionString) ? ConnectionString
        : Provider is StorageProvider.Sqlite ? $"Data Source={Path.Combine(AppFolder, "coalition.db")}"
        : throw new InvalidOperationException(
            "Storage:Provider is Postgres: give Storage:ConnectionString, such as Host=localhost;Database=coalition;Username=coalition."
        );
}

/// <summary>Puts the store into the container.</summary>
public static class Storage
{
    /// <summary>Registers <see cref="IDbContextFactory{TContext}"/> of <see cref="CoalitionDb"/> for the configured provider.</summary>
    public static IServiceCollection AddStorage(this IServiceCollection services, StorageOptions options)
    {
        services.AddSingleton(options);
        services.AddAccountSchema();
        services.AddSingleton<RevisionInterceptor>();
        services.AddSingleton<RecordVersion>();
        services.AddSingleton<RecordWriter>();
        services.AddSingleton<Migrator>();
        return options.Provider is StorageProvider.Postgres
            ? services.AddFactory<PostgresDb>(db =>
                db.UseNpgsql(options.Connection, o => o.UseQuerySplittingBehavior(QuerySplittingBehavior.SplitQuery))
            )
            : services.AddFactory<SqliteDb>(db =>
                db.UseSqlite(
                    options.Connection,
                    o =>
                        o.UseQuerySplittingBehavior(QuerySplittingBehavior.SplitQuery)
                            // A list of codes as one parameter: the SQL is made once, not anew for every list.
                            .UseParameterizedCollectionMode(ParameterTranslationMode.Parameter)
                )
            );
    }

    /// <summary>The model of accounts that the migrations were made from: with passkeys. The model reads it from the container.</summary>
    internal static void AddAccountSchema(this IServiceCollection services) =>
        services.Configure<IdentityOptions>(options => options.Stores.SchemaVersion = IdentitySchemaVersions.Version3);

    private static IServiceCollection AddFactory<TDb>(this IServiceCollection services, Action<DbContextOptionsBuilder> useProvider)
        where TDb : CoalitionDb
    {
        services.AddPooledDbContextFactory<TDb>(
            (provider, db) =>
            {
                useProvider(db);
                db.AddInterceptors(provider.GetRequiredService<RevisionInterceptor>());
                db.UseQueryTrackingBehavior(QueryTrackingBehavior.NoTracking);
            }
        );
        services.AddSingleton<IDbContextFactory<CoalitionDb>, Factory<TDb>>();
        services.AddScoped(provider =>
        {
            var db = provider.GetRequiredService<IDbContextFactory<CoalitionDb>>().CreateDbContext();
            db.ChangeTracker.QueryTrackingBehavior = QueryTrackingBehavior.TrackAll; // ASP.NET Core Identity changes what it has read
            return db;
        });
        return services;
    }

    private sealed class Factory<TDb>(IDbContextFactory<TDb> inner) : IDbContextFactory<CoalitionDb>
        where TDb : CoalitionDb
    {
        public CoalitionDb CreateDbContext()
        {
            var db = inner.CreateDbContext();
            db.Edit = null; // a pooled context must not carry on another's
            return db;
        }
    }
}
