using CoalitionTracker.Data;
using CoalitionTracker.Tests.Support;

namespace CoalitionTracker.Tests.Features.Records;

/// <summary>Cases of how much: ranges, vague words, sums that must not be counted twice or converted away.</summary>
public sealed partial class AwkwardCases
{
    [Theory]
    [MemberData(nameof(Providers.All), MemberType = typeof(Providers))]
    public async Task Case_01_Ranges_and_open_ends_stay_as_they_were_said(StorageProvider provider)
    {
        var app = await apps.OnAsync(provider);

        var (range, page) = await SavedAsync(
            app,
            Pledge(
                "GBR-2025-901",
                "GBR",
                p =>
                    p.Quantity = new()
                    {
                        Min = 10_000,
                        Max = 30_000,
                        Unit = "troops",
                    }
            )
        );
        Assert.Equal((10_000m, 30_000m), (range.Quantity!.Min, range.Quantity.Max));
        Assert.Equal("10,000–30,000 troops", page.Fact("How much"));

        (var fewer, page) = await SeededAsync<Pledge>(app, "GBR-2025-002");
        Assert.Equal((null, 30_000m), (fewer.Quantity!.Min, fewer.Quantity.Max));
        Assert.StartsWith("fewer than 30,000", page.Fact("How much"), StringComparison.Ordinal);

        (var yearly, page) = await SeededAsync<Pledge>(app, "ISL-2024-001");
        Assert.Equal((4_000_000_000m, null, Per.Year), (yearly.Money!.Min, yearly.Money.Max, yearly.Money.Per));
        Assert.StartsWith("at least ISK 4 bn a year", page.Fact("How much"), StringComparison.Ordinal);

        (_, page) = await SavedAsync(app, Pledge("GBR-2025-902", "GBR", p => p.Money = new() { Max = 5_000_000, Currency = "GBP" }));
        Assert.StartsWith("up to £5 m", page.Fact("How much"), StringComparison.Ordinal);
        var row = await RowAsync(app, "GBR-2025-902");
        Assert.Equal(("", "5000000"), (row["amount_min"], row["amount_max"]));
    }

    [Theory]
    [MemberData(nameof(Providers.All), MemberType = typeof(Providers))]
    public async Task Case_02_A_vague_quantity_has_no_number(StorageProvider provider)
    {
        var app = await apps.OnAsync(provider);

        var (pledge, page) = await SeededAsync<Pledge>(app, "COW-2025-001");
        Assert.Equal((null, null), (pledge.Quantity!.Min, pledge.Quantity.Max));
        Assert.Equal("several hundred troops", page.Fact("How much"));
        Assert.Contains("several hundred troops", page.All("dl.facts em.vague"));
        var row = await RowAsync(app, pledge.Code);
        Assert.Equal(("", "", "several hundred"), (row["quantity_min"], row["quantity_max"], row["quantity_in_words"]));

        var (count, coalition) = (await app.ReadAsync<Count>("CNT-2025-002"), await app.PageAsync("/countries/COW"));
        Assert.Null(count!.Value);
        Assert.Equal("about ten", coalition.Document.QuerySelector("#CNT-2025-002 em.vague")!.TextContent);
    }

    [Theory]
    [MemberData(nameof(Providers.All), MemberType = typeof(Providers))]
    public async Task Case_02_The_same_pledge_as_a_company_and_as_several_hundred_stand_side_by_side(StorageProvider provider)
    {
        var (pledge, page) = await SeededAsync<Pledge>(await apps.OnAsync(provider), "EST-2025-001");

        Assert.Equal((50m, 250m), (pledge.Quantity!.Min, pledge.Quantity.Max));
        Assert.Equal((null, null), (pledge.Rivals[0].Quantity!.Min, pledge.Rivals[0].Quantity!.Max));
        Assert.Contains("50–250 soldiers", page.Fact("How much"), StringComparison.Ordinal);
        var rival = page.Section("Rival claims");
        Assert.Contains("several hundred soldiers", rival, StringComparison.Ordinal);
        Assert.Contains("ERR, on the same pledge", rival, StringComparison.Ordinal);
    }

