using Bunit;
using CoalitionTracker.Data;
using CoalitionTracker.Features.Pledges;
using CoalitionTracker.Tests.Support;
using Microsoft.Extensions.DependencyInjection;

namespace CoalitionTracker.Tests.Features.Pledges;

public sealed class PledgeTableTests(SeededApp seeded) : BunitContext
{
    private static readonly PledgeRow Row = new()
    {
        Code = "JPN-2025-001",
        Title = "A pledge",
        Countries = ["JPN"],
        OptedOut = [],
        Contribution = Contribution.LandForces,
        Place = Place.InsideUkraine,
        Instrument = Instrument.Personnel,
        Announced = RecordDate.Parse("2025-08"),
        Level = Level.UnderDiscussion,
        Delivery = Delivery.NotStarted,
        Quantity = new()
        {
            Min = 50,
            Max = 250,
            Unit = "soldiers",
        },
        Conditions = [new(ConditionKind.Ceasefire, ConditionState.Unmet, null), new(ConditionKind.Parliament, ConditionState.Met, null)],
        Grade = Grade.B,
        EurMax = 1_234_500_000,
        RateDay = new DateOnly(2025, 8, 1),
    };

    public static TheoryData<string, string, string> Columns =>
        new()
        {
            { "announced", "Announced", "Aug 2025" },
            { "country", "Country", "JPN" },
            { "pledge", "Pledge", "A pledge Land forces · JPN-2025-001" },
            { "level", "How binding", "Under discussion" },
            { "delivery", "Delivered", "Not started" },
            { "amount", "How much", "50–250 soldiers" },
            { "eur", "€ m", "up to 1,234.5" },
            { "conditions", "Conditions", "Ceasefire or peace deal, Parliament (met)" },
            { "place", "Place", "Inside Ukraine" },
            { "instrument", "Instrument", "Personnel" },
            { "grade", "Grade", "B" },
        };

    [Theory]
    [MemberData(nameof(Columns))]
    public void A_column_has_its_head_and_its_value(string column, string head, string value)
    {
        var table = Table([column]);

        Assert.Equal(head, Page.Squeeze(table.Find("th").TextContent));
        Assert.Equal(value, Page.Squeeze(table.Find("td").TextContent));
        Assert.Equal(head, table.Find("td").GetAttribute("data-label")); // what a narrow screen shows instead of the head
    }

    [Fact]
    public void Columns_stand_in_the_order_in_which_they_were_chosen() =>
        Assert.Equal(
            ["Grade", "Pledge", "Announced"],
            Table(["grade", "pledge", "announced"]).FindAll("th").Select(h => Page.Squeeze(h.TextContent))
        );

    [Fact]
    public async Task Every_column_that_a_reader_can_choose_or_a_page_shows_is_known_to_the_table()
    {
        var list = seeded.App.Services.GetRequiredService<PledgeList>();
        var choices = (await list.IndexAsync()).Spec.Columns;
        var known = Columns.ToDictionary(c => c.Data.Item1, c => c.Data.Item2);

        Assert.Equal(known, choices.ToDictionary(c => c.Value, c => c.Label)); // each is rendered above, under the name by which it is chosen
        foreach (var shown in new[] { PledgeTable.Short, PledgeTable.OfOneCountry, PledgeTable.OfSeveralCountries })
            Assert.Equal(shown.Select(c => known[c]), Table(shown).FindAll("th").Select(h => Page.Squeeze(h.TextContent)));
    }

    [Fact]
    public void What_was_not_converted_has_no_euros() =>
        Assert.Equal("", Page.Squeeze(Table(["eur"], Row with { EurMax = null }).Find("td").TextContent));

    [Fact]
    public void A_deprecated_pledge_is_marked_in_its_row()
    {
        var table = Table(["pledge"], Row with { State = RecordState.Deprecated, StateReason = "A copy" });

        Assert.Contains("deprecated", table.Find("tbody tr").ClassList);
        Assert.Equal("A copy", table.Find(".state").GetAttribute("title"));
    }

    private IRenderedComponent<PledgeTable> Table(IReadOnlyList<string> columns, PledgeRow? row = null) =>
        Render<PledgeTable>(p => p.Add(t => t.Rows, [row ?? Row with { State = RecordState.Published }]).Add(t => t.Shown, columns));
}
