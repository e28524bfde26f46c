using System.Globalization;

namespace CoalitionTracker.Features.Timeline;

/// <summary>A stretch of time that the picture counts together: a month, a quarter or a year.</summary>
/// <param name="From">Its first day.</param>
/// <param name="To">Its last day.</param>
/// <param name="Label">The year first, so that pictures know it as time: "2024 Jun".</param>
public sealed record TimelinePeriod(DateOnly From, DateOnly To, string Label)
{
    private static readonly CultureInfo Form = CultureInfo.InvariantCulture;

    /// <summary>The periods from the first day to the last. None is shorter than a month: many dates are not known to the day.</summary>
    /// <param name="most">How many can be told apart in the picture; longer ones are taken until there are no more.</param>
    public static (string Unit, IReadOnlyList<TimelinePeriod> Periods) Between(DateOnly first, DateOnly last, int most)
    {
        var months = MonthOf(last) - MonthOf(first) + 1;
        return months <= most ? ("month", Months(first, last, 1, m => m.ToString("yyyy MMM", Form)))
            : months <= 3 * most ? ("quarter", Months(first, last, 3, m => $"{m.Year} Q{(m.Month + 2) / 3}"))
            : ("year", Months(first, last, 12, m => m.ToString("yyyy", Form)));
    }

    private static int MonthOf(DateOnly day) => day.Year * 12 + day.Month - 1;

    private static List<TimelinePeriod> Months(DateOnly first, DateOnly last, int length, Func<DateOnly, string> label)
    {
        var periods = new List<TimelinePeriod>();
        for (var month = MonthOf(first) / length * length; month <= MonthOf(last); month += length)
            periods.Add(new TimelinePeriod(FirstOf(month), LastOf(month + length - 1), label(FirstOf(month))));
        return periods;
    }

    private static DateOnly FirstOf(int month) => new(month / 12, month % 12 + 1, 1);

    private static DateOnly LastOf(int month) => new(month / 12, month % 12 + 1, DateTime.DaysInMonth(month / 12, month % 12 + 1));
}
