using System.Globalization;
using System.Net;
using CoalitionTracker.Data;
using CoalitionTracker.Features.Funding;
using CoalitionTracker.Tests.Support;

namespace CoalitionTracker.Tests.Features.Funding;

public sealed class MoneyPageTests(SeededApp seeded)
{
    [Fact]
    public async Task What_falls_due_in_a_year_is_the_sum_of_its_counted_instalments()
    {
        await using var app = await TestApp.EmptyAsync();
        await app.SaveAsync(WithInstalments("JPN-2025-901", (2026, 10), (2027, 20)), WithInstalments("JPN-2025-902", (2027, 5)));

        var rows = (await app.PageAsync("/money?totals=all")).All("#money-due tbody tr");

        Assert.Equal(["2026 10 1", "2027 25 2"], rows);
    }

    [Theory]
    [InlineData("")]
    [InlineData("?totals=all")]
    public async Task The_reasons_in_the_data_add_up_to_what_is_left_out(string query)
    {
        var rows = await Csv.ReadAsync(seeded.App, $"/money.csv{query}");

        Assert.Contains(rows, r => r["pledges_left_out"] != "0");
        Assert.All(
            rows,
            r =>
                Assert.Equal(
                    r["pledges_left_out"],
                    r.Where(c => c.Key.StartsWith("left_out_", StringComparison.Ordinal))
                        .Sum(c => int.Parse(c.Value, CultureInfo.InvariantCulture))
                        .ToString(CultureInfo.InvariantCulture)
                )
        );
    }

    [Fact]
    public async Task The_largest_amount_that_can_be_recorded_is_shown()
    {
        await using var app = await TestApp.EmptyAsync();
        var pledge = Of("JPN-2025-901", min: Record.NumberMax, max: Record.NumberMax, Grade.A);
        pledge.Money!.Currency = "GBP"; // worth more than as many euros
        await app.SaveAsync(pledge);

        foreach (var path in new[] { "/money", "/pledges", "/", "/explore?measure=money" })
            Assert.Equal((path, HttpStatusCode.OK), (path, (await app.PageAsync(path)).Status));
    }

    [Fact]
    public async Task Totals_that_are_kept_are_those_of_the_record_as_it_is()
    {
        await using var app = await TestApp.EmptyAsync();
        await app.SaveAsync(WithInstalments("JPN-2025-901", (2026, 10)));
        Assert.Contains("from 1 pledge;", (await app.PageAsync("/money?totals=all")).All("p.lead")[0], StringComparison.Ordinal);
        Assert.Equal("1 pledge", (await app.PageAsync("/explore")).All(".found")[0]);

        await app.SaveAsync(WithInstalments("JPN-2025-902", (2027, 5)));

        Assert.Contains("from 2 pledges;", (await app.PageAsync("/money?totals=all")).All("p.lead")[0], StringComparison.Ordinal);
        Assert.Equal("2 pledges", (await app.PageAsync("/explore")).All(".found")[0]);
    }

    [Fact]
    public async Task Ends_that_are_open_are_said_to_be_open()
    {
        await using var app = await TestApp.EmptyAsync();
        var atLeast = Of("JPN-2025-901", min: 154_500_000, max: null, Grade.A);
        atLeast.Instalments =
        [
            new() { Year = 2026, Max = 10_000_000 },
            new() { Year = 2027, Min = 35_000_000 },
            new() { Year = 2027, Words = "more" },
        ];
        await app.SaveAsync(atLeast, Of("FRA-2025-901", min: null, max: 75_000_000, Grade.A));

        var page = await app.PageAsync("/money");

        Assert.StartsWith("€154 m to €230 m or more of countable money", page.All("p.lead")[0].Replace('\u00a0', ' '), StringComparison.Ordinal);
        Assert.Equal(["at least 154.5", "up to 75"], page.All("#behind td[data-label='€ m']").Select(t => t.Split("rate of")[0]));
        Assert.Equal(["up to 10", "at least 35", "–"], page.All("#money-by-year td[data-label='€ m']"));
        Assert.Equal(["Counted", "Counted", "Left out: only in words"], page.All("#money-by-year td[data-label='In totals']"));
        Assert.Equal(["2026 up to 10 1", "2027 at least 35 1 1"], page.All("#money-due tbody tr"));
        Assert.Equal("at least 154.5", page.All("#money-by-country tbody tr:has([href='/countries/JPN']) td.total")[0]);
        Assert.Contains(
            "up to 0.08",
            (await app.PageAsync("/")).All("#home-money tbody tr:has([href='/countries/FRA'])")[0],
            StringComparison.Ordinal
        );
    }

