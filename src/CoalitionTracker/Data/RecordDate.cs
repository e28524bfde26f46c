using System.Globalization;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace CoalitionTracker.Data;

/// <summary>How exactly a date is known.</summary>
public enum DatePrecision
{
    NotStated,
    Year,
    Month,
    Day,

    /// <summary>A span: it lasted from the first day to the last.</summary>
    Interval,

    /// <summary>One day of the span, not known which.</summary>
    Between,
    Until,
    From,
}

/// <summary>
/// A date as exactly as the sources give it, written in the Extended Date/Time Format (ISO 8601-2:2019, EDTF):
/// <c>2025-08-19</c>, <c>2024-06</c>, <c>2022</c>, <c>2024/2034</c> (a span), <c>[2024-03-01..2024-04-04]</c> (one day of the span),
/// <c>../2022-10-03</c> (until), <c>2022-02/..</c> (from), and <c>~</c> after any of them for "about". Empty means not stated.
/// Facts' dates have no time and no time zone: they are the calendar day at the place of the event.
/// </summary>
[JsonConverter(typeof(RecordDateJsonConverter))]
public readonly record struct RecordDate
{
    /// <summary>Longest text that a date can have.</summary>
    public const int MaxLength = 32;

    private readonly string? edtf;

    private RecordDate(string edtf, DatePrecision precision, DateOnly? earliest, DateOnly? latest, bool approximate) =>
        (this.edtf, Precision, Earliest, Latest, IsApproximate) = (edtf, precision, earliest, latest, approximate);

    /// <summary>The date in EDTF; empty when not stated.</summary>
    public string Edtf => edtf ?? "";

    public DatePrecision Precision { get; }

    /// <summary>The first day that it can mean; null when open or not stated.</summary>
    public DateOnly? Earliest { get; }

    /// <summary>The last day that it can mean; null when open or not stated.</summary>
    public DateOnly? Latest { get; }

    public bool IsApproximate { get; }

    public bool IsStated => Precision != DatePrecision.NotStated;

    /// <summary>The day to sort and to convert money by: the first possible day, else the last.</summary>
    public DateOnly? Day => Earliest ?? Latest;

    public static RecordDate On(DateOnly day) => Parse(day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture));

    /// <exception cref="FormatException">The text is no date that the record knows.</exception>
    public static RecordDate Parse(string? text) =>
        TryParse(text, out var date)
            ? date
            : throw new FormatException(
                $"\"{text}\" is not a date. Write 2025-08-19, 2025-08, 2025, 2024/2034, [2024-03-01..2024-04-04], ../2022-10-03 or 2022-02/.., with ~ at the end for \"about\"."
            );

    public static bool TryParse(string? text, out RecordDate date)
    {
        date = default;
        text = text?.Trim() ?? "";
        if (text.Length == 0)
            return true;
        if (text.Length > MaxLength)
            return false;
        var approximate = text[^1] == '~';
        var bare = approximate ? text[..^1] : text;
        var parsed = bare switch
        {
            ['[', .., ']'] => Span(bare[1..^1].Split(".."), DatePrecision.Between),
            _ when bare.Contains('/') => OpenSpan(bare.Split('/')),
            _ => Simple(bare),
        };
        if (parsed is not var (precision, earliest, latest))
            return false;
        date = new RecordDate(text, precision, earliest, latest, approximate);
        return true;
    }

    private static (DatePrecision, DateOnly?, DateOnly?)? OpenSpan(string[] ends) =>
        ends switch
        {
            ["..", var end] when Simple(end) is var (_, _, last) => (DatePrecision.Until, null, last),
            [var start, ".."] when Simple(start) is var (_, first, _) => (DatePrecision.From, first, null),
            _ => Span(ends, DatePrecision.Interval),
        };

    private static (DatePrecision, DateOnly?, DateOnly?)? Span(string[] ends, DatePrecision precision) =>
        ends is [var start, var end] && Simple(start) is var (_, first, _) && Simple(end) is var (_, _, last) && first <= last
            ? (precision, first, last)
            : null;

    private static (DatePrecision Precision, DateOnly? First, DateOnly? Last)? Simple(string text)
    {
        if (Exact(text, "yyyy-MM-dd") is { } day)
            return (DatePrecision.Day, day, day);
        if (Exact(text, "yyyy-MM") is { } month)
            return (DatePrecision.Month, month, new DateOnly(month.Year, month.Month, DateTime.DaysInMonth(month.Year, month.Month)));
        if (Exact(text, "yyyy") is { } year)
            return (DatePrecision.Year, year, new DateOnly(year.Year, 12, 31));
        return null;
    }

    private static DateOnly? Exact(string text, string format) =>
        DateOnly.TryParseExact(text, format, CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? day : null;

    /// <summary>The date in words, such as "19 Aug 2025" or "between 1 Mar and 4 Apr 2024".</summary>
    public override string ToString()
    {
        var words = Precision switch
        {
            DatePrecision.NotStated => "date not stated",
            DatePrecision.Until => $"until {InWords(Edtf.TrimEnd('~').Split('/')[1])}",
            DatePrecision.From => $"from {InWords(Edtf.TrimEnd('~').Split('/')[0])}",
            DatePrecision.Interval => string.Join(" to ", Edtf.TrimEnd('~').Split('/').Select(InWords)),
            DatePrecision.Between => "between " + string.Join(" and ", Edtf.Trim('[', ']', '~').Split("..").Select(InWords)),
            _ => InWords(Edtf.TrimEnd('~')),
        };
        return IsApproximate ? $"about {words}" : words;
    }

    private static string InWords(string simple) =>
        Simple(simple) switch
        {
            (DatePrecision.Day, { } day, _) => day.ToString("d MMM yyyy", CultureInfo.InvariantCulture),
            (DatePrecision.Month, { } day, _) => day.ToString("MMM yyyy", CultureInfo.InvariantCulture),
            _ => simple,
        };
}

/// <summary>Reads and writes a <see cref="RecordDate"/> as its EDTF text.</summary>
public sealed class RecordDateJsonConverter : JsonConverter<RecordDate>
{
    public override RecordDate Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        try
        {
            return RecordDate.Parse(reader.GetString());
        }
        catch (FormatException reason)
        {
            throw new JsonException(reason.Message);
        }
    }

    public override void Write(Utf8JsonWriter writer, RecordDate value, JsonSerializerOptions options) => writer.WriteStringValue(value.Edtf);
}
