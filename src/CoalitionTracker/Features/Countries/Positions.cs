using CoalitionTracker.Data;
using CoalitionTracker.Features.Pledges;

namespace CoalitionTracker.Features.Countries;

/// <summary>Where every country stands on every contribution as of a day, and the money it pledged alone: one walk through the book of pledges.</summary>
public sealed class Positions
{
    private static readonly int Width = Enum.GetValues<Contribution>().Length;
    private readonly Position[] cells;
    private readonly Money[] money;
    private readonly Dictionary<string, int> numbers;

    private Positions(Position[] cells, Money[] money, Dictionary<string, int> numbers) =>
        (this.cells, this.money, this.numbers) = (cells, money, numbers);

    /// <summary>Published pledges that have no date at all, and so are in no view as of a day.</summary>
    public int Undated { get; private init; }

    /// <summary>The positions of one country, by contribution.</summary>
    public Position[] Of(string country) =>
        numbers.TryGetValue(country, out var number) ? cells.AsSpan(number * Width, Width).ToArray() : new Position[Width];

    /// <summary>What the pledges that it made alone add up to, in euros, by the rule of totals.</summary>
    public Money MoneyOf(string country) => numbers.TryGetValue(country, out var number) ? money[number] : default;

    /// <summary>A sum in euros between its lower and its upper ends.</summary>
    public readonly record struct Money(decimal Min, decimal Max);

    /// <param name="day">A day number, or <see cref="Dated.Now"/>.</param>
    public static Positions Read(PledgeBook book, int day)
    {
        var cells = new Position[book.Countries.Count * Width];
        var money = new Money[book.Countries.Count];
        var undated = 0;
        for (var place = 0; place < book.Count; place++)
        {
            ref readonly var pledge = ref book[place];
            if (pledge.State is not RecordState.Published)
                continue;
            undated += pledge.Since == Dated.Never ? 1 : 0;
            if (!PledgeBook.Exists(pledge, day))
                continue;
            var (level, stands) = (book.LevelOn(pledge, day), book.StandsOn(place, day));
            var waitsFor = stands ? book.WaitsFor(pledge, day) : default;
            foreach (var pledger in book.PledgersOf(pledge))
            {
                ref var cell = ref cells[pledger * Width + (int)pledge.Contribution];
                cell = With(cell, level, stands, waitsFor, place);
            }
            if (pledge.HasMoney && book.PledgersOf(pledge) is [var only] && book.RuleOn(place, day) is TotalRule.Counted)
                money[only] = new Money(money[only].Min + (pledge.EurMin ?? 0), money[only].Max + (pledge.EurMax ?? pledge.EurMin ?? 0));
        }
        return new Positions(cells, money, book.Countries.Select((c, i) => (c, i)).ToDictionary(c => c.c, c => c.i)) { Undated = undated };
    }

    private static Position With(Position cell, Level level, bool stands, ConditionSet waitsFor, int place)
    {
        if (level is Level.RuledOut)
            return cell with { Refusals = cell.Refusals + 1, Refuses = cell.Refuses || stands };
        cell = cell with { Pledges = cell.Pledges + 1 };
        var isStronger = cell.Strongest is null || level > cell.Strongest || (level == cell.Strongest && waitsFor.Count < cell.WaitsFor.Count);
        return stands && isStronger ? cell with { Strongest = level, WaitsFor = waitsFor, Decisive = place } : cell;
    }
}