    [Theory]
    [MemberData(nameof(Providers.All), MemberType = typeof(Providers))]
    public async Task Case_13_The_same_sum_announced_twice_is_counted_once(StorageProvider provider)
    {
        var app = await apps.OnAsync(provider);
        var (_, again) = await SeededAsync<Pledge>(app, "JPN-2024-001");
        var (_, first) = await SeededAsync<Pledge>(app, "JPN-2023-001");

        Assert.StartsWith("Left out: restates another", again.Fact("In totals"), StringComparison.Ordinal);
        Assert.StartsWith("Counted", first.Fact("In totals"), StringComparison.Ordinal);
        Assert.Contains("Restates 4.5 billion dollars, of which about 1 billion new", again.Section("Related pledges"), StringComparison.Ordinal);
        Assert.Contains("Restated by 4.5 billion dollars in defence assistance", first.Section("Related pledges"), StringComparison.Ordinal);
        Assert.Equal(["JPN-2023-001"], await CodesAsync(app, "/pledges.csv?country=JPN&total=counted"));
        Assert.Equal("restated", (await RowAsync(app, "JPN-2024-001"))["in_totals"]);
    }

    [Theory]
    [MemberData(nameof(Providers.All), MemberType = typeof(Providers))]
    public async Task Case_14_A_ceiling_that_was_raised_twice_is_superseded_and_not_added_up(StorageProvider provider)
    {
        var app = await apps.OnAsync(provider);
        foreach (var code in new[] { "NOR-2023-001", "NOR-2024-003" })
        {
            var (_, old) = await SeededAsync<Pledge>(app, code);
            Assert.StartsWith("Left out: superseded or withdrawn", old.Fact("In totals"), StringComparison.Ordinal);
            Assert.Contains("Superseded by Programme of at least 154.5 billion", old.Section("Related pledges"), StringComparison.Ordinal);
        }

        var (newest, page) = await SeededAsync<Pledge>(app, "NOR-2024-004");
        Assert.Equal("at least NOK 154.5 bn", Page.TextOf(page.Document.QuerySelector("dl.facts .number")));
        Assert.Contains("2025 at least NOK 35 bn", page.Section("Instalments"), StringComparison.Ordinal);
        Assert.Equal(
            ["NOR-2024-003", "NOR-2023-001", "NOR-2024-001"],
            newest.Relations.Where(r => r.Kind is RelationKind.Supersedes).Select(r => r.Pledge)
        );
        var (_, ceiling) = await SeededAsync<Pledge>(app, "NOR-2023-001");
        Assert.StartsWith("up to NOK 75 bn", ceiling.Fact("How much"), StringComparison.Ordinal);
        Assert.DoesNotContain(
            await Csv.ReadAsync(app, "/pledges.csv?country=NOR&total=counted&total=weak-grade"),
            r => r["code"] is "NOR-2023-001" or "NOR-2024-003"
        );
    }

    [Theory]
    [MemberData(nameof(Providers.All), MemberType = typeof(Providers))]
    public async Task Case_15_A_share_of_GDP_is_no_sum(StorageProvider provider)
    {
        var app = await apps.OnAsync(provider);
        var (pledge, page) = await SeededAsync<Pledge>(app, "LVA-2024-001");

        Assert.Equal((0.25m, null, Per.ShareOfGdp), (pledge.Money!.Min, pledge.Money.Currency, pledge.Money.Per));
        Assert.Contains("0.25 % of GDP a year", page.Fact("How much"), StringComparison.Ordinal);
        Assert.StartsWith("Left out: no fixed sum", page.Fact("In totals"), StringComparison.Ordinal);
        var row = await RowAsync(app, pledge.Code);
        Assert.Equal(("0.25", "", "", "share-of-gdp"), (row["amount_min"], row["currency"], row["eur_min"], row["amount_per"]));
    }

    [Theory]
    [MemberData(nameof(Providers.All), MemberType = typeof(Providers))]
    public async Task Case_16_Things_without_a_price_have_no_price(StorageProvider provider)
    {
        var app = await apps.OnAsync(provider);
        var (aircraft, page) = await SeededAsync<Pledge>(app, "BEL-2024-001");

        Assert.Null(aircraft.Money);
        Assert.Equal("30 F-16 aircraft", page.Fact("How much"));
        var row = await RowAsync(app, aircraft.Code);
        Assert.Equal(("30", "", "no-money"), (row["quantity_min"], row["eur_max"], row["in_totals"]));

        var (drones, second) = await SeededAsync<Pledge>(app, "GBR-2026-002");
        Assert.Equal((null, Per.Month), (drones.Quantity!.Min, drones.Quantity.Per));
        Assert.Contains("1,000 interceptor drones a month", second.Section("Rival claims"), StringComparison.Ordinal);
    }

