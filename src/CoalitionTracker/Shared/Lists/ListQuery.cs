using System.Globalization;
using CoalitionTracker.Data;
using Microsoft.AspNetCore.Http.Extensions;
using Microsoft.Extensions.Primitives;

namespace CoalitionTracker.Shared.Lists;

/// <summary>What a reader asked of a list, read from and written to the URL. Defaults are left out of the URL.</summary>
public sealed record ListQuery
{
    public const int DefaultSize = 25;
    public const int MaxSize = 200;
    public const int MaxTextLength = 200;

    /// <summary>A text that more records than this mention is too broad to search for within a list.</summary>
    public const int MaxTextHits = 20_000;

    /// <summary>The URL's name of the day as of which the record is asked for.</summary>
    public const string AsOfName = "asOf";

    public string Text { get; init; } = "";

    /// <summary>The chosen values by facet; a facet that is not named has its default.</summary>
    public IReadOnlyDictionary<string, IReadOnlyList<string>> Chosen { get; init; } = new Dictionary<string, IReadOnlyList<string>>();

    /// <summary>The ends that were given, as written, by their name in the URL.</summary>
    public IReadOnlyDictionary<string, string> Ends { get; init; } = new Dictionary<string, string>();

    /// <summary>The key of the order, with a minus in front for descending.</summary>
    public string Sort { get; init; } = "";

    public int Page { get; init; } = 1;

    /// <summary>Rows on a page, clamped to 1 to <see cref="MaxSize"/>.</summary>
    public int Size { get; init; } = DefaultSize;

    public IReadOnlyList<string> Columns { get; init; } = [];

    /// <summary>What the sums count; empty for the list's first choice.</summary>
    public string Totals { get; init; } = "";

    /// <summary>The day as of which the record is asked for, by its own dates; null for the record as it stands.</summary>
    public DateOnly? AsOf { get; init; }

    /// <summary>What was picked of the list's own choices, by their names in the URL; a choice that is not named has its first option.</summary>
    public IReadOnlyDictionary<string, string> Picked { get; init; } = new Dictionary<string, string>();

    /// <summary>The folded words that all must be found.</summary>
    public IReadOnlyList<string> FoldedWords => [.. SearchEntry.Fold(Text).Split(' ', StringSplitOptions.RemoveEmptyEntries).Distinct()];

    /// <summary>Whether anything narrows the list.</summary>
    public bool IsNarrowed => Text.Length > 0 || Chosen.Count > 0 || Ends.Count > 0;

    /// <summary>Reads a query string.</summary>
    /// <exception cref="RuleException">A name or a value is not known to the list; says which, and what would be right.</exception>
    public static ListQuery Parse<T>(IEnumerable<KeyValuePair<string, StringValues>> parameters, ListSpec<T> spec)
    {
        var problems = new List<Problem>();
        var query = new ListQuery
        {
            Sort = spec.DefaultSort,
            Columns = spec.DefaultColumns,
            Size = spec.DefaultSize,
        };
        var chosen = new Dictionary<string, IReadOnlyList<string>>();
        var (ends, picked) = (new Dictionary<string, string>(), new Dictionary<string, string>());
        foreach (var (name, values) in parameters)
        {
            var value = values.LastOrDefault(v => !string.IsNullOrEmpty(v)) ?? "";
            if (value.Length == 0 && name.Length > 0 && IsKnown(name, spec))
                continue; // an empty field of the form
            if (IsSingle(name, spec))
                CheckOnce(name, values, problems);
            if (spec.Facets.FirstOrDefault(f => f.Key == name) is { } facet)
                chosen[name] = CheckAll(name, values, facet.Options, problems);
            else if (spec.Ranges.FirstOrDefault(r => r.From == name || r.To == name) is { } range)
                ends[name] = CheckEnd(name, value, range.Kind, problems);
            else if (name == "q" && spec.HasText)
                query = query with { Text = CheckText(value, problems) };
            else if (name == "sort" && spec.Sorts.Count > 0)
                query = query with { Sort = CheckSort(value, spec, problems) };
            else if (name == "page" && spec.HasPages)
                query = query with { Page = CheckNumber(name, value, 1_000_000, problems) };
            else if (name == "size" && spec.HasPages)
                query = query with { Size = CheckNumber(name, value, MaxSize, problems) };
            else if (name == AsOfName && spec.HasAsOf)
                query = query with { AsOf = CheckAsOf(value, problems) };
            else if (spec.Choices.FirstOrDefault(c => c.Key == name) is { } choice)
                picked[name] = CheckAll(name, value, choice.Options, problems).FirstOrDefault() ?? choice.Options[0].Value;
            else if (name == "totals" && spec.TotalChoices.Count > 0)
                query = query with { Totals = CheckTotals(value, spec.TotalChoices, problems) };
            else if (name == "columns" && spec.Columns.Count > 0)
                query = query with { Columns = CheckAll(name, values, spec.Columns, problems) };
            else if (name == AsOfName)
                problems.Add(new Problem(name, "This list shows the record as it is today; /pledges, /matrix and /explore show other days."));
            else
                problems.Add(new Problem(name, $"There is no such filter here. Known are {string.Join(", ", Names(spec))}."));
        }
        foreach (var facet in spec.Facets.Where(f => f.IsOfToday && query.AsOf is not null && chosen.ContainsKey(f.Key)))
            problems.Add(new Problem(facet.Key, $"{facet.Label} is a matter of today. Take this filter away, or the day ({AsOfName})."));
        if (problems.Count > 0)
            throw new RuleException(problems);
        query = query with { Ends = ends };
        if (spec.Ranges.FirstOrDefault(r => query.End(r.To) < query.End(r.From)) is { } reversed)
            throw new RuleException(reversed.To, $"{ends[reversed.To]} lies before {ends[reversed.From]}, where the range begins.");
        foreach (
            var facet in spec.Facets.Where(f =>
                f.Default is not null && chosen.TryGetValue(f.Key, out var values) && values is [var one] && one == f.Default
            )
        )
            chosen.Remove(facet.Key);
        foreach (var choice in spec.Choices.Where(c => picked.GetValueOrDefault(c.Key) == c.Options[0].Value))
            picked.Remove(choice.Key);
        return query with { Chosen = chosen, Picked = picked };
    }

