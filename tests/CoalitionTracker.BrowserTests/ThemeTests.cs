namespace CoalitionTracker.BrowserTests;

/// <summary>Light, dark, or as the system has it.</summary>
public class ThemeTests(Site site)
{
    private const string Paper = "getComputedStyle(document.body).backgroundColor";
    private const string White = "rgb(255, 255, 255)";

    [Fact]
    public async Task A_chosen_theme_is_in_the_first_byte_of_the_next_page()
    {
        await using var reader = await site.OpenAsync();
        await reader.FollowAsync("Dark");
        await Expect(reader.Page.Locator("html")).ToHaveAttributeAsync("data-theme", "dark");

        var answer = await reader.Page.ReloadAsync();

        Assert.Matches("<html[^>]* data-theme=\"dark\"", await answer!.TextAsync());
        Assert.NotEqual(White, await reader.Page.EvaluateAsync<string>(Paper));
        var other = await reader.GoAsync("/method");
        Assert.Matches("<html[^>]* data-theme=\"dark\"", await other.TextAsync());
    }

    [Theory]
    [InlineData(ColorScheme.Light, true)]
    [InlineData(ColorScheme.Dark, false)]
    public async Task Without_a_choice_the_colours_follow_the_system(ColorScheme system, bool isWhite)
    {
        await using var reader = await site.ReaderAsync();
        await reader.Page.EmulateMediaAsync(new() { ColorScheme = system });

        await reader.GoAsync("/");

        Assert.Equal(isWhite, await reader.Page.EvaluateAsync<string>(Paper) == White);
    }

    [Fact]
    public async Task A_choice_wins_over_the_system()
    {
        await using var reader = await site.ReaderAsync();
        await reader.Page.EmulateMediaAsync(new() { ColorScheme = ColorScheme.Dark });
        await reader.GoAsync("/");

        await reader.FollowAsync("Light");
        await Expect(reader.Page.Locator("html")).ToHaveAttributeAsync("data-theme", "light");

        await Expect(reader.Page.Locator("body")).ToHaveCSSAsync("background-color", White); // once the style sheet is there
    }

    [Fact]
    public async Task Switching_keeps_the_filters_of_a_list()
    {
        await using var reader = await site.ReaderAsync();
        await reader.GoAsync("/pledges?country=JPN&level=declared");

        await reader.FollowAsync("Dark");
        await Expect(reader.Page.Locator("html")).ToHaveAttributeAsync("data-theme", "dark");

        await Expect(reader.Page).ToHaveURLAsync(new Uri(site.Address, "/pledges?country=JPN&level=declared").ToString());
    }
}
