using CoalitionTracker.Data;

namespace CoalitionTracker.Tests.Support;

/// <summary>
/// The stores that the record can be kept in. SQLite is always tried; PostgreSQL when COALITION_TEST_POSTGRES holds a connection string to
/// a server where databases may be created. A build (CI=true) must try both.
/// </summary>
public static class Providers
{
    public const string Variable = "COALITION_TEST_POSTGRES";

    public static string? Postgres { get; } = Environment.GetEnvironmentVariable(Variable) is { Length: > 0 } given ? given : null;

    private static bool IsBuild => string.Equals(Environment.GetEnvironmentVariable("CI"), "true", StringComparison.OrdinalIgnoreCase);

    public static IEnumerable<TheoryDataRow<StorageProvider>> All =>
        [new(StorageProvider.Sqlite), new(StorageProvider.Postgres) { Skip = ReasonToSkip(StorageProvider.Postgres) }];

    /// <summary>Every case on every provider.</summary>
    public static IEnumerable<TheoryDataRow<StorageProvider, T>> With<T>(params IEnumerable<T> cases) =>
        cases.SelectMany(c =>
            new[] { StorageProvider.Sqlite, StorageProvider.Postgres }.Select(p => new TheoryDataRow<StorageProvider, T>(p, c)
            {
                Skip = ReasonToSkip(p),
            })
        );

    private static string? ReasonToSkip(StorageProvider provider) =>
        provider is StorageProvider.Postgres && Postgres is null && !IsBuild
            ? $"{Variable} names no PostgreSQL server where databases may be created."
            : null;
}
