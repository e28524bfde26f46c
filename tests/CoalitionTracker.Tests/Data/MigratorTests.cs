using CoalitionTracker.Data;
using CoalitionTracker.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace CoalitionTracker.Tests.Data;

public sealed class MigratorTests
{
    [Theory]
    [MemberData(nameof(Providers.All), MemberType = typeof(Providers))]
    public async Task An_empty_store_gets_its_tables_and_then_holds_records(StorageProvider provider)
    {
        await using var store = await TestStore.CreateAsync(provider, Content.Nothing);

        await store.Migrator.MigrateAsync(TestContext.Current.CancellationToken);

        await store.SaveAsync(Example.Basics());
        Assert.Equal("日本", (await store.ReadAsync<Country>("JPN"))?.NameJa);
    }

    [Theory]
    [MemberData(nameof(Providers.All), MemberType = typeof(Providers))]
    public async Task A_second_start_migrates_nothing(StorageProvider provider)
    {
        await using var store = await TestStore.WithBasicsAsync(provider);

        await store.Migrator.MigrateAsync(TestContext.Current.CancellationToken);

        Assert.Equal(Example.Basics().Count, (await store.RevisionsAsync()).Count);
    }

    [Theory]
    [MemberData(nameof(Providers.All), MemberType = typeof(Providers))]
    public async Task The_migrations_hold_the_whole_model(StorageProvider provider)
    {
        await using var store = await TestStore.CreateAsync(provider);
        await using var db = store.Open();

        Assert.NotEmpty(db.Database.GetMigrations());
        Assert.False(db.Database.HasPendingModelChanges());
    }

    [Theory]
    [MemberData(nameof(Providers.All), MemberType = typeof(Providers))]
    public async Task A_store_written_by_a_newer_program_is_refused_by_the_name_of_its_migration(StorageProvider provider)
    {
        await using var store = await TestStore.CreateAsync(provider);
        await using (var db = store.Open())
        {
            await db.Database.ExecuteSqlAsync(
                $"""INSERT INTO "__EFMigrationsHistory" ("MigrationId", "ProductVersion") VALUES ('20991231000000_FromTheFuture', '99.0.0')""",
                TestContext.Current.CancellationToken
            );
        }

        var refused = await Assert.ThrowsAsync<StorageException>(() => store.Migrator.MigrateAsync(TestContext.Current.CancellationToken));

        Assert.Contains("20991231000000_FromTheFuture", refused.Message, StringComparison.Ordinal);
        Assert.Contains("newer than this program", refused.Message, StringComparison.Ordinal);
    }
}
