using CoalitionTracker.Data;
using CoalitionTracker.Features.Seeding;
using CoalitionTracker.Tests.Support;

namespace CoalitionTracker.Tests.Features.Seeding;

public sealed class SeederTests
{
    [Theory]
    [MemberData(nameof(Providers.All), MemberType = typeof(Providers))]
    public async Task Everything_in_the_data_files_is_in_the_seeded_store_as_it_stands_there(StorageProvider provider)
    {
        await using var store = await TestStore.CreateAsync(provider, Content.Seeded);
        var records = DataFiles.Records("article").Concat(DataFiles.Records("coalition")).ToList();
        var saved = (await store.RevisionsAsync()).ToDictionary(r => r.Code, r => r.Snapshot);

        Assert.True(records.Count > 300);
        Assert.All(records, r => Assert.Equal(RecordJson.Write(r), saved[r.Code]));
        Assert.All(await store.RevisionsAsync(), r => Assert.Equal(Seeder.Author, r.Author));
    }

    [Theory]
    [MemberData(nameof(Providers.All), MemberType = typeof(Providers))]
    public async Task A_second_start_changes_nothing(StorageProvider provider)
    {
        await using var store = await TestStore.CreateAsync(provider, Content.Seeded);
        var before = await store.Versions.CurrentAsync(TestContext.Current.CancellationToken);

        await store.Seeder.SeedAsync(TestContext.Current.CancellationToken);

        Assert.True(before > 0);
        Assert.Equal(before, await store.Versions.CurrentAsync(TestContext.Current.CancellationToken));
    }

    [Theory]
    [MemberData(nameof(Providers.All), MemberType = typeof(Providers))]
    public async Task A_newer_file_updates_what_nobody_has_edited_and_leaves_what_a_person_has(StorageProvider provider)
    {
        var data = new DataFolder();
        data.Write(Sources(("SRC-9001", "First title"), ("SRC-9002", "First title")));
        await using var store = await TestStore.CreateAsync(provider, seed: data.Seed());
        await store.Seeder.SeedAsync(TestContext.Current.CancellationToken);
        var edited = Example.Source("SRC-9001");
        edited.Title = "A person's title";
        await store.SaveAsync(edited);
        data.Write(Sources(("SRC-9001", "Second title"), ("SRC-9002", "Second title")));

        await store.Seeder.SeedAsync(TestContext.Current.CancellationToken);

        Assert.Equal("A person's title", (await store.ReadAsync<Source>("SRC-9001"))?.Title);
        Assert.Equal("Second title", (await store.ReadAsync<Source>("SRC-9002"))?.Title);
        Assert.Equal(2, (await store.RevisionsAsync("SRC-9001")).Count);
        Assert.Equal(2, (await store.RevisionsAsync("SRC-9002")).Count);
    }

    [Fact]
    public async Task A_record_that_a_person_made_under_the_file_s_code_is_left_alone()
    {
        var data = new DataFolder();
        data.Write(Sources(("SRC-9001", "The file's title")));
        await using var store = await TestStore.CreateAsync(StorageProvider.Sqlite, seed: data.Seed());
        await store.SaveAsync(Example.Source("SRC-9001"));

        await store.Seeder.SeedAsync(TestContext.Current.CancellationToken);

        Assert.Equal("Report SRC-9001", (await store.ReadAsync<Source>("SRC-9001"))?.Title);
    }

    [Fact]
    public async Task Only_the_chosen_sets_are_loaded_and_the_countries_always()
    {
        await using var store = await TestStore.CreateAsync(StorageProvider.Sqlite, seed: new SeedOptions { Sets = "article" });
        await store.Seeder.SeedAsync(TestContext.Current.CancellationToken);

        Assert.NotNull(await store.ReadAsync<Country>("JPN"));
        Assert.NotNull(await store.ReadAsync<Pledge>("JPN-2024-001"));
        Assert.Null(await store.ReadAsync<Pledge>("POL-2025-001"));
    }

    [Fact]
    public async Task A_set_that_there_is_not_is_named_with_those_that_there_are()
    {
        await using var store = await TestStore.CreateAsync(StorageProvider.Sqlite, seed: new SeedOptions { Sets = "atlantis" });

        var refused = await Assert.ThrowsAsync<RecordFileException>(() => store.Seeder.SeedAsync(TestContext.Current.CancellationToken));

        Assert.Contains("atlantis", refused.Message, StringComparison.Ordinal);
        Assert.Contains("article", refused.Message, StringComparison.Ordinal);
        Assert.Null(await store.ReadAsync<Country>("JPN"));
    }

    [Fact]
    public async Task A_later_set_may_refer_to_an_earlier_one()
    {
        var data = new DataFolder();
        data.Write(Sources(("SRC-9001", "First")), set: "first");
        data.Write("""{ "sources": [{ "code": "SRC-9002", "title": "Second", "kind": "news", "seenThrough": "SRC-9001" }] }""", set: "second");
        await using var store = await TestStore.CreateAsync(StorageProvider.Sqlite, seed: data.Seed("first, second"));

        await store.Seeder.SeedAsync(TestContext.Current.CancellationToken);

        Assert.Equal("SRC-9001", (await store.ReadAsync<Source>("SRC-9002"))?.SeenThrough);
    }

    private static string Sources(params (string Code, string Title)[] sources) =>
        $$"""{ "sources": [{{string.Join(',', sources.Select(s => $$"""{ "code": "{{s.Code}}", "title": "{{s.Title}}", "kind": "news" }"""))}}] }""";
}
