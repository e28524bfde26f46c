using Bunit;
using CoalitionTracker.Shared;
using CoalitionTracker.Shared.Components;

namespace CoalitionTracker.Tests.Shared.Components;

/// <summary>A picture names its table, its library and its source; what is read stays in the table.</summary>
public sealed class RecordChartTests : BunitContext
{
    private static readonly PageFrame Frame = new(12, DateTime.UnixEpoch, "https://example.org/money", new DateOnly(2025, 11, 25));

    [Fact]
    public void A_picture_says_what_it_draws_and_where_it_comes_from()
    {
        var chart = Drawn(RecordChart.Kinds.Stacked);

        Assert.Equal(
            ("money", "stacked", "Money", "US$ bn"),
            (chart.GetAttribute("table"), chart.GetAttribute("kind"), chart.GetAttribute("label"), chart.GetAttribute("unit"))
        );
        Assert.Equal("CoalitionTracker, version 12, https://example.org/money", chart.GetAttribute("source"));
        Assert.Contains("echarts", chart.GetAttribute("library"), StringComparison.Ordinal);
        Assert.Equal("The table below has the same figures.", chart.TextContent);
    }

    [Fact]
    public void Only_a_map_fetches_the_world()
    {
        Assert.EndsWith("world.geojson", Drawn(RecordChart.Kinds.Map).GetAttribute("map"), StringComparison.Ordinal);
        Assert.Null(Drawn(RecordChart.Kinds.Bar).GetAttribute("map"));
    }

    [Theory]
    [InlineData(1, "s")]
    [InlineData(13, "m")]
    [InlineData(22, "l")]
    [InlineData(43, "xl")]
    public void More_rows_get_more_room(int rows, string size) => Assert.Equal(size, RecordChart.SizeFor(rows));

    private AngleSharp.Dom.IElement Drawn(string kind) =>
        Render<RecordChart>(p =>
                p.AddCascadingValue(Frame).Add(c => c.Table, "money").Add(c => c.Kind, kind).Add(c => c.Label, "Money").Add(c => c.Unit, "US$ bn")
            )
            .Find("record-chart");
}
