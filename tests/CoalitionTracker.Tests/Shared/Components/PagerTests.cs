using Bunit;
using CoalitionTracker.Shared.Components;
using CoalitionTracker.Tests.Support;

namespace CoalitionTracker.Tests.Shared.Components;

public sealed class PagerTests : BunitContext
{
    [Theory]
    [InlineData(1, 1, "")]
    [InlineData(1, 2, "[1] 2 Next →")]
    [InlineData(2, 2, "← Previous 1 [2]")]
    [InlineData(1, 9, "[1] 2 … 9 Next →")]
    [InlineData(5, 9, "← Previous 1 … 4 [5] 6 … 9 Next →")]
    [InlineData(2, 3, "← Previous 1 [2] 3 Next →")]
    [InlineData(1234, 2000, "← Previous 1 … 1,233 [1,234] 1,235 … 2,000 Next →")]
    public void The_way_leads_to_the_first_the_neighbours_and_the_last(int page, int pages, string way)
    {
        var pager = Pager(page, pages);

        var steps = pager.FindAll("nav.pager > *").Select(e => e.ClassList.Contains("here") ? $"[{e.TextContent}]" : Page.Squeeze(e.TextContent));
        Assert.Equal(way, string.Join(' ', steps));
    }

    [Fact]
    public void Links_lead_where_they_say_and_the_page_in_view_is_none()
    {
        var pager = Pager(2, 3);

        Assert.Equal(["/p?page=1", "/p?page=1", "/p?page=3", "/p?page=3"], pager.FindAll("a").Select(a => a.GetAttribute("href")));
        Assert.Equal("/p?page=1", pager.Find("a[rel=prev]").GetAttribute("href"));
        Assert.Equal("/p?page=3", pager.Find("a[rel=next]").GetAttribute("href"));
        Assert.Equal("page", pager.Find(".here").GetAttribute("aria-current"));
        Assert.Equal("Pages", pager.Find("nav").GetAttribute("aria-label"));
    }

    private IRenderedComponent<Pager> Pager(int page, int pages) =>
        Render<Pager>(p => p.Add(g => g.Page, page).Add(g => g.Pages, pages).Add(g => g.Address, n => $"/p?page={n}"));
}
