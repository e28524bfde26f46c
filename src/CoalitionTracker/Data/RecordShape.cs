using System.Collections.Concurrent;
using System.ComponentModel.DataAnnotations;
using System.Reflection;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace CoalitionTracker.Data;

/// <summary>What a field of a record holds.</summary>
public enum FieldKind
{
    Text,
    Number,
    WholeNumber,

    /// <summary>A <see cref="RecordDate"/>, as exactly as it is known.</summary>
    Date,

    /// <summary>A calendar day.</summary>
    Day,

    /// <summary>One word of the vocabulary, by its slug.</summary>
    Choice,

    /// <summary>The code of another record.</summary>
    Reference,

    /// <summary>Fields that belong together, such as an amount and its currency.</summary>
    Group,

    /// <summary>A list of parts.</summary>
    Parts,

    /// <summary>A list of texts.</summary>
    Texts,
}

/// <summary>One field of a record or of a part, as its JSON has it.</summary>
/// <param name="Name">The field's name in JSON.</param>
/// <param name="Optional">Whether the field may be left out.</param>
/// <param name="Target">For a reference, the kind of record that it names.</param>
/// <param name="Inner">For a group or parts, their own fields.</param>
/// <param name="MaxLength">In characters, of a text or of each text in a list; null for what is no text.</param>
public sealed record FieldShape(string Name, FieldKind Kind, bool Optional, Type? Target, RecordShape? Inner, int? MaxLength)
{
    /// <summary>For a choice, its words in their order.</summary>
    public IReadOnlyList<Enum> Choices { get; init; } = [];

    /// <summary>For the date of something that happened; null for any other field.</summary>
    public HappenedAttribute? Happened { get; init; }

    /// <summary>What the field holds in a record or part of the shape that it belongs to.</summary>
    public required Func<object, object?> ValueOf { get; init; }
}

/// <summary>The fields of a kind of record, or of a part of one, read once from its class: what forms, drafts and merges go by.</summary>
public sealed class RecordShape
{
    private static readonly ConcurrentDictionary<Type, RecordShape> Known = new();

    private RecordShape(Type type)
    {
        Type = type;
        var nullability = new NullabilityInfoContext();
        Fields = [.. type.GetProperties().Where(IsStoredInJson).Select(p => Describe(p, nullability))];
        byName = Fields.ToDictionary(f => f.Name);
    }

    private readonly Dictionary<string, FieldShape> byName;

    public Type Type { get; }

    public IReadOnlyList<FieldShape> Fields { get; }

    /// <summary>The field of this name; null when there is none.</summary>
    public FieldShape? this[string name] => byName.GetValueOrDefault(name);

    public static RecordShape Of(Type type) => Known.GetOrAdd(type, static t => new RecordShape(t));

    public static RecordShape Of(RecordKind kind) => Of(TypeOf(kind));

    /// <summary>The class of a kind of record.</summary>
    public static Type TypeOf(RecordKind kind) =>
        kind switch
        {
            RecordKind.Country => typeof(Country),
            RecordKind.Participation => typeof(Participation),
            RecordKind.Pledge => typeof(Pledge),
            RecordKind.Statement => typeof(Statement),
            RecordKind.Agreement => typeof(Agreement),
            RecordKind.Source => typeof(Source),
            RecordKind.Count => typeof(Count),
            RecordKind.Event => typeof(Event),
            RecordKind.CountryNote => typeof(CountryNote),
            _ => throw new ArgumentOutOfRangeException(nameof(kind), kind, "Not a kind of record."),
        };

    private static bool IsStoredInJson(PropertyInfo property) =>
        property.CanWrite && property.GetCustomAttribute<JsonIgnoreAttribute>() is null && property.GetIndexParameters().Length == 0;

    private static FieldShape Describe(PropertyInfo property, NullabilityInfoContext nullability)
    {
        var name = property.GetCustomAttribute<JsonPropertyNameAttribute>()?.Name ?? JsonNamingPolicy.CamelCase.ConvertName(property.Name);
        var type = Nullable.GetUnderlyingType(property.PropertyType) ?? property.PropertyType;
        var optional = nullability.Create(property).ReadState is NullabilityState.Nullable;
        var target = property.GetCustomAttribute<RefersToAttribute>()?.Target;
        // The store keeps a MaxLength, too; a Length is for the rules alone.
        var length =
            property.GetCustomAttribute<MaxLengthAttribute>()?.Length
            ?? property.GetCustomAttribute<LengthAttribute>()?.MaximumLength
            ?? Record.TextMaxLength;
        var item = type.IsGenericType && type.GetGenericTypeDefinition() == typeof(List<>) ? type.GenericTypeArguments[0] : null;
        return type switch
        {
            _ when target is not null => Field(FieldKind.Reference, optional, target),
            _ when item == typeof(string) => Field(FieldKind.Texts, true, maxLength: length),
            _ when item is not null => Field(FieldKind.Parts, true, inner: Of(item)),
            { IsEnum: true } => Field(FieldKind.Choice, optional) with { Choices = [.. Enum.GetValues(type).Cast<Enum>()] },
            _ when type == typeof(string) => Field(FieldKind.Text, optional, maxLength: length),
            _ when type == typeof(decimal) => Field(FieldKind.Number, optional),
            _ when type == typeof(int) => Field(FieldKind.WholeNumber, optional),
            _ when type == typeof(RecordDate) => Field(FieldKind.Date, true, maxLength: RecordDate.MaxLength),
            _ when type == typeof(DateOnly) => Field(FieldKind.Day, optional),
            { IsClass: true } => Field(FieldKind.Group, optional, inner: Of(type)),
            _ => throw new InvalidOperationException($"A form cannot show {property.DeclaringType?.Name}.{property.Name}."),
        };

        FieldShape Field(FieldKind kind, bool isOptional, Type? to = null, RecordShape? inner = null, int? maxLength = null) =>
            new(name, kind, isOptional, to, inner, maxLength)
            {
                Happened = property.GetCustomAttribute<HappenedAttribute>(),
                ValueOf = property.GetValue,
            };
    }
}
