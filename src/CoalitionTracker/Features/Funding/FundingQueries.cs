using CoalitionTracker.Data;
using CoalitionTracker.Features.Explore;
using CoalitionTracker.Features.Pledges;
using CoalitionTracker.Shared;
using CoalitionTracker.Shared.Lists;

namespace CoalitionTracker.Features.Funding;

/// <summary>What the page about money shows.</summary>
public sealed record FundingView(PivotView ByCountry, PivotView ByContribution)
{
    /// <summary>The largest of the pledges that are counted.</summary>
    public required IReadOnlyList<PledgeRow> Counted { get; init; }

    /// <summary>What is left out, by the rule that leaves it out.</summary>
    public required IReadOnlyList<LeftOutGroup> LeftOut { get; init; }

    /// <summary>The first that falls due under pledges in the view, counted or not.</summary>
    public required IReadOnlyList<DueRow> Due { get; init; }

    /// <summary>How many instalments there are; <see cref="Due"/> holds the first.</summary>
    public required int DueInAll { get; init; }

    /// <summary>What falls due in each year, of the pledges that are counted.</summary>
    public required IReadOnlyList<DueYear> Years { get; init; }

    public PivotCell Total => ByCountry.Pivot.Total;
}

/// <summary>Pledges of money that one rule leaves out of totals.</summary>
/// <param name="Count">How many there are; <paramref name="Pledges"/> holds the largest of them.</param>
public sealed record LeftOutGroup(TotalRule Rule, int Count, IReadOnlyList<LeftOutPledge> Pledges);

/// <summary>A pledge that is left out, and the pledges because of which.</summary>
public sealed record LeftOutPledge(PledgeRow Pledge, IReadOnlyList<PledgeRow> Because);

/// <summary>What falls due in one year.</summary>
/// <param name="EurMin">The lower ends of counted instalments, in euros.</param>
/// <param name="EurMax">The upper ends.</param>
/// <param name="Counted">Instalments of pledges that are counted.</param>
/// <param name="LeftOut">Instalments of pledges that are left out of totals.</param>
public sealed record DueYear(int Year, decimal EurMin, decimal EurMax, int Counted, int LeftOut)
{
    internal static DueYear Of(int year, IReadOnlyList<DueInYear> due, Bits counted)
    {
        var sums = due.Where(d => counted[d.Place]).ToList();
        return new DueYear(
            year,
            sums.Sum(d => d.EurMin ?? d.EurMax ?? 0),
            sums.Sum(d => d.EurMax ?? d.EurMin ?? 0),
            sums.Count,
            due.Count - sums.Count
        );
    }
}

/// <summary>One instalment with its pledge, and whether it is counted.</summary>
public sealed record DueRow(DueInYear Due, PledgeRow Pledge, bool IsCounted);

/// <summary>Reads money by country, contribution and year under any filter, with everything that the totals leave out and why.</summary>
public sealed class FundingQueries(RecordVersion versions, PledgeBooks books, PledgePivots pivots, PledgeList pledges, EcbRates rates)
{
    /// <summary>As many counted pledges as the page shows.</summary>
    public const int MaxCounted = 25;

    /// <summary>As many pledges as the page shows for each reason of leaving out.</summary>
    public const int MaxLeftOut = 5;

    /// <summary>As many instalments as the page shows.</summary>
    public const int MaxDue = 25;

    private static readonly PivotAsk Ask = new([], _ => ("country", "instrument", true), _ => PivotParts.Money) { OnlyMoney = true };

