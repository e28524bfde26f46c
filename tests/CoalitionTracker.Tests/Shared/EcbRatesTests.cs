using CoalitionTracker.Shared;
using CoalitionTracker.Tests.Support;

namespace CoalitionTracker.Tests.Shared;

public sealed class EcbRatesTests
{
    private static readonly EcbRates Shipped = EcbRates.Read(Path.Combine(DataFiles.Folder, "reference", "ecb-rates.csv"));

    /// <summary>As the ECB publishes it: newest first, a comma at the end of each line, N/A for no rate.</summary>
    private const string Small = """
        Date,USD,JPY,NOK,HRK,
        2024-06-14,1.0700,168.00,11.4,N/A,
        2024-06-13,1.0800,169.00,11.5,N/A,
        2024-06-12,1.0900,N/A,11.6,7.5,
        """;

    [Fact]
    public void A_weekend_has_Friday_s_rate()
    {
        var conversion = Read(Small).Convert(107, "USD", new DateOnly(2024, 6, 16))!;

        Assert.Equal((100m, 107m, new DateOnly(2024, 6, 14)), (conversion.Eur, conversion.Usd, conversion.RateDay));
    }

    [Fact]
    public void A_day_has_its_own_rate_and_the_dollars_of_the_same_day()
    {
        var conversion = Read(Small).Convert(115, "NOK", new DateOnly(2024, 6, 13))!;

        Assert.Equal((10m, 10.8m, new DateOnly(2024, 6, 13)), (conversion.Eur, conversion.Usd, conversion.RateDay));
    }

    [Fact]
    public void A_day_without_a_rate_of_the_currency_has_the_last_one_before()
    {
        Assert.Null(Read(Small).Convert(1, "JPY", new DateOnly(2024, 6, 12)));
        Assert.Equal(new DateOnly(2024, 6, 12), Read(Small).Convert(1, "HRK", new DateOnly(2024, 6, 14))?.RateDay);
    }

    [Fact]
    public void Euros_stay_euros()
    {
        var conversion = Read(Small).Convert(10, "EUR", new DateOnly(2024, 6, 13))!;

        Assert.Equal((10m, 10.8m), (conversion.Eur, conversion.Usd));
    }

    [Fact]
    public void Euros_outside_the_file_are_euros_without_dollars()
    {
        var conversion = Read(Small).Convert(10, "EUR", new DateOnly(1999, 1, 1))!;

        Assert.Equal((10m, null), (conversion.Eur, conversion.Usd));
    }

    [Theory]
    [InlineData("UAH", "2024-06-13")]
    [InlineData("ZZZ", "2024-06-13")]
    [InlineData("", "2024-06-13")]
    [InlineData("USD", "2024-06-11")]
    [InlineData("USD", "2024-06-25")]
    [InlineData("USD", "2099-01-01")]
    public void Without_a_rate_near_the_day_nothing_is_guessed(string currency, string day) =>
        Assert.Null(Read(Small).Convert(1, currency, DateOnly.Parse(day, null)));

    [Fact]
    public void A_rate_may_be_ten_days_old_and_not_eleven()
    {
        Assert.NotNull(Read(Small).Convert(1, "USD", new DateOnly(2024, 6, 14).AddDays(EcbRates.MaxAgeInDays)));
        Assert.Null(Read(Small).Convert(1, "USD", new DateOnly(2024, 6, 14).AddDays(EcbRates.MaxAgeInDays + 1)));
    }

    [Fact]
    public void The_shipped_file_converts_Japan_s_4_5_billion_dollars()
    {
        var conversion = Shipped.Convert(4_500_000_000, "USD", new DateOnly(2024, 6, 13))!;

        Assert.Equal(new DateOnly(2024, 6, 13), conversion.RateDay);
        Assert.InRange(conversion.Eur, 4_100_000_000, 4_200_000_000);
        Assert.Equal(4_500_000_000, conversion.Usd);
    }

    [Fact]
    public void The_shipped_file_knows_when_a_currency_ended()
    {
        Assert.NotNull(Shipped.Convert(1, "HRK", new DateOnly(2022, 12, 30)));
        Assert.Null(Shipped.Convert(1, "HRK", new DateOnly(2023, 6, 1)));
        Assert.Null(Shipped.Convert(1, "UAH", new DateOnly(2024, 6, 13)));
    }

    [Theory]
    [InlineData("Day,USD\n2024-06-13,1.08", "line 1", "the first column must be Date")]
    [InlineData("", "line 1", "the first column must be Date")]
    [InlineData("Date,USD,JPY,\n2024-06-13,1.08,169,\n13.06.2024,1.07,168,", "line 3, Date", "\"13.06.2024\" is not a day")]
    [InlineData("Date,USD,JPY,\n2024-06-13,1.08,many,", "line 2, JPY", "\"many\" is not a rate")]
    [InlineData("Date,USD,JPY,\n2024-06-13,0,169,", "line 2, USD", "\"0\" is not a rate")]
    [InlineData("Date,USD,JPY,\n2024-06-13,-1.08,169,", "line 2, USD", "\"-1.08\" is not a rate")]
    public void A_broken_file_is_refused_with_line_and_column(string csv, string place, string reason)
    {
        var path = Write(csv);

        var refused = Assert.Throws<InvalidDataException>(() => EcbRates.Read(path));

        Assert.StartsWith($"{path}, {place}", refused.Message, StringComparison.Ordinal);
        Assert.Contains(reason, refused.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_line_that_ends_too_soon_is_refused_like_any_other_fault() =>
        Assert.Throws<InvalidDataException>(() => Read("Date,USD,JPY,\n2024-06-13,1.08"));

    private static EcbRates Read(string csv) => EcbRates.Read(Write(csv));

    private static string Write(string csv)
    {
        var path = Path.Combine(Databases.Folder, $"{Guid.NewGuid():N}.csv");
        File.WriteAllText(path, csv);
        return path;
    }
}
