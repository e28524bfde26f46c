using CoalitionTracker.Data;
using CoalitionTracker.Shared.Lists;
using Microsoft.AspNetCore.Http.Extensions;

namespace CoalitionTracker.Shared;

/// <summary>A day on which something happened, to step to.</summary>
public sealed record DatedStep(DateOnly Day, string Title);

/// <summary>The days to step through, the oldest first.</summary>
/// <param name="Undated">How many pledges a view of a day leaves out because they have no date.</param>
public sealed record DatedSteps(IReadOnlyList<DatedStep> Days, int Undated)
{
    public static DatedSteps None { get; } = new([], 0);
}

/// <summary>The <c>asOf</c> of an address: the day as of which a page shows the record, by the record's own dates.</summary>
public static class AsOf
{
    /// <summary>The day that the address asks for; null when it asks for none.</summary>
    /// <exception cref="RuleException">It is no day, or after today, or the address asks for something else that is not known.</exception>
    /// <param name="others">The other names that the page's address may have.</param>
    public static DateOnly? Of(IQueryCollection query, params IReadOnlyCollection<string> others)
    {
        var problems = query
            .Keys.Where(k => k != ListQuery.AsOfName && !others.Contains(k))
            .Select(k => new Problem(k, $"There is no such choice here. Known are {string.Join(", ", others.Prepend(ListQuery.AsOfName))}."))
            .ToList();
        ListQuery.CheckOnce(ListQuery.AsOfName, query[ListQuery.AsOfName], problems);
        var text = query[ListQuery.AsOfName].LastOrDefault(v => !string.IsNullOrEmpty(v));
        var day = text is null ? null : ListQuery.CheckAsOf(text, problems);
        return problems.Count == 0 ? day : throw new RuleException(problems);
    }

    /// <summary>The day that the address names, whatever else it asks for; null when it names none that can be read.</summary>
    public static DateOnly? In(IQueryCollection query) =>
        query[ListQuery.AsOfName].LastOrDefault(v => !string.IsNullOrEmpty(v)) is { } text ? ListQuery.CheckAsOf(text, []) : null;

    /// <summary>What keeps the day in an address that asks for nothing else: "?asOf=2025-08-19"; empty for the record as it stands.</summary>
    public static string Alone(DateOnly? day) => day is { } asOf ? $"?{ListQuery.AsOfName}={Show.Iso(asOf)}" : "";

    /// <summary>What keeps the day in an address that asks for other things as well: "&amp;asOf=2025-08-19"; empty for the record as it stands.</summary>
    public static string Also(DateOnly? day) => day is { } asOf ? $"&{ListQuery.AsOfName}={Show.Iso(asOf)}" : "";

    /// <summary>The same address as of another day, or as the record stands; from its first page.</summary>
    public static string Address(HttpRequest request, DateOnly? day)
    {
        var builder = new QueryBuilder(Kept(request));
        if (day is { } asOf)
            builder.Add(ListQuery.AsOfName, Show.Iso(asOf));
        return request.Path + builder.ToString();
    }

    /// <summary>What stays in the address when the day changes.</summary>
    public static IEnumerable<KeyValuePair<string, string>> Kept(HttpRequest request) =>
        request
            .Query.Where(p => p.Key is not (ListQuery.AsOfName or "page"))
            .SelectMany(p => p.Value, (p, value) => new KeyValuePair<string, string>(p.Key, value ?? ""));
}
