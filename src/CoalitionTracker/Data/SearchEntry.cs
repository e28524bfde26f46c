using System.Globalization;
using System.Text;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace CoalitionTracker.Data;

/// <summary>
/// What the search knows of one record. <see cref="Text"/> is folded (see <see cref="Fold"/>) and indexed by trigrams: an FTS5 table beside it on
/// SQLite, a pg_trgm index on PostgreSQL.
/// </summary>
public sealed class SearchEntry
{
    public long Id { get; set; }

    public RecordKind Kind { get; set; }

    public string Code { get; set; } = "";

    public string Heading { get; set; } = "";

    /// <summary>The date that the record is listed under, as exactly as it is known.</summary>
    public RecordDate Date { get; set; }

    /// <summary>The day to order by.</summary>
    public DateOnly? On { get; set; }

    public RecordState State { get; set; }

    /// <summary>The texts as they stand in the record, for the excerpt that is shown.</summary>
    public string Body { get; set; } = "";

    public string Text { get; set; } = "";

    /// <summary>Brings the entry in line with its record.</summary>
    public void Describe(Record record, IReadOnlyDictionary<string, Country> countries)
    {
        var names = record.SearchCountries.Distinct().Where(countries.ContainsKey).Select(code => countries[code]).ToList();
        Kind = record.RecordKind;
        Code = record.Code;
        Heading = record.Heading.Length <= Record.TitleMaxLength ? record.Heading : record.Heading[..(Record.TitleMaxLength - 1)] + "…";
        Date = record.ListedOn;
        On = record.ListedOn.Day;
        State = record.State;
        Body = string.Join(" · ", record.SearchTexts.Where(t => !string.IsNullOrWhiteSpace(t)));
        var countryNames = names.SelectMany(c => new[] { c.Name, c.NameUk, c.NameJa }.Concat(c.AlternativeNames));
        Text = Fold(string.Join(" · ", countryNames.Prepend(Code).Append(record.Heading).Append(Body)));
    }

    /// <summary>
    /// Folds case, accents and width, so that "Élysée" is found as "elysee" and a full-width "ＮＡＴＯ" as "nato" (Unicode NFKD without
    /// non-spacing marks, then NFKC, Japanese voicing marks kept), and "Støre" as "store". LIKE's wildcards become spaces.
    /// </summary>
    public static string Fold(string text)
    {
        var folded = new StringBuilder(text.Length);
        foreach (var c in text.Normalize(NormalizationForm.FormKD))
        {
            var isVoicingMark = c is '\u3099' or '\u309A';
            if (CharUnicodeInfo.GetUnicodeCategory(c) is not UnicodeCategory.NonSpacingMark || isVoicingMark)
                folded.Append(Plain(char.ToLowerInvariant(c)));
        }
        return folded.ToString().Normalize(NormalizationForm.FormKC);
    }

    /// <summary>Letters of their own that Unicode does not take apart, as people type them without the right keyboard.</summary>
    private static char Plain(char c) =>
        c switch
        {
            '%' or '_' or '\\' => ' ',
            'ø' => 'o',
            'ł' => 'l',
            'đ' or 'ð' => 'd',
            'ı' => 'i',
            _ when char.IsWhiteSpace(c) => ' ',
            _ => c,
        };
}

internal sealed class SearchEntryConfiguration : IEntityTypeConfiguration<SearchEntry>
{
    public void Configure(EntityTypeBuilder<SearchEntry> entry)
    {
        entry.ToTable("SearchEntries");
        entry.Property(e => e.Code).HasMaxLength(Record.CodeMaxLength);
        entry.Property(e => e.Heading).HasMaxLength(Record.TitleMaxLength);
        entry.HasIndex(e => e.Code).IsUnique();
    }
}
