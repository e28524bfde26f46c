using CoalitionTracker.Data;
using Microsoft.AspNetCore.Http.Extensions;

namespace CoalitionTracker.Shared.Lists;

/// <summary>One value of a facet: in the URL, and for readers.</summary>
public sealed record FacetOption(string Value, string Label);

/// <summary>Facet options from the vocabulary.</summary>
public static class Options
{
    /// <summary>Every value of a choice, in the vocabulary's order.</summary>
    public static IReadOnlyList<FacetOption> Of<TEnum>(params TEnum[] except)
        where TEnum : struct, Enum => [.. Enum.GetValues<TEnum>().Except(except).Select(v => new FacetOption(v.Slug(), v.Label()))];

    /// <summary>The grades with what they mean.</summary>
    public static IReadOnlyList<FacetOption> Grades { get; } =
    [.. Enum.GetValues<Grade>().Select(g => new FacetOption(g.Slug(), $"{g}: {g.Description()}"))];

    /// <summary>The record states that a reader can ask for.</summary>
    public static IReadOnlyList<FacetOption> States { get; } = Of(RecordState.Draft);
}

/// <summary>A property by which a list can be narrowed, with a count beside each value. Several chosen values mean "any of them".</summary>
/// <param name="Of">The values that one entry has; several for a property such as its countries.</param>
/// <param name="Default">The value that is chosen when the URL names none; null for all.</param>
public sealed record Facet<T>(string Key, string Label, IReadOnlyList<FacetOption> Options, Func<T, IEnumerable<string>> Of, string? Default = null)
{
    /// <summary>A fold that stands open when nothing in it is chosen.</summary>
    public bool Open { get; init; }

    /// <summary>Whether it has no meaning for another day than today.</summary>
    public bool IsOfToday { get; init; }
}

/// <summary>What a range's ends are.</summary>
public enum RangeKind
{
    /// <summary>A calendar day; kept as its day number.</summary>
    Day,

    /// <summary>A whole number of euros.</summary>
    Euro,
}

/// <summary>A property by which a list can be limited from below and above.</summary>
/// <param name="From">The URL's name of the lower end.</param>
/// <param name="To">The URL's name of the upper end.</param>
/// <param name="Of">The span that an entry has; it matches where the spans overlap. Null where it has none, which never matches.</param>
public sealed record Range<T>(string From, string To, string Label, RangeKind Kind, Func<T, (long Min, long Max)?> Of);

/// <summary>An order of the list. Ties are broken by code; entries without a value come last either way.</summary>
public sealed record Sort<T>(string Key, string Label, Func<T, long?>? Number = null, Func<T, string?>? Text = null)
{
    /// <summary>What comes first in ascending and in descending order, for readers.</summary>
    public (string Ascending, string Descending) First { get; init; } = Text is null ? ("smallest first", "largest first") : ("A to Z", "Z to A");
}

/// <summary>A number that is summed over what matches, each to two places: more would be exacter than any exchange rate.</summary>
public sealed record Measure<T>(string Key, Func<T, decimal?> Of);

/// <summary>What the list's sums count: a choice that the reader has.</summary>
/// <param name="Facet">The facet that says of each entry whether and why it counts.</param>
/// <param name="Values">The facet's values that count.</param>
public sealed record TotalChoice(string Value, string Label, string Facet, IReadOnlyList<string> Values);

/// <summary>A choice that does not narrow the list but says how it is shown: its grouping, its measure. The first option is the default.</summary>
public sealed record ListChoice(string Key, string Label, IReadOnlyList<FacetOption> Options);

/// <summary>What the form above a list needs to know of its specification.</summary>
public interface IListForm
{
    IEnumerable<(string From, string To, string Label, RangeKind Kind)> RangeFields { get; }

    /// <summary>Every order in both directions, as the URL names it and as readers do.</summary>
    IEnumerable<FacetOption> SortChoices { get; }

    int DefaultSize { get; }

    /// <summary>What the form holds when nothing is asked for, as a query string: what a script may leave out of the address.</summary>
    string Defaults { get; }

    string DefaultSort { get; }

