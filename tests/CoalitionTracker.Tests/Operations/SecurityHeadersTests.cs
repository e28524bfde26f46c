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

    [Theory]
    [InlineData("/embed/matrix", 200)]
    [InlineData("/Embed/Map?measure=money", 200)]
    [InlineData("/embed/money?taste=sweet", 400)]
    [InlineData("/embed/nowhere", 404)]
    public async Task Only_in_frames_is_anybody_the_ancestor_whatever_the_answer_and_all_else_is_as_elsewhere(string path, int status)
    {
        using var reader = seeded.App.Reader();
        using var answer = await reader.GetAsync(path, TestContext.Current.CancellationToken);
        using var usual = await reader.GetAsync("/matrix", TestContext.Current.CancellationToken);

        Assert.Equal(status, (int)answer.StatusCode);
        Assert.False(answer.Headers.Contains("X-Frame-Options"));
        Assert.False(answer.Headers.Contains("Set-Cookie"));
        Assert.Equal(
            usual
                .Headers.GetValues("Content-Security-Policy")
                .Single()
                .Replace("frame-ancestors 'none'", "frame-ancestors *", StringComparison.Ordinal),
            answer.Headers.GetValues("Content-Security-Policy").Single()
        );
        foreach (var header in new[] { "X-Content-Type-Options", "Referrer-Policy", "Cross-Origin-Resource-Policy", "Cross-Origin-Opener-Policy" })
            Assert.Equal(usual.Headers.GetValues(header), answer.Headers.GetValues(header));
    }

    [Theory]
    [InlineData("/matrix")]
    [InlineData("/matrix.csv")]
    [InlineData("/matrix?taste=sweet")]
    [InlineData("/embedded")]
    [InlineData("/pledges/embed")]
    [InlineData("/edit")]
    [InlineData("/account/sign-in")]
    [InlineData("/cards/matrix.png")]
    public async Task Everything_else_is_in_no_frame(string path)
    {
        using var reader = seeded.App.Reader();
        using var answer = await reader.GetAsync(path, TestContext.Current.CancellationToken);

        Assert.EndsWith("frame-ancestors 'none'", answer.Headers.GetValues("Content-Security-Policy").Single(), StringComparison.Ordinal);
        Assert.Equal("DENY", answer.Headers.GetValues("X-Frame-Options").Single());
    }
}
