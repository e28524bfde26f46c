using System.Text.Json.Nodes;

namespace CoalitionTracker.Features.Changes;

/// <summary>One field that two states of a record have differently. Null where the field was not there.</summary>
/// <param name="Field">The field as the data files name it: <c>money.min</c>, <c>citations: SRC-0001</c>.</param>
public sealed record FieldChange(string Field, string? Before, string? After)
{
    /// <summary>The value or part before, as the record's JSON has it.</summary>
    public JsonNode? Old { get; init; }

    /// <summary>The value or part after.</summary>
    public JsonNode? New { get; init; }
}

/// <summary>What differs between two revisions' contents, field by field.</summary>
public static class RecordChanges
{
    /// <summary>The fields that name one part of a list among the others, the first that a part has. What it rests on names it only where nothing else does.</summary>
    internal static IReadOnlyList<string> Names { get; } =
    ["condition", "country", "pledge", "organisation", "year", "number", "point", "original", "level", "delivery", "source"];

    /// <summary>What older revisions kept beside the record's content: the texts that the search was given.</summary>
    private static readonly string[] NoContent = ["searchTexts", "searchCountries"];

    /// <summary>The differences, in the order of the newer state's fields. A first revision differs from nothing.</summary>
    public static IReadOnlyList<FieldChange> Between(string? before, string after)
    {
        var old = before is null ? [] : JsonNode.Parse(before)!.AsObject();
        var now = JsonNode.Parse(after)!.AsObject();
        var fields = now.Select(f => f.Key).Concat(old.Select(f => f.Key).Where(k => !now.ContainsKey(k)));
        return [.. fields.Except(NoContent).SelectMany(field => Compare(field, old[field], now[field]))];
    }

    private static IEnumerable<FieldChange> Compare(string field, JsonNode? before, JsonNode? after)
    {
        if (JsonNode.DeepEquals(before, after) || (IsEmpty(before) && IsEmpty(after)))
            return [];
        if ((before ?? after) is JsonArray)
            return CompareParts(field, before as JsonArray ?? [], after as JsonArray ?? []);
        if ((before ?? after) is JsonObject)
        {
            var (old, now) = (before as JsonObject ?? [], after as JsonObject ?? []);
            return now.Select(p => p.Key).Union(old.Select(p => p.Key)).SelectMany(p => Compare($"{field}.{p}", old[p], now[p]));
        }
        return [new FieldChange(field, before?.ToString(), after?.ToString()) { Old = before, New = after }];
    }

    /// <summary>Parts that are the same on both sides are left out; of the rest, those with the same name are one change.</summary>
    private static IEnumerable<FieldChange> CompareParts(string field, JsonArray before, JsonArray after)
    {
        var gone = before.Where(b => !after.Any(a => JsonNode.DeepEquals(a, b))).ToList();
        var come = after.Where(a => !before.Any(b => JsonNode.DeepEquals(a, b))).ToList();
        foreach (var part in come)
        {
            var old = gone.FirstOrDefault(g => NameOf(g) == NameOf(part));
            gone.Remove(old);
            yield return new FieldChange(Titled(field, part), old is null ? null : Describe(old), Describe(part)) { Old = old, New = part };
        }
        foreach (var part in gone)
            yield return new FieldChange(Titled(field, part), Describe(part), null) { Old = part };
    }

    private static bool IsEmpty(JsonNode? node) => node is null or JsonArray { Count: 0 } || node.ToString().Length == 0;

    private static string Titled(string field, JsonNode? part) => NameOf(part) is { } name ? $"{field}: {name}" : field;

    private static string? NameOf(JsonNode? part) =>
        part is JsonObject fields ? Names.Where(fields.ContainsKey).Select(n => fields[n]!.ToString()).FirstOrDefault() : part?.ToString();

    /// <summary>A part in one line: its fields and values.</summary>
    private static string Describe(JsonNode? part) =>
        part is JsonObject fields
            ? string.Join(
                ", ",
                fields.Where(f => !IsEmpty(f.Value)).Select(f => f.Value is JsonObject inner ? $"{f.Key} ({Describe(inner)})" : $"{f.Key} {f.Value}")
            )
            : part?.ToString() ?? "";
}
