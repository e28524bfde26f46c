using System.Collections.Concurrent;
using System.ComponentModel.DataAnnotations;
using System.Reflection;
using System.Text.Json;

namespace CoalitionTracker.Data;

/// <summary>The vocabulary in words: what a reader sees, what a URL and a data file say.</summary>
public static class Words
{
    private static readonly ConcurrentDictionary<Enum, (string Label, string? Description, string Slug, string Plural)> Known = new();

    /// <summary>The word for readers, such as "Ruled out".</summary>
    public static string Label(this Enum value) => Of(value).Label;

    /// <summary>The word within a sentence, such as "ruled out" or "US backstop".</summary>
    public static string InSentence(this Enum value) =>
        Of(value).Label is [var first, var second, ..] label && char.IsLower(second) ? char.ToLowerInvariant(first) + label[1..] : Of(value).Label;

    /// <summary>One sentence on what the word means; null where the word says it all.</summary>
    public static string? Description(this Enum value) => Of(value).Description;

    /// <summary>The word over a group of several, such as "Pledges".</summary>
    public static string Plural(this Enum value) => Of(value).Plural;

    /// <summary>The word in URLs, data files and exports, such as "ruled-out".</summary>
    public static string Slug(this Enum value) => Of(value).Slug;

    private static (string Label, string? Description, string Slug, string Plural) Of(Enum value) =>
        Known.GetOrAdd(
            value,
            static v =>
            {
                var display = v.GetType().GetField(v.ToString())?.GetCustomAttribute<DisplayAttribute>();
                var name = display?.Name ?? v.ToString();
                return (name, display?.Description, JsonNamingPolicy.KebabCaseLower.ConvertName(v.ToString()), display?.GroupName ?? name);
            }
        );
}
