using CoalitionTracker.Data;
using CoalitionTracker.Features.Pledges;

namespace CoalitionTracker.Features.Ceasefire;

/// <summary>All pledges that stand, sorted into the parts of the page by one walk through the book.</summary>
public sealed class CeasefireTally
{
    private static readonly int Contributions = Enum.GetValues<Contribution>().Length;
    private static readonly int Levels = Enum.GetValues<Level>().Length;

    /// <summary>Promised before what is only discussed; of these by contribution, the most binding first: the order of every list.</summary>
    private static readonly Level[][] Order =
    [
        [.. Enum.GetValues<Level>().Where(CeasefireRules.IsPromised).OrderDescending()],
        [.. Enum.GetValues<Level>().Where(l => !CeasefireRules.IsPromised(l)).OrderDescending()],
    ];

    private readonly List<int>?[] places = new List<int>?[CeasefirePart.All.Count * Contributions * Levels];
    private readonly int[] deliveries = new int[Enum.GetValues<Delivery>().Length];

    /// <summary>By condition: how many promised pledges wait for it, then how many that are only discussed.</summary>
    private readonly (int Unmet, int Unknown)[] waiting = new (int, int)[Enum.GetValues<ConditionKind>().Length * 2];

    /// <summary>By part: who promises, then who only discusses, by the book's number.</summary>
    private readonly bool[][] countries;

    private readonly bool[] pledgers;
    private readonly PledgeBook book;

    /// <summary>Whose parts are looked at; null for everybody's.</summary>
    private readonly bool[]? wanted;

    private CeasefireTally(PledgeBook book, bool[]? wanted)
    {
        (this.book, this.wanted) = (book, wanted);
        countries = [.. Enumerable.Range(0, CeasefirePart.All.Count * 2).Select(_ => new bool[book.Countries.Count])];
        pledgers = new bool[book.Countries.Count];
    }

    /// <summary>Promised pledges that are still blocked, but only by what the record does not know to be met.</summary>
    public int BlockedByUnknown { get; private set; }

    /// <summary>Of the promised pledges that would wait for nothing else, those that tell of the same promise as another.</summary>
    public SamePromise.Told ToldAgain { get; private set; }

    /// <summary>The codes of all that pledge something, whatever the query is narrowed to.</summary>
    public IEnumerable<string> Pledgers => book.Countries.Where((_, i) => pledgers[i]);

    public static CeasefireTally Of(PledgeBook book, CeasefireQuery query)
    {
        var wanted = query.WantedIn(book);
        var tally = new CeasefireTally(book, wanted);
        var day = Dated.NumberOf(query.AsOf);
        var contributions = query.Contributions.Count == 0 ? -1 : query.Contributions.Aggregate(0, (bits, c) => bits | 1 << (int)c);
        for (var place = 0; place < book.Count; place++)
        {
            ref readonly var pledge = ref book[place];
            if (pledge.State is not RecordState.Published || !PledgeBook.Exists(pledge, day) || !book.StandsOn(place, day))
                continue;
            var isWanted = wanted is null;
            foreach (var pledger in book.PledgersOf(pledge))
                (tally.pledgers[pledger], isWanted) = (true, isWanted || wanted![pledger]);
            if (isWanted && (contributions >> (int)pledge.Contribution & 1) != 0)
                tally.Add(place, day, query.Met);
        }
        return tally;
    }

    private void Add(int place, int day, ConditionSet met)
    {
        ref readonly var pledge = ref book[place];
        var (level, delivery) = (book.LevelOn(pledge, day), book.DeliveryOn(pledge, day));
        var open = OpenConditions.Of(book, pledge, day, wanted);
        var group = CeasefireRules.GroupOf(level, delivery, open.All, met);
        Add(CeasefirePart.Of(group), place, level, book.PledgersOf(pledge));
        var isPromised = CeasefireRules.IsPromised(level);
        if (group is CeasefireGroup.Ready && isPromised)
            deliveries[(int)delivery]++;
        if (group is CeasefireGroup.Opens or CeasefireGroup.Assumed && isPromised)
            ToldAgain = ToldAgain.With(SamePromise.Of(book, place, day));
        if (group is not (CeasefireGroup.Blocked or CeasefireGroup.OtherThings))
            return;
        var left = open.After(met.With(ConditionKind.Ceasefire));
        if (left.All.Count == 1)
            Add(CeasefirePart.OnlyMissing(left.All.First), place, level, WhoWaitsFor(left.All.First, place, day));
        BlockedByUnknown += isPromised && group is CeasefireGroup.Blocked && left.Unmet.Count == 0 ? 1 : 0;
        foreach (var kind in left.All.Kinds)
        {
            ref var count = ref waiting[(int)kind * 2 + (isPromised ? 0 : 1)];
            count = left.Unmet.Has(kind) ? (count.Unmet + 1, count.Unknown) : (count.Unmet, count.Unknown + 1);
        }
    }

