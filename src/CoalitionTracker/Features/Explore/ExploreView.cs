using System.Globalization;
using CoalitionTracker.Features.Pledges;
using CoalitionTracker.Shared;
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
        (query.PickedFor(Rows), ColumnsOf(query), MeasureOf(query) is PivotMeasure.People or PivotMeasure.Money);

    /// <summary>What makes the columns: nothing where it is what makes the rows, too.</summary>
    private static string ColumnsOf(ListQuery query) =>
        query.PickedFor(Columns) is var columns && columns == query.PickedFor(Rows) ? PivotDimension.None : columns;

    /// <summary>Which pledges are behind a measure.</summary>
    public static PivotScope Scope(ListQuery query) =>
        MeasureOf(query) switch
        {
            PivotMeasure.People => PivotScope.People,
            PivotMeasure.Money => PivotScope.Money,
            _ => PivotScope.All,
        };

    /// <summary>What the page asks for.</summary>
    public static PivotAsk Page { get; } = new(Choices, Shape, Parts) { WithPledges = true, Scope = Scope };

    /// <summary>What the downloads ask for: every measure, whichever the page shows.</summary>
    public static PivotAsk Download { get; } = new(Choices, q => (q.PickedFor(Rows), ColumnsOf(q), false), _ => PivotParts.All);

    /// <summary>What the cells of the page's table must add up for its measure.</summary>
    public static PivotParts Parts(ListQuery query) =>
        MeasureOf(query) switch
        {
            PivotMeasure.Countries => PivotParts.Countries,
            PivotMeasure.People => PivotParts.People,
            PivotMeasure.Money => PivotParts.Money,
            _ => PivotParts.None,
        };

    /// <summary>What a cell says in the table: its number, and what stands beside it because it is not in the number.</summary>
    /// <param name="Narrower">What else the link asks for, so that it leads to as many pledges as it says; null for nothing.</param>
    public sealed record Figure(string Text, Validity? Narrower = null);

    /// <summary>The figures in a cell as readers see them, the number itself first; none where there is nothing to say.</summary>
    /// <param name="counted">Whether the cell is of pledges, or its row or column is of refusals or of what is over.</param>
    public static IReadOnlyList<Figure> Figures(PivotCell? cell, PivotMeasure measure, Validity counted = Validity.Stands)
    {
        if (measure is not PivotMeasure.Pledges || cell is null)
            return Text(cell, measure) is { } text ? [new Figure(text)] : [];
        var figures = new List<Figure>();
        if (cell.Of(counted) is > 0 and var number)
            figures.Add(new Figure(Number(number), counted));
        foreach (var other in Enum.GetValues<Validity>().Where(v => v != counted && cell.Of(v) > 0))
            figures.Add(new Figure($"{(figures.Count > 0 ? "+" : "")}{Number(cell.Of(other))} {Word(other)}", other));
        return figures;
    }

    /// <summary>What the pledges of a row or column are by what it stands for.</summary>
    public static Validity Counted(string dimension, string value) =>
        (dimension, value) switch
        {
            ("level", "ruled-out") => Validity.Refusal,
            ("delivery", "withdrawn" or "superseded") => Validity.Ended,
            _ => Validity.Stands,
        };

    private static string Word(Validity validity) =>
        validity switch
        {
            Validity.Stands => "standing",
            Validity.Refusal => "refused",
            _ => "ended",
        };

    /// <inheritdoc cref="PledgeList.InWords"/>
    public static string Found(PivotCell total) => PledgeList.InWords(total.Pledges, total.Refusals, total.Ended);

    /// <summary>The number in a cell as readers see it; null where the cell has none.</summary>
    public static string? Text(PivotCell? cell, PivotMeasure measure) =>
        measure switch
        {
            _ when cell is null => null,
            PivotMeasure.Pledges => Figures(cell, measure) is [var first, ..] ? first.Text : null,
            PivotMeasure.Countries => Number(cell.Countries),
            PivotMeasure.People => cell is { PeopleMin: { } min, PeopleMax: { } max } ? Show.Total(min, max, cell.PeopleOpen > 0, Number) : null,
            _ => cell is { EurMin: { } least, EurMax: { } most } ? Show.Millions(least, most, cell.EurOpen > 0) : null,
        };

    /// <summary>The number that a chart draws: the upper end.</summary>
    /// <param name="counted">As for <see cref="Figures"/>.</param>
    public static string? Value(PivotCell? cell, PivotMeasure measure, Validity counted = Validity.Stands) =>
        measure switch
        {
            _ when cell is null => null,
            PivotMeasure.Pledges => cell.Of(counted) == 0 ? null : Plain(cell.Of(counted)),
            PivotMeasure.Countries => Plain(cell.Countries),
            PivotMeasure.People => cell.PeopleMax is { } people ? Plain(people) : null,
            _ => cell.EurMax is { } eur ? Plain(Math.Round(eur / 1_000_000, 1)) : null,
        };

    /// <summary>What a chart says in place of <see cref="Value"/>: the table's words where an end is open or the number is a span; null where it is exact.</summary>
    public static string? Words(PivotCell? cell, PivotMeasure measure) =>
        measure switch
        {
            PivotMeasure.People when cell is not null && (cell.PeopleOpen > 0 || cell.PeopleMin != cell.PeopleMax) => Text(cell, measure),
            PivotMeasure.Money when cell is not null && (cell.EurOpen > 0 || cell.EurMin != cell.EurMax) => Text(cell, measure),
            _ => null,
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
        return dimension == PivotDimension.None ? query : null;
    }

    private static string Number(decimal number) => number.ToString("#,0", CultureInfo.InvariantCulture);

    private static string Plain(decimal number) => number.ToString("0.##", CultureInfo.InvariantCulture);
}
