using CoalitionTracker.Tests.Support;

namespace CoalitionTracker.Tests.Operations;

public sealed class SecurityHeadersTests(SeededApp seeded)
{
    [Theory]
    [InlineData("/")]
    [InlineData("/pledges.csv")]
    [InlineData("/pledges/JPN-1999-001")]
    [InlineData("/pledges?taste=sweet")]
    [InlineData("/pledges.json?taste=sweet")]
    [InlineData("/app.css")]
    [InlineData("/healthz")]
    public async Task Every_answer_tells_the_browser_what_it_may_do(string path)
    {
        using var reader = seeded.App.Reader();
        using var answer = await reader.GetAsync(path, TestContext.Current.CancellationToken);

        var csp = Assert.Single(answer.Headers.GetValues("Content-Security-Policy"));
        Assert.Contains("default-src 'self'", csp, StringComparison.Ordinal);
        Assert.Contains("frame-ancestors 'none'", csp, StringComparison.Ordinal);
        Assert.Contains("object-src 'none'", csp, StringComparison.Ordinal);
        Assert.DoesNotContain("unsafe", csp, StringComparison.Ordinal);
        Assert.Equal("nosniff", Assert.Single(answer.Headers.GetValues("X-Content-Type-Options")));
        Assert.Equal("DENY", Assert.Single(answer.Headers.GetValues("X-Frame-Options")));
        Assert.Contains("origin", Assert.Single(answer.Headers.GetValues("Referrer-Policy")), StringComparison.Ordinal);
        Assert.False(answer.Headers.Contains("Server"));
    }
}
