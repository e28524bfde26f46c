using System.Globalization;
using CoalitionTracker.Data;
using CsCheck;

namespace CoalitionTracker.Tests.Data;

public sealed class RecordDateTests
{
    private static readonly Gen<DateOnly> Day = Gen.Int[new DateOnly(1900, 1, 1).DayNumber, new DateOnly(2200, 12, 31).DayNumber]
        .Select(DateOnly.FromDayNumber);

    private static readonly Gen<string> Simple = Gen.Select(Day, Gen.OneOf("yyyy-MM-dd", "yyyy-MM", "yyyy"))
        .Select((day, form) => day.ToString(form, CultureInfo.InvariantCulture));

    private static readonly Gen<string> Edtf = Gen.Select(Simple, Simple, Gen.Int[0, 4], Gen.Bool)
        .Select(
            (one, other, form, about) =>
            {
                var (start, end) = string.CompareOrdinal(one[..4], other[..4]) <= 0 ? (one[..4], other[..4]) : (other[..4], one[..4]);
                var text = form switch
                {
                    0 => one,
                    1 => $"{start}/{end}",
                    2 => $"[{start}..{end}]",
                    3 => $"../{one}",
                    _ => $"{one}/..",
                };
                return text + (about ? "~" : "");
            }
        );

    [Theory]
    [InlineData("2025-08-19", DatePrecision.Day, "2025-08-19", "2025-08-19", "19 Aug 2025")]
    [InlineData("2024-02", DatePrecision.Month, "2024-02-01", "2024-02-29", "Feb 2024")]
    [InlineData("2022", DatePrecision.Year, "2022-01-01", "2022-12-31", "2022")]
    [InlineData("9999", DatePrecision.Year, "9999-01-01", "9999-12-31", "9999")]
    [InlineData("9999-12", DatePrecision.Month, "9999-12-01", "9999-12-31", "Dec 9999")]
    [InlineData("2024/2034", DatePrecision.Interval, "2024-01-01", "2034-12-31", "2024 to 2034")]
    [InlineData("2024-04/2025-03", DatePrecision.Interval, "2024-04-01", "2025-03-31", "Apr 2024 to Mar 2025")]
    [InlineData("[2024-03-01..2024-04-04]", DatePrecision.Between, "2024-03-01", "2024-04-04", "between 1 Mar 2024 and 4 Apr 2024")]
    [InlineData("../2022-10-03", DatePrecision.Until, null, "2022-10-03", "until 3 Oct 2022")]
    [InlineData("2022-02/..", DatePrecision.From, "2022-02-01", null, "from Feb 2022")]
    [InlineData("2025-03-15~", DatePrecision.Day, "2025-03-15", "2025-03-15", "about 15 Mar 2025")]
    [InlineData("../2025-01~", DatePrecision.Until, null, "2025-01-31", "about until Jan 2025")]
    [InlineData("", DatePrecision.NotStated, null, null, "date not stated")]
    [InlineData(null, DatePrecision.NotStated, null, null, "date not stated")]
    public void A_date_is_as_exact_as_it_was_given(string? edtf, DatePrecision precision, string? earliest, string? latest, string words)
    {
        var date = RecordDate.Parse(edtf);

        Assert.Equal(precision, date.Precision);
        Assert.Equal((earliest, latest), (Iso(date.Earliest), Iso(date.Latest)));
        Assert.Equal(words, date.ToString());
        Assert.Equal(edtf ?? "", date.Edtf);
        Assert.Equal(edtf?.EndsWith('~') ?? false, date.IsApproximate);
    }

    [Theory]
    [InlineData("19.08.2025")]
    [InlineData("2025-8-19")]
    [InlineData("2025-02-30")]
    [InlineData("2025-13")]
    [InlineData("25")]
    [InlineData("2034/2024")]
    [InlineData("[2024-04-04..2024-03-01]")]
    [InlineData("../..")]
    [InlineData("[2024]")]
    [InlineData("2024/2025/2026")]
    [InlineData("soon")]
    [InlineData("~")]
    [InlineData("2025-08-19T10:00")]
    [InlineData("２０２５-08-19")]
    public void What_is_no_date_is_refused_with_the_forms_that_are(string text)
    {
        Assert.False(RecordDate.TryParse(text, out _));
        Assert.Contains("2025-08-19", Assert.Throws<FormatException>(() => RecordDate.Parse(text)).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Every_date_goes_out_as_it_came_in() =>
        Edtf.Sample(text => RecordDate.Parse(text).Edtf == text && RecordDate.Parse(text) == RecordDate.Parse(RecordDate.Parse(text).Edtf));

    [Fact]
    public void A_date_s_first_day_is_never_after_its_last() =>
        Edtf.Sample(text =>
        {
            var date = RecordDate.Parse(text);
            return date.IsStated && (date.Earliest is null || date.Latest is null || date.Earliest <= date.Latest) && date.Day is not null;
        });

    [Fact]
    public void The_words_of_a_date_hold_no_signs_of_its_notation() =>
        Edtf.Sample(text => !RecordDate.Parse(text).ToString().Any(c => c is '/' or '[' or ']' or '~') && text.Length <= RecordDate.MaxLength);

    private static string? Iso(DateOnly? day) => day?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    [Fact]
    public void No_text_makes_the_parser_fail() => Gen.String.Sample(text => RecordDate.TryParse(text, out var date) || !date.IsStated);
}
