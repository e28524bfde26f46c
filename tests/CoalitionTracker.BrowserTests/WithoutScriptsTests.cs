using System.Globalization;
using System.Text.RegularExpressions;

namespace CoalitionTracker.BrowserTests;

/// <summary>Everything a reader needs works where scripts are switched off.</summary>
public partial class WithoutScriptsTests(Site site)
{
    private static readonly ReaderSettings NoScripts = new(Scripts: false);

    /// <summary>The lists, each with the heading of a facet that stands open.</summary>
    public static TheoryData<string, string> Lists =>
        new()
        {
            { "Pledges", "How binding" },
            { "Countries", "Land forces" },
            { "Statements", "Speaker's authority" },
            { "Agreements", "Kind" },
            { "Sources", "Kind" },
        };

    [Theory]
    [MemberData(nameof(Places.Addresses), MemberType = typeof(Places))]
    public async Task A_page_reads_the_same_as_with_scripts(string address)
    {
        await using var plain = await site.ReaderAsync(NoScripts);
        await using var scripted = await site.ReaderAsync();

        await plain.GoAsync(site.Complete(address));
        await scripted.GoAsync(site.Complete(address));

        await Expect(plain.Main.GetByRole(AriaRole.Heading, new() { Level = 1 })).ToHaveCountAsync(1);
        // A picture points to its table while it is being drawn; without scripts there is no picture.
        var said = (await scripted.TextAsync()).Replace("The table below has the same figures. ", "", StringComparison.Ordinal);
        Assert.Equal(Comparable(said), Comparable(await plain.TextAsync()));
    }

    [Theory]
    [MemberData(nameof(Lists))]
    public async Task A_ticked_value_narrows_a_list_to_as_many_as_stood_beside_it_and_can_be_taken_away(string list, string facet)
    {
        await using var reader = await OpenListAsync(list);
        var all = await FoundAsync(reader);
        var option = Facet(reader, facet).Locator("label.option").First;
        var label = await option.Locator("span").First.InnerTextAsync();
        var count = int.Parse(await option.Locator(".count").InnerTextAsync(), NumberStyles.AllowThousands, CultureInfo.InvariantCulture);

        await option.GetByRole(AriaRole.Checkbox).CheckAsync();
        await ApplyAsync(reader);

        Assert.NotEqual(all, count);
        Assert.Equal(count, await FoundAsync(reader));
        await Expect(Facet(reader, facet).Locator("label.option").First.GetByRole(AriaRole.Checkbox)).ToBeCheckedAsync();

        await reader.FollowAsync($"Take away {facet}: {label}");
        Assert.Equal(all, await FoundAsync(reader));
    }

    [Fact]
    public async Task Several_values_of_a_facet_add_up_and_two_facets_narrow_each_other()
    {
        await using var reader = await OpenListAsync("Pledges");

        await Facet(reader, "Country").GetByLabel("Japan").CheckAsync();
        await Facet(reader, "Country").GetByLabel("United States").CheckAsync();
        await Facet(reader, "How binding").GetByLabel("Ruled out").CheckAsync();
        await ApplyAsync(reader);

        var countries = (await ColumnAsync(reader, "Country")).Distinct().Order();
        Assert.Equal(["Japan", "United States"], countries);
        Assert.All(await ColumnAsync(reader, "How binding"), level => Assert.Equal("Ruled out", level));
        await reader.FollowAsync("Clear all");
        Assert.Equal("/pledges", reader.Here);
    }

    /// <summary>A vague date such as "Aug 2025" stays too, since it may mean a day of the range.</summary>
    [Fact]
    public async Task A_range_of_dates_keeps_what_was_announced_in_it()
    {
        await using var reader = await OpenListAsync("Pledges");
        var announced = reader.Page.GetByRole(AriaRole.Group, new() { Name = "Announced" });

        await announced.GetByLabel("from").FillAsync("2025-08-19");
        await announced.GetByLabel("to").FillAsync("2025-08-19");
        await ApplyAsync(reader);

        var exact = (await ColumnAsync(reader, "Announced")).Where(day => char.IsDigit(day[0])).Distinct();
        Assert.Equal(["19 Aug 2025"], exact);
        await reader.SeesAsync("Part in a coalition that guarantees Ukraine's security");
        await reader.SeesAsync("Air support to a peacekeeping effort");
    }

