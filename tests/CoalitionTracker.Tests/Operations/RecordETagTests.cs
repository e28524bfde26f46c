using System.Net;
using CoalitionTracker.Tests.Support;

namespace CoalitionTracker.Tests.Operations;

public sealed class RecordETagTests(EmptyApp written) : IClassFixture<EmptyApp>
{
    [Theory]
    [InlineData("/pledges")]
    [InlineData("/")]
    [InlineData("/countries/JPN")]
    [InlineData("/countries/JPN.json")]
    [InlineData("/pledges.csv")]
    [InlineData("/pledges.json?country=JPN")]
    public async Task What_a_reader_has_seen_is_not_sent_again(string path)
    {
        var tag = await TagAsync(path);

        var (again, body) = await AskAsync(path, tag);

        Assert.Equal(HttpStatusCode.NotModified, again.StatusCode);
        Assert.Equal(tag, again.Headers.ETag?.ToString());
        Assert.Equal("", body);
    }

    [Fact]
    public async Task After_a_save_the_tag_is_another_and_the_page_is_sent()
    {
        var before = await TagAsync("/pledges");
        var pledge = Example.Pledge("JPN-2025-960");
        pledge.Title = "A pledge that was not there before";
        await written.App.SaveAsync(pledge);

        var (answer, body) = await AskAsync("/pledges", before);

        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        Assert.NotEqual(before, answer.Headers.ETag?.ToString());
        Assert.Contains(pledge.Title, body, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Another_choice_of_colours_is_another_page()
    {
        var system = await TagAsync("/method");
        using var reader = written.App.Reader();
        using var request = new HttpRequestMessage(HttpMethod.Get, "/method");
        request.Headers.Add("Cookie", "theme=dark");
        request.Headers.Add("If-None-Match", system);
        using var answer = await reader.SendAsync(request, TestContext.Current.CancellationToken);

        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        Assert.Contains("Cookie", string.Join(',', answer.Headers.Vary), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("/pledges/JPN-1999-001")]
    [InlineData("/pledges?taste=sweet")]
    [InlineData("/healthz")]
    [InlineData("/readyz")]
    public async Task What_is_no_page_of_this_version_has_no_tag(string path)
    {
        using var reader = written.App.Reader();
        using var answer = await reader.GetAsync(path, TestContext.Current.CancellationToken);

        Assert.Null(answer.Headers.ETag);
    }

    private async Task<string> TagAsync(string path)
    {
        using var reader = written.App.Reader();
        using var answer = await reader.GetAsync(path);
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        Assert.True(answer.Headers.CacheControl?.NoCache);
        return answer.Headers.ETag!.ToString();
    }

    private async Task<(HttpResponseMessage Answer, string Body)> AskAsync(string path, string tag)
    {
        using var reader = written.App.Reader();
        using var request = new HttpRequestMessage(HttpMethod.Get, path);
        request.Headers.TryAddWithoutValidation("If-None-Match", tag);
        var answer = await reader.SendAsync(request);
        return (answer, await answer.Content.ReadAsStringAsync());
    }
}
