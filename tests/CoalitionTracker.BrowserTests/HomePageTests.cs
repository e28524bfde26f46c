namespace CoalitionTracker.BrowserTests;

/// <summary>The first page that a reader sees.</summary>
public class HomePageTests(Site site)
{
    private const int MaxBytes = 150_000;

    [Fact]
    public async Task The_home_page_weighs_little_on_a_first_view()
    {
        await using var reader = await site.ReaderAsync();
        var wire = await reader.Page.Context.NewCDPSessionAsync(reader.Page);
        var bytes = 0.0;
        wire.Event("Network.loadingFinished").OnEvent += (_, finished) => bytes += finished!.Value.GetProperty("encodedDataLength").GetDouble();
        await wire.SendAsync("Network.enable");

        await reader.GoAsync("/");
        await reader.Page.WaitForLoadStateAsync(LoadState.NetworkIdle);

        Assert.InRange(bytes, 10_000, MaxBytes);
    }

    [Fact]
    public async Task The_home_page_leads_to_every_kind_of_record_and_answers_in_its_first_words()
    {
        await using var reader = await site.OpenAsync();

        foreach (var destination in new[] { "Pledges", "Countries", "Statements", "Agreements", "Sources", "Method" })
            await Expect(reader.Page.GetByRole(AriaRole.Navigation, new() { Name = "Main" }).GetByText(destination)).ToBeVisibleAsync();

        await Expect(reader.Main.Locator(".lead")).ToHaveTextAsync(new System.Text.RegularExpressions.Regex("[0-9]+ pledges and [0-9]+ refusals"));
    }
}
