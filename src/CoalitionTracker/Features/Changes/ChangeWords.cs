using System.Globalization;
using System.Text.Json.Nodes;
using CoalitionTracker.Data;
using CoalitionTracker.Shared;
using CoalitionTracker.Shared.Forms;
using Microsoft.EntityFrameworkCore;

namespace CoalitionTracker.Features.Changes;

/// <summary>A piece of a value in words.</summary>
/// <param name="Address">The page of the record that it names; null for plain words.</param>
public sealed record Said(string Text, string? Address = null);

/// <summary>
/// Changes as people read them: fields as the forms call them, choices by their labels, dates and numbers as on every page, and other records by
/// their headings.
/// </summary>
/// <param name="headings">What other records are called, by code; see <see cref="HeadingsAsync"/>.</param>
/// <param name="book">The names of countries; null to name them by code.</param>
public sealed class ChangeWords(RecordKind kind, IReadOnlyDictionary<string, string> headings, CountryBook? book)
{
    private readonly FormSpec form = FormSpec.Of(kind);

    /// <summary>The headings of the records that changes name, but for drafts; read at once.</summary>
    public static async Task<IReadOnlyDictionary<string, string>> HeadingsAsync(
        CoalitionDb db,
        IEnumerable<(RecordKind Kind, IReadOnlyList<FieldChange> Changes)> changed,
        CancellationToken cancel
    )
    {
        var codes = changed
            .SelectMany(c => c.Changes.SelectMany(f => new[] { f.Old, f.New }.SelectMany(v => CodesIn(ShapeOf(c.Kind, f.Field), v))))
            .Distinct()
            .ToList();
        return await OfCodesAsync(db, codes, cancel);
    }

    /// <summary>The headings of public records by their codes.</summary>
    public static async Task<IReadOnlyDictionary<string, string>> OfCodesAsync(
        CoalitionDb db,
        IReadOnlyCollection<string> codes,
        CancellationToken cancel
    ) =>
        await db
            .SearchEntries.Where(e => codes.Contains(e.Code) && e.State != RecordState.Draft)
            .Select(e => new { e.Code, e.Heading })
            .ToDictionaryAsync(e => e.Code, e => e.Heading, cancel);

    /// <summary>What a field is called: "Who pledges: Japan".</summary>
    public string LabelOf(FieldChange change)
    {
        var whole = change.Field.Split(": ", 2)[0];
        var label = LabelOf(whole);
        if ((change.New ?? change.Old) is not JsonObject part || ShapeOf(kind, change.Field) is not { Kind: FieldKind.Parts, Inner: { } inner })
            return label;
        var name = RecordChanges.Names.FirstOrDefault(part.ContainsKey);
        if (name is null || inner[name] is not { } field)
            return label;
        // A document's title is too long for a label.
        var text =
            field.Kind is FieldKind.Reference && field.Target != typeof(Country) ? part[name]!.ToString() : TextOf(ValueOf(field, whole, part[name]));
        return $"{label}: {text}";
    }

    /// <summary>What a field said; nothing where it was not there.</summary>
    public IReadOnlyList<Said> ValueOf(FieldChange change, JsonNode? value)
    {
        var whole = change.Field.Split(": ", 2)[0];
        return value is null ? []
            : ShapeOf(kind, change.Field) is { } shape ? [.. ValueOf(shape, whole, value)]
            : [new Said(value.ToString())];
    }

    /// <summary>The pieces as one text.</summary>
    public static string TextOf(IEnumerable<Said> pieces) => string.Concat(pieces.Select(p => p.Text));

    private IEnumerable<Said> ValueOf(FieldShape shape, string path, JsonNode? value)
    {
        if (value is JsonObject fields && shape.Inner is { } inner)
            return Joined(inner, path, fields);
        var text = value?.ToString() ?? "";
        return shape.Kind switch
        {
            FieldKind.Choice => [new Said(shape.Choices.FirstOrDefault(c => c.Slug() == text)?.Label() ?? text)],
            FieldKind.Reference => [Named(shape.Target!, text)],
            FieldKind.Date when RecordDate.TryParse(text, out var date) => [new Said(date.ToString())],
            FieldKind.Day when DateOnly.TryParseExact(text, "yyyy-MM-dd", out var day) => [new Said(Show.Day(day))],
            FieldKind.Number when decimal.TryParse(text, CultureInfo.InvariantCulture, out var number) => [new Said(Show.Plain(number))],
            _ => [new Said(text)],
        };
    }

    /// <summary>A part in one line: "Level: Signed; Since: 13 Jun 2024".</summary>
    private IEnumerable<Said> Joined(RecordShape inner, string path, JsonObject fields)
    {
        var filled = fields.Where(f => f.Value is not null && f.Value.ToString().Length > 0).ToList();
        foreach (var ((name, value), index) in filled.Select((f, i) => (f, i)))
        {
            if (index > 0)
                yield return new Said("; ");
            if (filled.Count > 1)
                yield return new Said($"{InnerLabel(path, name)}: ");
            foreach (var piece in inner[name] is { } field ? ValueOf(field, $"{path}.{name}", value) : [new Said(value!.ToString())])
                yield return piece;
        }
    }

    private Said Named(Type target, string code)
    {
        var named = Enum.Parse<RecordKind>(target.Name);
        var text = named is RecordKind.Country ? book?.Name(code) ?? code : headings.GetValueOrDefault(code, code);
        return new Said(text, Shared.Components.RecordLink.AddressOf(named, code));
    }

    private string LabelOf(string path)
    {
        var label = form.LabelOf(path);
        return Show.Sentence(label);
    }

    private string InnerLabel(string path, string name)
    {
        var (whole, label) = (form.LabelOf(path), form.LabelOf($"{path}.{name}"));
        var own = label.StartsWith(whole + ", ", StringComparison.Ordinal) ? label[(whole.Length + 2)..] : label;
        return Show.Sentence(own);
    }

    private static FieldShape? ShapeOf(RecordKind kind, string path)
    {
        var shape = RecordShape.Of(kind);
        FieldShape? field = null;
        foreach (var step in path.Split(": ", 2)[0].Split('.'))
        {
            field = shape?[step];
            shape = field?.Inner;
        }
        return field;
    }

    private static IEnumerable<string> CodesIn(FieldShape? shape, JsonNode? value) =>
        shape switch
        {
            { Kind: FieldKind.Reference } when shape.Target != typeof(Country) && value is not null => [value.ToString()],
            { Inner: { } inner } when value is JsonObject fields => fields.SelectMany(f => CodesIn(inner[f.Key], f.Value)),
            _ => [],
        };
}
