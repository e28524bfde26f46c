using CoalitionTracker.Data;
using CoalitionTracker.Tests.Support;

namespace CoalitionTracker.Tests.Features.Funding;

public sealed class MoneyPageTests
{
    [Fact]
    public async Task What_falls_due_in_a_year_is_the_sum_of_its_counted_instalments()
    {
        await using var app = await TestApp.EmptyAsync();
        await app.SaveAsync(WithInstalments("JPN-2025-901", (2026, 10), (2027, 20)), WithInstalments("JPN-2025-902", (2027, 5)));

        var rows = (await app.PageAsync("/money?totals=all")).All("#money-due tbody tr");

        Assert.Equal(["2026 10 1", "2027 25 2"], rows);
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
