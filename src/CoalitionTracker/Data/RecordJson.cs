using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;

namespace CoalitionTracker.Data;

/// <summary>The one JSON format of the record: data files, imports, revisions.</summary>
public static class RecordJson
{
    /// <summary>Strict: unknown fields, missing choices and null where a value must be are refused.</summary>
    public static JsonSerializerOptions Options { get; } =
        new(JsonSerializerDefaults.Web)
        {
            Converters = { new JsonStringEnumConverter(JsonNamingPolicy.KebabCaseLower, allowIntegerValues: false) },
            DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
            IgnoreReadOnlyProperties = true,
            Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
            NumberHandling = JsonNumberHandling.Strict,
            PropertyNameCaseInsensitive = false,
            RespectNullableAnnotations = true,
            UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
            TypeInfoResolver = new DefaultJsonTypeInfoResolver { Modifiers = { LeaveOutComputed } },
        };

    /// <summary>Read-only lists, such as the texts for the search, are not a record's content; <c>IgnoreReadOnlyProperties</c> leaves out single values only.</summary>
    private static void LeaveOutComputed(JsonTypeInfo type)
    {
        foreach (var computed in type.Properties.Where(p => p.Set is null).ToList())
            type.Properties.Remove(computed);
    }

    /// <summary>The whole record, its parts included, as a revision keeps it.</summary>
    public static string Write(Record record) => JsonSerializer.Serialize(record, record.GetType(), Options);
}
