using CoalitionTracker.Data;
using CoalitionTracker.Tests.Support;

namespace CoalitionTracker.Tests.Features.Seeding;

/// <summary>A broken data file stops the start, says where and why, and leaves the store as it was.</summary>
public sealed class BrokenFileTests
{
    /// <summary>A good file; each case replaces one line of it.</summary>
    private static readonly string[] Good =
    [
        "{", // 1
        "  \"sources\": [", // 2
        "    {", // 3
        "      \"code\": \"SRC-9001\",", // 4
        "      \"title\": \"A report\",", // 5
        "      \"kind\": \"news\",", // 6
        "      \"published\": \"2025-08-19\"", // 7
        "    }", // 8
        "  ],", // 9
        "  \"pledges\": [", // 10
        "    {", // 11
        "      \"code\": \"JPN-2025-901\",", // 12
        "      \"title\": \"A pledge\",", // 13
        "      \"summary\": \"What is promised.\",", // 14
        "      \"parties\": [", // 15
        "        { \"country\": \"JPN\" }", // 16
        "      ],", // 17
        "      \"contribution\": \"air\",", // 18
        "      \"announced\": \"2025-08-19\",", // 19
        "      \"money\": {", // 20
        "        \"min\": 1,", // 21
        "        \"max\": 2,", // 22
        "        \"currency\": \"EUR\"", // 23
        "      },", // 24
        "      \"levels\": [", // 25
        "        { \"level\": \"declared\", \"on\": \"2025-08-19\" }", // 26
        "      ],", // 27
        "      \"citations\": [", // 28
        "        { \"source\": \"SRC-9001\", \"grade\": \"b\" }", // 29
        "      ]", // 30
        "    }", // 31
        "  ]", // 32
        "}", // 33
    ];

    private sealed record Case(string What, int Line, string Replacement, string Field, string Reason, int? ReportedLine = null);

    private static readonly Case[] Cases =
    [
        new("syntax error", 13, "      \"title\": A pledge,", "pledges[0]", "invalid"),
        new("missing comma", 13, "      \"title\": \"A pledge\"", "pledges[0]", "invalid", 14),
        new("unknown field", 18, "      \"contribution\": \"air\", \"colour\": \"blue\",", "colour", "There is no field \"colour\" here"),
        new("unknown list", 2, "  \"sauces\": [", "sauces", "There is no field \"sauces\" here"),
        new("wrong choice", 18, "      \"contribution\": \"aeroplanes\",", "contribution", "Must be one of land-forces, air"),
        new("choice by number", 18, "      \"contribution\": 3,", "contribution", "Must be one of land-forces, air"),
        new("bad date", 19, "      \"announced\": \"19.08.2025\",", "announced", "\"19.08.2025\" is not a date"),
        new("text for a number", 21, "        \"min\": \"1\",", "min", "Must be a number"),
        new("number for a text", 13, "      \"title\": 5,", "title", "Must be a text"),
        new("null for a text", 13, "      \"title\": null,", "title", "null"),
        new("object for a list", 15, "      \"parties\": { \"country\": \"JPN\" }, \"rivals\": [ ", "parties", "Must be a list"),
        new("unknown country", 16, "        { \"country\": \"ATL\" }", "JPN-2025-901 parties[0].country", "There is no country \"ATL\""),
        new("second country unknown", 16, "        { \"country\": \"JPN\" },\n        { \"country\": \"ATL\" }", "parties[1].country", "ATL", 17),
        new("unknown source", 29, "        { \"source\": \"SRC-9999\", \"grade\": \"b\" }", "citations[0].source", "There is no source \"SRC-9999\""),
        new("maximum below minimum", 22, "        \"max\": 0.5,", "money.max", "must not be below the minimum"),
        new("no citation", 29, "", "JPN-2025-901 citations", "At least one source must support the record", 28),
        new("no title", 13, "      \"title\": \" \",", "title", "A title has 1 to 200 characters"),
        new("code of another kind", 12, "      \"code\": \"AGR-2025-901\",", "code", "is not a code for this kind of record"),
        new(
            "unsafe address",
            5,
            "      \"title\": \"A report\", \"url\": \"javascript:alert(1)\",",
            "SRC-9001 url",
            "An address starts with https://"
        ),
        new(
            "code twice",
            9,
            "    , { \"code\": \"SRC-9001\", \"title\": \"Again\", \"kind\": \"news\" } ],",
            "sources[1].code",
            "SRC-9001 stands twice"
        ),
    ];

