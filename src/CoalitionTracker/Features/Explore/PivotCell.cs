using CoalitionTracker.Features.Pledges;
using CoalitionTracker.Shared.Lists;

namespace CoalitionTracker.Features.Explore;

/// <summary>
/// What the pledges in one cell, row or table add up to. Money is in euros by the rule of totals; people are those that a number is named for. An open
/// end adds nothing to its side, and is counted apart.
/// </summary>
public sealed class PivotCell
{
    private static readonly int Rules = Enum.GetValues<TotalRule>().Length;
    private int[]? byRule;
    private Bits? pledgers;
    private EuroSum least;
    private EuroSum most;

    public int Pledges { get; private set; }

    /// <summary>How many different countries and organisations pledge here.</summary>
    public int Countries => pledgers?.Count() ?? 0;

    public decimal PeopleMin { get; private set; }
    public decimal PeopleMax { get; private set; }

    /// <summary>Pledges of people with a least but no greatest number: the true upper end is higher.</summary>
    public int PeopleOpen { get; private set; }

    /// <summary>Pledges of people in words that no number is true to.</summary>
    public int PeopleInWords { get; private set; }

    public decimal EurMin => least.Euros;
    public decimal EurMax => most.Euros;

    /// <summary>Pledges whose money is counted.</summary>
    public int Counted { get; private set; }

    /// <summary>Pledges that name money which is not counted.</summary>
    public int LeftOut { get; private set; }

    /// <summary>How many of the pledges that name money each rule of totals applies to.</summary>
    public int Under(TotalRule rule) => byRule?[(int)rule] ?? 0;

    /// <param name="parts">What is to be added up beside the number of pledges.</param>
    internal void Add(in PivotFacts pledge, PivotParts parts)
    {
        Pledges++;
        if ((parts & PivotParts.Countries) != 0)
        {
            pledgers ??= new Bits(pledge.CountriesInAll);
            foreach (var country in pledge.Pledgers)
                pledgers.Set(country);
        }
        if (pledge.Line.HasPeople && (parts & PivotParts.People) != 0)
            AddPeople(pledge.Line);
        if (pledge.Line.HasMoney && (parts & PivotParts.Money) != 0)
            AddMoney(pledge.Line, pledge.Rule, pledge.Counts);
    }

    /// <summary>Adds what stands in another cell, which shares no pledge with this one.</summary>
    internal void Add(PivotCell other)
    {
        Pledges += other.Pledges;
        for (var rule = 0; rule < Rules && other.byRule is not null; rule++)
            (byRule ??= new int[Rules])[rule] += other.byRule[rule];
        if (other.pledgers is not null && pledgers is null)
            pledgers = other.pledgers.Copy();
        else if (other.pledgers is not null)
            pledgers!.UnionWith(other.pledgers);
        (PeopleMin, PeopleMax) = (PeopleMin + other.PeopleMin, PeopleMax + other.PeopleMax);
        (PeopleOpen, PeopleInWords) = (PeopleOpen + other.PeopleOpen, PeopleInWords + other.PeopleInWords);
        (least, most) = (least + other.least, most + other.most);
        (Counted, LeftOut) = (Counted + other.Counted, LeftOut + other.LeftOut);
    }

    private void AddPeople(in PledgeLine pledge)
    {
        PeopleMin += pledge.PeopleMin ?? 0;
        PeopleMax += pledge.PeopleMax ?? pledge.PeopleMin ?? 0;
        PeopleOpen += pledge is { PeopleMin: not null, PeopleMax: null } ? 1 : 0;
        PeopleInWords += pledge is { PeopleMin: null, PeopleMax: null } ? 1 : 0;
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
    }
}

/// <summary>What a pivot adds up in its cells beside the number of pledges. Its total always has countries and money.</summary>
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
internal readonly ref struct PivotFacts(ref readonly PledgeLine line, ReadOnlySpan<short> pledgers, TotalRule rule, bool counts, int countriesInAll)
{
    public readonly ref readonly PledgeLine Line = ref line;
    public readonly ReadOnlySpan<short> Pledgers = pledgers;
    public readonly TotalRule Rule = rule;
    public readonly bool Counts = counts;
    public readonly int CountriesInAll = countriesInAll;
}
