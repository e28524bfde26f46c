using System.Net;
using CoalitionTracker.Tests.Support;

namespace CoalitionTracker.Tests.App;

public sealed class ThemeChoiceTests(SeededApp seeded)
{
    [Theory]
    [InlineData("/pledges?country=JPN&page=2", "/pledges?country=JPN&page=2")]
    [InlineData("/", "/")]
    [InlineData("/search?q=https://example.org", "/search?q=https://example.org")]
    [InlineData(null, "/")]
    [InlineData("", "/")]
    [InlineData("https://evil.example", "/")]
    [InlineData("//evil.example", "/")]
    [InlineData("/\\evil.example", "/")]
    [InlineData("\\\\evil.example", "/")]
    [InlineData("/\t/evil.example", "/")]
    [InlineData("javascript:alert(1)", "/")]
    [InlineData("evil.example", "/")]
    [InlineData("~/evil", "/")]
    public async Task A_choice_of_colours_leads_back_and_never_to_another_site(string? back, string to)
    {
        using var reader = seeded.App.Reader();
        using var answer = await reader.GetAsync(
            "/theme/dark" + (back is null ? "" : $"?back={Uri.EscapeDataString(back)}"),
            TestContext.Current.CancellationToken
        );

        Assert.Equal(HttpStatusCode.Found, answer.StatusCode);
        Assert.Equal(to, answer.Headers.Location?.OriginalString);
    }

    [Theory]
    [InlineData("dark", "dark")]
    [InlineData("light", "light")]
    [InlineData("purple", null)]
    [InlineData("\"><script>", null)]
    public async Task The_first_byte_of_a_page_has_the_chosen_colours(string cookie, string? theme)
    {
        using var reader = seeded.App.Reader();
        using var request = new HttpRequestMessage(HttpMethod.Get, "/method");
        request.Headers.Add("Cookie", $"theme={cookie}");

        var page = await Page.ReadAsync(await reader.SendAsync(request, TestContext.Current.CancellationToken));

        Assert.Equal(theme, page.Document.DocumentElement.GetAttribute("data-theme"));
    }

    [Fact]
    public async Task The_choice_is_kept_in_a_cookie_that_scripts_cannot_read_and_can_be_taken_back()
    {
        using var reader = seeded.App.Reader();
        using var chosen = await reader.GetAsync("/theme/light", TestContext.Current.CancellationToken);
        using var takenBack = await reader.GetAsync("/theme/system", TestContext.Current.CancellationToken);

        var cookie = Assert.Single(chosen.Headers.GetValues("Set-Cookie"));
        Assert.StartsWith("theme=light;", cookie, StringComparison.Ordinal);
        Assert.Contains("httponly", cookie, StringComparison.OrdinalIgnoreCase);
        Assert.Contains("samesite=lax", cookie, StringComparison.OrdinalIgnoreCase);
        Assert.StartsWith("theme=; expires=Thu, 01 Jan 1970", Assert.Single(takenBack.Headers.GetValues("Set-Cookie")), StringComparison.Ordinal);
    }
}