    public async Task<FundingView> ReadAsync(IQueryCollection parameters, CancellationToken cancel)
    {
        var version = await versions.CurrentAsync(cancel);
        var book = await books.ReadAsync(version, cancel);
        var byCountry = await pivots.ReadAsync(parameters, Ask, cancel);
        var byContribution = byCountry with { Rows = "contribution", Pivot = byCountry.Turn("contribution", "instrument") };
        var instalments = await versions.OnceAsync(version, db => InstalmentBook.LoadAsync(db, book, rates), cancel);
        var groups = ByRule(book, byCountry);
        var counted = new Bits(book.Count);
        foreach (var group in groups.Where(g => PledgeList.Counts(byCountry.Query, g.Rule)))
            counted.UnionWith(group.Places);
        var leftOut = groups.Where(g => !PledgeList.Counts(byCountry.Query, g.Rule)).ToList();
        var allDue = instalments.Of(byCountry.Pivot.Places).ToList();
        var due = allDue.Take(MaxDue).ToList();
        var listed = new Listing(
            book,
            [.. Largest(book, counted, MaxCounted)],
            leftOut.ConvertAll(g => (g.Rule, g.Places.Count(), Shown: Because(book, g))),
            due
        );
        var rows = await RowsAsync(book, byCountry.Query, listed.Places, cancel);
        return new FundingView(byCountry, byContribution)
        {
            Counted = [.. listed.Counted.Where(rows.ContainsKey).Select(p => rows[p])],
            LeftOut =
            [
                .. listed.LeftOut.Select(g => new LeftOutGroup(
                    g.Rule,
                    g.Count,
                    [.. g.Shown.Where(p => rows.ContainsKey(p.Place)).Select(p => LeftOutOf(p, rows))]
                )),
            ],
            Years = [.. allDue.GroupBy(d => d.Year).Select(year => DueYear.Of(year.Key, [.. year], counted))],
            DueInAll = allDue.Count,
            Due = [.. due.Where(d => rows.ContainsKey(d.Place)).Select(d => new DueRow(d, rows[d.Place], counted[d.Place]))],
        };
    }

    /// <summary>The places of all pledges that the page shows or refers to.</summary>
    private sealed record Listing(
        PledgeBook Book,
        IReadOnlyList<int> Counted,
        IReadOnlyList<(TotalRule Rule, int Count, List<(int Place, List<int> Because)> Shown)> LeftOut,
        IReadOnlyList<DueInYear> Due
    )
    {
        public IEnumerable<int> Places =>
            Counted.Concat(LeftOut.SelectMany(g => g.Shown).SelectMany(p => p.Because.Prepend(p.Place))).Concat(Due.Select(d => d.Place)).Distinct();
    }

    /// <summary>The pledges that name money, by the rule of totals that applies to them.</summary>
    private static List<(TotalRule Rule, Bits Places)> ByRule(PledgeBook book, PivotView view)
    {
        var places = Enum.GetValues<TotalRule>().Select(rule => (Rule: rule, Places: new Bits(book.Count))).ToList();
        var day = Dated.NumberOf(view.Query.AsOf);
        foreach (var place in view.Pivot.Places.Positions())
        {
            if (book[place].HasMoney)
                places[(int)book.RuleOn(place, day)].Places.Set(place);
        }
        return [.. places.Where(p => p.Places.Count() > 0)];
    }

    /// <summary>The first of these in the order that the list of pledges has by amount.</summary>
    private static IEnumerable<int> Largest(PledgeBook book, Bits places, int most) =>
        book.Index.PageOf(new ListQuery { Sort = "-amount", Size = most }, places).Select(code => book.PlaceOf(code)!.Value);

    /// <summary>The largest of a group, each with the pledges because of which it is left out.</summary>
    private static List<(int Place, List<int> Because)> Because(PledgeBook book, (TotalRule Rule, Bits Places) group)
    {
        var (kind, isInverse) = group.Rule switch
        {
            TotalRule.Restated => (RelationKind.Restates, false),
            TotalRule.PartOfAnother => (RelationKind.PartOf, false),
            TotalRule.Overlaps => (RelationKind.OverlapsWith, false),
            TotalRule.Superseded => (RelationKind.Supersedes, true),
            _ => ((RelationKind?)null, false),
        };
        return [.. Largest(book, group.Places, MaxLeftOut).Select(place => (place, OthersOf(place)))];

        List<int> OthersOf(int place) =>
            [.. book.RelationsOf(place).Where(r => r.Kind == kind && r.IsInverse == isInverse && r.Other >= 0).Select(r => r.Other)];
    }

    private static LeftOutPledge LeftOutOf((int Place, List<int> Because) pledge, Dictionary<int, PledgeRow> rows) =>
        new(rows[pledge.Place], [.. pledge.Because.Where(rows.ContainsKey).Select(p => rows[p])]);

    private async Task<Dictionary<int, PledgeRow>> RowsAsync(PledgeBook book, ListQuery query, IEnumerable<int> places, CancellationToken cancel)
    {
        var codes = places.Select(p => (Place: p, Code: book.Index.Codes[p])).ToList();
        var rows = await pledges.ByCodeAsync(codes.ConvertAll(c => c.Code), cancel);
        return codes
            .Where(c => rows.ContainsKey(c.Code))
            .ToDictionary(c => c.Place, c => query.AsOf is { } day ? PledgeAsOf.On(rows[c.Code], book, day.DayNumber) : rows[c.Code]);
    }
}
