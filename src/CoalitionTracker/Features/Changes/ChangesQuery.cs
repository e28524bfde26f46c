using System.Globalization;
using CoalitionTracker.Data;
using Microsoft.AspNetCore.Http.Extensions;
using Microsoft.Extensions.Primitives;

namespace CoalitionTracker.Features.Changes;

/// <summary>An end of a period, as it is written in an address: a calendar day in UTC, or a version's number.</summary>
public readonly record struct ChangeMoment(DateOnly? Day, long? Version)
{
    public override string ToString() =>
        Day?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture) ?? Version?.ToString(CultureInfo.InvariantCulture) ?? "";

    /// <summary>Reads a day such as 2025-09-01 or a version's number; false for anything else.</summary>
    public static bool TryParse(string text, out ChangeMoment moment)
    {
        moment = default;
        if (DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day))
            moment = new ChangeMoment(day, null);
        else if (long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var version))
            moment = new ChangeMoment(null, version);
        else
            return false;
        return true;
    }
}

/// <summary>What a reader asked of the changes, read from and written to the URL. Defaults are left out of the URL.</summary>
public sealed record ChangesQuery
{
    /// <summary>Changes after this version, or from the beginning of this day (UTC); null for the last <see cref="DefaultDays"/> days, or for all where the end is given.</summary>
    public ChangeMoment? Since { get; init; }

    /// <summary>Changes up to this version, or to the end of this day (UTC), it included; null for all that came.</summary>
    public ChangeMoment? Until { get; init; }

    /// <summary>Records that concern one of these countries today; empty for all.</summary>
    public IReadOnlyList<string> Countries { get; init; } = [];

    /// <summary>Records of these kinds; empty for all.</summary>
    public IReadOnlyList<RecordKind> Kinds { get; init; } = [];

    /// <summary>Whether each of the records that were entered together is shown by itself.</summary>
    public bool Each { get; init; }

    public int Page { get; init; } = 1;

    public const int DefaultDays = 30;

    /// <summary>A page beyond any that a record will ever fill.</summary>
    private const int MaxPage = 1_000_000;

    private const string Known = "since, until, country, kind, each and page";

    /// <summary>Whether anything but the period narrows what is shown.</summary>
    public bool IsNarrowed => Countries.Count > 0 || Kinds.Count > 0;

    /// <summary>Reads a query string.</summary>
    /// <param name="newest">The number of the newest version.</param>
    /// <param name="isCountry">Whether a code is a country's.</param>
    /// <exception cref="RuleException">A name or a value is not known; says which, and what would be right.</exception>
    public static ChangesQuery Parse(IEnumerable<KeyValuePair<string, StringValues>> parameters, long newest, Func<string, bool> isCountry)
    {
        var (query, problems) = (new ChangesQuery(), new List<Problem>());
        foreach (var (name, all) in parameters)
        {
            var values = all.Where(v => !string.IsNullOrEmpty(v)).Select(v => v!).Distinct().ToList();
            query = name switch
            {
                "since" => query with { Since = Moment(name, values, newest, problems) },
                "until" => query with { Until = Moment(name, values, newest, problems) },
                "country" => query with { Countries = Checked(name, values, isCountry, "is no country's code, such as JPN", problems) },
                "kind" => query with { Kinds = KindsOf(values, problems) },
                "each" => query with { Each = IsYes(values, problems) },
                "page" => query with { Page = Number(values, problems) },
                _ => Refuse(name),
            };
        }
        if (problems.Count > 0)
            throw new RuleException(problems);
        return query;

        ChangesQuery Refuse(string name)
        {
            problems.Add(new Problem(name, $"There is no such choice here. Known are {Known}."));
            return query;
        }
    }

    /// <summary>The query string, with its question mark; empty when everything is as by default.</summary>
    public string ToQueryString()
    {
        var builder = new QueryBuilder();
        if (Since is { } since)
            builder.Add("since", since.ToString());
        if (Until is { } until)
            builder.Add("until", until.ToString());
        builder.Add("country", Countries);
        builder.Add("kind", Kinds.Select(k => k.Slug()));
        if (Each)
            builder.Add("each", "yes");
        if (Page > 1)
            builder.Add("page", Page.ToString(CultureInfo.InvariantCulture));
        return builder.ToString();
    }

    private static ChangeMoment? Moment(string name, List<string> values, long newest, List<Problem> problems)
    {
        if (values.Count == 0)
            return null; // an empty field of the form
        if (values.Count > 1)
            problems.Add(new Problem(name, "Is given more than once."));
        else if (!ChangeMoment.TryParse(values[0], out var moment))
            problems.Add(new Problem(name, $"\"{values[0]}\" is neither a day such as 2025-09-01 nor a version's number such as {newest}."));
        else if (moment.Version > newest)
            problems.Add(new Problem(name, $"There is no version {moment} yet; the newest is {newest}."));
        else
            return moment;
        return null;
    }

    private static List<string> Checked(string name, List<string> values, Func<string, bool> isKnown, string otherwise, List<Problem> problems)
    {
        problems.AddRange(values.Where(v => !isKnown(v)).Select(v => new Problem(name, $"\"{v}\" {otherwise}.")));
        return values;
    }

    private static List<RecordKind> KindsOf(List<string> values, List<Problem> problems)
    {
        var kinds = Enum.GetValues<RecordKind>();
        var slugs = string.Join(", ", kinds.Select(k => k.Slug()));
        Checked("kind", values, v => kinds.Any(k => k.Slug() == v), $"is not one of {slugs}", problems);
        return [.. kinds.Where(k => values.Contains(k.Slug()))];
    }

    private static bool IsYes(List<string> values, List<Problem> problems)
    {
        Checked("each", values, v => v == "yes", "is not yes", problems);
        return values.Count > 0;
    }

    private static int Number(List<string> values, List<Problem> problems)
    {
        if (values.Count == 0)
            return 1;
        if (int.TryParse(values[^1], NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number >= 1)
            return Math.Min(number, MaxPage);
        problems.Add(new Problem("page", $"\"{values[^1]}\" is not a whole number from 1."));
        return 1;
    }
}
