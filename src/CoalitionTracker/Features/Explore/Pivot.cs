using CoalitionTracker.Features.Pledges;
using CoalitionTracker.Shared.Lists;

namespace CoalitionTracker.Features.Explore;

/// <summary>Pledges by rows and columns, with totals that count every pledge once.</summary>
public sealed class Pivot
{
    private readonly PivotCell?[] cells;
    private readonly int width;

    private readonly PivotCell?[] rowTotals;
    private readonly PivotCell?[] columnTotals;

    private Pivot(PivotDimension rows, PivotDimension columns)
    {
        (Rows, Columns, width) = (rows.Values, columns.Values, columns.Values.Count);
        (HasManyRows, HasManyColumns) = (rows.One is null, columns.One is null);
        cells = new PivotCell[Rows.Count * width];
        (rowTotals, columnTotals) = (new PivotCell?[Rows.Count], new PivotCell?[width]);
    }

    /// <summary>All rows that there could be; those that no pledge stands under have no total.</summary>
    public IReadOnlyList<FacetOption> Rows { get; }
    public IReadOnlyList<FacetOption> Columns { get; }

    public IReadOnlyList<PivotCell?> RowTotals => rowTotals;
    public IReadOnlyList<PivotCell?> ColumnTotals => columnTotals;

    public PivotCell Total { get; } = new();

    /// <summary>Whether a pledge can stand under several rows, or several columns: what they add up to is then more than the total.</summary>
    public bool HasManyRows { get; }
    public bool HasManyColumns { get; }

    /// <summary>The places in the book of all that is in the table, in the book's order.</summary>
    public Bits Places { get; private init; } = new(0);

    /// <summary>What stands in a cell; null for nothing.</summary>
    public PivotCell? this[int row, int column] => cells[row * width + column];

    /// <param name="matching">The places of the pledges that existed on the day and match.</param>
    /// <param name="counts">The rules under which money is counted.</param>
    /// <param name="parts">What the cells add up beside the number of pledges.</param>
    internal static Pivot Of(
        PledgeBook book,
        Bits matching,
        int day,
        PivotDimension rows,
        PivotDimension columns,
        Func<TotalRule, bool> counts,
        PivotParts parts
    )
    {
        var pivot = new Pivot(rows, columns) { Places = new Bits(book.Count) };
        var countsRule = Enum.GetValues<TotalRule>().Select(counts).ToArray();
        var (inRows, inColumns) = (new List<int>(), new List<int>());
        foreach (var place in matching.Positions())
        {
            ref readonly var pledge = ref book[place];
            var rule = pledge.HasMoney ? book.RuleOn(place, day) : TotalRule.NoMoney;
            var facts = new PivotFacts(in pledge, book.PledgersOf(pledge), rule, countsRule[(int)rule], book.Countries.Count)
            {
                Validity = book.ValidityOn(place, day),
                People = book.PeopleRuleOn(place, day),
            };
            pivot.Total.Add(facts, PivotParts.All);
            if (rows.One is { } row && columns.One is { } column)
            {
                pivot.CellAt(row(place, day), column(place, day)).Add(facts, parts);
            }
            else
            {
                Fill(inRows, rows, place, day);
                Fill(inColumns, columns, place, day);
                pivot.Add(facts, inRows, inColumns, parts);
            }
            pivot.Places.Set(place);
        }
        pivot.AddUp();
        return pivot;
    }

    private static void Fill(List<int> values, PivotDimension dimension, int place, int day)
    {
        values.Clear();
        if (dimension.One is { } one)
            values.Add(one(place, day));
        else
            dimension.Many!(place, values);
    }

    private PivotCell CellAt(int row, int column) => cells[row * width + column] ??= new();

    /// <summary>
    /// Adds a pledge to its cells, and to those totals of rows and columns that the cells do not add up to because it may stand in several of them.
    /// </summary>
    private void Add(in PivotFacts pledge, List<int> rows, List<int> columns, PivotParts parts)
    {
        foreach (var row in rows)
        {
            if (HasManyColumns)
                (rowTotals[row] ??= new()).Add(pledge, parts);
            foreach (var column in columns)
                CellAt(row, column).Add(pledge, parts);
        }
        if (!HasManyRows)
            return;
        foreach (var column in columns)
            (columnTotals[column] ??= new()).Add(pledge, parts);
    }

    /// <summary>The totals of rows and columns that are what their cells add up to.</summary>
    private void AddUp()
    {
        for (var i = 0; i < cells.Length; i++)
        {
            if (cells[i] is not { } cell)
                continue;
            if (!HasManyColumns)
                (rowTotals[i / width] ??= new()).Add(cell);
            if (!HasManyRows)
                (columnTotals[i % width] ??= new()).Add(cell);
        }
    }
}
