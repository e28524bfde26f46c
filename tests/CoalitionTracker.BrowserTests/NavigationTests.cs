namespace CoalitionTracker.BrowserTests;

/// <summary>With scripts the site feels live; the address stays the state, and the keyboard is enough.</summary>
public class NavigationTests(Site site)
{
    private static readonly System.Text.RegularExpressions.Regex OnlyJapan = new(@"/pledges\?.*country=JPN");

    [Theory]
    [InlineData("/matrix")]
    [InlineData("/method")]
    public async Task A_phone_s_menu_is_one_line_in_which_one_sees_where_one_is(string address)
    {
        await using var reader = await site.ReaderAsync(new(Width: 360));
        await reader.GoAsync(address);

        var menu = reader.Page.GetByRole(AriaRole.Navigation, new() { Name = "Main" });
        Assert.True((await menu.BoundingBoxAsync())!.Height < 60);
        var here = (await menu.Locator("[aria-current]").BoundingBoxAsync())!;
        Assert.InRange(here.X, 0, 360 - here.Width);
        Assert.True((await reader.Page.Locator("header.site").BoundingBoxAsync())!.Height < 150);
        await menu.GetByRole(AriaRole.Link, new() { Name = "Sources" }).ClickAsync();
        await Expect(reader.Page.GetByRole(AriaRole.Heading, new() { Level = 1 })).ToHaveTextAsync("Sources");
        Assert.Empty(reader.Troubles);
    }

    [Fact]
    public async Task A_ticked_value_applies_at_once_and_Back_returns()
    {
        await using var reader = await site.OpenAsync();
        await reader.FollowAsync("Pledges");
        await reader.SeesAsync("What countries said they would do");
        var all = await reader.Page.GetByRole(AriaRole.Status).InnerTextAsync();
        await reader.Page.EvaluateAsync("window.stayed = true");

        await Japan(reader).CheckAsync();

        await Expect(reader.Page).ToHaveURLAsync(OnlyJapan);
        await Expect(reader.Page.GetByRole(AriaRole.Link, new() { Name = "Take away Country: Japan" })).ToBeVisibleAsync();
        var countries = await reader.Main.Locator("td[data-label='Country']").AllInnerTextsAsync();
        Assert.NotEmpty(countries);
        Assert.All(countries, country => Assert.Contains("Japan", country, StringComparison.Ordinal));
        Assert.True(await reader.Page.EvaluateAsync<bool>("window.stayed === true"), "the whole page was loaded anew");

        await reader.Page.GoBackAsync();
        await Expect(reader.Page).ToHaveURLAsync(new System.Text.RegularExpressions.Regex("/pledges$"));
        await Expect(reader.Page.GetByRole(AriaRole.Status)).ToHaveTextAsync(all);
        await Expect(Japan(reader)).Not.ToBeCheckedAsync();
        Assert.Empty(reader.Troubles);
    }

    [Fact]
    public async Task What_is_being_typed_while_a_tick_s_answer_is_on_its_way_stays()
    {
        await using var reader = await site.OpenAsync();
        await reader.FollowAsync("Pledges");
        await reader.SeesAsync("What countries said they would do");
        var mayAnswer = new TaskCompletionSource();
        await reader.Page.RouteAsync(
            OnlyJapan,
            async route =>
            {
                await mayAnswer.Task;
                await route.ContinueAsync();
            }
        );

        await Japan(reader).CheckAsync();
        var search = reader.Main.GetByLabel("Search", new() { Exact = true });
        await search.PressSequentiallyAsync("troops");
        mayAnswer.SetResult();

        await Expect(reader.Page.GetByRole(AriaRole.Link, new() { Name = "Take away Country: Japan" })).ToBeVisibleAsync();
        await Expect(search).ToHaveValueAsync("troops");
        await search.PressAsync("Enter");
        await Expect(reader.Page).ToHaveURLAsync(new System.Text.RegularExpressions.Regex("q=troops"));
    }

    [Fact]
    public async Task An_address_that_was_passed_on_shows_the_same_list()
    {
        await using var reader = await site.OpenAsync();
        await reader.FollowAsync("Pledges");
        await Japan(reader).CheckAsync();
        await Expect(reader.Page.GetByRole(AriaRole.Link, new() { Name = "Take away Country: Japan" })).ToBeVisibleAsync();

        await using var other = await site.ReaderAsync();
        await other.GoAsync(reader.Here);

        Assert.Equal(await reader.TextAsync(), await other.TextAsync());
    }

    [Fact]
    public async Task Empty_fields_stay_out_of_the_address()
    {
        await using var reader = await site.OpenAsync();
        await reader.FollowAsync("Pledges");

        await Japan(reader).CheckAsync();
        await Expect(reader.Page).ToHaveURLAsync(OnlyJapan);

        Assert.DoesNotContain("q=", reader.Here, StringComparison.Ordinal);
        Assert.DoesNotContain("from=", reader.Here, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("/pledges")]
    [InlineData("/nowhere")]
    public async Task The_first_stop_of_the_keyboard_skips_to_the_content_of_the_same_page(string address)
    {
        await using var reader = await site.ReaderAsync();
        await reader.GoAsync(address);
        var skip = reader.Page.GetByText("Skip to the content");

        await reader.Page.Keyboard.PressAsync("Tab");
        await Expect(skip).ToBeFocusedAsync();
        await Expect(skip).ToBeInViewportAsync();
        await reader.Page.Keyboard.PressAsync("Enter");

        await Expect(reader.Page).ToHaveURLAsync(new System.Text.RegularExpressions.Regex(address + "#content$"));
        await reader.Page.Keyboard.PressAsync("Tab");
        Assert.True(
            await reader.Page.EvaluateAsync<bool>("document.querySelector('main').contains(document.activeElement)"),
            "the focus is not in the content"
        );
    }

    [Fact]
    public async Task The_keyboard_alone_finds_and_opens_a_pledge()
    {
        await using var reader = await site.OpenAsync();
        var keys = reader.Page.Keyboard;
        await reader.Page.GetByRole(AriaRole.Banner).GetByRole(AriaRole.Searchbox).FocusAsync();

        await keys.TypeAsync("intelligence for a peacekeeping");
        await keys.PressAsync("Enter");
        var hit = reader.Page.GetByRole(AriaRole.Link, new() { Name = "Intelligence for a peacekeeping effort", Exact = true });
        await hit.FocusAsync();
        await keys.PressAsync("Enter");

        await Expect(reader.Page.GetByRole(AriaRole.Heading, new() { Level = 1 })).ToHaveTextAsync("Intelligence for a peacekeeping effort");
    }

    private static ILocator Japan(Reader reader) =>
        reader.Main.GetByRole(AriaRole.Group, new() { Name = "Country" }).GetByRole(AriaRole.Checkbox, new() { Name = "Japan" });
}
