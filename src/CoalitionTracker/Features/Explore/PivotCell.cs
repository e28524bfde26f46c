using CoalitionTracker.Features.Pledges;
using CoalitionTracker.Shared.Lists;

namespace CoalitionTracker.Features.Explore;

/// <summary>
/// What the pledges in one cell, row or table add up to. Money is in euros by the rule of totals, people by that of sums of people. What has no upper end
/// adds its lower end to both sides, and is counted apart. A sum of nothing that counts is not known, which is not the same as nought.
/// </summary>
public sealed class PivotCell
{
    private static readonly int Rules = Enum.GetValues<TotalRule>().Length;
    private static readonly int PeopleRules = Enum.GetValues<PeopleRule>().Length;
    private int[]? byRule;
    private int[]? byPeopleRule;
    private Bits? pledgers;
    private EuroSum least;
    private EuroSum most;
    private decimal fewest;
    private decimal greatest;

    /// <summary>Pledges that stand: neither refusals, nor withdrawn, nor replaced.</summary>
    public int Pledges { get; private set; }

    /// <summary>Refusals that still hold.</summary>
    public int Refusals { get; private set; }

    /// <summary>Pledges and refusals that were withdrawn or replaced.</summary>
    public int Ended { get; private set; }

    /// <summary>All of them: as many rows as the list of what is behind the number has.</summary>
    public int All => Pledges + Refusals + Ended;

    /// <summary>How many different countries and organisations pledge or refuse here, or did.</summary>
    public int Countries => pledgers?.Count() ?? 0;

    /// <summary>Null where no pledge of people counts.</summary>
    public decimal? PeopleMin => PeopleCounted == 0 ? null : fewest;
    public decimal? PeopleMax => PeopleCounted == 0 ? null : greatest;

    /// <summary>Pledges of people that are in the sum.</summary>
    public int PeopleCounted => Under(PeopleRule.Counted);

    /// <summary>Counted pledges of people with a least but no greatest number: the true upper end is higher.</summary>
    public int PeopleOpen { get; private set; }

    /// <summary>Null where no pledge of money counts.</summary>
    public decimal? EurMin => Counted == 0 ? null : least.Euros;
    public decimal? EurMax => Counted == 0 ? null : most.Euros;

    /// <summary>Counted pledges of money with a least but no greatest amount.</summary>
    public int EurOpen { get; private set; }

    /// <summary>Pledges whose money is counted.</summary>
    public int Counted { get; private set; }

    /// <summary>Pledges that name money which is not counted.</summary>
    public int LeftOut { get; private set; }

    /// <summary>How many of the pledges that name money each rule of totals applies to.</summary>
    public int Under(TotalRule rule) => byRule?[(int)rule] ?? 0;

    /// <summary>How many of the pledges of people each rule of sums of people applies to.</summary>
    public int Under(PeopleRule rule) => byPeopleRule?[(int)rule] ?? 0;

    /// <summary>How many are a promise, a refusal or over.</summary>
    public int Of(Validity validity) =>
        validity switch
        {
            Validity.Stands => Pledges,
            Validity.Refusal => Refusals,
            _ => Ended,
        };

    /// <param name="parts">What is to be added up beside the number of pledges.</param>
    internal void Add(in PivotFacts pledge, PivotParts parts)
    {
        _ = pledge.Validity switch
        {
            Validity.Stands => Pledges++,
            Validity.Refusal => Refusals++,
            _ => Ended++,
        };
        if ((parts & PivotParts.Countries) != 0)
        {
            pledgers ??= new Bits(pledge.CountriesInAll);
            foreach (var country in pledge.Pledgers)
                pledgers.Set(country);
        }
        if (pledge.Line.HasPeople && (parts & PivotParts.People) != 0)
            AddPeople(pledge.Line, pledge.People);
        if (pledge.Line.HasMoney && (parts & PivotParts.Money) != 0)
            AddMoney(pledge.Line, pledge.Rule, pledge.Counts);
    }

    /// <summary>Adds what stands in another cell, which shares no pledge with this one.</summary>
    internal void Add(PivotCell other)
    {
        (Pledges, Refusals, Ended) = (Pledges + other.Pledges, Refusals + other.Refusals, Ended + other.Ended);
        for (var rule = 0; rule < Rules && other.byRule is not null; rule++)
            (byRule ??= new int[Rules])[rule] += other.byRule[rule];
        for (var rule = 0; rule < PeopleRules && other.byPeopleRule is not null; rule++)
            (byPeopleRule ??= new int[PeopleRules])[rule] += other.byPeopleRule[rule];
        if (other.pledgers is not null && pledgers is null)
            pledgers = other.pledgers.Copy();
        else if (other.pledgers is not null)
            pledgers!.UnionWith(other.pledgers);
        (fewest, greatest) = (fewest + other.fewest, greatest + other.greatest);
        (PeopleOpen, EurOpen) = (PeopleOpen + other.PeopleOpen, EurOpen + other.EurOpen);
        (least, most) = (least + other.least, most + other.most);
        (Counted, LeftOut) = (Counted + other.Counted, LeftOut + other.LeftOut);
    }

    private void AddPeople(in PledgeLine pledge, PeopleRule rule)
    {
        (byPeopleRule ??= new int[PeopleRules])[(int)rule]++;
        if (rule is not PeopleRule.Counted)
            return;
        fewest += pledge.PeopleMin ?? 0;
        greatest += pledge.PeopleMax ?? pledge.PeopleMin ?? 0;
        PeopleOpen += pledge.PeopleMax is null ? 1 : 0;
    }

    private void AddMoney(in PledgeLine pledge, TotalRule rule, bool counts)
    {
        (byRule ??= new int[Rules])[(int)rule]++;
        if (!counts)
        {
            LeftOut++;
            return;
        }
        Counted++;
        least += pledge.EurMin ?? default;
        most += pledge.EurMax ?? pledge.EurMin ?? default;
        EurOpen += pledge.EurMax is null ? 1 : 0;
    }
}

/// <summary>What a pivot adds up in its cells beside the number of pledges. Its total always has all.</summary>
[Flags]
public enum PivotParts
{
    None = 0,
    Countries = 1,
    People = 2,
    Money = 4,
    All = Countries | People | Money,
}

/// <summary>One pledge as the pivot adds it.</summary>
/// <param name="rule">The rule of totals that its money is under.</param>
/// <param name="counts">Whether money under that rule is counted.</param>
internal readonly ref struct PivotFacts(ref readonly PledgeLine line, ReadOnlySpan<short> pledgers, TotalRule rule, bool counts, int countriesInAll)
{
    public readonly ref readonly PledgeLine Line = ref line;
    public readonly ReadOnlySpan<short> Pledgers = pledgers;
    public Validity Validity { get; init; }
    public PeopleRule People { get; init; }
    public readonly TotalRule Rule = rule;
    public readonly bool Counts = counts;
    public readonly int CountriesInAll = countriesInAll;
}