    /// <summary>The pledgers whose part of the pledge waits for it: all of them, or the one that it binds.</summary>
    private short[] WhoWaitsFor(ConditionKind kind, int place, int day)
    {
        var pledge = book[place];
        return [.. book.PledgersOf(pledge).ToArray().Where(pledger => book.WaitsFor(pledge, day, pledger).Has(kind))];
    }

    /// <param name="pledgers">Those who are named with it; of them only those that are looked at.</param>
    private void Add(CeasefirePart part, int place, Level level, ReadOnlySpan<short> pledgers)
    {
        ref readonly var pledge = ref book[place];
        (places[At(part, (int)pledge.Contribution, level)] ??= []).Add(place);
        var named = countries[part.Index * 2 + (CeasefireRules.IsPromised(level) ? 0 : 1)];
        foreach (var pledger in pledgers)
            named[pledger] |= wanted is null || wanted[pledger];
    }

    /// <summary>How many pledges are in a part.</summary>
    /// <param name="promised">Those that are promised (or ruled out); if not, those under discussion or of a level that is not stated.</param>
    /// <param name="contribution">Of one contribution only; null for all.</param>
    public int Count(CeasefirePart part, bool promised, Contribution? contribution = null)
    {
        var (first, end) = contribution is { } one ? ((int)one, (int)one + 1) : (0, Contributions);
        var count = 0;
        for (var c = first; c < end; c++)
        {
            foreach (var level in Order[promised ? 0 : 1])
                count += places[At(part, c, level)]?.Count ?? 0;
        }
        return count;
    }

    /// <inheritdoc cref="Count(CeasefirePart, bool, Contribution?)"/>
    public int Count(CeasefireGroup group, bool promised = true, Contribution? contribution = null) =>
        Count(CeasefirePart.Of(group), promised, contribution);

    /// <summary>All pledges of a part, promised or not.</summary>
    public int All(CeasefirePart part) => Count(part, promised: true) + Count(part, promised: false);

    /// <summary>How many promised pledges of the ready ones are this far delivered.</summary>
    public int Ready(Delivery delivery) => deliveries[(int)delivery];

    /// <summary>How many pledges would still wait for this: because it is unmet, and because the record does not know whether it is met.</summary>
    /// <param name="promised">Those that are promised; if not, those under discussion or of a level that is not stated.</param>
    public (int Unmet, int Unknown) StillWaitFor(ConditionKind kind, bool promised = true) => waiting[(int)kind * 2 + (promised ? 0 : 1)];

    /// <summary>The places in the book of a part's pledges: promised before discussed, by contribution, the most binding first, by code.</summary>
    public IEnumerable<int> Places(CeasefirePart part) =>
        from levels in Order
        from contribution in Enumerable.Range(0, Contributions)
        from level in levels
        from place in places[At(part, contribution, level)] ?? []
        select place;

    /// <summary>The codes of the countries and organisations behind a part.</summary>
    /// <param name="promised">Those that promise (or rule out) something in it; if not, those that only discuss.</param>
    public IReadOnlyList<string> Countries(CeasefirePart part, bool promised = true) =>
        [.. book.Countries.Where((_, i) => countries[part.Index * 2 + (promised ? 0 : 1)][i] && (promised || !countries[part.Index * 2][i]))];

    private static int At(CeasefirePart part, int contribution, Level level) => (part.Index * Contributions + contribution) * Levels + (int)level;
}
