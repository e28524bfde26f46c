using CoalitionTracker.Data;
using CoalitionTracker.Features.Timeline;
using CsCheck;

namespace CoalitionTracker.Tests.Features.Timeline;

public sealed class TimelineEntryTests
{
    private static readonly Gen<(TimelineKind Kind, int Place, int Part, int? Day, DatePrecision Precision)> Parts = Gen.Select(
        Gen.Enum<TimelineKind>(),
        Gen.Int[0, TimelineEntry.MaxPlaces - 1],
        Gen.Int[0, TimelineEntry.MaxParts - 1],
        Gen.Int[0, DateOnly.MaxValue.DayNumber].Nullable(),
        Gen.Enum<DatePrecision>()
    );

    [Fact]
    public void A_number_holds_all_that_it_was_made_of() =>
        Parts.Sample(p =>
        {
            var entry = TimelineEntry.Of(p.Kind, p.Place, p.Part, p.Day, p.Precision);

            Assert.True(entry.Key >= 0);
            Assert.Equal((p.Kind, p.Place, p.Part, p.Day is not null), (entry.Kind, entry.Place, entry.Part, entry.HasDate));
            if (p.Day is { } day)
                Assert.Equal(DateOnly.FromDayNumber(day), entry.Day);
        });

    [Fact]
    public void Numbers_are_ordered_as_time_and_what_has_no_date_comes_last() =>
        Gen.Select(Parts, Parts)
            .Sample(
                (a, b) =>
                {
                    var (one, other) = (
                        TimelineEntry.Of(a.Kind, a.Place, a.Part, a.Day, a.Precision),
                        TimelineEntry.Of(b.Kind, b.Place, b.Part, b.Day, b.Precision)
                    );
                    Assert.Equal(Math.Sign(Order(one).CompareTo(Order(other))), Math.Sign(one.Key.CompareTo(other.Key)));
                }
            );

    [Theory]
    [InlineData("2024-02-10", "2024-04-01", 24, "month", "2024 Feb, 2024 Mar, 2024 Apr")]
    [InlineData("2023-11-30", "2024-01-01", 24, "month", "2023 Nov, 2023 Dec, 2024 Jan")]
    [InlineData("2023-12-31", "2024-07-01", 5, "quarter", "2023 Q4, 2024 Q1, 2024 Q2, 2024 Q3")]
    [InlineData("2020-05-05", "2022-01-01", 5, "year", "2020, 2021, 2022")]
    [InlineData("2024-06-13", "2024-06-13", 24, "month", "2024 Jun")]
    public void Periods_follow_each_other_without_a_gap(string first, string last, int most, string unit, string labels)
    {
        var (found, periods) = TimelinePeriod.Between(DayOf(first), DayOf(last), most);

        Assert.Equal((unit, labels), (found, string.Join(", ", periods.Select(p => p.Label))));
        Assert.InRange(DayOf(first), periods[0].From, periods[0].To);
        Assert.InRange(DayOf(last), periods[^1].From, periods[^1].To);
        Assert.All(periods.Zip(periods.Skip(1)), p => Assert.Equal(p.First.To.AddDays(1), p.Second.From));
    }

    private static (int, Sharpness, TimelineKind, int, int) Order(TimelineEntry e) => (e.DayNumber, e.Sharpness, e.Kind, e.Place, e.Part);

    private static DateOnly DayOf(string day) => DateOnly.Parse(day, System.Globalization.CultureInfo.InvariantCulture);
}
