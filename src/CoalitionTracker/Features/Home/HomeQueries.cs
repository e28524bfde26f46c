using CoalitionTracker.Data;
using CoalitionTracker.Features.Countries;
using CoalitionTracker.Features.Pledges;
using CoalitionTracker.Features.Statements;
using CoalitionTracker.Shared.Lists;
using Microsoft.EntityFrameworkCore;

namespace CoalitionTracker.Features.Home;

/// <summary>What the home page shows: where the coalition stands, and what is newest.</summary>
public sealed record HomeView
{
    /// <summary>Published pledges, refusals not among them.</summary>
    public required int Pledges { get; init; }
    public required int Refusals { get; init; }

    /// <summary>How many countries and organisations pledged or refused something.</summary>
    public required int Pledgers { get; init; }
    public required int Statements { get; init; }
    public required int Sources { get; init; }

    /// <summary>Different numbers of countries, the best supported count of each, the newest first.</summary>
    public required IReadOnlyList<Count> Counts { get; init; }
    public required int AllCounts { get; init; }

    /// <summary>Countries by where they stand on land forces.</summary>
    public required IReadOnlyList<(Level Level, IReadOnlyList<string> Countries)> LandForces { get; init; }

    /// <summary>Countable money by pledger, the largest first; joint pledges not shared out.</summary>
    public required IReadOnlyList<MoneyByCountry> Money { get; init; }
    public required IReadOnlyList<PledgeRow> NewestPledges { get; init; }
    public required IReadOnlyList<StatementRow> NewestStatements { get; init; }
    public required IReadOnlyList<Event> NewestEvents { get; init; }
}

/// <summary>What one country's countable pledges add up to, in euros: those graded A and B, and those of any grade.</summary>
public sealed record MoneyByCountry(string Country, (decimal Min, decimal Max) Strong, (decimal Min, decimal Max) Any);

/// <summary>Reads the home page, once for each version of the record.</summary>
public sealed class HomeQueries(RecordVersion versions, PledgeList pledges, StatementList statements, CountryList countries)
{
    private const int Newest = 6;
    private const int HeadlineCounts = 12;
    private const int TopDonors = 10;

    public async Task<HomeView> ReadAsync(CancellationToken cancel) =>
        await versions.OnceAsync(await versions.CurrentAsync(cancel), LoadAsync, cancel);

    private async Task<HomeView> LoadAsync(CoalitionDb db)
    {
        var published = await pledges.ListAsync(new ListQuery { Sort = "-announced", Size = Newest });
        var said = await statements.ListAsync(new ListQuery { Sort = "-on", Size = Newest });
        var land = await countries.ListAsync(new ListQuery { Sort = "name", Size = ListQuery.MaxSize });
        var counts = await db.Counts.Where(c => c.State == RecordState.Published && c.Unit == CountUnit.Countries).ToListAsync();
        var shown = counts
            .GroupBy(c => c.Shown)
            .Select(same => same.OrderBy(c => c.Grade).ThenByDescending(c => c.On.Day).First())
            .OrderBy(c => c.Grade)
            .ThenByDescending(c => c.On.Day)
            .Take(HeadlineCounts)
            .OrderByDescending(c => c.On.Day)
            .ToList();
        var events = await db.Events.Where(e => e.State == RecordState.Published).ToListAsync();
        var refusals = Counted(published, "level", Level.RuledOut.Slug());
        return new HomeView
        {
            Pledges = published.Total - refusals,
            Refusals = refusals,
            Pledgers = published.Facets.First(f => f.Key == "country").Options.Count,
            Statements = said.Total,
            Sources = await db.Sources.CountAsync(s => s.State == RecordState.Published),
            Counts = shown,
            AllCounts = counts.Count,
            LandForces =
            [
                .. new[] { Level.Ratified, Level.Signed, Level.Declared, Level.UnderDiscussion, Level.RuledOut }
                    .Select(level =>
                        (
                            level,
                            (IReadOnlyList<string>)
                                [
                                    .. land
                                        .Rows.Where(c => c.On(Contribution.LandForces).Stance == level && c.Code != Country.Coalition)
                                        .Select(c => c.Code),
                                ]
                        )
                    )
                    .Where(group => group.Item2.Count > 0),
            ],
            Money = await MoneyAsync(),
            NewestPledges = published.Rows,
            NewestStatements = said.Rows,
            NewestEvents = [.. events.OrderByDescending(e => e.On.Day).Take(Newest)],
        };
    }

    private async Task<IReadOnlyList<MoneyByCountry>> MoneyAsync()
    {
        var countable = new ListQuery
        {
            Sort = "-amount",
            Size = 1,
            Chosen = new Dictionary<string, IReadOnlyList<string>> { ["total"] = [TotalRule.Counted.Slug(), TotalRule.WeakGrade.Slug()] },
        };
        var sums = new List<MoneyByCountry>();
        foreach (var country in (await pledges.ListAsync(countable)).Facets.First(f => f.Key == "country").Options)
        {
            var strong = await pledges.ListAsync(countable.With("country", country.Value));
            var any = await pledges.ListAsync(countable.With("country", country.Value) with { Totals = PledgeList.AllGrades });
            sums.Add(new MoneyByCountry(country.Value, SumOf(strong), SumOf(any)));
        }
        return [.. sums.Where(s => s.Any.Max > 0).OrderByDescending(s => s.Strong.Max).ThenByDescending(s => s.Any.Max).Take(TopDonors)];
    }

    private static (decimal Min, decimal Max) SumOf(ListPage<PledgeRow> page) => (page.Sums[PledgeList.EurMin], page.Sums[PledgeList.EurMax]);

    private static int Counted(ListPage<PledgeRow> page, string facet, string value) =>
        page.Facets.First(f => f.Key == facet).Options.FirstOrDefault(o => o.Value == value)?.Count ?? 0;
}
