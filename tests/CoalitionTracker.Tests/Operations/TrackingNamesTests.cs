using System.Net;
using CoalitionTracker.Tests.Support;

namespace CoalitionTracker.Tests.Operations;

/// <summary>An address that came through a newsletter or a social network leads to the page, under the address without what they added.</summary>
public sealed class TrackingNamesTests(SeededApp seeded)
{
    [Theory]
    [InlineData("/?utm_source=letter&utm_medium=email", "/")]
    [InlineData("/pledges?country=JPN&fbclid=abc&level=signed", "/pledges?country=JPN&level=signed")]
    [InlineData("/pledges?q=a%26b+c&UTM_campaign=x", "/pledges?q=a%26b+c")]
    [InlineData("/pledges/JPN-2024-001?gclid", "/pledges/JPN-2024-001")]
    public async Task It_is_taken_away(string asked, string expected)
    {
        using var reader = seeded.App.Reader();
        using var answer = await reader.GetAsync(asked);

        Assert.Equal((HttpStatusCode.Redirect, expected), (answer.StatusCode, answer.Headers.Location?.ToString()));
        Assert.Equal(HttpStatusCode.OK, (await seeded.App.PageAsync(expected)).Status);
    }

    [Fact]
    public async Task Nobody_is_sent_to_another_site()
    {
        using var reader = seeded.App.Reader();
        using var answer = await reader.GetAsync(new Uri(reader.BaseAddress!.GetLeftPart(UriPartial.Authority) + "//other.example/?utm_source=x"));

        Assert.Equal((HttpStatusCode.NotFound, null), (answer.StatusCode, answer.Headers.Location));
    }

    [Fact]
    public async Task What_is_not_known_is_still_refused() =>
        Assert.Equal(HttpStatusCode.BadRequest, (await seeded.App.PageAsync("/pledges?utmost=1")).Status);
}