    [Theory]
    [MemberData(nameof(Providers.All), MemberType = typeof(Providers))]
    public async Task Case_16_A_vague_number_a_month_still_says_that_it_is_a_month_s(StorageProvider provider)
    {
        var (_, page) = await SeededAsync<Pledge>(await apps.OnAsync(provider), "GBR-2026-002");

        Assert.Equal("thousands of interceptor drones a month", page.Fact("How much"));
    }

    [Theory]
    [MemberData(nameof(Providers.All), MemberType = typeof(Providers))]
    public async Task Case_17_Money_for_one_s_own_forces_is_not_aid(StorageProvider provider)
    {
        var app = await apps.OnAsync(provider);
        var (pledge, page) = await SeededAsync<Pledge>(app, "GBR-2026-001");

        Assert.Equal(SpentOn.OwnForces, pledge.SpentOn);
        Assert.Equal("The pledger's own forces", page.Fact("Spent on"));
        Assert.StartsWith("Left out: spent on own forces", page.Fact("In totals"), StringComparison.Ordinal);
        Assert.DoesNotContain(pledge.Code, await CodesAsync(app, "/pledges.csv?country=GBR&total=counted&total=weak-grade"));
    }

    [Theory]
    [MemberData(nameof(Providers.All), MemberType = typeof(Providers))]
    public async Task Case_18_Who_opted_out_of_a_loan_carries_none_of_it_and_shares_that_overlap_are_left_out(StorageProvider provider)
    {
        var app = await apps.OnAsync(provider);
        var (loan, page) = await SeededAsync<Pledge>(app, "EU-2025-001");

        Assert.Equal("European Union", Page.TextOf(page.Document.QuerySelector("p.who")));
        Assert.Equal("Czechia, Hungary, Slovakia", page.Fact("Opted out"));
        Assert.Equal("Loan", page.Fact("Instrument"));
        foreach (var country in new[] { "CZE", "HUN", "SVK" })
            Assert.DoesNotContain(loan.Code, await CodesAsync(app, $"/pledges.csv?country={country}"));
        Assert.Equal(("EU", "CZE HUN SVK"), ((await RowAsync(app, loan.Code))["countries"], (await RowAsync(app, loan.Code))["opted_out"]));
        Assert.Equal("0", (await Csv.ReadAsync(app, "/countries.csv")).Single(r => r["code"] == "HUN")["pledges"]);

        var (_, fund) = await SeededAsync<Pledge>(app, "EU-2024-001");
        Assert.StartsWith("Left out: overlaps another", fund.Fact("In totals"), StringComparison.Ordinal);
    }

    [Theory]
    [MemberData(nameof(Providers.All), MemberType = typeof(Providers))]
    public async Task Case_21_A_source_s_conversion_error_is_shown_as_the_source_s_error(StorageProvider provider)
    {
        var (pledge, page) = await SeededAsync<Pledge>(await apps.OnAsync(provider), "JPN-2024-001");

        Assert.Equal((4_500_000_000m, "USD"), (pledge.Money!.Min, pledge.Money.Currency));
        var rivals = page.SectionOf("Rival claims")!.QuerySelectorAll("tbody tr.mistaken").Select(r => Page.TextOf(r)).ToList();
        Assert.Contains(
            rivals,
            r => r.Contains("€4.173 m", StringComparison.Ordinal) && r.Contains("Wrong by a factor of 1,000", StringComparison.Ordinal)
        );
        Assert.Contains(rivals, r => r.Contains("450億ドル", StringComparison.Ordinal) && r.Contains("Mistaken", StringComparison.Ordinal));
        Assert.StartsWith("US$4.5 bn about €4.17 bn at the ECB rates of 13 Jun 2024", page.Fact("How much"), StringComparison.Ordinal);
    }
}
