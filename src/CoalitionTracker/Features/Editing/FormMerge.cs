using System.Text.Json.Nodes;

namespace CoalitionTracker.Features.Editing;

/// <summary>One field that two people have changed since the same state of a record.</summary>
/// <param name="Theirs">What is public now.</param>
/// <param name="Mine">What the draft says.</param>
public sealed record FieldConflict(string Field, JsonNode? Base, JsonNode? Theirs, JsonNode? Mine);

/// <summary>Two people's changes brought together, field by field.</summary>
/// <param name="Merged">Both changes where they touch different fields; in the fields of <paramref name="Conflicts"/> still the draft's own.</param>
/// <param name="TakenOver">The fields that only the other one changed.</param>
public sealed record MergeResult(JsonObject Merged, IReadOnlyList<string> TakenOver, IReadOnlyList<FieldConflict> Conflicts);

/// <summary>
/// A three-way merge of a record's JSON. Fields are merged one by one; of lists, each person's added and removed parts. Nothing is chosen where
/// both changed the same field, or the same part of a list, to something different.
/// </summary>
public static class FormMerge
{
    /// <summary>What is no content: the code never changes, and older revisions also kept the texts that the search was given.</summary>
    private static readonly string[] NotFields = ["code", "searchTexts", "searchCountries"];

    public static MergeResult Merge(JsonObject from, JsonObject theirs, JsonObject mine)
    {
        var merged = (JsonObject)mine.DeepClone();
        var takenOver = new List<string>();
        var conflicts = new List<FieldConflict>();
        foreach (var field in theirs.Select(f => f.Key).Concat(from.Select(f => f.Key)).Distinct().Except(NotFields))
        {
            var (old, other, own) = (from[field], theirs[field], mine[field]);
            if (AreSame(old, other) || AreSame(other, own))
                continue;
            if (AreSame(old, own))
                Set(merged, field, other);
            else if (other is JsonArray or null && own is JsonArray or null && Parts(old, other, own) is { } parts)
                merged[field] = parts;
            else
            {
                conflicts.Add(new FieldConflict(field, old, other, own));
                continue;
            }
            takenOver.Add(field);
        }
        return new MergeResult(merged, takenOver, conflicts);
    }

    /// <summary>Takes the public value of a field into the draft.</summary>
    public static void Set(JsonObject target, string field, JsonNode? value)
    {
        if (value is null)
            target.Remove(field);
        else
            target[field] = value.DeepClone();
    }

    /// <summary>Both people's parts; null when both touched the same one.</summary>
    private static JsonArray? Parts(JsonNode? old, JsonNode? theirs, JsonNode? mine)
    {
        var (from, other, own) = (Items(old), Items(theirs), Items(mine));
        var goneThere = from.Where(p => !Has(other, p)).ToList();
        var goneHere = from.Where(p => !Has(own, p)).ToList();
        if (goneThere.Any(p => Has(goneHere, p)))
            return null;
        var added = own.Where(p => !Has(from, p) && !Has(other, p));
        return [.. other.Where(p => !Has(goneHere, p)).Concat(added).Select(p => p?.DeepClone())];
    }

    private static List<JsonNode?> Items(JsonNode? list) => list is JsonArray items ? [.. items] : [];

    private static bool Has(List<JsonNode?> parts, JsonNode? part) => parts.Any(p => AreSame(p, part));

    /// <summary>Equal, where a field that is empty equals one that is not there, and a number equals the same number as it was typed.</summary>
    private static bool AreSame(JsonNode? one, JsonNode? other)
    {
        if (FormReader.IsEmpty(one) || FormReader.IsEmpty(other))
            return FormReader.IsEmpty(one) && FormReader.IsEmpty(other);
        return (one, other) switch
        {
            (JsonObject a, JsonObject b) => a.Select(f => f.Key).Union(b.Select(f => f.Key)).All(f => AreSame(a[f], b[f])),
            (JsonArray a, JsonArray b) => a.Count == b.Count && a.Zip(b).All(p => AreSame(p.First, p.Second)),
            (JsonValue a, JsonValue b) => a.ToString() == b.ToString()
                || (FormReader.Number(a.ToString()) is { } n && n == FormReader.Number(b.ToString())),
            _ => false,
        };
    }
}
