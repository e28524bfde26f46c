using CoalitionTracker.Tests.Support;

namespace CoalitionTracker.Tests.Features.Seeding;

/// <summary>A product that cannot start says why in its log, for the person who starts it, and serves nothing.</summary>
[Collection(nameof(LogCollection))]
public sealed class StartTests
{
    [Fact]
    public async Task A_broken_data_file_stops_the_start_with_its_line_in_the_log()
    {
        var data = new DataFolder();
        var path = data.Write("{\n  \"sources\": [\n    { \"code\": \"SRC-9001\", \"title\": 5 }\n  ]\n}");
        await using var app = new TestApp(await Databases.CreateAsync(CoalitionTracker.Data.StorageProvider.Sqlite, Content.Tables), "own", data);

        await Assert.ThrowsAnyAsync<Exception>(() => app.PageAsync("/"));

        var logged = app.Logged().Split('\n').Single(l => l.Contains("did not start", StringComparison.Ordinal));
        Assert.Contains($"{path}, line 3, sources[0].title: Must be a text.", logged, StringComparison.Ordinal);
        Assert.DoesNotContain("   at ", logged, StringComparison.Ordinal);
    }
}