    public static TheoryData<string> Names => [.. Cases.Select(c => c.What)];

    [Fact]
    public async Task The_good_file_is_loaded()
    {
        var data = new DataFolder();
        data.Write(string.Join('\n', Good));
        await using var store = await TestStore.CreateAsync(StorageProvider.Sqlite, seed: data.Seed());

        await store.Seeder.SeedAsync(TestContext.Current.CancellationToken);

        Assert.NotNull(await store.ReadAsync<Pledge>("JPN-2025-901"));
    }

    [Theory]
    [MemberData(nameof(Names))]
    public async Task A_file_is_refused_with_file_line_field_and_reason_for(string what)
    {
        var broken = Cases.Single(c => c.What == what);
        var lines = Good.ToArray();
        lines[broken.Line - 1] = broken.Replacement;
        var data = new DataFolder();
        var path = data.Write(string.Join('\n', lines));
        await using var store = await TestStore.WithBasicsAsync(StorageProvider.Sqlite);
        var before = await store.Versions.CurrentAsync(TestContext.Current.CancellationToken);

        var refused = await Assert.ThrowsAsync<RecordFileException>(() =>
            store.With(data.Seed()).Seeder.SeedAsync(TestContext.Current.CancellationToken)
        );

        Assert.StartsWith($"{path}, line {broken.ReportedLine ?? broken.Line}, ", refused.Message, StringComparison.Ordinal);
        Assert.Contains(broken.Field, refused.Message, StringComparison.Ordinal);
        Assert.Contains(broken.Reason, refused.Message, StringComparison.OrdinalIgnoreCase);
        Assert.Equal(before, await store.Versions.CurrentAsync(TestContext.Current.CancellationToken));
        Assert.Null(await store.ReadAsync<Country>("POL")); // the reference data of the same start went with it
    }

    [Fact]
    public async Task A_code_in_two_files_of_a_set_is_refused_with_the_second_file()
    {
        var data = new DataFolder();
        data.Write(string.Join('\n', Good), name: "a.json");
        var second = data.Write(
            "{\n  \"sources\": [\n    {\n      \"code\": \"SRC-9001\", \"title\": \"Again\", \"kind\": \"news\"\n    }\n  ]\n}",
            name: "b.json"
        );
        await using var store = await TestStore.CreateAsync(StorageProvider.Sqlite, seed: data.Seed());

        var refused = await Assert.ThrowsAsync<RecordFileException>(() => store.Seeder.SeedAsync(TestContext.Current.CancellationToken));

        Assert.StartsWith($"{second}, line 4, SRC-9001 code: ", refused.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Every_problem_of_a_file_is_told_at_once()
    {
        var lines = Good.ToArray();
        lines[15] = "        { \"country\": \"ATL\" }";
        lines[21] = "        \"max\": 0.5,";
        var data = new DataFolder();
        data.Write(string.Join('\n', lines));
        await using var store = await TestStore.CreateAsync(StorageProvider.Sqlite, seed: data.Seed());

        var refused = await Assert.ThrowsAsync<RecordFileException>(() => store.Seeder.SeedAsync(TestContext.Current.CancellationToken));

        Assert.Contains("line 16, ", refused.Message, StringComparison.Ordinal);
        Assert.Contains("line 22, ", refused.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_empty_file_is_refused()
    {
        var data = new DataFolder();
        var path = data.Write("");
        await using var store = await TestStore.CreateAsync(StorageProvider.Sqlite, seed: data.Seed());

        var refused = await Assert.ThrowsAsync<RecordFileException>(() => store.Seeder.SeedAsync(TestContext.Current.CancellationToken));

        Assert.StartsWith($"{path}, line 1, the file: ", refused.Message, StringComparison.Ordinal);
    }
}
