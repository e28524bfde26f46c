using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using CoalitionTracker.Data;
using CoalitionTracker.Shared.Forms;

namespace CoalitionTracker.Features.Editing;

/// <summary>A form's content as a record, and what is wrong with it. Every problem's field is named as the form has it.</summary>
/// <param name="Record">The record; fields that cannot be read are left out of it.</param>
/// <param name="Unreadable">The fields in which something stands that is no number, date, or choice.</param>
/// <param name="Place">Turns a field of the record into the field of the form, which may have empty parts between the others.</param>
public sealed record FormReading(Record Record, IReadOnlyList<Problem> Problems, HashSet<string> Unreadable, Func<string, string> Place);

/// <summary>Reads what was typed: the content of a form is a record's JSON in which any value may still be as it was typed.</summary>
public static partial class FormReader
{
    /// <summary>What a value means, or why it means nothing.</summary>
    private delegate JsonNode? ValueReader(string typed);

    private static readonly (string Sign, decimal Factor)[] Multiples =
    [
        ("billion", 1e9m),
        ("million", 1e6m),
        ("thousand", 1e3m),
        ("bn", 1e9m),
        ("m", 1e6m),
        ("k", 1e3m),
    ];

    private static readonly (string Typed, string Edtf)[] DateForms =
    [
        ("d MMM yyyy", "yyyy-MM-dd"),
        ("d MMMM yyyy", "yyyy-MM-dd"),
        ("yyyy-M-d", "yyyy-MM-dd"),
        ("d.M.yyyy", "yyyy-MM-dd"),
        ("MMM yyyy", "yyyy-MM"),
        ("MMMM yyyy", "yyyy-MM"),
    ];

    /// <summary>Reads a form and checks the record by itself; references are for <see cref="RecordWriter"/> to check.</summary>
    /// <param name="code">The record's code; null for one that has none yet, for which no code is asked.</param>
    public static FormReading Read(RecordKind kind, string? code, JsonObject content)
    {
        var problems = new List<Problem>();
        var places = new Dictionary<string, int[]>();
        var json = ReadObject(RecordShape.Of(kind), content, "", problems, places);
        var unreadable = problems.Select(p => p.Field).ToHashSet();
        problems.AddRange(NotChosen(FormSpec.Of(kind).Sections.SelectMany(s => s.Fields), content, ""));
        json["code"] = code ?? (kind is RecordKind.Country ? (json["code"]?.ToString() ?? "").ToUpperInvariant() : "");
        var record = (Record)json.Deserialize(RecordShape.TypeOf(kind), RecordJson.Options)!;
        var known = problems.Select(p => p.Field).ToHashSet();
        var isCodeGivenLater = code is null && kind is not RecordKind.Country;
        var broken = record.Check().Where(p => !isCodeGivenLater || p.Field != "code").Select(p => p with { Field = AsTyped(p.Field, places) });
        problems.AddRange(broken.Where(p => !known.Contains(p.Field)));
        return new FormReading(record, problems, unreadable, field => AsTyped(field, places));
    }

    /// <summary>A number as people write it: 4500000000, 4,500,000,000, 4.5 bn, 200m. Null when it is none.</summary>
    public static decimal? Number(string typed)
    {
        var text = typed.Trim().Replace('\u00a0', ' ').ToLowerInvariant();
        var (sign, factor) = Multiples.FirstOrDefault(m => text.EndsWith(m.Sign, StringComparison.Ordinal), (Sign: "", Factor: 1m));
        var digits = text[..^sign.Length].Replace(" ", "", StringComparison.Ordinal);
        if (digits.Contains(',') && !Grouped().IsMatch(digits))
            return null; // 4,5 may mean 4.5 or 45
        return
            decimal.TryParse(digits, NumberStyles.AllowDecimalPoint | NumberStyles.AllowThousands, CultureInfo.InvariantCulture, out var number)
            && number <= 1e18m
            ? number * factor
            : null;
    }

    /// <summary>A date in EDTF, or as people write it: 19 Aug 2025, Aug 2025, 19.8.2025. Null when it is none.</summary>
    public static RecordDate? Date(string typed)
    {
        if (RecordDate.TryParse(typed, out var date))
            return date;
        foreach (var (form, edtf) in DateForms)
        {
            if (DateOnly.TryParseExact(typed.Trim(), form, CultureInfo.InvariantCulture, DateTimeStyles.AllowInnerWhite, out var day))
                return RecordDate.Parse(day.ToString(edtf, CultureInfo.InvariantCulture));
        }
        return null;
    }

    /// <summary>A choice that the editor must make, and has not: the record's own default would be a claim.</summary>
    private static IEnumerable<Problem> NotChosen(IEnumerable<FormField> fields, JsonObject typed, string path)
    {
        foreach (var field in fields)
        {
            var here = path + field.Name;
            if (field.MustChoose && IsEmpty(typed[field.Name]))
                yield return new Problem(here, "Choose one.");
            IEnumerable<(JsonNode? Part, string Place)> parts = typed[field.Name] switch
            {
                JsonArray list => list.Select((part, i) => (part, $"{here}[{i}].")),
                JsonObject group => [(group, $"{here}.")],
                _ => [],
            };
            foreach (var (part, place) in parts.Where(p => p.Part is JsonObject && !IsEmpty(p.Part)))
            {
                foreach (var problem in NotChosen(field.Inner, part!.AsObject(), place))
                    yield return problem;
            }
        }
    }

