using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using CoalitionTracker.Tests.Support;

namespace CoalitionTracker.Tests.Operations;

[Collection(nameof(LogCollection))]
public sealed class BrowserErrorsTests(EmptyApp written) : IClassFixture<EmptyApp>
{
    [Fact]
    public async Task A_browser_s_error_is_one_line_of_the_log_under_the_reference_that_is_returned()
    {
        using var reader = written.App.Reader();
        using var answer = await reader.PostAsJsonAsync(
            "/browser-errors",
            new { message = "boom\n{\"@t\":\"2026-01-01\",\"@mt\":\"A line of the reader's own\"}\r\n", where = "site.js:7" },
            TestContext.Current.CancellationToken
        );

        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        var reference = (await answer.Content.ReadFromJsonAsync<JsonElement>(TestContext.Current.CancellationToken))
            .GetProperty("reference")
            .GetString()!;
        var lines = written.App.Logged().Split('\n').Where(l => l.Contains("boom", StringComparison.Ordinal)).ToList();
        var line = JsonDocument.Parse(Assert.Single(lines)).RootElement;
        Assert.Equal(reference, line.GetProperty("Reference").GetString());
        Assert.Equal("site.js:7", line.GetProperty("Where").GetString());
        Assert.DoesNotContain(line.GetProperty("Message").GetString()!, char.IsControl);
        Assert.DoesNotContain(written.App.Logged().Split('\n'), l => l.StartsWith("{\"@t\":\"2026-01-01\"", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_long_message_is_cut()
    {
        using var reader = written.App.Reader();
        using var answer = await reader.PostAsJsonAsync(
            "/browser-errors",
            new { message = "long" + new string('x', 5000) },
            TestContext.Current.CancellationToken
        );

        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        var line = written.App.Logged().Split('\n').Single(l => l.Contains("longxxx", StringComparison.Ordinal));
        Assert.DoesNotContain(new string('x', 501), line, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("not json")]
    [InlineData("")]
    public async Task What_is_no_report_is_refused(string body)
    {
        using var reader = written.App.Reader();
        using var content = new StringContent(body, System.Text.Encoding.UTF8, "application/json");
        using var answer = await reader.PostAsync("/browser-errors", content, TestContext.Current.CancellationToken);

        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
    }
}
