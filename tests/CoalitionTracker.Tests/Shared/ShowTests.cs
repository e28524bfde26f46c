using CoalitionTracker.Data;
using CoalitionTracker.Shared;
using CoalitionTracker.Tests.Support;

namespace CoalitionTracker.Tests.Shared;

public sealed class ShowTests
{
    public static TheoryData<Money, string> Amounts =>
        new()
        {
            {
                new()
                {
                    Min = 4_500_000_000,
                    Max = 4_500_000_000,
                    Currency = "USD",
                },
                "US$4.5 bn"
            },
            {
                new()
                {
                    Min = 4_000_000_000,
                    Currency = "ISK",
                    Per = Per.Year,
                },
                "at least ISK 4 bn a year"
            },
            {
                new() { Max = 75_000_000_000, Currency = "NOK" },
                "up to NOK 75 bn"
            },
            {
                new() { Min = 154_500_000_000, Currency = "NOK" },
                "at least NOK 154.5 bn"
            },
            {
                new()
                {
                    Min = 200_000_000,
                    Max = 250_500_000,
                    Currency = "GBP",
                },
                "£200 m–£250.5 m"
            },
            {
                new()
                {
                    Min = 0.25m,
                    Max = 0.25m,
                    Per = Per.ShareOfGdp,
                },
                "0.25 % of GDP a year"
            },
            {
                new() { Min = 0.25m, Per = Per.ShareOfGdp },
                "at least 0.25 % of GDP a year"
            },
            {
                new()
                {
                    Min = 1000,
                    Max = 1000,
                    Currency = "EUR",
                    Per = Per.Month,
                },
                "€1,000 a month"
            },
            {
                new() { Words = "about 7.1 billion", Currency = "EUR" },
                "about 7.1 billion"
            },
            {
                new()
                {
                    Min = 999_999,
                    Max = 999_999,
                    Currency = "EUR",
                },
                "€999,999"
            },
            {
                new()
                {
                    Min = 12.5m,
                    Max = 12.5m,
                    Currency = "EUR",
                },
                "€12.5"
            },
        };

    [Theory]
    [InlineData(5.0, 5.0, "5")]
    [InlineData(0.0, 5.0, "up to 5")]
    [InlineData(null, 5.0, "up to 5")]
    [InlineData(5.0, null, "at least 5")]
    [InlineData(4.999999, 5.0000001, "5")]
    [InlineData(2.0, 5.0, "2–5")]
    [InlineData(null, null, "")]
    public void A_span_says_which_of_its_ends_is_open(double? min, double? max, string shown) =>
        Assert.Equal(shown, Show.Span((decimal?)min, (decimal?)max, n => Show.Plain(Math.Round(n, 4))));

    [Theory]
    [InlineData(5, 5, false, "5")]
    [InlineData(0, 5, false, "up to 5")]
    [InlineData(5, 5, true, "at least 5")]
    [InlineData(2, 5, true, "2–5 or more")]
    public void A_sum_with_something_open_in_it_is_open(int min, int max, bool isOpen, string shown) =>
        Assert.Equal(shown, Show.Total(min, max, isOpen, Show.Plain));

    [Fact]
    public void A_rounded_total_says_that_it_is_open() =>
        Assert.Equal("€1.23 bn to €2 bn or more", Show.RoundedSpan(1_234_000_000, 2_000_000_000, "EUR", isOpen: true).Replace('\u00a0', ' '));

    public static TheoryData<Quantity, string> Quantities =>
        new()
        {
            {
                new()
                {
                    Min = 10_000,
                    Max = 30_000,
                    Unit = "troops",
                },
                "10,000–30,000 troops"
            },
            {
                new() { Max = 15_000, Unit = "soldiers" },
                "up to 15,000 soldiers"
            },
            {
                new() { Min = 50, Unit = "soldiers" },
                "at least 50 soldiers"
            },
            {
                new()
                {
                    Min = 30,
                    Max = 30,
                    Unit = "F-16 aircraft",
                },
                "30 F-16 aircraft"
            },
            {
                new()
                {
                    Min = 1000,
                    Max = 1000,
                    Unit = "drones",
                    Per = Per.Month,
                },
                "1,000 drones a month"
            },
            {
                new() { Words = "several hundred", Unit = "troops" },
                "several hundred troops"
            },
            {
                new()
                {
                    Words = "thousands of",
                    Unit = "drones",
                    Per = Per.Month,
                },
                "thousands of drones a month"
            },
        };

    [Theory]
    [MemberData(nameof(Amounts))]
    public void An_amount_is_said_as_it_was_promised(Money money, string words) => Assert.Equal(words, Page.Squeeze(Show.Amount(money)));

    [Theory]
    [MemberData(nameof(Quantities))]
    public void A_quantity_is_said_as_it_was_promised(Quantity quantity, string words) => Assert.Equal(words, Show.Amount(quantity));

    [Fact]
    public void A_sum_never_breaks_between_its_number_and_its_unit() => Assert.DoesNotContain(' ', Show.Sum(154_500_000_000, "NOK"));

    [Theory]
    [InlineData(4_166_280_900, "€4.17 bn")]
    [InlineData(999_600_000, "€1 bn")]
    [InlineData(123_456, "€123,000")]
    [InlineData(999.6, "€1,000")]
    [InlineData(0, "€0")]
    public void What_was_converted_has_three_significant_places(decimal euros, string words) =>
        Assert.Equal(words, Page.Squeeze(Show.RoundedSum(euros, "EUR")));

    [Theory]
    [InlineData(1, "1 pledge")]
    [InlineData(0, "0 pledges")]
    [InlineData(1234, "1,234 pledges")]
    public void One_is_singular(int number, string words) => Assert.Equal(words, Show.Count(number, "pledge", "pledges"));

    [Fact]
    public void A_time_says_that_it_is_UTC() =>
        Assert.Equal("19 Aug 2025, 14:05 UTC", Show.Instant(new DateTime(2025, 8, 19, 14, 5, 9, DateTimeKind.Utc)));
}
