using System.Globalization;
using CoalitionTracker.Data;
using CoalitionTracker.Features.Explore;
using CoalitionTracker.Features.Pledges;
using CoalitionTracker.Shared.Lists;
using CoalitionTracker.Tests.Support;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Primitives;

namespace CoalitionTracker.Tests.Features.Explore;

/// <summary>
/// Totals proved: what a pivot adds up, what it leaves out and why agrees with a second computation over the records themselves, for the seeded record and
/// for made ones, under every filter tried.
/// </summary>
public sealed class PivotTests
{
    private const int Questions = 250;

    [Theory]
    [MemberData(nameof(Providers.All), MemberType = typeof(Providers))]
    public async Task Totals_of_the_seeded_record_are_those_of_a_plain_computation(StorageProvider provider)
    {
        await using var app = await TestApp.SeededAsync(provider);
        var pledges = DataFiles.Records("article").Concat(DataFiles.Records("coalition")).OfType<Pledge>().ToList();

        await CompareAsync(app, pledges, new Random(1));
    }

    [Theory]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(4)]
    public async Task Totals_of_made_records_are_those_of_a_plain_computation(int seed)
    {
        await using var app = await TestApp.EmptyAsync();
        var pledges = SomePledges.Make(seed, 220);
        await app.SaveAsync([.. pledges]);

        await CompareAsync(app, pledges, new Random(seed));
    }

    private static async Task CompareAsync(TestApp app, IReadOnlyList<Pledge> pledges, Random random)
    {
        var pivots = app.Services.GetRequiredService<PledgePivots>();
        var nonEmpty = 0;
        for (var i = 0; i < Questions; i++)
        {
            var query = Ask(random, pledges);
            var view = await ReadAsync(query, _ => PivotParts.All);
            await CompareTextsAsync(query, ReadAsync);
            var plain = new PlainTotals(pledges, view.Query.AsOf);
            var anyGrade = query.ContainsKey("totals");
            var matching = plain.Matching(query);
            var asked = QueryString.Create(query).ToString();

            Assert.Equal((asked, plain.Of(matching, anyGrade)), (asked, Sum(view.Pivot.Total)));
            Assert.Equal((asked, Excluded(matching, plain)), (asked, Excluded(view.Pivot.Total)));
            Assert.Equal((asked, NotAdded(matching, plain)), (asked, NotAdded(view.Pivot.Total)));
            CompareRows(asked, view, matching, plain, anyGrade);
            await CompareListAsync(app.Services.GetRequiredService<PledgeList>(), query, matching, plain, anyGrade);
            nonEmpty += matching.Count > 0 ? 1 : 0;
        }
        Assert.True(nonEmpty > Questions / 4, $"Only {nonEmpty} questions found anything.");

        Task<PivotView> ReadAsync(Dictionary<string, StringValues> asked, Func<ListQuery, PivotParts> parts) =>
            pivots.ReadAsync(
                new QueryCollection(asked),
                ExploreView.Page with
                {
                    Parts = parts,
                    Scope = _ => PivotScope.All,
                },
                TestContext.Current.CancellationToken
            );
    }

    /// <summary>The list of pledges finds the same under the same filters, adds up the same money, and counts the same beside its filters.</summary>
    private static async Task CompareListAsync(
        PledgeList list,
        Dictionary<string, StringValues> query,
        List<Pledge> matching,
        PlainTotals plain,
        bool anyGrade
    )
    {
        var asked = query.Where(q => q.Key is not ("measure" or "rows" or "columns")).Append(new("size", "200")).ToDictionary();
        var found = await list.ListAsync(new QueryCollection(asked), TestContext.Current.CancellationToken);
        var question = QueryString.Create(asked).ToString();
        var money = plain.Of(matching, anyGrade).Money;
        var levels = found.Facets.First(f => f.Key == "level").Options.Where(o => o.Count > 0).ToDictionary(o => o.Value, o => o.Count);

        Assert.Equal((question, matching.Count), (question, found.Total));
        if (matching.Count <= ListQuery.MaxSize)
            Assert.Equal(matching.Select(p => (p.Code, Level: plain.LevelOf(p))).Order(), found.Rows.Select(r => (r.Code, r.Level)).Order());
        Assert.Equal((question, money?.From ?? 0, money?.To ?? 0), (question, found.Sums[PledgeList.EurMin], found.Sums[PledgeList.EurMax]));
        if (!query.ContainsKey("level"))
            Assert.Equal(matching.GroupBy(p => plain.LevelOf(p).Slug()).ToDictionary(g => g.Key, g => g.Count()), levels);
    }

    /// <summary>The page adds up only what its measure shows; it shows the same as if it added up everything.</summary>
    private static async Task CompareTextsAsync(
        Dictionary<string, StringValues> query,
        Func<Dictionary<string, StringValues>, Func<ListQuery, PivotParts>, Task<PivotView>> readAsync
    )
    {
        foreach (var measure in ExploreView.Measure.Options)
        {
            var asked = new Dictionary<string, StringValues>(query) { ["measure"] = measure.Value };
            Assert.Equal(Texts(await readAsync(asked, _ => PivotParts.All)), Texts(await readAsync(asked, ExploreView.Parts)));
        }
    }

    private static IReadOnlyList<string?> Texts(PivotView view)
    {
        var measure = ExploreView.MeasureOf(view.Query);
        var cells = Enumerable
            .Range(0, view.Pivot.Rows.Count)
            .SelectMany(row => Enumerable.Range(0, view.Pivot.Columns.Count).Select(column => view.Pivot[row, column]));
        return
        [
            .. cells.Concat(view.Pivot.RowTotals).Concat(view.Pivot.ColumnTotals).Append(view.Pivot.Total).Select(c => ExploreView.Text(c, measure)),
        ];
    }

    /// <summary>Every row's total, and every cell, by contribution and level: one value each.</summary>
    private static void CompareRows(string asked, PivotView view, List<Pledge> matching, PlainTotals plain, bool anyGrade)
    {
        var byCell = matching.ToLookup(p => (Key(view.Rows, p, plain), Key(view.Columns, p, plain)));
        for (var row = 0; row < view.Pivot.Rows.Count; row++)
        {
            var inRow = matching.Where(p => Key(view.Rows, p, plain) == view.Pivot.Rows[row].Value).ToList();
            Assert.Equal((asked, row, plain.Of(inRow, anyGrade)), (asked, row, Sum(view.Pivot.RowTotals[row])));
            for (var column = 0; column < view.Pivot.Columns.Count; column++)
            {
                var inCell = byCell[(view.Pivot.Rows[row].Value, view.Pivot.Columns[column].Value)].ToList();
                Assert.Equal((asked, row, column, plain.Of(inCell, anyGrade)), (asked, row, column, Sum(view.Pivot[row, column])));
            }
        }
    }

    private static string Key(string dimension, Pledge pledge, PlainTotals plain) =>
        dimension switch
        {
            "contribution" => pledge.Contribution.Slug(),
            "level" => plain.LevelOf(pledge).Slug(),
            "total" => plain.Rule(pledge).Slug(),
            "instrument" => pledge.Instrument.Slug(),
            "country" => PlainTotals.PledgersOf(pledge) is [var only] ? only : "together",
            "year" => pledge.Announced.Day?.Year.ToString(CultureInfo.InvariantCulture) ?? "none",
            _ => throw new ArgumentOutOfRangeException(nameof(dimension), dimension, "Not asked here."),
        };

    /// <summary>A question with filters of all kinds, more often than not as of a day.</summary>
    private static Dictionary<string, StringValues> Ask(Random random, IReadOnlyList<Pledge> pledges)
    {
        var query = new Dictionary<string, StringValues> { ["measure"] = "money", ["state"] = Some<RecordState>(random, except: RecordState.Draft) };
        query["rows"] = random.GetItems(["contribution", "country", "total"], 1)[0];
        query["columns"] = random.GetItems(["level", "instrument", "year"], 1)[0];
        if (random.Next(3) > 0)
            query["asOf"] = new DateOnly(2023, 6, 1).AddDays(random.Next(1150)).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
        if (random.Next(3) == 0)
            query["totals"] = PledgeList.AllGrades;
        if (random.Next(4) == 0)
            query["country"] = pledges[random.Next(pledges.Count)].Parties.Select(p => p.Country).ToArray();
        if (random.Next(4) == 0)
            query["contribution"] = Some<Contribution>(random);
        if (random.Next(4) == 0)
            query["level"] = Some<Level>(random);
        if (random.Next(5) == 0)
            query["delivery"] = Some<Delivery>(random);
        if (random.Next(5) == 0)
            query["total"] = Some<TotalRule>(random);
        if (random.Next(6) == 0)
            query["validity"] = Some<Validity>(random);
        if (random.Next(6) == 0)
            query["people"] = Some<PeopleRule>(random);
        if (random.Next(6) == 0)
            query["year"] = pledges[random.Next(pledges.Count)].Announced.Day?.Year.ToString(CultureInfo.InvariantCulture) ?? "none";
        if (random.Next(5) == 0)
            query["grade"] = Some<Grade>(random);
        if (random.Next(5) == 0)
            query["instrument"] = Some<Instrument>(random);
        if (random.Next(6) == 0)
            query["condition"] = new StringValues([.. Some<ConditionKind>(random).ToArray(), "none"]);
        if (random.Next(5) == 0)
            query["from"] = new DateOnly(2023, 1, 1).AddDays(random.Next(900)).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
        if (random.Next(5) == 0)
            query["to"] = (query.TryGetValue("from", out var from) ? DateOnly.Parse(from!, CultureInfo.InvariantCulture) : new DateOnly(2024, 1, 1))
                .AddDays(random.Next(900))
                .ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
        return query;
    }

    private static StringValues Some<T>(Random random, params T[] except)
        where T : struct, Enum
    {
        var values = Enum.GetValues<T>().Except(except).ToArray();
        random.Shuffle(values);
        return new StringValues([.. values.Take(random.Next(1, values.Length + 1)).Select(v => v.Slug())]);
    }

    private static PlainTotals.Sum Sum(PivotCell? cell) =>
        cell is null
            ? new PlainTotals.Sum(0, 0, 0, 0, 0, null, null)
            : new PlainTotals.Sum(
                cell.Pledges,
                cell.Refusals,
                cell.Ended,
                cell.Counted,
                cell.LeftOut,
                cell.EurMin is { } least ? (least, cell.EurMax!.Value, cell.EurOpen) : null,
                cell.PeopleMin is { } fewest ? (fewest, cell.PeopleMax!.Value, cell.PeopleOpen) : null
            );

    private static string NotAdded(PivotCell cell) =>
        string.Join(
            ", ",
            Enum.GetValues<PeopleRule>().Where(r => r is not (PeopleRule.Counted or PeopleRule.NoPeople)).Select(r => $"{r.Slug()} {cell.Under(r)}")
        );

    /// <summary>Every reason for which people are not added, with the number of pledges that it applies to.</summary>
    private static string NotAdded(List<Pledge> pledges, PlainTotals plain)
    {
        var reasons = pledges.Where(PlainTotals.NamesPeople).Select(plain.WhyNotPeople).ToList();
        string[] known = ["not-published", "ruled-out", "restated", "part-of-another", "superseded", "overlaps", "in-words", "no-fixed-number"];
        return string.Join(", ", known.Select(k => $"{k} {reasons.Count(r => r == k)}"));
    }

    private static string Excluded(PivotCell cell) => Excluded(cell.Under);

    private static string Excluded(List<Pledge> pledges, PlainTotals plain)
    {
        var rules = pledges.Where(p => p.Money is not null).Select(plain.Rule).ToList();
        return Excluded(rule => rules.Count(r => r == rule));
    }

    /// <summary>Every rule with the number of pledges of money that it applies to.</summary>
    private static string Excluded(Func<TotalRule, int> count) =>
        string.Join(", ", Enum.GetValues<TotalRule>().Select(r => $"{r.Slug()} {count(r)}"));
}
