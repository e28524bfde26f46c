using Bunit;
using CoalitionTracker.Data;
using CoalitionTracker.Shared;
using CoalitionTracker.Shared.Components;
using CoalitionTracker.Tests.Support;

namespace CoalitionTracker.Tests.Shared.Components;

public sealed class CountryLinksTests : BunitContext
{
    private static readonly CountryBook Book = new(
        new Dictionary<string, CountryBook.Entry>
        {
            ["JPN"] = new("Japan", "Японія", "日本", "JP", CountryKind.State),
            ["FRA"] = new("France", "Франція", "フランス", "FR", CountryKind.State),
            ["EU"] = new("European Union", "ЄС", "EU", null, CountryKind.Organisation),
            ["EIB"] = new("European Investment Bank", "ЄІБ", "EIB", null, CountryKind.Organisation),
        }
    );

    [Fact]
    public void Named_countries_are_links_with_flags_that_a_screen_reader_passes_over()
    {
        var links = Links(["JPN", "EU", "EIB"]);

        Assert.Equal("Japan, European Union, European Investment Bank", Page.Squeeze(links.Nodes.Aggregate("", (text, n) => text + n.TextContent)));
        Assert.Equal(["/countries/JPN", "/countries/EU", "/countries/EIB"], links.FindAll("a").Select(a => a.GetAttribute("href")));
        Assert.Equal(["flags/jp.svg", "flags/eu.svg"], links.FindAll("img").Select(i => i.GetAttribute("src")));
        Assert.All(links.FindAll("img"), i => Assert.Equal("", i.GetAttribute("alt")));
        Assert.Equal(["Japan", "European Union", "European Investment Bank"], links.FindAll("a").Select(a => a.TextContent)); // no space is underlined
    }

    [Fact]
    public void Members_that_are_not_named_are_words_and_no_links()
    {
        var links = Links(["COW"], "about ten countries, not named");

        Assert.Equal("about ten countries, not named", links.Find("em.vague").TextContent);
        Assert.Empty(links.FindAll("a, img"));
    }

    [Fact]
    public void A_long_list_says_how_many_more_there_are()
    {
        var links = Links(["JPN", "FRA", "EU", "EIB"], limit: 2);

        Assert.Equal(2, links.FindAll("a").Count);
        Assert.Equal("and 2 more", Page.Squeeze(links.Find("span.quiet").TextContent));
    }

    [Fact]
    public void A_country_that_nobody_knows_is_shown_by_its_code() => Assert.Equal("ATL", Links(["ATL"]).Find("a").TextContent);

    private IRenderedComponent<CountryLinks> Links(IReadOnlyList<string> codes, string? inWords = null, int limit = int.MaxValue) =>
        Render<CountryLinks>(p => p.Add(l => l.Codes, codes).Add(l => l.InWords, inWords).Add(l => l.Limit, limit).AddCascadingValue(Book));
}