    /// <summary>The option that is picked of a choice.</summary>
    public string PickedFor(ListChoice choice) => Picked.GetValueOrDefault(choice.Key, choice.Options[0].Value);

    /// <summary>The values that a facet is narrowed to; empty for all.</summary>
    public IReadOnlyList<string> ChosenFor<T>(Facet<T> facet) =>
        Chosen.TryGetValue(facet.Key, out var values) ? values
        : facet.Default is { } value ? [value]
        : [];

    /// <summary>The end of a range as a number, null when open.</summary>
    public long? End(string name) =>
        !Ends.TryGetValue(name, out var text) ? null
        : DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? day.DayNumber
        : long.Parse(text, CultureInfo.InvariantCulture);

    /// <summary>The query string, with its question mark; empty when everything is as by default.</summary>
    public string ToQueryString<T>(ListSpec<T> spec)
    {
        var builder = new QueryBuilder();
        if (Text.Length > 0)
            builder.Add("q", Text);
        foreach (var facet in spec.Facets.Where(f => Chosen.ContainsKey(f.Key)))
            builder.Add(facet.Key, Chosen[facet.Key]);
        foreach (var end in spec.Ranges.SelectMany(r => new[] { r.From, r.To }).Where(Ends.ContainsKey))
            builder.Add(end, Ends[end]);
        foreach (var choice in spec.Choices.Where(c => Picked.ContainsKey(c.Key)))
            builder.Add(choice.Key, Picked[choice.Key]);
        if (AsOf is { } day)
            builder.Add(AsOfName, Show.Iso(day));
        if (Sort != spec.DefaultSort && Sort.Length > 0)
            builder.Add("sort", Sort);
        if (!Columns.SequenceEqual(spec.DefaultColumns))
            builder.Add("columns", Columns);
        if (Totals.Length > 0)
            builder.Add("totals", Totals);
        if (Size != spec.DefaultSize)
            builder.Add("size", Size.ToString(CultureInfo.InvariantCulture));
        if (Page > 1)
            builder.Add("page", Page.ToString(CultureInfo.InvariantCulture));
        return builder.ToString();
    }

    /// <summary>The same query without one chosen value, on its first page.</summary>
    public ListQuery Without(string facet, string value)
    {
        var chosen = Chosen.ToDictionary();
        chosen[facet] = [.. chosen.GetValueOrDefault(facet, []).Where(v => v != value)];
        if (chosen[facet].Count == 0)
            chosen.Remove(facet);
        return this with { Chosen = chosen, Page = 1 };
    }

    /// <summary>The same query narrowed to these values of a facet, on its first page.</summary>
    public ListQuery With(string facet, params IReadOnlyList<string> values) =>
        this with
        {
            Chosen = new Dictionary<string, IReadOnlyList<string>>(Chosen) { [facet] = values },
            Page = 1,
        };

