using CoalitionTracker.Features.Pledges;
using CoalitionTracker.Shared.Lists;

namespace CoalitionTracker.Features.Explore;

/// <summary>Pledges by rows and columns, with totals that count every pledge once.</summary>
public sealed class Pivot
{
    private readonly PivotCell?[] cells;
    private readonly int width;

    private Pivot(IReadOnlyList<FacetOption> rows, IReadOnlyList<FacetOption> columns)
    {
        (Rows, Columns, width) = (rows, columns, columns.Count);
        cells = new PivotCell[rows.Count * width];
        (RowTotals, ColumnTotals) = (new PivotCell?[rows.Count], new PivotCell?[width]);
    }

    /// <summary>All rows that there could be; those that no pledge stands under have no total.</summary>
    public IReadOnlyList<FacetOption> Rows { get; }
    public IReadOnlyList<FacetOption> Columns { get; }

    public IReadOnlyList<PivotCell?> RowTotals { get; }
    public IReadOnlyList<PivotCell?> ColumnTotals { get; }

    public PivotCell Total { get; } = new();

    /// <summary>Whether a pledge can stand under several rows, or several columns: what they add up to is then more than the total.</summary>
    public bool HasManyRows { get; private init; }
    public bool HasManyColumns { get; private init; }

    /// <summary>The places in the book of all that is in the table, in the book's order.</summary>
    public Bits Places { get; private init; } = new(0);

    /// <summary>What stands in a cell; null for nothing.</summary>
    public PivotCell? this[int row, int column] => cells[row * width + column];

    /// <param name="matching">The places of the pledges that match what does not change with the day.</param>
    /// <param name="isIn">Whether a pledge that existed on the day matches what does.</param>
    /// <param name="counts">The rules under which money is counted.</param>
    internal static Pivot Of(
        PledgeBook book,
        Bits matching,
        int day,
        Func<int, bool> isIn,
        PivotDimension rows,
        PivotDimension columns,
        Func<TotalRule, bool> counts
    )
    {
        var pivot = new Pivot(rows.Values, columns.Values)
        {
            HasManyRows = rows.IsMany,
            HasManyColumns = columns.IsMany,
            Places = new Bits(book.Count),
        };
        var (inRows, inColumns) = (new List<int>(), new List<int>());
        foreach (var place in matching.Positions())
        {
            ref readonly var pledge = ref book[place];
            if (!PledgeBook.Exists(pledge, day) || !isIn(place))
                continue;
            inRows.Clear();
            inColumns.Clear();
            rows.Of(place, day, inRows);
            columns.Of(place, day, inColumns);
            var rule = book.RuleOn(place, day);
            pivot.Add(new PivotFacts(in pledge, book.PledgersOf(pledge), rule, counts(rule), book.Countries.Count), inRows, inColumns);
            pivot.Places.Set(place);
        }
        return pivot;
    }

    private void Add(in PivotFacts pledge, List<int> rows, List<int> columns)
    {
        Total.Add(pledge);
        var (rowTotals, columnTotals) = ((PivotCell?[])RowTotals, (PivotCell?[])ColumnTotals);
        foreach (var row in rows)
        {
            (rowTotals[row] ??= new()).Add(pledge);
            foreach (var column in columns)
                (cells[row * width + column] ??= new()).Add(pledge);
        }
        foreach (var column in columns)
            (columnTotals[column] ??= new()).Add(pledge);
    }
}
