using System.Globalization;
using CoalitionTracker.Data;

namespace CoalitionTracker.Benchmarks.Generating;

/// <summary>Dates between Russia's full-scale invasion and the last exchange rates that ship with the product, some of them vague.</summary>
internal static class DateMaker
{
    private static readonly DateOnly First = new(2022, 2, 24);
    public static readonly DateOnly Last = new(2026, 4, 13);

    public static DateOnly Day(Random random) => First.AddDays(random.Next(Last.DayNumber - First.DayNumber + 1));

    /// <summary>The day as exactly as a source may give it.</summary>
    public static RecordDate Announced(DateOnly day, Random random) =>
        RecordDate.Parse(
            random.Weighted(
                (Text(day, "yyyy-MM-dd"), 82),
                (Text(day, "yyyy-MM-dd") + "~", 3),
                (Text(day, "yyyy-MM"), 8),
                (Text(day, "yyyy"), 3),
                ($"[{Text(day, "yyyy-MM-dd")}..{Text(day.AddDays(20), "yyyy-MM-dd")}]", 2),
                ("../" + Text(day, "yyyy-MM-dd"), 1),
                ("", 1)
            )
        );

    /// <summary>A span of whole years from the day's year on, such as 2024/2034.</summary>
    public static RecordDate Years(DateOnly day, int years) => RecordDate.Parse($"{day.Year}/{day.Year + years}");

    private static string Text(DateOnly day, string format) => day.ToString(format, CultureInfo.InvariantCulture);
}
