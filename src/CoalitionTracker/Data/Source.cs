using System.ComponentModel.DataAnnotations;
using System.Text.Json.Serialization;

namespace CoalitionTracker.Data;

/// <summary>A document that a record rests on.</summary>
public sealed class Source : Record
{
    public const int UrlMaxLength = 1000;

    [MaxLength(TitleMaxLength)]
    public string Title { get; set; } = "";

    /// <summary>Who published it first.</summary>
    [Length(0, Record.WordsMaxLength)]
    public string? Publisher { get; set; }

    [Length(0, Record.WordsMaxLength)]
    public string? Author { get; set; }

    [MaxLength(UrlMaxLength)]
    public string? Url { get; set; }

    [MaxLength(UrlMaxLength)]
    public string? ArchivedUrl { get; set; }

    [JsonPropertyName("kind")]
    public SourceKind Type { get; set; }

    [Happened]
    public RecordDate Published { get; set; }

    [Happened]
    public DateOnly? Accessed { get; set; }

    /// <summary>BCP 47.</summary>
    [Length(0, Record.WordsMaxLength)]
    public string? Language { get; set; }

    /// <summary>The source that this one was seen through, where it was not read itself.</summary>
    [RefersTo<Source>]
    public string? SeenThrough { get; set; }

    /// <summary>What to be careful about.</summary>
    public string? Note { get; set; }

    public override RecordKind RecordKind => RecordKind.Source;

    public override string Heading => Title;

    public override RecordDate ListedOn => Published;

    public override IEnumerable<string?> SearchTexts => [Publisher, Author, Url, Note];

    protected override string CodePattern => "^SRC-[A-Z0-9]+(-[A-Z0-9]+)*$";

    protected override string CodeExample => "SRC-0001";

    public override IEnumerable<Problem> Check() =>
        base.Check()
            .Concat(Required("title", Title))
            .Concat(CheckAddress("url", Url))
            .Concat(CheckAddress("archivedUrl", ArchivedUrl))
            .Concat(SeenThrough == Code ? [new Problem("seenThrough", "A source is not seen through itself.")] : []);

    /// <summary>An address must be one that a reader can follow safely: http or https, never a script.</summary>
    public static bool IsSafe(string? address) => Uri.TryCreate(address, UriKind.Absolute, out var uri) && uri.Scheme is ("http" or "https");

    private static IEnumerable<Problem> CheckAddress(string field, string? address) =>
        address is null || IsSafe(address) ? [] : [new Problem(field, "An address starts with https:// or http://.")];
}
