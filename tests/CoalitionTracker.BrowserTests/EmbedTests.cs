namespace CoalitionTracker.BrowserTests;

/// <summary>Another site's page with one of ours in a frame.</summary>
public class EmbedTests(Site site)
{
    [Fact]
    public async Task A_page_of_another_site_shows_the_matrix_in_a_frame_and_links_open_windows_of_their_own()
    {
        await using var reader = await site.ReaderAsync();
        await using var story = new Newspaper(new Uri(site.Address, "/embed/matrix"));
        var frame = await OpenAsync(reader, story);

        await Expect(frame.Locator("table.matrix tbody tr").First).ToBeVisibleAsync();
        await Expect(frame.GetByRole(AriaRole.Link, new() { Name = "open the full page" })).ToBeVisibleAsync();
        await Expect(frame.GetByRole(AriaRole.Navigation, new() { Name = "Main" })).ToHaveCountAsync(0);
        var opened = await reader.Page.RunAndWaitForPopupAsync(() => frame.Locator("th.country a").First.ClickAsync());

        await Expect(opened).ToHaveURLAsync(new System.Text.RegularExpressions.Regex($"^{site.Address}countries/[A-Z]{{3}}$"));
        Assert.Equal(story.Address, reader.Page.Url);
        await Expect(frame.Locator("table.matrix")).ToBeVisibleAsync();
    }

    [Fact]
    public async Task The_picture_of_a_map_is_drawn_in_a_frame_and_its_steps_stay_there()
    {
        await using var reader = await site.ReaderAsync();
        await using var story = new Newspaper(new Uri(site.Address, "/embed/map?theme=dark"));
        var frame = await OpenAsync(reader, story);

        await Expect(frame.Locator("record-chart canvas").First).ToBeVisibleAsync();
        await frame.Locator("a.step[rel=prev]").ClickAsync();

        await Expect(frame.Locator(".as-of.then")).ToBeVisibleAsync();
        await Expect(frame.Locator("html")).ToHaveAttributeAsync("data-theme", "dark");
        Assert.Equal(story.Address, reader.Page.Url);
    }

    [Fact]
    public async Task The_whole_page_is_refused_in_a_frame()
    {
        await using var reader = await site.ReaderAsync();
        await using var story = new Newspaper(new Uri(site.Address, "/matrix"));
        var refused = reader.Page.WaitForConsoleMessageAsync(
            new() { Predicate = message => message.Text.Contains("frame-ancestors 'none'", StringComparison.Ordinal) }
        );
        var frame = await OpenAsync(reader, story);

        await refused;
        await Expect(frame.Locator("table.matrix")).ToHaveCountAsync(0);
    }

    private static async Task<IFrameLocator> OpenAsync(Reader reader, Newspaper story)
    {
        await reader.GoAsync(story.Address);
        return reader.Page.FrameLocator("iframe");
    }
}