    private static bool IsKnown<T>(string name, ListSpec<T> spec) => Names(spec).Contains(name);

    /// <summary>Whether one value at most makes sense; of facets and columns several can be chosen.</summary>
    private static bool IsSingle<T>(string name, ListSpec<T> spec) =>
        IsKnown(name, spec) && spec.Facets.All(f => f.Key != name) && !(name == "columns" && spec.Columns.Count > 0);

    /// <summary>Of two values that contradict each other none is picked in silence.</summary>
    public static void CheckOnce(string name, StringValues values, List<Problem> problems)
    {
        if (values.Where(v => !string.IsNullOrEmpty(v)).Distinct().Skip(1).Any())
            problems.Add(new Problem(name, "Is given more than once; choose one."));
    }

    private static IEnumerable<string> Names<T>(ListSpec<T> spec) =>
        spec
            .Facets.Select(f => f.Key)
            .Concat(spec.Ranges.SelectMany(r => new[] { r.From, r.To }))
            .Concat(spec.HasText ? ["q"] : [])
            .Concat(spec.Sorts.Count > 0 ? ["sort"] : [])
            .Concat(spec.HasPages ? ["page", "size"] : [])
            .Concat(spec.Columns.Count > 0 ? ["columns"] : [])
            .Concat(spec.TotalChoices.Count > 0 ? ["totals"] : [])
            .Concat(spec.Choices.Select(c => c.Key))
            .Concat(spec.HasAsOf ? [AsOfName] : []);

    private static List<string> CheckAll(string name, StringValues values, IReadOnlyList<FacetOption> known, List<Problem> problems)
    {
        var given = values.Where(v => !string.IsNullOrEmpty(v)).Select(v => v!).Distinct().ToList();
        foreach (var value in given.Where(v => known.All(o => o.Value != v)))
            problems.Add(new Problem(name, $"\"{value}\" is not one of {string.Join(", ", known.Select(o => o.Value))}."));
        return given;
    }

    /// <summary>A day that has been: nobody knows the record as of tomorrow.</summary>
    public static DateOnly? CheckAsOf(string value, List<Problem> problems)
    {
        if (!DateOnly.TryParseExact(value, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day))
            problems.Add(new Problem(AsOfName, $"\"{value}\" is not a day such as 2025-08-19."));
        else if (day > FieldRules.LastPossibleToday)
            problems.Add(new Problem(AsOfName, $"{Show.Day(day)} is after today."));
        else
            return day;
        return null;
    }

    private static string CheckTotals(string value, IReadOnlyList<TotalChoice> known, List<Problem> problems)
    {
        if (known.All(c => c.Value != value))
            problems.Add(new Problem("totals", $"\"{value}\" is not one of {string.Join(", ", known.Select(c => c.Value))}."));
        return value == known[0].Value ? "" : value;
    }

    private static string CheckEnd(string name, string value, RangeKind kind, List<Problem> problems)
    {
        var good =
            kind is RangeKind.Day
                ? DateOnly.TryParseExact(value, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out _)
                : long.TryParse(value, NumberStyles.None, CultureInfo.InvariantCulture, out _);
        if (!good)
            problems.Add(
                new Problem(
                    name,
                    $"\"{value}\" is not {(kind is RangeKind.Day ? "a day such as 2025-08-19" : "a whole number of euros such as 1000000")}."
                )
            );
        return value;
    }

    private static string CheckText(string text, List<Problem> problems)
    {
        if (text.Length > MaxTextLength)
            problems.Add(new Problem("q", $"Has {text.Length} characters; a search has at most {MaxTextLength}."));
        return text.Trim();
    }

    private static string CheckSort<T>(string value, ListSpec<T> spec, List<Problem> problems)
    {
        if (spec.Sorts.All(s => s.Key != value && "-" + s.Key != value))
            problems.Add(
                new Problem("sort", $"\"{value}\" is not one of {string.Join(", ", spec.Sorts.Select(s => s.Key))}, with - in front for descending.")
            );
        return value;
    }

    /// <summary>A number is clamped to what is allowed; anything else than a positive whole number is refused.</summary>
    private static int CheckNumber(string name, string value, int max, List<Problem> problems)
    {
        if (!int.TryParse(value, NumberStyles.None, CultureInfo.InvariantCulture, out var number) || number < 1)
            problems.Add(new Problem(name, $"\"{value}\" is not a whole number from 1."));
        return Math.Min(Math.Max(number, 1), max);
    }
}
