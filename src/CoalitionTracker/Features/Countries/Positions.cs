using CoalitionTracker.Data;
using CoalitionTracker.Features.Pledges;

namespace CoalitionTracker.Features.Countries;

/// <summary>Where every country stands on every contribution as of a day, and the money it pledged alone: one walk through the book of pledges.</summary>
public sealed class Positions
{
    private static readonly int Width = Enum.GetValues<Contribution>().Length;
    private readonly Position[] cells;
    private readonly MoneyAlone[] money;
    private readonly Dictionary<string, int> numbers;

    private Positions(PledgeBook book)
    {
        (cells, money) = (new Position[book.Countries.Count * Width], new MoneyAlone[book.Countries.Count]);
        numbers = book.Countries.Select((c, i) => (c, i)).ToDictionary(c => c.c, c => c.i);
    }

    /// <summary>Published pledges, refusals not counted; a joint one counts once.</summary>
    public int Pledges { get; private set; }

    /// <summary>Those of the pledges that no longer stand.</summary>
    public int Ended { get; private set; }

    /// <summary>Published refusals.</summary>
    public int Refusals { get; private set; }

    /// <summary>Published pledges that have no date at all, and so are in no view as of a day.</summary>
    public int Undated { get; private set; }

    /// <summary>The positions of one country, by contribution.</summary>
    public Position[] Of(string country) =>
        numbers.TryGetValue(country, out var number) ? cells.AsSpan(number * Width, Width).ToArray() : new Position[Width];

    /// <summary>What the pledges that it made alone add up to.</summary>
    public MoneyAlone MoneyOf(string country) => numbers.TryGetValue(country, out var number) ? money[number] : default;

    /// <param name="day">A day number, or <see cref="Dated.Now"/>.</param>
    public static Positions Read(PledgeBook book, int day)
    {
        var positions = new Positions(book);
        for (var place = 0; place < book.Count; place++)
        {
            ref readonly var pledge = ref book[place];
            if (pledge.State is not RecordState.Published)
                continue;
            positions.Undated += pledge.Since == Dated.Never ? 1 : 0;
            if (PledgeBook.Exists(pledge, day))
                positions.Add(book, place, day);
        }
        return positions;
    }

    private void Add(PledgeBook book, int place, int day)
    {
        ref readonly var pledge = ref book[place];
        var (level, stands) = (book.LevelOn(pledge, day), book.StandsOn(place, day));
        var isSuspended = book.DeliveryOn(pledge, day) is Delivery.Suspended;
        var pledgers = book.PledgersOf(pledge);
        foreach (var pledger in pledgers)
        {
            ref var cell = ref cells[pledger * Width + (int)pledge.Contribution];
            cell = With(cell, level, stands, stands ? book.WaitsFor(pledge, day, pledger) : default, isSuspended);
        }
        _ = level is Level.RuledOut ? Refusals++ : Pledges++;
        Ended += stands || level is Level.RuledOut ? 0 : 1;
        if (!pledge.HasMoney || pledgers.Length != 1)
            return;
        var rule = book.RuleOn(place, day);
        if (rule is TotalRule.Counted or TotalRule.WeakGrade)
            money[pledgers[0]] = money[pledgers[0]].With(pledge, rule is TotalRule.Counted);
    }

    private static Position With(Position cell, Level level, bool stands, ConditionSet waitsFor, bool isSuspended)
    {
        if (level is Level.RuledOut)
            return cell with { Refusals = cell.Refusals + 1, Refuses = cell.Refuses || stands };
        cell = cell with { Pledges = cell.Pledges + 1 };
        if (!stands || level < cell.Strongest)
            return cell;
        if (level != cell.Strongest)
            return cell with { Strongest = level, WaitsFor = waitsFor, IsSuspended = isSuspended };
        return cell with
        {
            WaitsFor = waitsFor.Count < cell.WaitsFor.Count ? waitsFor : cell.WaitsFor,
            IsSuspended = cell.IsSuspended && isSuspended,
        };
    }
}

/// <summary>What the pledges that a country made alone add up to by the rule of totals: those graded A and B, and those of any grade.</summary>
public readonly record struct MoneyAlone(SumAlone Strong, SumAlone Any)
{
    internal MoneyAlone With(in PledgeLine pledge, bool isStrong) => new(isStrong ? Strong.With(pledge) : Strong, Any.With(pledge));
}

/// <summary>A sum of money between its lower and its upper end.</summary>
/// <param name="IsOpen">Whether some of it has no upper end: it is then at least so much.</param>
public readonly record struct SumAlone(EuroSum Least, EuroSum Most, bool IsOpen)
{
    /// <summary>The lower end, in euros.</summary>
    public decimal Min => Least.Euros;

    /// <summary>The upper end, in euros; of what has none, the lower.</summary>
    public decimal Max => Most.Euros;

    internal SumAlone With(in PledgeLine pledge) =>
        new(Least + (pledge.EurMin ?? default), Most + (pledge.EurMax ?? pledge.EurMin ?? default), IsOpen || pledge.EurMax is null);
}
