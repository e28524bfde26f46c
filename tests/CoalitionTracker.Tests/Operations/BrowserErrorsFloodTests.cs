using System.Net;
using System.Net.Http.Json;
using CoalitionTracker.Tests.Support;

namespace CoalitionTracker.Tests.Operations;

[Collection(nameof(LogCollection))]
public sealed class BrowserErrorsFloodTests(EmptyApp written) : IClassFixture<EmptyApp>
{
    [Fact]
    public async Task A_page_that_fails_in_a_loop_does_not_fill_the_log()
    {
        using var reader = written.App.Reader();
        var answers = new List<HttpStatusCode>();
        for (var i = 0; i < 130; i++)
        {
            using var answer = await reader.PostAsJsonAsync("/browser-errors", new { message = $"flood {i}" }, TestContext.Current.CancellationToken);
            answers.Add(answer.StatusCode);
        }

        // Sixty a minute; a minute may end meanwhile.
        Assert.InRange(answers.Count(a => a is HttpStatusCode.OK), 60, 120);
        Assert.Equal(answers.Count - answers.Count(a => a is HttpStatusCode.OK), answers.Count(a => a is HttpStatusCode.TooManyRequests));
        Assert.InRange(written.App.Logged().Split('\n').Count(l => l.Contains("flood", StringComparison.Ordinal)), 60, 120);
    }
}
