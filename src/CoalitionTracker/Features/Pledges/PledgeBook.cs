using CoalitionTracker.Data;
using CoalitionTracker.Shared;
using CoalitionTracker.Shared.Lists;

namespace CoalitionTracker.Features.Pledges;

/// <summary>
/// All public pledges of one version of the record in memory, in the order of the list's index: what the matrix, totals, pivots and the list are
/// computed from, as of today or of any day. Days are day numbers, <see cref="Dated.Now"/> for the whole record.
/// </summary>
public sealed class PledgeBook
{
    private readonly PledgeLine[] lines;
    private readonly PledgeParts parts;

    /// <summary>The rule of totals that applies to each pledge in the whole record.</summary>
    private readonly TotalRule[] rules;

    /// <summary>What each pledge is in the whole record, and the rule of its people: pivots ask for them of every pledge.</summary>
    private readonly (Validity Validity, PeopleRule People)[] standing;

    /// <summary>The newest days that were asked for. The index of one takes 5 MB for a million pledges, by the size of its sets, and 4 more for each direction of the order by level.</summary>
    private readonly KeptFew<DateOnly, PledgesOn> days = new(most: 12);

    internal PledgeBook(PledgeLine[] lines, PledgeParts parts, IReadOnlyList<string> countries, Func<PledgeBook, ListIndex<PledgeEntry>> index)
    {
        (this.lines, this.parts, Countries) = (lines, parts, countries);
        rules = [.. Enumerable.Range(0, lines.Length).Select(place => ComputeRule(place, Dated.Now))];
        standing = [.. Enumerable.Range(0, lines.Length).Select(place => (ComputeValidity(place, Dated.Now), ComputePeopleRule(place, Dated.Now)))];
        (WithMoney, WithPeople) = (new Bits(lines.Length), new Bits(lines.Length));
        for (var place = 0; place < lines.Length; place++)
        {
            if (lines[place].HasMoney)
                WithMoney.Set(place);
            if (lines[place].HasPeople)
                WithPeople.Set(place);
        }
        Index = index(this);
    }

    /// <summary>The places of the pledges that name money.</summary>
    public Bits WithMoney { get; }

    /// <summary>The places of the pledges of people, be it in words that no number is true to.</summary>
    public Bits WithPeople { get; }

    /// <summary>
    /// What is made from this book and holds its places. It is kept with the book and not with a version of the record, so that what one request makes of
    /// an older book is never found by another that reads a newer one.
    /// </summary>
    public BookViews Views { get; } = new();

    /// <summary>The list's index over the same pledges: what is at a place in the one is at the same place in the other.</summary>
    public ListIndex<PledgeEntry> Index { get; }

    /// <summary>The list's index as of a day; the same places. Null for the whole record.</summary>
    public ListIndex<PledgeEntry> IndexOn(DateOnly? asOf) => asOf is { } day ? days.Of(day, () => PledgesOn.Of(this, day)) : Index;

    /// <summary>The codes of the countries that pledge, by the number that the book has for them.</summary>
    public IReadOnlyList<string> Countries { get; }

    public int Count => lines.Length;

    public ref readonly PledgeLine this[int place] => ref lines[place];

    /// <summary>Where the pledge of this code stands; null when no public pledge has it.</summary>
    public int? PlaceOf(string code) => Index.PlaceOf(code);

    /// <summary>The numbers of the countries that pledge, in their order; who opted out is not among them.</summary>
    public ReadOnlySpan<short> PledgersOf(in PledgeLine pledge) => pledge.Pledgers.Of(parts.Pledgers);

    /// <summary>How binding it has been, change by change, in the order of their days; changes of one day in the order in which they stand.</summary>
    public ReadOnlySpan<Change<Level>> LevelsOf(in PledgeLine pledge) => pledge.Levels.Of(parts.Levels);

    /// <summary>How far it has been delivered, change by change; see <see cref="LevelsOf"/>.</summary>
    public ReadOnlySpan<Change<Delivery>> DeliveriesOf(in PledgeLine pledge) => pledge.Deliveries.Of(parts.Deliveries);

    public ReadOnlySpan<ConditionLine> ConditionsOf(in PledgeLine pledge) => pledge.Conditions.Of(parts.Conditions);

    /// <summary>How the pledge relates to others and others to it; empty for most.</summary>
    public IReadOnlyList<RelationLine> RelationsOf(int place) => parts.Relations.GetValueOrDefault(place, []);

    /// <summary>Whether anything had been said of it by that day. A pledge of no date exists in the whole record only.</summary>
    public static bool Exists(in PledgeLine pledge, int day) => pledge.Since <= day;

    /// <summary>How binding it was on that day, for a pledge that existed.</summary>
    public Level LevelOn(in PledgeLine pledge, int day) => Newest(LevelsOf(pledge), day);

    /// <summary>How far it had been delivered by that day, for a pledge that existed.</summary>
    public Delivery DeliveryOn(in PledgeLine pledge, int day) => Newest(DeliveriesOf(pledge), day);

