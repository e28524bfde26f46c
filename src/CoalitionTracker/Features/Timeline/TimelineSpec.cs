using CoalitionTracker.Data;
using CoalitionTracker.Shared.Lists;

namespace CoalitionTracker.Features.Timeline;

/// <summary>What can be asked of the timeline, and how it can be seen.</summary>
public static class TimelineSpec
{
    public const string ByKind = "kinds";
    public const string ByCountry = "countries";

    /// <summary>What the picture counts over time.</summary>
    public static ListChoice View { get; } =
        new("view", "Picture", [new(ByKind, "What happened, by kind"), new(ByCountry, "Whom it concerns, by country")]);

    /// <summary>Each kind's value, ready to be given for millions of entries.</summary>
    private static readonly string[][] Kinds = [.. Enum.GetValues<TimelineKind>().Select(k => new[] { k.Slug() })];

    internal static ListSpec<TimelineEntry> For(TimelineBook book) =>
        new()
        {
            Code = book.CodeOf,
            HasText = false,
            Facets =
            [
                new("country", "Country", book.Countries, book.ConcernedBy) { Open = true },
                new("kind", "Kind", Options.Of<TimelineKind>(), e => Kinds[(int)e.Kind]) { Open = true },
            ],
            // An entry stands at one place. A filter that also found it elsewhere would count it in each month of its year.
            Ranges = [new("from", "to", "Date", RangeKind.Day, e => e.HasDate ? (e.DayNumber, e.DayNumber) : null)],
            Sorts = [new("on", "Date", Number: e => e.HasDate ? e.DayNumber : null) { First = ("oldest first", "newest first") }],
            Choices = [View],
            DefaultSort = "-on",
            DefaultSize = 100,
        };

    private static IEnumerable<string> ConcernedBy(this TimelineBook book, TimelineEntry entry) =>
        book.AboutOf(entry) is { Count: > 0 } about ? book.CountriesOf(entry).Concat(about) : book.CountriesOf(entry);
}
