using System.ComponentModel.DataAnnotations;

namespace CoalitionTracker.Data;

/// <summary>Ties a record, or one field of it, to a source.</summary>
public sealed class Citation : Part
{
    public const int ExcerptMaxLength = 500;

    /// <summary>The code of the source.</summary>
    [RefersTo<Source>]
    public string Source { get; set; } = "";

    public Stance Stance { get; set; }

    public Grade Grade { get; set; }

    /// <summary>The field that the source speaks of, in the words of the page; null for the record as a whole.</summary>
    [Length(0, Record.WordsMaxLength)]
    public string? Field { get; set; }

    /// <summary>Paragraph, page or minute.</summary>
    [Length(0, Record.WordsMaxLength)]
    public string? Locator { get; set; }

    /// <summary>A short quotation of what a named person said. Never an article's own sentences.</summary>
    [MaxLength(ExcerptMaxLength)]
    public string? Excerpt { get; set; }

    /// <summary>What the source says, in the record's own words, and what to be careful about.</summary>
    public string? Note { get; set; }

    internal IEnumerable<Problem> Check(string path)
    {
        if (string.IsNullOrWhiteSpace(Source))
            yield return new Problem($"{path}.source", "Name the source by its code.");
    }
}