    [Fact]
    public async Task All_of_what_is_counted_leads_to_as_many_pledges_as_are_counted()
    {
        await using var app = await TestApp.EmptyAsync();
        var codes = Enumerable.Range(901, FundingQueries.MaxCounted + 5).Select(n => $"JPN-2025-{n}").ToList();
        await app.SaveAsync([.. codes.Select((c, i) => Of(c, 1, 1, i % 2 == 0 ? Grade.A : Grade.D))]);

        var page = await app.PageAsync("/money?totals=all");
        var link = page.Document.QuerySelectorAll("#behind a").Single(a => a.TextContent == "All of them").GetAttribute("href")!;

        Assert.Contains($"from {codes.Count} pledges;", page.All("p.lead")[0], StringComparison.Ordinal);
        Assert.Equal($"{codes.Count} pledges", (await app.PageAsync(link)).All(".found")[0]);
    }

    [Fact]
    public async Task Filters_are_of_money_only_and_there_is_no_order_to_choose()
    {
        await using var app = await TestApp.EmptyAsync();
        await app.SaveAsync(Of("JPN-2025-901", 1, 1, Grade.A), Example.Pledge("JPN-2025-902"));

        foreach (var address in new[] { "/money", "/money?asOf=2025-09-01" })
        {
            var page = await app.PageAsync(address);
            Assert.Null(page.Document.QuerySelector("input[name=total][value=no-money]"));
            Assert.Single(page.Document.QuerySelectorAll("input[name=contribution]"));
            Assert.Null(page.Document.QuerySelector("select[name=sort]"));
        }
        Assert.Equal("Japan 1", (await app.PageAsync("/money")).All("label:has(input[name=country])")[0]);
        foreach (var nothing in new[] { "sort=title", "size=5", "page=2" })
            Assert.Equal((nothing, HttpStatusCode.BadRequest), (nothing, (await app.PageAsync("/money?" + nothing)).Status));
    }

    [Fact]
    public async Task What_is_in_words_only_is_left_out_for_that_reason()
    {
        var leftOut = (await seeded.App.PageAsync("/money?country=DEU")).Section("What is left out, and why");

        Assert.Contains("Only in words 1 The sources give no number", leftOut, StringComparison.Ordinal);
        Assert.DoesNotContain("share of GDP", leftOut, StringComparison.Ordinal);
    }

    [Fact]
    public async Task How_much_of_a_sum_is_new_stands_beside_it()
    {
        var page = await seeded.App.PageAsync("/money?country=JPN&new-money=partly");

        var row = page.All("#behind tbody tr").Single();
        Assert.Contains("about 1 billion of it new aid, the rest guarantees for World Bank loans", row, StringComparison.Ordinal);
        Assert.Contains("Partly new money", row, StringComparison.Ordinal);
        Assert.Equal("Partly new money 1", (await seeded.App.PageAsync("/money")).All("label:has(input[name=new-money][value=partly])")[0]);
    }

    private static Pledge Of(string code, decimal? min, decimal? max, Grade grade)
    {
        var pledge = Example.Pledge(code, code[..3]);
        pledge.Contribution = Contribution.Financial;
        pledge.Citations[0].Grade = grade;
        pledge.Money = new Money
        {
            Min = min,
            Max = max,
            Currency = "EUR",
        };
        return pledge;
    }

    private static Pledge WithInstalments(string code, params (int Year, int Millions)[] due)
    {
        var pledge = Example.Pledge(code);
        pledge.Contribution = Contribution.Financial;
        pledge.Money = new Money
        {
            Min = due.Sum(d => d.Millions) * 1_000_000m,
            Max = due.Sum(d => d.Millions) * 1_000_000m,
            Currency = "EUR",
            Per = Per.Once,
        };
        pledge.Instalments =
        [
            .. due.Select(d => new Instalment
            {
                Year = d.Year,
                Min = d.Millions * 1_000_000m,
                Max = d.Millions * 1_000_000m,
            }),
        ];
        return pledge;
    }
}
