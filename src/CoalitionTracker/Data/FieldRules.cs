using System.Collections;
using System.Globalization;

namespace CoalitionTracker.Data;

/// <summary>Marks the date of something that happened: it does not lie after today.</summary>
/// <param name="instead">What to record instead of a date to come; null where there is nothing to say.</param>
[AttributeUsage(AttributeTargets.Property)]
public sealed class HappenedAttribute(string? instead = null) : Attribute
{
    /// <summary>For facts about the world: where a plan belongs.</summary>
    public const string OrPlanned = "what is only planned is an event with the outcome “Expected”, or a deadline";

    public string? Instead { get; } = instead;
}

/// <summary>The rules that a field keeps by its kind, in whatever record or part it stands: a text fits, what happened is not in the future.</summary>
internal static class FieldRules
{
    /// <summary>The last day that can be today somewhere: facts' dates are local, our clock is in UTC.</summary>
    public static DateOnly LastPossibleToday => DateOnly.FromDateTime(DateTime.UtcNow).AddDays(1);

    private static readonly string TooLarge = string.Create(CultureInfo.InvariantCulture, $"A number is at most {Record.NumberMax:#,0}.");

    public static IEnumerable<Problem> Check(Record record) => Check(record, RecordShape.Of(record.GetType()), "");

    private static IEnumerable<Problem> Check(object holder, RecordShape shape, string path) =>
        shape.Fields.SelectMany(field => Check(field, field.ValueOf(holder), path + field.Name));

    private static IEnumerable<Problem> Check(FieldShape field, object? value, string path) =>
        (field.Kind, value) switch
        {
            (_, null) => [],
            (FieldKind.Text, string text) => CheckLength(path, text, field.MaxLength),
            (FieldKind.Texts, IEnumerable<string> texts) => texts.SelectMany((text, i) => CheckLength($"{path}[{i}]", text, field.MaxLength)),
            (FieldKind.Number, decimal number) => number > Record.NumberMax ? [new Problem(path, TooLarge)] : [],
            (FieldKind.Date, RecordDate date) => CheckHappened(field, path, date.ToString(), date.Earliest),
            (FieldKind.Day, DateOnly day) => CheckHappened(field, path, RecordDate.On(day).ToString(), day),
            (FieldKind.Group, _) => Check(value, field.Inner!, path + "."),
            (FieldKind.Parts, IEnumerable parts) => parts.Cast<object>().SelectMany((part, i) => Check(part, field.Inner!, $"{path}[{i}].")),
            _ => [],
        };

    private static IEnumerable<Problem> CheckLength(string path, string text, int? maxLength) =>
        text.Length > maxLength ? [new Problem(path, $"Has {text.Length} characters; at most {maxLength} fit.")] : [];

    private static IEnumerable<Problem> CheckHappened(FieldShape field, string path, string inWords, DateOnly? earliest) =>
        field.Happened is { } happened && earliest > LastPossibleToday
            ? [new Problem(path, $"{inWords} is after today{(happened.Instead is null ? "" : $": {happened.Instead}")}.")]
            : [];
}