    [Fact]
    public async Task A_range_of_euros_keeps_the_sums_in_it()
    {
        await using var reader = await OpenListAsync("Pledges");
        Assert.Contains(await ColumnAsync(reader, "How much"), sum => sum.Contains("£200", StringComparison.Ordinal));
        var euros = reader.Page.GetByRole(AriaRole.Group, new() { Name = "Amount in euros" });

        await euros.GetByLabel("from").FillAsync("4000000000");
        await euros.GetByLabel("to").FillAsync("4200000000");
        await ApplyAsync(reader);

        var sums = await ColumnAsync(reader, "How much");
        Assert.Contains("US$4.5 bn", sums);
        Assert.DoesNotContain(sums, sum => sum.Contains("£200", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_word_in_the_lists_own_search_keeps_what_mentions_it()
    {
        await using var reader = await OpenListAsync("Pledges");

        await reader.Main.GetByRole(AriaRole.Searchbox).FillAsync("self-defense");
        await ApplyAsync(reader);

        Assert.Equal(["Sending the Self-Defense Forces not considered"], await TitlesAsync(reader));
    }

    [Fact]
    public async Task The_order_follows_the_menu_and_the_heads_of_the_columns()
    {
        await using var reader = await OpenListAsync("Pledges");

        await reader.Page.GetByLabel("Order").SelectOptionAsync(new SelectOptionValue { Value = "title" });
        await ApplyAsync(reader);
        var up = await TitlesAsync(reader);
        Assert.Equal(up.Order(StringComparer.InvariantCultureIgnoreCase), up);

        await reader.FollowAsync("Pledge ↑");
        await reader.SeesAsync("Pledge ↓");
        var down = await TitlesAsync(reader);
        Assert.Equal(down.OrderDescending(StringComparer.InvariantCultureIgnoreCase), down);
        Assert.NotEqual(up[0], down[0]);
    }

    [Fact]
    public async Task The_pages_of_a_list_together_show_every_entry_once()
    {
        await using var reader = await OpenListAsync("Pledges");
        var seen = await CodesAsync(reader);
        var pages = reader.Page.GetByRole(AriaRole.Navigation, new() { Name = "Pages" });

        while (await pages.GetByText("Next").CountAsync() > 0)
        {
            await reader.LeaveAsync(pages.GetByText("Next"));
            seen = [.. seen, .. await CodesAsync(reader)];
        }
        await reader.LeaveAsync(pages.GetByText("Previous"));

        Assert.Equal(await FoundAsync(reader), seen.Distinct().Count());
        Assert.Equal(seen.Distinct().Count(), seen.Count);
    }

    [Fact]
    public async Task A_chosen_column_is_shown_and_one_that_is_not_chosen_is_not()
    {
        await using var reader = await OpenListAsync("Pledges");
        await Expect(Head(reader, "Delivered")).ToHaveCountAsync(0);

        await reader.Page.GetByText("Columns", new() { Exact = true }).First.ClickAsync();
        await Facet(reader, "Columns").GetByLabel("Delivered").CheckAsync();
        await Facet(reader, "Columns").GetByLabel("Conditions").UncheckAsync();
        await ApplyAsync(reader);

        await Expect(Head(reader, "Delivered")).ToHaveCountAsync(1);
        await Expect(Head(reader, "Conditions")).ToHaveCountAsync(0);
        await Expect(Head(reader, "How much")).ToHaveCountAsync(1);
    }

    [Fact]
    public async Task On_a_phone_the_filters_unfold_above_the_list()
    {
        await using var reader = await site.OpenAsync(new(Scripts: false, Width: 360));
        await reader.FollowAsync("Pledges");
        var japan = Facet(reader, "Country").GetByLabel("Japan");
        await Expect(japan).ToBeHiddenAsync();

        await reader.Page.GetByText("Search and filter").ClickAsync();
        await japan.CheckAsync();
        await ApplyAsync(reader);

        Assert.All(await ColumnAsync(reader, "Country"), country => Assert.Equal("Japan", country));
    }

    [Fact]
    public async Task The_colours_can_be_switched_and_the_reader_stays_on_the_page()
    {
        await using var reader = await OpenListAsync("Countries");

        await reader.FollowAsync("Dark");
        Assert.Equal("/countries", reader.Here);
        await Expect(reader.Page.Locator("html")).ToHaveAttributeAsync("data-theme", "dark");

        await reader.FollowAsync("Light");
        await Expect(reader.Page.Locator("html")).ToHaveAttributeAsync("data-theme", "light");

        await reader.FollowAsync("As the system");
        await Expect(reader.Page.Locator("html")).Not.ToHaveAttributeAsync("data-theme", AnyText());
    }

    private async Task<Reader> OpenListAsync(string list)
    {
        var reader = await site.OpenAsync(NoScripts);
        await reader.FollowAsync(list);
        return reader;
    }

    private static ILocator Facet(Reader reader, string name) =>
        reader.Main.Locator("details.facet").Filter(new() { Has = reader.Page.Locator("summary").GetByText(name, new() { Exact = true }) });

    private static ILocator Head(Reader reader, string name) => reader.Main.GetByRole(AriaRole.Columnheader, new() { Name = name });

    private static Task ApplyAsync(Reader reader) => reader.LeaveAsync(reader.Page.GetByRole(AriaRole.Button, new() { Name = "Apply" }));

    /// <summary>How many the list says that it found: pledges, refusals and what is over together.</summary>
    private static async Task<int> FoundAsync(Reader reader)
    {
        var words = await reader.Page.GetByRole(AriaRole.Status).InnerTextAsync();
        return Number().Matches(words).Sum(n => int.Parse(n.Value, NumberStyles.AllowThousands, CultureInfo.InvariantCulture));
    }

    private static async Task<IReadOnlyList<string>> ColumnAsync(Reader reader, string column)
    {
        var cells = await reader.Main.Locator($"td[data-label='{column}']").AllInnerTextsAsync();
        Assert.NotEmpty(cells);
        return [.. cells.Select(Reader.InOneLine)];
    }

    private static async Task<IReadOnlyList<string>> TitlesAsync(Reader reader) => await reader.Main.Locator("tbody a.title").AllInnerTextsAsync();

    private static async Task<IReadOnlyList<string>> CodesAsync(Reader reader) => await reader.Main.Locator("tbody .code").AllInnerTextsAsync();

    /// <summary>The error page has a reference number of its own each time; a passkey is the one thing that takes a script.</summary>
    private static string Comparable(string text) =>
        text.Split("please give this reference")[0].Replace("Sign in with a passkey ", "", StringComparison.Ordinal);

    [GeneratedRegex("[0-9][0-9,]*")]
    private static partial Regex Number();

    [GeneratedRegex(".")]
    private static partial Regex AnyText();
}