    private static JsonObject ReadObject(RecordShape shape, JsonObject typed, string path, List<Problem> problems, Dictionary<string, int[]> places)
    {
        var read = new JsonObject();
        foreach (var field in shape.Fields)
        {
            var here = path.Length == 0 ? field.Name : $"{path}.{field.Name}";
            var value = field.Kind switch
            {
                FieldKind.Group => ReadGroup(field, typed[field.Name] as JsonObject, here, problems, places),
                FieldKind.Parts => ReadParts(field, typed[field.Name] as JsonArray, here, problems, places),
                FieldKind.Texts => ReadTexts(typed[field.Name] as JsonArray),
                _ => ReadValue(field, typed[field.Name], here, problems),
            };
            if (value is not null)
                read[field.Name] = value;
        }
        return read;
    }

    /// <summary>A group in which nothing was typed is not there.</summary>
    private static JsonObject? ReadGroup(
        FieldShape field,
        JsonObject? typed,
        string path,
        List<Problem> problems,
        Dictionary<string, int[]> places
    ) => typed is null || IsEmpty(typed) ? null : ReadObject(field.Inner!, typed, path, problems, places);

    /// <summary>Parts in which nothing was typed are left out; <paramref name="places"/> remembers where the others stand in the form.</summary>
    private static JsonArray ReadParts(FieldShape field, JsonArray? typed, string path, List<Problem> problems, Dictionary<string, int[]> places)
    {
        var kept = (typed ?? [])
            .Select((part, i) => (Part: part as JsonObject, Index: i))
            .Where(p => p.Part is not null && !IsEmpty(p.Part))
            .ToList();
        places[path] = [.. kept.Select(p => p.Index)];
        return [.. kept.Select(p => (JsonNode)ReadObject(field.Inner!, p.Part!, $"{path}[{p.Index}]", problems, places))];
    }

    private static JsonArray ReadTexts(JsonArray? typed) =>
        [.. (typed ?? []).Select(t => t?.ToString().Trim()).Where(t => !string.IsNullOrEmpty(t)).Select(t => JsonValue.Create(t))];

    private static JsonNode? ReadValue(FieldShape field, JsonNode? typed, string path, List<Problem> problems)
    {
        var text = typed?.ToString().Trim() ?? "";
        if (text.Length == 0)
            return null;
        (ValueReader read, string expected) = field.Kind switch
        {
            FieldKind.Number => (t => Number(t) is { } n ? JsonValue.Create(n) : null, "is not a number. Write 4500000000, 4,500,000,000 or 4.5 bn."),
            FieldKind.WholeNumber => (
                t => int.TryParse(t, NumberStyles.None, CultureInfo.InvariantCulture, out var n) ? JsonValue.Create(n) : null,
                "is not a whole number."
            ),
            FieldKind.Date => (
                t => Date(t) is { } d ? JsonValue.Create(d.Edtf) : null,
                "is not a date. Write 2025-08-19, 19 Aug 2025, 2025-08, 2025, 2024/2034, ../2022-10-03 (until), 2022-02/.. (from), with ~ at the end for about."
            ),
            FieldKind.Day => (
                t => Date(t) is { Precision: DatePrecision.Day } d ? JsonValue.Create(d.Edtf) : null,
                "is not a day. Write 2025-08-19 or 19 Aug 2025."
            ),
            FieldKind.Choice => (
                t => field.Choices.Any(c => c.Slug() == t) ? JsonValue.Create(t) : null,
                $"is not one of {string.Join(", ", field.Choices.Select(c => c.Slug()))}."
            ),
            FieldKind.Reference => ((ValueReader)(t => JsonValue.Create(t.ToUpperInvariant())), ""),
            _ => (t => JsonValue.Create(t), ""),
        };
        if (read(text) is { } value)
            return value;
        problems.Add(new Problem(path, $"“{text}” {expected}"));
        return null;
    }

    /// <summary>Whether nothing was typed in any of the fields.</summary>
    public static bool IsEmpty(JsonNode? typed) =>
        typed switch
        {
            null => true,
            JsonObject fields => fields.All(f => IsEmpty(f.Value)),
            JsonArray parts => parts.All(IsEmpty),
            _ => string.IsNullOrWhiteSpace(typed.ToString()),
        };

    /// <summary>The field of a problem as the form counts its parts.</summary>
    private static string AsTyped(string field, Dictionary<string, int[]> places) =>
        FirstIndex().Match(field) is { Success: true } match
        && places.TryGetValue(match.Groups[1].Value, out var indexes)
        && int.Parse(match.Groups[2].Value, CultureInfo.InvariantCulture) is var index
        && index < indexes.Length
            ? $"{match.Groups[1].Value}[{indexes[index]}]{match.Groups[3].Value}"
            : field;

    [GeneratedRegex(@"^(\w+)\[(\d+)\](.*)$")]
    private static partial Regex FirstIndex();

    [GeneratedRegex(@"^\d{1,3}(,\d{3})+(\.\d+)?$")]
    private static partial Regex Grouped();
}