    /// <summary>The conditions that the part of one of its pledgers was still waiting for on that day: unmet, or not known to be met.</summary>
    public ConditionSet WaitsFor(in PledgeLine pledge, int day, short pledger)
    {
        var open = new ConditionSet();
        foreach (var condition in ConditionsOf(pledge))
        {
            if (condition.Binds(pledger) && condition.StateOn(day) is ConditionState.Unmet or ConditionState.Unknown)
                open = open.With(condition.Kind);
        }
        return open;
    }

    /// <summary>Whether it was neither withdrawn nor replaced by another pledge that existed on that day.</summary>
    public bool StandsOn(int place, int day)
    {
        ref readonly var pledge = ref lines[place];
        return DeliveryOn(pledge, day) is not (Delivery.Withdrawn or Delivery.Superseded) && !(pledge.IsRelated && IsSupersededOn(place, day));
    }

    /// <summary>Whether it was a pledge that stood on that day, a refusal, or neither any more; for one that existed.</summary>
    public Validity ValidityOn(int place, int day) => day == Dated.Now ? standing[place].Validity : ComputeValidity(place, day);

    private Validity ComputeValidity(int place, int day) =>
        !StandsOn(place, day) ? Validity.Ended
        : LevelOn(lines[place], day) is Level.RuledOut ? Validity.Refusal
        : Validity.Stands;

    /// <summary>Whether a published pledge that existed on that day says that it supersedes this one.</summary>
    public bool IsSupersededOn(int place, int day) =>
        RelationsOf(place)
            .Any(r =>
                r is { Kind: RelationKind.Supersedes, IsInverse: true }
                && lines[r.Other].State is RecordState.Published
                && Exists(lines[r.Other], day)
            );

    /// <summary>
    /// Whether its money was in totals on that day, and if not, why not. Another pledge that it restates, or that supersedes it, matters from
    /// the day on which that one was there.
    /// </summary>
    public TotalRule RuleOn(int place, int day) => day == Dated.Now ? rules[place] : ComputeRule(place, day);

    /// <summary>
    /// Whether its people were in sums on that day, and if not, why not; see <see cref="RuleOn"/>. What it restates or is part of matters only where that
    /// other pledge names a number of people: else they would be counted nowhere.
    /// </summary>
    public PeopleRule PeopleRuleOn(int place, int day) => day == Dated.Now ? standing[place].People : ComputePeopleRule(place, day);

    private PeopleRule ComputePeopleRule(int place, int day) =>
        lines[place].HasPeople ? Totals.PeopleRuleFor(lines[place], FactsOn(place, day, ofPeople: true)) : PeopleRule.NoPeople;

    private TotalRule ComputeRule(int place, int day) => Totals.RuleFor(FactsOn(place, day, ofPeople: false));

    private TotalFacts FactsOn(int place, int day, bool ofPeople)
    {
        ref readonly var pledge = ref lines[place];
        var facts = new TotalFacts
        {
            State = pledge.State,
            Level = LevelOn(pledge, day),
            Delivery = DeliveryOn(pledge, day),
            SpentOn = pledge.SpentOn,
            Grade = pledge.Grade,
            HasMoney = pledge.HasMoney,
            IsInWords = pledge.IsInWords,
            IsFixedSum = pledge.IsFixedSum,
            HasRate = (pledge.EurMin ?? pledge.EurMax) is not null,
        };
        if (!pledge.IsRelated)
            return facts;
        var (restates, part, overlaps) = (false, false, false);
        foreach (var (kind, other, isInverse) in RelationsOf(place))
        {
            if (other >= 0 && !Exists(lines[other], day))
                continue;
            if (ofPeople && (other < 0 || (lines[other].PeopleMin ?? lines[other].PeopleMax) is null))
                continue;
            restates |= kind is RelationKind.Restates && !isInverse;
            part |= kind is RelationKind.PartOf && !isInverse;
            overlaps |= kind is RelationKind.OverlapsWith && !isInverse;
        }
        return facts with { Restates = restates, IsPartOfAnother = part, IsSuperseded = IsSupersededOn(place, day), Overlaps = overlaps };
    }

    /// <summary>The newest change on or before the day; changes stand in the order of their days.</summary>
    private static T Newest<T>(ReadOnlySpan<Change<T>> changes, int day)
        where T : struct
    {
        for (var i = changes.Length - 1; i >= 0; i--)
        {
            if (changes[i].Day <= day)
                return changes[i].Value;
        }
        return default; // Level.NotStated, Delivery.NotAssessed
    }
}

/// <summary>The parts of all pledges of a book, those of one pledge side by side.</summary>
internal sealed record PledgeParts(
    short[] Pledgers,
    Change<Level>[] Levels,
    Change<Delivery>[] Deliveries,
    ConditionLine[] Conditions,
    IReadOnlyDictionary<int, IReadOnlyList<RelationLine>> Relations
);
