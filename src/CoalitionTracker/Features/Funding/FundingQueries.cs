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

    /// <summary>What falls due by year under pledges in the view, counted or not.</summary>
    public required IReadOnlyList<DueRow> Due { get; init; }

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
public sealed class FundingQueries(RecordVersion versions, PledgeBooks books, PledgePivots pivots, PledgeList pledges, EcbRates rates)
{
    /// <summary>As many pledges as one list on the page shows.</summary>
    public const int MaxListed = 100;

    public async Task<FundingView> ReadAsync(IQueryCollection parameters, CancellationToken cancel)
    {
        var version = await versions.CurrentAsync(cancel);
        var book = await books.ReadAsync(version, cancel);
        var byCountry = await pivots.ReadAsync(parameters, [], _ => ("country", "instrument", true), cancel);
        var byContribution = await pivots.ReadAsync(parameters, [], _ => ("contribution", "instrument", true), cancel);
        var due = await versions.OnceAsync(version, db => InstalmentBook.LoadAsync(db, book, rates), cancel);
        var places = PlacesByRule(book, byCountry);
        var counted = places.Where(p => PledgeList.Counts(byCountry.Query, p.Key)).SelectMany(p => p.Value).ToHashSet();
        var listed = new ListedPledges(book, byCountry.Query, pledges);
        return new FundingView(byCountry, byContribution)
        {
            Counted = await listed.RowsAsync(Largest(book, counted), cancel),
            LeftOut = await LeftOutAsync(book, places.Where(p => !PledgeList.Counts(byCountry.Query, p.Key)), listed, cancel),
            Due = await DueAsync(byCountry, due, counted, listed, cancel),
        };
    }

    /// <summary>The places of the pledges that name money, by the rule of totals that applies to them.</summary>
    private static Dictionary<TotalRule, List<int>> PlacesByRule(PledgeBook book, PivotView view)
    {
        var places = new Dictionary<TotalRule, List<int>>();
        var day = Dated.NumberOf(view.Query.AsOf);
        foreach (var place in view.Pivot.Places.Positions().Where(p => book[p].HasMoney))
        {
            var rule = book.RuleOn(place, day);
            if (!places.TryGetValue(rule, out var under))
                places[rule] = under = [];
            under.Add(place);
        }
        return places;
    }

    private static IEnumerable<int> Largest(PledgeBook book, IEnumerable<int> places) =>
        places.OrderByDescending(p => book[p].EurMax ?? book[p].EurMin ?? 0).ThenBy(p => p).Take(MaxListed);

    private static async Task<IReadOnlyList<LeftOutGroup>> LeftOutAsync(
        PledgeBook book,
        IEnumerable<KeyValuePair<TotalRule, List<int>>> groups,
        ListedPledges listed,
        CancellationToken cancel
    )
    {
        var leftOut = new List<LeftOutGroup>();
        foreach (var (rule, places) in groups.OrderBy(g => g.Key))
        {
            var rows = await listed.RowsAsync(Largest(book, places), cancel);
            var because = rows.ToDictionary(r => r.Code, r => Because(book, r.Code, rule));
            var others = await listed.ByPlaceAsync(because.Values.SelectMany(p => p).Distinct(), cancel);
            leftOut.Add(
                new LeftOutGroup(
                    rule,
                    places.Count,
                    [.. rows.Select(r => new LeftOutPledge(r, [.. because[r.Code].Where(others.ContainsKey).Select(p => others[p])]))]
                )
            );
        }
        return leftOut;
    }

    /// <summary>The places of the pledges because of which a rule leaves one out.</summary>
    private static List<int> Because(PledgeBook book, string code, TotalRule rule)
    {
        var (kind, isInverse) = rule switch
        {
            TotalRule.Restated => (RelationKind.Restates, false),
            TotalRule.PartOfAnother => (RelationKind.PartOf, false),
            TotalRule.Overlaps => (RelationKind.OverlapsWith, false),
            TotalRule.Superseded => (RelationKind.Supersedes, true),
            _ => ((RelationKind?)null, false),
        };
        return kind is null || book.PlaceOf(code) is not { } place
            ? []
            : [.. book.RelationsOf(place).Where(r => r.Kind == kind && r.IsInverse == isInverse && r.Other >= 0).Select(r => r.Other)];
    }

    private static async Task<IReadOnlyList<DueRow>> DueAsync(
        PivotView view,
        InstalmentBook book,
        HashSet<int> counted,
        ListedPledges listed,
        CancellationToken cancel
    )
    {
        var due = book
            .ByPlace.Where(p => view.Pivot.Places[p.Key])
            .SelectMany(p => p.Value)
            .OrderBy(d => d.Year)
            .ThenBy(d => d.Place)
            .Take(2 * MaxListed)
            .ToList();
        var rows = await listed.ByPlaceAsync(due.Select(d => d.Place).Distinct(), cancel);
        return [.. due.Where(d => rows.ContainsKey(d.Place)).Select(d => new DueRow(d, rows[d.Place], counted.Contains(d.Place)))];
    }
}

/// <summary>Reads rows of pledges by their places, as of the query's day, in the order of the places.</summary>
internal sealed class ListedPledges(PledgeBook book, ListQuery query, PledgeList pledges)
{
    public async Task<IReadOnlyList<PledgeRow>> RowsAsync(IEnumerable<int> places, CancellationToken cancel)
    {
        var inOrder = places.ToList();
        var rows = await ByPlaceAsync(inOrder, cancel);
        return [.. inOrder.Where(rows.ContainsKey).Select(p => rows[p])];
    }

    public async Task<IReadOnlyDictionary<int, PledgeRow>> ByPlaceAsync(IEnumerable<int> places, CancellationToken cancel)
    {
        var rows = await pledges.RowsAsync([.. places.Select(p => book.Index.Codes[p])], cancel);
        return rows.ToDictionary(r => book.PlaceOf(r.Code)!.Value, r => query.AsOf is { } day ? PledgeAsOf.On(r, book, day.DayNumber) : r);
    }
}
