using System.ComponentModel.DataAnnotations;
using System.ComponentModel.DataAnnotations.Schema;
using System.Text.Json.Serialization;
using System.Text.RegularExpressions;

namespace CoalitionTracker.Data;

/// <summary>
/// One entry of the public record. The same class is the stored entity, the shape of the data files in <c>data/</c> and the content of
/// a revision, so that what is read, reviewed and restored is always the same thing. Nothing is deleted: see <see cref="RecordState.Deprecated"/>.
/// </summary>
public abstract class Record
{
    public const int CodeMaxLength = 40;
    public const int TitleMaxLength = 200;

    /// <summary>Of every text that has no limit of its own.</summary>
    public const int TextMaxLength = 4000;

    /// <summary>Of a name, a place, an office, a wording: what stands in one line.</summary>
    public const int WordsMaxLength = 300;

    /// <summary>Of every amount and quantity: more than any currency counts, and its worth in euro cents still fits a whole number of 64 bits.</summary>
    public const decimal NumberMax = 10_000_000_000_000_000;

    /// <summary>The stable public code: the permalink and the key. Never changed, never given to another record.</summary>
    [Key]
    [MaxLength(CodeMaxLength)]
    [JsonPropertyOrder(-10)]
    public string Code { get; set; } = "";

    public RecordState State { get; set; } = RecordState.Published;

    /// <summary>Why the record is in review or deprecated, for readers.</summary>
    [MaxLength(TextMaxLength)]
    public string? StateReason { get; set; }

    /// <summary>The day on which an editor last found the record still true.</summary>
    [Happened]
    public DateOnly? LastConfirmed { get; set; }

    /// <summary>Changes with every save; a save that carries an older one is refused.</summary>
    [ConcurrencyCheck]
    [JsonIgnore]
    public Guid Stamp { get; set; }

    [JsonIgnore]
    [NotMapped]
    public abstract RecordKind RecordKind { get; }

    /// <summary>What the record is called in lists, search results and citations.</summary>
    [JsonIgnore]
    [NotMapped]
    public abstract string Heading { get; }

    /// <summary>The date that the record is listed under.</summary>
    [JsonIgnore]
    [NotMapped]
    public virtual RecordDate ListedOn => default;

    /// <summary>The countries whose names, in all languages, should find this record.</summary>
    [JsonIgnore]
    [NotMapped]
    public virtual IEnumerable<string> SearchCountries => [];

    /// <summary>The texts that should find this record, beside its code and heading.</summary>
    [JsonIgnore]
    [NotMapped]
    public abstract IEnumerable<string?> SearchTexts { get; }

    /// <summary>Whether a reader can see it at all.</summary>
    [JsonIgnore]
    [NotMapped]
    public bool IsPublic => State is not RecordState.Draft;

    /// <summary>Everything that is wrong with the record by itself; empty when it can be saved.</summary>
    public virtual IEnumerable<Problem> Check()
    {
        if (!Regex.IsMatch(Code, CodePattern, RegexOptions.CultureInvariant))
            yield return new Problem("code", $"\"{Code}\" is not a code for this kind of record. Write it like {CodeExample}.");
        if (State is RecordState.Deprecated && string.IsNullOrWhiteSpace(StateReason))
            yield return new Problem("stateReason", "A deprecated record must say why.");
        foreach (var problem in FieldRules.Check(this))
            yield return problem;
    }

    /// <summary>Brings the values that are kept for queries in line with the parts they are computed from.</summary>
    public virtual void Derive() { }

    protected abstract string CodePattern { get; }

    protected abstract string CodeExample { get; }

    protected static IEnumerable<Problem> Required(string field, string? text) =>
        string.IsNullOrWhiteSpace(text) ? [new Problem(field, "Is missing.")] : [];
}

/// <summary>A record that rests on sources.</summary>
public abstract class CitedRecord : Record
{
    /// <summary>A remark for readers that belongs beside the fact.</summary>
    [MaxLength(TextMaxLength)]
    [JsonPropertyOrder(5)]
    public string? Note { get; set; }

    [JsonPropertyOrder(10)]
    public List<Citation> Citations { get; set; } = [];

    /// <summary>The best grade among the citations that support the record; null when none does.</summary>
    [JsonIgnore]
    public Grade? Grade { get; set; }

    public override IEnumerable<Problem> Check()
    {
        var problems = base.Check();
        if (State is not RecordState.Draft && !Citations.Any(c => c.Stance is Stance.Supports))
            problems = problems.Append(new Problem("citations", "At least one source must support the record."));
        return problems.Concat(Citations.SelectMany((c, i) => c.Check($"citations[{i}]")));
    }

    public override void Derive()
    {
        var supporting = Citations.Where(c => c.Stance is Stance.Supports).Select(c => (Grade?)c.Grade);
        Grade = supporting.Min();
    }

    protected IEnumerable<string?> CitationTexts => Citations.SelectMany(c => new[] { c.Excerpt, c.Note }).Append(Note);
}

/// <summary>A row that belongs to one record and lives and dies with it.</summary>
public abstract class Part
{
    [JsonIgnore]
    public long Id { get; set; }

    /// <summary>Its place in its list, from 0: the store gives rows back in no promised order.</summary>
    [JsonIgnore]
    public int Position { get; set; }
}

/// <summary>Something wrong with one field, said so that the reader knows what would be right.</summary>
/// <param name="Field">The path of the field, as in the data files: <c>levels[0].on</c>.</param>
public sealed record Problem(string Field, string Message)
{
    /// <summary>The record that has the problem; empty until it is known.</summary>
    public string Code { get; init; } = "";
}

/// <summary>A rule of the record is broken. Carries every problem that was found, each with its field.</summary>
public sealed class RuleException(IReadOnlyList<Problem> problems)
    : Exception(string.Join(Environment.NewLine, problems.Select(p => $"{p.Code} {p.Field}: {p.Message}".TrimStart())))
{
    public RuleException(string field, string message)
        : this([new Problem(field, message)]) { }

    public IReadOnlyList<Problem> Problems { get; } = problems;
}
