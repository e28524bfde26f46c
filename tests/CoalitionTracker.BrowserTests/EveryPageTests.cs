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

        Assert.Equal(place.Status, (await reader.GoAsync(address)).Status);
        await LooksRightAsync(reader);
        Assert.Empty(reader.Troubles);
    }

    /// <summary>The page that is shown has no serious barriers and fits its window, at both widths, in both themes.</summary>
    internal static async Task LooksRightAsync(Reader reader)
    {
        await reader.Page.WaitForLoadStateAsync(LoadState.NetworkIdle);
        await Axe.PutIntoAsync(reader.Page);

        foreach (var width in Widths)
        {
            await reader.Page.SetViewportSizeAsync(width, 900);
            Assert.False(await IsWiderThanItsWindowAsync(reader.Page), $"can be scrolled sideways at {width} px");
            foreach (var theme in Themes)
            {
                await reader.Page.EmulateMediaAsync(new() { ColorScheme = theme });
                var barriers = await Axe.SeriousBarriersAsync(reader.Page);
                Assert.True(barriers.Length == 0, $"{theme}, {width} px:\n{string.Join('\n', barriers)}");
            }
        }
    }

    private static Task<bool> IsWiderThanItsWindowAsync(IPage page) =>
        page.EvaluateAsync<bool>("document.documentElement.scrollWidth > document.documentElement.clientWidth");
}
