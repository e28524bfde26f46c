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
/// <param name="MaxLength">In characters; null where nothing limits it.</param>
public sealed record FieldShape(string Name, FieldKind Kind, bool Optional, Type? Target, RecordShape? Inner, int? MaxLength)
{
    /// <summary>For a choice, its words in their order.</summary>
    public IReadOnlyList<Enum> Choices { get; init; } = [];
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
        var length = property.GetCustomAttribute<MaxLengthAttribute>()?.Length;
        var item = type.IsGenericType && type.GetGenericTypeDefinition() == typeof(List<>) ? type.GenericTypeArguments[0] : null;
        return type switch
        {
            _ when target is not null => new(name, FieldKind.Reference, optional, target, null, length),
            _ when item == typeof(string) => new(name, FieldKind.Texts, true, null, null, length),
            _ when item is not null => new(name, FieldKind.Parts, true, null, Of(item), null),
            { IsEnum: true } => new(name, FieldKind.Choice, optional, null, null, null) { Choices = [.. Enum.GetValues(type).Cast<Enum>()] },
            _ when type == typeof(string) => new(name, FieldKind.Text, optional, null, null, length),
            _ when type == typeof(decimal) => new(name, FieldKind.Number, optional, null, null, null),
            _ when type == typeof(int) => new(name, FieldKind.WholeNumber, optional, null, null, null),
            _ when type == typeof(RecordDate) => new(name, FieldKind.Date, true, null, null, RecordDate.MaxLength),
            _ when type == typeof(DateOnly) => new(name, FieldKind.Day, optional, null, null, null),
            { IsClass: true } => new(name, FieldKind.Group, optional, null, Of(type), null),
            _ => throw new InvalidOperationException($"A form cannot show {property.DeclaringType?.Name}.{property.Name}."),
        };
    }
}
