using System.Net;
using CoalitionTracker.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace CoalitionTracker.Tests.Operations;

/// <summary>Alive and ready, and what a reader sees when the store fails.</summary>
[Collection(nameof(LogCollection))]
public sealed class HealthTests(SeededApp seeded, HealthTests.AppWithABrokenStore broken) : IClassFixture<HealthTests.AppWithABrokenStore>
{
    [Theory]
    [InlineData("/healthz")]
    [InlineData("/readyz")]
    public async Task A_sound_product_is_alive_and_ready(string path)
    {
        using var reader = seeded.App.Reader();
        using var answer = await reader.GetAsync(path, TestContext.Current.CancellationToken);

        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        Assert.Equal("Healthy", await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task Without_its_store_it_is_alive_but_not_ready()
    {
        Assert.Equal(HttpStatusCode.OK, (await broken.App.PageAsync("/healthz")).Status);
        Assert.Equal(HttpStatusCode.ServiceUnavailable, (await broken.App.PageAsync("/readyz")).Status);
    }

    [Theory]
    [InlineData("/pledges")]
    [InlineData("/pledges.csv")]
    [InlineData("/countries/JPN")]
    public async Task A_failure_is_a_page_with_a_reference_that_is_in_the_log_and_without_a_trace(string path)
    {
        var page = await broken.App.PageAsync(path);

        Assert.Equal(HttpStatusCode.InternalServerError, page.Status);
        Assert.Equal("Something went wrong on our side", page.Heading);
        var reference = page.All("main code").Single();
        Assert.NotEmpty(reference);
        var logged = broken.App.Logged().Split('\n').Where(l => l.Contains($"\"{reference}\"", StringComparison.Ordinal)).ToList();
        Assert.Contains(logged, l => l.Contains("no such table", StringComparison.Ordinal));
        foreach (var secret in new[] { "no such table", "SqliteException", "   at ", ".cs:line", "Data Source" })
            Assert.DoesNotContain(secret, page.Html, StringComparison.Ordinal);
        Assert.Null(page.Response.Headers.ETag);
    }

    /// <summary>A product whose store loses its tables while it runs.</summary>
    public sealed class AppWithABrokenStore : IAsyncLifetime
    {
        private TestApp? app;

        public TestApp App => app!;

        public async ValueTask InitializeAsync()
        {
            app = await TestApp.EmptyAsync();
            await using var db = app.Open();
            await db.Database.ExecuteSqlRawAsync("ALTER TABLE \"Revisions\" RENAME TO \"Gone\"");
        }

        public ValueTask DisposeAsync() => App.DisposeAsync();
    }
}
