namespace CoalitionTracker.BrowserTests.Charts;

/// <summary>Nothing that is being read moves while a page is filled in and its picture is drawn.</summary>
public class LayoutShiftTests(Site site)
{
    /// <summary>Of the window's area, as browsers count it (Cumulative Layout Shift); a good page stays below 0.1.</summary>
    private const double MaxShift = 0.02;

    /// <summary>Counts what moves from a page's first moment on, but for what a reader's own click or key has moved.</summary>
    private const string Watch = """
        window.shift = 0;
        new PerformanceObserver((list) => {
          for (const entry of list.getEntries()) if (!entry.hadRecentInput) window.shift += entry.value;
        }).observe({ type: "layout-shift", buffered: true });
        """;

    [Theory]
    [InlineData("/map")]
    [InlineData("/money")]
    [InlineData("/explore")]
    [InlineData("/timeline")]
    [InlineData("/counts")]
    [InlineData("/ceasefire")]
    [InlineData("/matrix")]
    [InlineData("/countries/GBR")]
    public async Task A_page_holds_still(string address)
    {
        foreach (var width in new[] { 1440, 360 })
        {
            await using var reader = await site.ReaderAsync(new(Width: width));
            await reader.Page.AddInitScriptAsync(Watch);
            await reader.GoAsync(address);
            await reader.Page.WaitForLoadStateAsync(LoadState.NetworkIdle);
            if (await reader.Page.Locator("record-chart").CountAsync() > 0)
            {
                await reader.Page.Locator("record-chart").First.ScrollIntoViewIfNeededAsync();
                await Drawing.DoneAsync(reader);
            }

            // Shifts are reported with the frame after the one that they happened in.
            await reader.Page.EvaluateAsync(
                "() => new Promise(done => requestAnimationFrame(() => requestAnimationFrame(() => setTimeout(done, 100))))"
            );
            var shift = await reader.Page.EvaluateAsync<double>("window.shift");
            Assert.True(shift < MaxShift, $"{address} at {width} px moved by {shift}.");
            Assert.Empty(reader.Troubles);
        }
    }
}
