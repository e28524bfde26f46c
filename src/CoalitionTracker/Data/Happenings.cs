using System.ComponentModel.DataAnnotations;
using System.ComponentModel.DataAnnotations.Schema;
using System.Text.Json.Serialization;

namespace CoalitionTracker.Data;

/// <summary>
/// How many countries, by whose definition, on which date. 26 pledging a presence and about 10 ready to send troops are two definitions,
/// not two errors.
/// </summary>
public sealed class Count : CitedRecord
{
    /// <summary>The number; null when the source's words are vague ("about ten").</summary>
    public int? Value { get; set; }

    /// <summary>The words of the source where no number would be true to them.</summary>
    [Length(0, Record.WordsMaxLength)]
    public string? Words { get; set; }

    public CountUnit Unit { get; set; }

    /// <summary>What is counted, in the record's own words.</summary>
    [MaxLength(WordsMaxLength)]
    public string Definition { get; set; } = "";

    /// <summary>Who counted.</summary>
    [MaxLength(TitleMaxLength)]
    public string DefinedBy { get; set; } = "";

    [Happened(HappenedAttribute.OrPlanned)]
    public RecordDate On { get; set; }

    /// <summary>The members, only where the source names them.</summary>
    public List<CountMember> Members { get; set; } = [];

    /// <summary>What the record counts to set beside it; null where it can count nothing of the kind.</summary>
    public CountMeasure? Measure { get; set; }

    /// <summary>The event at which was counted.</summary>
    [RefersTo<Event>]
    public string? Event { get; set; }

    /// <summary>The number as a reader should see it: in digits, or in the source's words.</summary>
    [JsonIgnore]
    [NotMapped]
    public string Shown => Words ?? Value?.ToString(System.Globalization.CultureInfo.InvariantCulture) ?? "";

    public override RecordKind RecordKind => RecordKind.Count;

    public override string Heading => $"{Shown} {Unit.Label()}: {Definition}";

    public override RecordDate ListedOn => On;

    public override IEnumerable<string> SearchCountries => Members.Select(m => m.Country);

    public override IEnumerable<string?> SearchTexts => CitationTexts.Append(DefinedBy);

    protected override string CodePattern => @"^CNT-(\d{4}|ND)-\d{3,6}$";

    protected override string CodeExample => "CNT-2025-001";

    public override IEnumerable<Problem> Check() =>
        base.Check()
            .Concat(Value is null && string.IsNullOrWhiteSpace(Words) ? [new Problem("value", "Give the number, or the words of the source.")] : [])
            .Concat(
                Value is not null && !string.IsNullOrWhiteSpace(Words)
                    ? [new Problem("value", "Leave the number out where the source's words are vague: “some 29” is not 29.")]
                    : []
            )
            .Concat(Required("definition", Definition))
            .Concat(Required("definedBy", DefinedBy))
            .Concat(
                Measure is CountMeasure.Attendance && Event is null
                    ? [new Problem("event", "Say at which event, to compare with who was there.")]
                    : []
            );
}

/// <summary>A country that a count includes by name.</summary>
public sealed class CountMember : Part
{
    [RefersTo<Country>]
    public string Country { get; set; } = "";
}

/// <summary>A meeting, a declaration, a deadline; with its date.</summary>
public sealed class Event : CitedRecord
{
    [MaxLength(TitleMaxLength)]
    public string Title { get; set; } = "";

    [JsonPropertyName("kind")]
    public EventKind Type { get; set; }

    public RecordDate On { get; set; }

    /// <summary>Whether it took place.</summary>
    public EventState Outcome { get; set; }

    [Length(0, Record.WordsMaxLength)]
    public string? Venue { get; set; }

    [MaxLength(Record.TextMaxLength)]
    public string Summary { get; set; } = "";

    public List<EventCountry> Countries { get; set; } = [];

    public override RecordKind RecordKind => RecordKind.Event;

    public override string Heading => Title;

    public override RecordDate ListedOn => On;

    public override IEnumerable<string> SearchCountries => Countries.Select(c => c.Country);

    public override IEnumerable<string?> SearchTexts => CitationTexts.Concat([Summary, Venue]);

    protected override string CodePattern => @"^EVT-(\d{4}|ND)-\d{3,6}$";

    protected override string CodeExample => "EVT-2025-001";

    public override IEnumerable<Problem> Check() =>
        base.Check().Concat(Required("title", Title)).Concat(Required("summary", Summary)).Concat(CheckWhen());

    private IEnumerable<Problem> CheckWhen()
    {
        if (Outcome is EventState.TookPlace && On.Earliest > FieldRules.LastPossibleToday)
            yield return new Problem("on", $"{On} is in the future: an event to come is \"expected\".");
    }
}

/// <summary>A country that took part in an event.</summary>
public sealed class EventCountry : Part
{
    [RefersTo<Country>]
    public string Country { get; set; } = "";
}
