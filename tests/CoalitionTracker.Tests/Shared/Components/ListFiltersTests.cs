using Bunit;
using CoalitionTracker.Shared.Components;
using CoalitionTracker.Shared.Lists;
using CoalitionTracker.Tests.Shared.Lists;
using CoalitionTracker.Tests.Support;
using Microsoft.AspNetCore.WebUtilities;

namespace CoalitionTracker.Tests.Shared.Components;

public sealed class ListFiltersTests : BunitContext
{
    private static readonly ListIndex<Fruit> Index = new(
        Fruit.Spec,
        [
            new("F-1", ["red", "green"], "s", "fresh", "counted", default, null, 1, "Apple", 1),
            new("F-2", ["red"], "l", "fresh", "weak", default, null, 2, "Pear", 1),
            new("F-3", ["green"], null, "old", "none", default, null, 3, "Plum", 1),
        ]
    );

    [Fact]
    public void Chosen_values_are_checked_and_every_value_has_its_count()
    {
        var filters = Filters("?colour=red");

        Assert.Equal(["Red 2 ✓", "Green 1"], Options(filters, "colour"));
        Assert.Equal(["Small 1", "Large 1"], Options(filters, "shape"));
        Assert.Equal(["Fresh 2 ✓"], Options(filters, "state"));
    }

    [Fact]
    public void A_value_that_nothing_has_is_not_offered_unless_it_was_chosen()
    {
        Assert.DoesNotContain("Blue 0", Options(Filters(""), "colour"));
        Assert.Contains("Blue 0 ✓", Options(Filters("?colour=blue"), "colour"));
    }

    [Fact]
    public void The_form_works_without_script_and_keeps_what_was_asked()
    {
        var filters = Filters("?q=日本&sort=name&from=2024-01-01&most=5&size=50&totals=all&columns=c");

        Assert.Equal(("get", "/fruit"), (filters.Find("form").GetAttribute("method"), filters.Find("form").GetAttribute("action")));
        Assert.NotNull(filters.Find("button[type=submit]"));
        Assert.Equal("日本", filters.Find("input[name=q]").GetAttribute("value"));
        Assert.Equal("2024-01-01", filters.Find("input[name=from]").GetAttribute("value"));
        Assert.Equal("5", filters.Find("input[name=most]").GetAttribute("value"));
        Assert.Equal("50", filters.Find("input[type=hidden][name=size]").GetAttribute("value"));
        Assert.Equal("name", filters.Find("select[name=sort] option[selected]").GetAttribute("value"));
        Assert.Equal("all", filters.Find("select[name=totals] option[selected]").GetAttribute("value"));
        Assert.Equal(["c"], filters.FindAll("input[name=columns][checked]").Select(c => c.GetAttribute("value")));
        Assert.Equal("/fruit", filters.Find(".actions a").GetAttribute("href"));
    }

    [Fact]
    public void Every_field_has_a_label()
    {
        var filters = Filters("");

        foreach (var field in filters.FindAll("input:not([type=hidden]), select"))
            Assert.True(field.Closest("label") is not null || filters.FindAll($"label[for='{field.Id}']").Count == 1, field.OuterHtml);
        Assert.All(filters.FindAll("fieldset"), f => Assert.NotEmpty(f.QuerySelector("legend")!.TextContent));
    }

    [Fact]
    public void Each_order_says_what_comes_first() =>
        Assert.Equal(
            ["Weight: smallest first", "Weight: largest first", "Name: A to Z", "Name: Z to A", "On: oldest first", "On: newest first"],
            Filters("").FindAll("select[name=sort] option").Select(o => o.TextContent)
        );

    private IRenderedComponent<ListFilters> Filters(string address)
    {
        var query = ListQuery.Parse(QueryHelpers.ParseQuery(address), Fruit.Spec);
        return Render<ListFilters>(p =>
            p.Add(f => f.Page, query).Add(f => f.Form, Fruit.Spec).Add(f => f.Facets, Index.Find(query, null).Facets).Add(f => f.Path, "/fruit")
        );
    }

    /// <summary>The options of a facet as a reader sees them: word, count, whether checked.</summary>
    private static IEnumerable<string> Options(IRenderedComponent<ListFilters> filters, string facet) =>
        filters
            .FindAll($"label.option:has(input[name={facet}])")
            .Select(o =>
                $"{o.QuerySelector("span")!.TextContent} {Page.Squeeze(o.QuerySelector(".count")!.TextContent)}"
                + (o.QuerySelector("input")!.HasAttribute("checked") ? " ✓" : "")
            );
}
