namespace CoalitionTracker.BrowserTests;

/// <summary>Another site's page with one of ours in a frame.</summary>
public class EmbedTests(Site site)
{
    private const string Newspaper = "http://newspaper.example/story";

    [Fact]
    public async Task A_page_of_another_site_shows_the_matrix_in_a_frame()
    {
        await using var reader = await site.ReaderAsync();
        var frame = await FramedAsync(reader, "/embed/matrix");

        await Expect(frame.Locator("table.matrix tbody tr").First).ToBeVisibleAsync();
        await Expect(frame.GetByRole(AriaRole.Link, new() { Name = "open the full page" })).ToBeVisibleAsync();
        await Expect(frame.GetByRole(AriaRole.Navigation, new() { Name = "Main" })).ToHaveCountAsync(0);
    }

    [Fact]
    public async Task The_picture_of_a_map_is_drawn_in_a_frame_and_its_steps_stay_there()
    {
        await using var reader = await site.ReaderAsync();
        var frame = await FramedAsync(reader, "/embed/map?theme=dark");

        await Expect(frame.Locator("record-chart canvas").First).ToBeVisibleAsync();
        await frame.Locator("a.step[rel=prev]").ClickAsync();

        await Expect(frame.Locator(".as-of.then")).ToBeVisibleAsync();
        await Expect(frame.Locator("html")).ToHaveAttributeAsync("data-theme", "dark");
        Assert.Equal(Newspaper, reader.Page.Url);
    }

    [Fact]
    public async Task A_link_to_the_record_opens_a_window_of_its_own()
    {
        await using var reader = await site.ReaderAsync();
        var frame = await FramedAsync(reader, "/embed/matrix");

        var opened = await reader.Page.RunAndWaitForPopupAsync(() => frame.Locator("th.country a").First.ClickAsync());

        Assert.StartsWith("/countries/", new Uri(opened.Url).AbsolutePath, StringComparison.Ordinal);
        Assert.Equal(Newspaper, reader.Page.Url);
    }

    [Fact]
    public async Task The_whole_page_is_refused_in_a_frame()
    {
        await using var reader = await site.ReaderAsync();
        var refused = reader.Page.WaitForConsoleMessageAsync(
            new() { Predicate = message => message.Text.Contains("frame-ancestors 'none'", StringComparison.Ordinal) }
        );
        var frame = await FramedAsync(reader, "/matrix");

        await refused;
        await Expect(frame.Locator("table.matrix")).ToHaveCountAsync(0);
    }

    /// <summary>Opens another site's page that has this address of ours in a frame.</summary>
    private async Task<IFrameLocator> FramedAsync(Reader reader, string address)
    {
        var story = $"""
            <!DOCTYPE html><title>A newspaper</title><h1>A story</h1>
            <iframe src="{new Uri(site.Address, address)}" title="The record" width="100%" height="800"></iframe>
            """;
        await reader.Page.RouteAsync(Newspaper, route => route.FulfillAsync(new() { ContentType = "text/html", Body = story }));
        await reader.GoAsync(Newspaper);
        return reader.Page.FrameLocator("iframe");
    }
}
