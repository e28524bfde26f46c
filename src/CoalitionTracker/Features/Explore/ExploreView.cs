using System.Globalization;
using CoalitionTracker.Features.Pledges;
using CoalitionTracker.Shared.Lists;

namespace CoalitionTracker.Features.Explore;

/// <summary>What a pivot counts.</summary>
public enum PivotMeasure
{
    Pledges,
    Countries,
    People,
    Money,
}

/// <summary>How the page for exploring shows a pivot.</summary>
public static class ExploreView
{
    public static ListChoice Rows { get; } = new("rows", "Rows", [.. PivotDimension.Keys]);

    public static ListChoice Columns { get; } = new("columns", "Columns", [.. PivotDimension.Keys.OrderByDescending(k => k.Value == "contribution")]);

    public static ListChoice Measure { get; } =
        new(
            "measure",
            "Measure",
            [
                new("pledges", "Number of pledges"),
                new("countries", "Number of countries"),
                new("people", "People, from–to"),
                new("money", "Money in €, from–to"),
            ]
        );

    public static IReadOnlyList<ListChoice> Choices { get; } = [Rows, Columns, Measure];

    public static PivotMeasure MeasureOf(ListQuery query) =>
        (PivotMeasure)Measure.Options.ToList().FindIndex(o => o.Value == query.PickedFor(Measure));

    /// <summary>Rows, columns, and whether what several countries pledge together has a row of its own.</summary>
    public static (string Rows, string Columns, bool SharesOut) Shape(ListQuery query) =>
        (query.PickedFor(Rows), query.PickedFor(Columns), MeasureOf(query) is PivotMeasure.People or PivotMeasure.Money);

    /// <summary>What the page asks for.</summary>
    public static PivotAsk Page { get; } = new(Choices, Shape, Parts) { WithPledges = true };

    /// <summary>What the downloads ask for: every measure.</summary>
    public static PivotAsk Download { get; } = new(Choices, Shape, _ => PivotParts.All);

    /// <summary>What the cells of the page's table must add up for its measure.</summary>
    public static PivotParts Parts(ListQuery query) =>
        MeasureOf(query) switch
        {
            PivotMeasure.Countries => PivotParts.Countries,
            PivotMeasure.People => PivotParts.People,
            PivotMeasure.Money => PivotParts.Money,
            _ => PivotParts.None,
        };

    /// <summary>The number in a cell as readers see it; null where the cell has none.</summary>
    public static string? Text(PivotCell? cell, PivotMeasure measure) =>
        measure switch
        {
            _ when cell is null => null,
            PivotMeasure.Pledges => Number(cell.Pledges),
            PivotMeasure.Countries => Number(cell.Countries),
            PivotMeasure.People when cell.PeopleMax == 0 => cell.PeopleInWords > 0 ? "in words" : null,
            PivotMeasure.People => Span(cell.PeopleMin, cell.PeopleMax, Number) + (cell.PeopleOpen > 0 ? " or more" : ""),
            _ => cell.Counted == 0 ? null : Span(cell.EurMin / 1_000_000, cell.EurMax / 1_000_000, n => Number(n, "#,0.#")),
        };

    /// <summary>The number that a chart draws: the upper end.</summary>
    public static string? Value(PivotCell? cell, PivotMeasure measure) =>
        measure switch
        {
            _ when cell is null => null,
            PivotMeasure.Pledges => Plain(cell.Pledges),
            PivotMeasure.Countries => Plain(cell.Countries),
            PivotMeasure.People => cell.PeopleMax == 0 ? null : Plain(cell.PeopleMax),
            _ => cell.Counted == 0 ? null : Plain(Math.Round(cell.EurMax / 1_000_000, 1)),
        };

    /// <summary>The unit in a table's or a chart's head.</summary>
    public static string Unit(PivotMeasure measure) =>
        measure switch
        {
            PivotMeasure.Pledges => "pledges",
            PivotMeasure.Countries => "countries",
            PivotMeasure.People => "people",
            _ => "€ m",
        };

    /// <summary>The query narrowed to one row or column; null where no filter does that.</summary>
    public static ListQuery? Narrowed(ListQuery query, ListSpec<PledgeEntry> spec, string dimension, string value)
    {
        if (spec.Facets.FirstOrDefault(f => f.Key == dimension) is { } facet && facet.Options.Any(o => o.Value == value))
            return query.With(dimension, value);
        if (dimension == "year" && int.TryParse(value, NumberStyles.None, CultureInfo.InvariantCulture, out var year))
            return query with
            {
                Page = 1,
                Ends = new Dictionary<string, string>(query.Ends) { ["from"] = $"{year}-01-01", ["to"] = $"{year}-12-31" },
            };
        return dimension == PivotDimension.None ? query : null;
    }

    private static string Span(decimal min, decimal max, Func<decimal, string> show) => min == max ? show(max) : $"{show(min)}–{show(max)}";

    private static string Number(decimal number) => Number(number, "#,0");

    private static string Number(decimal number, string format) => number.ToString(format, CultureInfo.InvariantCulture);

    private static string Plain(decimal number) => number.ToString("0.##", CultureInfo.InvariantCulture);
}