    IReadOnlyList<FacetOption> Columns { get; }

    IReadOnlyList<TotalChoice> TotalChoices { get; }

    IReadOnlyList<ListChoice> Choices { get; }

    /// <summary>Whether the list can be searched for a text.</summary>
    bool HasText { get; }

    /// <summary>Whether the list can be asked for as of a day.</summary>
    bool HasAsOf { get; }

    /// <summary>The query string of a query on this list, with its question mark; empty when everything is as by default.</summary>
    string Address(ListQuery query);
}

/// <summary>What can be asked of one list: the same for its page, its downloads and its API.</summary>
public sealed class ListSpec<T> : IListForm
{
    public required Func<T, string> Code { get; init; }

    public IReadOnlyList<Facet<T>> Facets { get; init; } = [];

    public IReadOnlyList<Range<T>> Ranges { get; init; } = [];

    /// <summary>The orders that a reader can choose; empty where nothing is listed.</summary>
    public required IReadOnlyList<Sort<T>> Sorts { get; init; }

    public IReadOnlyList<Measure<T>> Measures { get; init; } = [];

    /// <summary>What the sums can count; the first is what they count when the URL does not say.</summary>
    public IReadOnlyList<TotalChoice> TotalChoices { get; init; } = [];

    public IReadOnlyList<ListChoice> Choices { get; init; } = [];

    public bool HasText { get; init; } = true;

    /// <summary>Whether its entries are shown page by page; if not, there is no page and no size to ask for.</summary>
    public bool HasPages { get; init; } = true;

    public bool HasAsOf { get; init; }

    /// <summary>The order when the URL names none, as the URL would name it: <c>-announced</c> for newest first.</summary>
    public required string DefaultSort { get; init; }

    /// <summary>Rows on a page when the URL does not say.</summary>
    public int DefaultSize { get; init; } = ListQuery.DefaultSize;

    /// <summary>Columns that a reader can choose, in their order; empty when the list has one set of columns.</summary>
    public IReadOnlyList<FacetOption> Columns { get; init; } = [];

    public IReadOnlyList<string> DefaultColumns { get; init; } = [];

    public IEnumerable<(string From, string To, string Label, RangeKind Kind)> RangeFields => Ranges.Select(r => (r.From, r.To, r.Label, r.Kind));

    public IEnumerable<FacetOption> SortChoices =>
        Sorts.SelectMany(s =>
            new[] { new FacetOption(s.Key, $"{s.Label}: {s.First.Ascending}"), new FacetOption("-" + s.Key, $"{s.Label}: {s.First.Descending}") }
        );

    public string Address(ListQuery query) => query.ToQueryString(this);

    public string Defaults
    {
        get
        {
            var defaults = new QueryBuilder();
            if (Sorts.Count > 0)
                defaults.Add("sort", DefaultSort);
            foreach (var facet in Facets.Where(f => f.Default is not null))
                defaults.Add(facet.Key, facet.Default!);
            foreach (var choice in TotalChoices.Take(1))
                defaults.Add("totals", choice.Value);
            foreach (var choice in Choices)
                defaults.Add(choice.Key, choice.Options[0].Value);
            defaults.Add("columns", DefaultColumns);
            return defaults.ToString();
        }
    }
}

/// <summary>Ranges and orders over dates that may be vague.</summary>
public static class Dates
{
    /// <summary>The order by a date's first possible day.</summary>
    public static Sort<T> Sort<T>(string key, string label, Func<T, RecordDate> date) =>
        new(key, label, Number: entry => date(entry).Day?.DayNumber) { First = ("oldest first", "newest first") };

    /// <summary>The range from–to over a date; a vague date matches where any of its days could.</summary>
    public static Range<T> Range<T>(string label, Func<T, RecordDate> date) =>
        new(
            "from",
            "to",
            label,
            RangeKind.Day,
            entry =>
                date(entry) is { IsStated: true } stated
                    ? (stated.Earliest?.DayNumber ?? DateOnly.MinValue.DayNumber, stated.Latest?.DayNumber ?? DateOnly.MaxValue.DayNumber)
                    : null
        );
}
