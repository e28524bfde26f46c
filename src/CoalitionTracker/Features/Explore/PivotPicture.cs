using CoalitionTracker.Data;
using CoalitionTracker.Features.Pledges;

namespace CoalitionTracker.Features.Explore;

/// <summary>What of a pivot its table shows, and what of the table its picture draws.</summary>
public sealed class PivotPicture
{
    private readonly PivotView view;
    private readonly PivotMeasure measure;

    public PivotPicture(PivotView view, PivotMeasure measure)
    {
        (this.view, this.measure) = (view, measure);
        Rows = Having(view.Pivot.RowTotals);
        if (view.Rows is "country")
            Rows = [.. Rows.OrderByDescending(r => Amount(view.Pivot.RowTotals[r]!))];
        Columns = view.Columns == PivotDimension.None ? [] : Having(view.Pivot.ColumnTotals);
        Drawn = [.. Columns.Where(c => measure is not PivotMeasure.Pledges || Counted(null, c) is Validity.Stands)];
    }

    /// <summary>Rows with something in them; countries by what they have, the most first.</summary>
    public IReadOnlyList<int> Rows { get; }

    /// <summary>Columns with something in them. None where nothing is chosen for columns: the total says it all.</summary>
    public IReadOnlyList<int> Columns { get; }

    /// <summary>Those columns that add up to what the total says: one of refusals, or of what is over, would be taken for pledges on top of the others.</summary>
    public IReadOnlyList<int> Drawn { get; }

    /// <summary>Whether there is something to compare: one bar says nothing that its row does not.</summary>
    public bool IsWorthIt => Rows.Count(HasBar) > 1;

    /// <summary>What the picture leaves out of what the table shows; null for nothing.</summary>
    public string? Note
    {
        get
        {
            var left = Columns.Except(Drawn).Select(c => $"“{view.Pivot.Columns[c].Label}”").ToList();
            if (left.Count == 0)
                return null;
            var why = view.Columns == "level" ? "a refusal is no pledge" : "it no longer stands";
            return $"Not drawn: {string.Join(" and ", left)}, since {why}";
        }
    }

    /// <summary>What the pledges in a cell are by the meaning of its row and column.</summary>
    public Validity Counted(int? row, int? column) =>
        new[]
        {
            row is { } r ? ExploreView.Counted(view.Rows, view.Pivot.Rows[r].Value) : default,
            column is { } c ? ExploreView.Counted(view.Columns, view.Pivot.Columns[c].Value) : default,
        }.Max();

    /// <summary>The rank of a column's level on the scale of all views, the most binding first: its pattern. Null where columns are no levels.</summary>
    public int? RankOf(int column)
    {
        if (view.Columns != "level")
            return null;
        var level = Enum.GetValues<Level>().First(l => l.Slug() == view.Pivot.Columns[column].Value);
        return level is Level.RuledOut ? 5 : Enum.GetValues<Level>().Where(l => l is not Level.RuledOut).OrderDescending().ToList().IndexOf(level);
    }

    private bool HasBar(int row) =>
        Columns.Count == 0
            ? ExploreView.Value(view.Pivot.RowTotals[row], measure, Counted(row, null)) is not null
            : Drawn.Any(c => ExploreView.Value(view.Pivot[row, c], measure, Counted(row, c)) is not null);

    private IReadOnlyList<int> Having(IReadOnlyList<PivotCell?> totals) =>
        [
            .. Enumerable
                .Range(0, totals.Count)
                .Where(i =>
                    totals[i] is { } total
                    && (measure is not (PivotMeasure.People or PivotMeasure.Money) || ExploreView.Text(total, measure) is not null)
                ),
        ];

    private decimal Amount(PivotCell cell) =>
        measure switch
        {
            PivotMeasure.Pledges => cell.Pledges,
            PivotMeasure.Countries => cell.Countries,
            PivotMeasure.People => cell.PeopleMax ?? 0,
            _ => cell.EurMax ?? 0,
        };
}
