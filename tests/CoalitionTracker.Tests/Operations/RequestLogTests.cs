using System.Text.Json;
using CoalitionTracker.Tests.Support;

namespace CoalitionTracker.Tests.Operations;

[Collection(nameof(LogCollection))]
public sealed class RequestLogTests
{
    [Fact]
    public async Task A_request_is_one_line_with_its_path_and_status_and_without_what_the_reader_searched_for()
    {
        await using var app = await TestApp.EmptyAsync();

        await app.PageAsync("/search?q=Zwiebelkuchen");

        var lines = app.Logged().Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(l => JsonDocument.Parse(l).RootElement);
        var line = Assert.Single(lines, l => l.TryGetProperty("RequestPath", out var path) && path.GetString() == "/search");
        Assert.Equal(200, line.GetProperty("StatusCode").GetInt32());
        Assert.NotEmpty(line.GetProperty("Reference").GetString()!);
        Assert.DoesNotContain("Zwiebelkuchen", app.Logged(), StringComparison.Ordinal);
    }
}
