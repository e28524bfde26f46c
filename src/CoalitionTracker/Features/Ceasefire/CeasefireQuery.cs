using System.Globalization;
using CoalitionTracker.Data;
using CoalitionTracker.Features.Pledges;
using CoalitionTracker.Shared.Lists;
using Microsoft.AspNetCore.Http.Extensions;
using Microsoft.Extensions.Primitives;

namespace CoalitionTracker.Features.Ceasefire;

/// <summary>What an address of the page about a ceasefire asks for. Defaults are left out of addresses.</summary>
public sealed record CeasefireQuery
{
    public const string Path = "/ceasefire";
    public const string MetName = "met";
    public const string CountryName = "country";
    public const string ContributionName = "contribution";
    public const string ShowName = "show";
    public const string PageName = "page";

    private static readonly string[] Names = [ListQuery.AsOfName, MetName, CountryName, ContributionName, ShowName, PageName];

    /// <summary>The day on which the ceasefire is assumed to begin; null for today and the whole record.</summary>
    public DateOnly? AsOf { get; init; }

    /// <summary>What is assumed to be met beside the ceasefire.</summary>
    public ConditionSet Met { get; init; }

    /// <summary>The codes of the countries that it is narrowed to, any of which pledges; empty for all.</summary>
    public IReadOnlyList<string> Countries { get; init; } = [];

    /// <summary>The contributions that it is narrowed to; empty for all.</summary>
    public IReadOnlyList<Contribution> Contributions { get; init; } = [];

    /// <summary>The one list that is shown, page by page; null for the beginnings of all.</summary>
    public CeasefirePart? Show { get; init; }

    public int Page { get; init; } = 1;

    /// <summary>Which of the book's countries it is narrowed to, by the book's numbers; null for all.</summary>
    public bool[]? WantedIn(PledgeBook book) => Countries.Count == 0 ? null : [.. book.Countries.Select(Countries.Contains)];

    public bool IsNarrowed => Countries.Count + Contributions.Count > 0;

    /// <param name="countries">The codes that are known.</param>
    /// <exception cref="RuleException">A name or a value is not known; says which, and what would be right.</exception>
    public static CeasefireQuery Parse(IQueryCollection parameters, IReadOnlyCollection<string> countries)
    {
        var problems = new List<Problem>();
        foreach (var name in parameters.Keys.Where(k => !Names.Contains(k)))
            problems.Add(new Problem(name, $"There is no such choice here. Known are {string.Join(", ", Names)}."));
        var asOf = Given(parameters[ListQuery.AsOfName]).LastOrDefault();
        var met = Checked(MetName, parameters, CeasefireRules.Switches, k => k.Slug(), problems);
        var query = new CeasefireQuery
        {
            AsOf = asOf is null ? null : ListQuery.CheckAsOf(asOf, problems),
            Met = met.Aggregate(new ConditionSet(), (set, kind) => set.With(kind)),
            Countries = CheckCountries(parameters, countries, problems),
            Contributions = Checked(ContributionName, parameters, Enum.GetValues<Contribution>(), c => c.Slug(), problems),
            Show = Checked(ShowName, parameters, CeasefirePart.All, p => p.Slug, problems).LastOrDefault(),
            Page = CheckPage(Given(parameters[PageName]).LastOrDefault(), problems),
        };
        return problems.Count == 0 ? query : throw new RuleException(problems);
    }

    /// <summary>The address of the page that shows this, or of one of its downloads.</summary>
    public string Address(string path = Path)
    {
        var builder = new QueryBuilder();
        if (AsOf is { } day)
            builder.Add(ListQuery.AsOfName, Shared.Show.Iso(day));
        builder.Add(MetName, Met.Kinds.Select(k => k.Slug()));
        builder.Add(CountryName, Countries);
        builder.Add(ContributionName, Contributions.Select(c => c.Slug()));
        if (Show is not null)
            builder.Add(ShowName, Show.Slug);
        if (Page > 1)
            builder.Add(PageName, Page.ToString(CultureInfo.InvariantCulture));
        return path + builder;
    }

    /// <summary>The same with a condition assumed to be met, or no longer; from the first page.</summary>
    public CeasefireQuery Toggle(ConditionKind kind) => this with { Met = Met.Has(kind) ? Met.Without(kind) : Met.With(kind), Page = 1 };

    private static IEnumerable<string> Given(StringValues values) => values.Where(v => !string.IsNullOrEmpty(v)).Select(v => v!).Distinct();

    private static List<T> Checked<T>(string name, IQueryCollection parameters, IReadOnlyList<T> known, Func<T, string> slug, List<Problem> problems)
    {
        var found = new List<T>();
        foreach (var value in Given(parameters[name]))
        {
            if (known.Where(k => slug(k) == value).ToList() is [var one])
                found.Add(one);
            else
                problems.Add(new Problem(name, $"\"{value}\" is not one of {string.Join(", ", known.Select(slug))}.{Why(name, value)}"));
        }
        return found;
    }

    private static string Why(string name, string value) =>
        name != MetName ? ""
        : value == ConditionKind.Ceasefire.Slug() ? " A ceasefire is what this page assumes anyway."
        : value == ConditionKind.RenewedAttack.Slug()
            ? " A renewed attack is a trigger and would end the ceasefire that this page assumes; what would then come into force is a list of its own."
        : "";

    private static List<string> CheckCountries(IQueryCollection parameters, IReadOnlyCollection<string> known, List<Problem> problems)
    {
        var given = Given(parameters[CountryName]).ToList();
        foreach (var code in given.Where(c => !known.Contains(c)))
            problems.Add(new Problem(CountryName, $"\"{code}\" is not the code of a country or organisation here, such as JPN."));
        return given;
    }

    private static int CheckPage(string? value, List<Problem> problems)
    {
        if (value is null)
            return 1;
        if (!int.TryParse(value, NumberStyles.None, CultureInfo.InvariantCulture, out var number) || number < 1)
            problems.Add(new Problem(PageName, $"\"{value}\" is not a whole number from 1."));
        return Math.Clamp(number, 1, 1_000_000);
    }
}
