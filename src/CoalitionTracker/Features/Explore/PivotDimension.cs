using CoalitionTracker.Data;
using CoalitionTracker.Features.Countries;
using CoalitionTracker.Features.Pledges;
using CoalitionTracker.Shared.Lists;

namespace CoalitionTracker.Features.Explore;

/// <summary>A property that pledges are put into rows or columns by.</summary>
/// <param name="Values">The rows or columns that it can make, in their order.</param>
internal sealed record PivotDimension(IReadOnlyList<FacetOption> Values)
{
    /// <summary>The number of the one value that a pledge stands under, by its place and as of a day; null where it can stand under several.</summary>
    public Func<int, int, int>? One { get; private init; }

    /// <summary>Adds the numbers of all values that a pledge stands under, by its place.</summary>
    public Action<int, List<int>>? Many { get; private init; }

    /// <summary>The row of pledges that several countries make together: how money and people are shared is not known.</summary>
    public const string Together = "together";

    /// <summary>A pledge without a value of the kind.</summary>
    public const string None = "none";

    /// <summary>What rows and columns can be; the keys are the facets' where there is a facet of the same.</summary>
    public static IReadOnlyList<FacetOption> Keys { get; } =
    [
        new("country", "Country"),
        new("contribution", "Contribution"),
        new("level", "How binding"),
        new("delivery", "How far delivered"),
        new("condition", "Condition"),
        new("instrument", "Instrument"),
        new("grade", "Grade of evidence"),
        new("place", "Place"),
        new("total", "In totals"),
        new("year", "Year of the announcement"),
        new("region", "Region of the pledger"),
        new("role", "Role of the pledger"),
        new(None, "Nothing"),
    ];

    /// <param name="sharesOut">Whether the measure cannot be given to each of several countries that pledge together.</param>
    public static PivotDimension For(string key, PledgeBook book, Standing standing, bool sharesOut) =>
        key switch
        {
            "country" => ByCountry(book, standing, sharesOut),
            "region" => ByPledger(book, standing, sharesOut, c => c.Country.Region),
            "role" => ByPledger(book, standing, sharesOut, c => c.Role?.Label()),
            "contribution" => ByChoice<Contribution>((place, _) => (int)book[place].Contribution),
            "level" => ByChoice<Level>((place, day) => (int)book.LevelOn(book[place], day)),
            "delivery" => ByChoice<Delivery>((place, day) => (int)book.DeliveryOn(book[place], day)),
            "instrument" => ByChoice<Instrument>((place, _) => (int)book[place].Instrument),
            "place" => ByChoice<Place>((place, _) => (int)book[place].Place),
            "total" => ByChoice<TotalRule>((place, day) => (int)book.RuleOn(place, day)),
            "grade" => new([.. Options.Grades, new(None, "No supporting source")])
            {
                One = (place, _) => (int?)book[place].Grade ?? Options.Grades.Count,
            },
            "condition" => ByCondition(book),
            "year" => ByYear(book),
            _ => new([new("all", "All")]) { One = (_, _) => 0 },
        };

    /// <param name="of">The number of the choice's value, of a place and on a day.</param>
    private static PivotDimension ByChoice<T>(Func<int, int, int> of)
        where T : struct, Enum => new(Options.Of<T>()) { One = of };

    private static PivotDimension ByCountry(PledgeBook book, Standing standing, bool sharesOut)
    {
        var names = standing.Countries.ToDictionary(c => c.Code, c => c.Country.Name);
        FacetOption[] options = [.. book.Countries.Select(c => new FacetOption(c, names.GetValueOrDefault(c, c))), TogetherOption];
        if (sharesOut)
            return new(options) { One = (place, _) => book.PledgersOf(book[place]) is [var only] ? only : options.Length - 1 };
        return new(options)
        {
            Many = (place, into) =>
            {
                foreach (var pledger in book.PledgersOf(book[place]))
                    into.Add(pledger);
            },
        };
    }

    private const string NotRecorded = "Not recorded";

    private static FacetOption TogetherOption => new(Together, "Several together, split not known");

    /// <summary>By a property of who pledges; several pledgers of the same value are one.</summary>
    private static PivotDimension ByPledger(PledgeBook book, Standing standing, bool sharesOut, Func<CountryStanding, string?> of)
    {
        var values = standing.Countries.ToDictionary(c => c.Code, c => of(c) ?? NotRecorded);
        List<string> labels = [.. values.Values.Distinct().Where(v => v != NotRecorded).Order(StringComparer.Ordinal), NotRecorded];
        var numbers = book.Countries.Select(c => labels.IndexOf(values.GetValueOrDefault(c, NotRecorded))).ToArray();
        FacetOption[] options = [.. labels.Select(l => new FacetOption(l, l)), TogetherOption];
        if (sharesOut)
            return new(options) { One = (place, _) => OnlyOf(book.PledgersOf(book[place])) };
        return new(options)
        {
            Many = (place, into) =>
            {
                foreach (var pledger in book.PledgersOf(book[place]))
                {
                    if (!into.Contains(numbers[pledger]))
                        into.Add(numbers[pledger]);
                }
            },
        };

        int OnlyOf(ReadOnlySpan<short> pledgers)
        {
            foreach (var pledger in pledgers)
            {
                if (numbers[pledger] != numbers[pledgers[0]])
                    return labels.Count;
            }
            return pledgers.Length > 0 ? numbers[pledgers[0]] : labels.Count;
        }
    }

    private static PivotDimension ByCondition(PledgeBook book)
    {
        FacetOption[] options = [.. Options.Of<ConditionKind>(), new(None, "No condition recorded")];
        return new(options)
        {
            Many = (place, into) =>
            {
                var kinds = new ConditionSet();
                foreach (var condition in book.ConditionsOf(book[place]))
                    kinds = kinds.With(condition.Kind);
                if (kinds.Count == 0)
                    into.Add(options.Length - 1);
                foreach (var kind in kinds.Kinds)
                    into.Add((int)kind);
            },
        };
    }

    private static PivotDimension ByYear(PledgeBook book)
    {
        var years = new SortedSet<int>();
        for (var place = 0; place < book.Count; place++)
        {
            if (book[place].Announced != Dated.Never)
                years.Add(DateOnly.FromDayNumber(book[place].Announced).Year);
        }
        var first = years.Count == 0 ? 0 : years.Min;
        var count = years.Count == 0 ? 0 : years.Max - first + 1;
        return new([.. Enumerable.Range(first, count).Select(y => new FacetOption($"{y}", $"{y}")), new(None, "Date not stated")])
        {
            One = (place, _) => book[place].Announced is not Dated.Never and var day ? DateOnly.FromDayNumber(day).Year - first : count,
        };
    }
}
