using CoalitionTracker.Data;
using CoalitionTracker.Features.Explore;
using CoalitionTracker.Features.Pledges;
using CoalitionTracker.Shared;
using CoalitionTracker.Shared.Lists;
using Microsoft.EntityFrameworkCore;

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

/// <summary>One instalment with its pledge, and whether it is counted.</summary>
public sealed record DueRow(DueInYear Due, PledgeRow Pledge, bool IsCounted);

/// <summary>Reads money by country, contribution and year under any filter, with everything that the totals leave out and why.</summary>
public sealed class FundingQueries(PledgePivots pivots, PledgeList pledges, EcbRates rates, IDbContextFactory<CoalitionDb> factory)
{
    /// <summary>As many counted pledges as the page shows.</summary>
    public const int MaxCounted = 15;

    /// <summary>As many pledges as the page shows for each reason of leaving out.</summary>
    public const int MaxLeftOut = 3;

    /// <summary>As many instalments as the page shows.</summary>
    public const int MaxDue = 12;

    private static readonly PivotAsk Ask = new([], _ => ("country", "instrument", true), _ => PivotParts.Money)
    {
        HasRows = false,
        Scope = _ => PivotScope.Money,
    };

    public async Task<FundingView> ReadAsync(IQueryCollection parameters, CancellationToken cancel)
    {
        var byCountry = await pivots.ReadAsync(parameters, Ask, cancel);
        var book = byCountry.Book;
        var byContribution = byCountry with { Rows = "contribution", Pivot = byCountry.Turn("contribution", "instrument", true) };
        var instalments = await InstalmentsAsync(book, cancel);
        var (query, total, day) = (byCountry.Query, byCountry.Pivot.Total, Dated.NumberOf(byCountry.Query.AsOf));
        var (years, due) = instalments.Of(byCountry.Pivot.Places, IsCounted, MaxDue);
        var shown = Largest(book, byCountry, day);
        var listed = new Listing(
            [.. Ordered(book, shown.Where(s => PledgeList.Counts(query, s.Rule)).SelectMany(s => s.Places)).Take(MaxCounted)],
            [
                .. shown
                    .Where(s => !PledgeList.Counts(query, s.Rule))
                    .Select(s => (s.Rule, total.Under(s.Rule), s.Places.ConvertAll(place => (place, Because(book, place, s.Rule))))),
            ],
            due
        );
        var rows = await RowsAsync(book, query, listed.Places, cancel);
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
            Years = years,
            DueInAll = years.Sum(y => y.Counted + y.LeftOut),
            Due = [.. due.Where(d => rows.ContainsKey(d.Place)).Select(d => new DueRow(d, rows[d.Place], IsCounted(d.Place)))],
        };

        bool IsCounted(int place) => PledgeList.Counts(query, book.RuleOn(place, day));
    }

    /// <summary>The instalments under the pledges of this book, by their places in it.</summary>
    public Task<InstalmentBook> InstalmentsAsync(PledgeBook book, CancellationToken cancel) =>
        book.Views.OnceAsync(
            async () =>
            {
                await using var db = await factory.CreateDbContextAsync();
                return await InstalmentBook.LoadAsync(db, book, rates);
            },
            cancel
        );

    /// <summary>The places of all pledges that the page shows or refers to.</summary>
    private sealed record Listing(
        IReadOnlyList<int> Counted,
        IReadOnlyList<(TotalRule Rule, int Count, List<(int Place, List<int> Because)> Shown)> LeftOut,
        IReadOnlyList<DueInYear> Due
    )
    {
        public IEnumerable<int> Places =>
            Counted.Concat(LeftOut.SelectMany(g => g.Shown).SelectMany(p => p.Because.Prepend(p.Place))).Concat(Due.Select(d => d.Place)).Distinct();
    }

    /// <summary>
    /// The largest pledges under each rule of totals, as many as may be shown: in the list's order by amount, only until enough are found.
    /// </summary>
    private static List<(TotalRule Rule, List<int> Places)> Largest(PledgeBook book, PivotView view, int day)
    {
        var total = view.Pivot.Total;
        var byRule = Enum.GetValues<TotalRule>()
            .Select(rule =>
                (
                    Rule: rule,
                    Places: new List<int>(),
                    Most: Math.Min(total.Under(rule), PledgeList.Counts(view.Query, rule) ? MaxCounted : MaxLeftOut)
                )
            )
            .ToList();
        var missing = byRule.Sum(r => r.Most);
        foreach (var place in book.Index.InOrder("-amount", view.Pivot.Places))
        {
            if (missing == 0)
                break;
            var (_, places, most) = byRule[(int)book.RuleOn(place, day)];
            if (places.Count >= most)
                continue;
            places.Add(place);
            missing--;
        }
        return [.. byRule.Where(r => r.Places.Count > 0).Select(r => (r.Rule, r.Places))];
    }

    /// <summary>The largest first.</summary>
    private static IEnumerable<int> Ordered(PledgeBook book, IEnumerable<int> places) =>
        places.OrderByDescending(p => (book[p].EurMax ?? book[p].EurMin)?.Cents ?? 0).ThenBy(p => p);

    /// <summary>The pledges because of which one is left out.</summary>
    private static List<int> Because(PledgeBook book, int place, TotalRule rule)
    {
        var (kind, isInverse) = rule switch
        {
            TotalRule.Restated => (RelationKind.Restates, false),
            TotalRule.PartOfAnother => (RelationKind.PartOf, false),
            TotalRule.Overlaps => (RelationKind.OverlapsWith, false),
            TotalRule.Superseded => (RelationKind.Supersedes, true),
            _ => ((RelationKind?)null, false),
        };
        return [.. book.RelationsOf(place).Where(r => r.Kind == kind && r.IsInverse == isInverse && r.Other >= 0).Select(r => r.Other)];
    }

    private static LeftOutPledge LeftOutOf((int Place, List<int> Because) pledge, Dictionary<int, PledgeRow> rows) =>
        new(rows[pledge.Place], [.. pledge.Because.Where(rows.ContainsKey).Select(p => rows[p])]);

    private async Task<Dictionary<int, PledgeRow>> RowsAsync(PledgeBook book, ListQuery query, IEnumerable<int> places, CancellationToken cancel)
    {
        var codes = places.Select(p => (Place: p, Code: book.Index.Codes[p])).ToList();
        var rows = await pledges.ByCodeAsync(codes.ConvertAll(c => c.Code), book.IndexOn(query.AsOf), cancel);
        return codes.Where(c => rows.ContainsKey(c.Code)).ToDictionary(c => c.Place, c => rows[c.Code]);
    }
}
