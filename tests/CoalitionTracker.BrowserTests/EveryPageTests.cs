namespace CoalitionTracker.BrowserTests;

/// <summary>What must hold on every public page, in both themes, on a phone and on a desk.</summary>
public class EveryPageTests(Site site)
{
    private static readonly int[] Widths = [1440, 360];
    private static readonly ColorScheme[] Themes = [ColorScheme.Light, ColorScheme.Dark];

    [Fact]
    public void Every_public_page_has_an_address_in_these_tests()
    {
        Assert.NotEmpty(Places.PublicRoutes);
        Assert.Equivalent(Places.PublicRoutes, Places.ByRoute.Keys, strict: true);
    }

    [Theory]
    [MemberData(nameof(Places.Addresses), MemberType = typeof(Places))]
    public async Task A_page_has_no_barriers_fits_a_phone_and_runs_without_errors(string address)
    {
        var place = Places.Of(address);
        await using var reader = await site.ReaderAsync();
        reader.ExpectedStatus = place.Status;

        Assert.Equal(place.Status, (await reader.GoAsync(site.Complete(address))).Status);
        await LooksRightAsync(reader);
        Assert.Equal(0, await reader.Page.Locator("a[href^='#']").CountAsync()); // the document's base makes them lead to the home page
        Assert.Empty(reader.Troubles);
    }

    /// <summary>
    /// The page that is shown has no serious barriers and fits its window, at both widths, in both themes. With <c>COALITION_PICTURES</c> naming a
    /// folder, each look is kept there for people to see.
    /// </summary>
    /// <param name="state">What the page shows beyond its address: "with-errors".</param>
    internal static async Task LooksRightAsync(Reader reader, string state = "")
    {
        await reader.Page.WaitForLoadStateAsync(LoadState.NetworkIdle);
        await Axe.PutIntoAsync(reader.Page);

        foreach (var width in Widths)
        {
            await reader.Page.SetViewportSizeAsync(width, 900);
            Assert.True(await FitsItsWindowAsync(reader.Page), $"can be scrolled sideways at {width} px");
            foreach (var theme in Themes)
            {
                await reader.Page.EmulateMediaAsync(new() { ColorScheme = theme });
                var barriers = await Axe.SeriousBarriersAsync(reader.Page);
                if (Environment.GetEnvironmentVariable("COALITION_PICTURES") is { Length: > 0 } folder)
                    await reader.Page.ScreenshotAsync(new() { Path = Path.Combine(folder, PictureOf(reader, state, width, theme)), FullPage = true });
                Assert.True(barriers.Length == 0, $"{theme}, {width} px:\n{string.Join('\n', barriers)}");
            }
        }
    }

    private static string PictureOf(Reader reader, string state, int width, ColorScheme theme) =>
        $"{string.Join('-', reader.Here.Split('/', '?', '=', '&'))}-{state}-{width}-{theme}.png";

    /// <summary>Soon, since pictures follow the window's width with the next frames.</summary>
    private static async Task<bool> FitsItsWindowAsync(IPage page)
    {
        try
        {
            await page.WaitForFunctionAsync(
                "() => document.documentElement.scrollWidth <= document.documentElement.clientWidth",
                options: new() { Timeout = 15_000 }
            );
            return true;
        }
        catch (TimeoutException)
        {
            return false;
        }
    }
}
