using CoalitionTracker.Data;
using CoalitionTracker.Features.Countries;
using CoalitionTracker.Features.Pledges;
using CoalitionTracker.Features.Statements;
using CoalitionTracker.Shared;
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
    public required IReadOnlyList<Count> Counts { get; init; }
    public required IReadOnlyDictionary<string, Source> CountSources { get; init; }

    /// <summary>Countries by where they stand on land forces.</summary>
    public required IReadOnlyList<(Level Level, IReadOnlyList<string> Countries)> LandForces { get; init; }

    /// <summary>Countable money by pledger, the largest first; joint pledges not shared out.</summary>
    public required IReadOnlyList<MoneyByCountry> Money { get; init; }
    public required IReadOnlyList<PledgeRow> NewestPledges { get; init; }
    public required IReadOnlyList<StatementRow> NewestStatements { get; init; }
    public required IReadOnlyList<Event> NewestEvents { get; init; }
}

/// <summary>What one country's countable pledges add up to, in euros.</summary>
public sealed record MoneyByCountry(string Country, decimal EurMin, decimal EurMax, int Pledges);

/// <summary>Reads the home page, once for each version of the record.</summary>
public sealed class HomeQueries(RecordVersion versions, PledgeList pledges, StatementList statements, CountryList countries)
{
    private const int Newest = 6;
    private const int TopDonors = 10;

    public async Task<HomeView> ReadAsync(CancellationToken cancel) =>
        await versions.OnceAsync(await versions.CurrentAsync(cancel), LoadAsync, cancel);

    private async Task<HomeView> LoadAsync(CoalitionDb db)
    {
        var published = await pledges.ListAsync(new ListQuery { Sort = "-announced", Size = Newest });
        var said = await statements.ListAsync(new ListQuery { Sort = "-on", Size = Newest });
        var land = await countries.ListAsync(new ListQuery { Sort = "name", Size = ListQuery.MaxSize });
        var counts = await db.Counts.Where(c => c.State == RecordState.Published && c.Unit == CountUnit.Countries).ToListAsync();
        var shown = counts.OrderByDescending(c => c.On.Day).ThenBy(c => c.Code).ToList();
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
            CountSources = await RecordReader.SourcesOfAsync(db, shown, CancellationToken.None),
            LandForces =
            [
                .. new[] { Level.Ratified, Level.Signed, Level.Declared, Level.UnderDiscussion, Level.RuledOut }
                    .Select(level =>
                        (
                            level,
                            (IReadOnlyList<string>)[.. land.Rows.Where(c => c.LandForces == level && c.Code != Country.Coalition).Select(c => c.Code)]
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
        var counted = new ListQuery { Sort = "-amount", Size = 1 }.With("total", TotalRule.Counted.Slug());
        var sums = new List<MoneyByCountry>();
        var withMoney = await pledges.ListAsync(counted);
        foreach (var country in withMoney.Facets.First(f => f.Key == "country").Options)
        {
            var one = await pledges.ListAsync(counted.With("country", country.Value));
            sums.Add(new MoneyByCountry(country.Value, one.Sums[PledgeList.EurMin], one.Sums[PledgeList.EurMax], one.Total));
        }
        return [.. sums.OrderByDescending(s => s.EurMax).Take(TopDonors)];
    }

    private static int Counted(ListPage<PledgeRow> page, string facet, string value) =>
        page.Facets.First(f => f.Key == facet).Options.FirstOrDefault(o => o.Value == value)?.Count ?? 0;
}
