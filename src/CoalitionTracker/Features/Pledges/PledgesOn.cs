using CoalitionTracker.Data;
using CoalitionTracker.Shared.Lists;

namespace CoalitionTracker.Features.Pledges;

/// <summary>
/// The list of pledges as of a day, by the record's own dates: those of which anything had been said, with the level, delivery and place in totals that they
/// had. What does not change with the day is that of the whole book.
/// </summary>
public sealed class PledgesOn : ListIndex<PledgeEntry>
{
    private PledgesOn(PledgeBook book, DateOnly day, Bits existing, Dictionary<string, IReadOnlyDictionary<string, Bits>> changed)
        : base(book.Index, existing, changed, OrdersBy(changed[PledgeList.LevelKey])) => (Book, Day) = (book, day);

    public PledgeBook Book { get; }

    public DateOnly Day { get; }

    internal static PledgesOn Of(PledgeBook book, DateOnly asOf)
    {
        var (day, existing) = (asOf.DayNumber, new Bits(book.Count));
        var levels = new Sets<Level>(book.Count);
        var validities = new Sets<Validity>(book.Count);
        var deliveries = new Sets<Delivery>(book.Count);
        var totals = new Sets<TotalRule>(book.Count);
        var people = new Sets<PeopleRule>(book.Count);
        for (var place = 0; place < book.Count; place++)
        {
            ref readonly var pledge = ref book[place];
            if (!PledgeBook.Exists(pledge, day))
                continue;
            existing.Set(place);
            levels.Set((int)book.LevelOn(pledge, day), place);
            validities.Set((int)book.ValidityOn(place, day), place);
            deliveries.Set((int)book.DeliveryOn(pledge, day), place);
            totals.Set((int)book.RuleOn(place, day), place);
            people.Set((int)book.PeopleRuleOn(place, day), place);
        }
        return new PledgesOn(
            book,
            asOf,
            existing,
            new()
            {
                [PledgeList.LevelKey] = levels.BySlug,
                [PledgeList.ValidityKey] = validities.BySlug,
                ["delivery"] = deliveries.BySlug,
                ["total"] = totals.BySlug,
                ["people"] = people.BySlug,
                [PledgeList.FreshnessKey] = new Dictionary<string, Bits>(), // a matter of today
            }
        );
    }

    /// <summary>The orders by level: each level's pledges in the order of their codes.</summary>
    private static Dictionary<string, Lazy<int[]>> OrdersBy(IReadOnlyDictionary<string, Bits> levels)
    {
        var ascending = Enum.GetValues<Level>().Select(l => levels[l.Slug()]).ToList();
        return new()
        {
            [PledgeList.LevelKey] = new Lazy<int[]>(() => [.. ascending.SelectMany(l => l.Positions())]),
            ["-" + PledgeList.LevelKey] = new Lazy<int[]>(() => [.. ascending.AsEnumerable().Reverse().SelectMany(l => l.Positions())]),
        };
    }

    /// <summary>A set of places for each value of a choice.</summary>
    private readonly struct Sets<T>(int length)
        where T : struct, Enum
    {
        private static readonly T[] Values = Enum.GetValues<T>();

        private readonly Bits[] sets = [.. Values.Select(_ => new Bits(length))];

        public IReadOnlyDictionary<string, Bits> BySlug => Values.Zip(sets).ToDictionary(v => v.First.Slug(), v => v.Second);

        public void Set(int value, int place) => sets[value].Set(place);
    }
}
