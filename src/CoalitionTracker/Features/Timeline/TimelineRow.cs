using CoalitionTracker.Data;
using CoalitionTracker.Shared.Components;

namespace CoalitionTracker.Features.Timeline;

/// <summary>One line of the timeline: what happened, on which day, who did it.</summary>
public sealed record TimelineRow
{
    public required TimelineEntry Entry { get; init; }

    public TimelineKind Kind => Entry.Kind;

    /// <summary>The code of the record that says so.</summary>
    public required string Code { get; init; }

    /// <summary>The date as exactly as it is known; <see cref="TimelineEntry.Day"/> is its first day.</summary>
    public required RecordDate On { get; init; }

    /// <summary>Who pledged, spoke, signed, took part or was counted.</summary>
    public required IReadOnlyList<string> Countries { get; init; }

    /// <summary>Whom a statement is about, its speaker's own country left out.</summary>
    public required IReadOnlyList<string> About { get; init; }

    /// <summary>Who pledges where members are not named.</summary>
    public string? PartiesInWords { get; init; }

    /// <summary>What the record is called.</summary>
    public required string Title { get; init; }

    /// <summary>What it was until then: a level, a delivery, a state, a role. Null for the first.</summary>
    public Enum? Before { get; init; }

    /// <summary>What it was from then on; null for what does not change. Of an event that did not take place: its outcome.</summary>
    public Enum? After { get; init; }

    public Grade? Grade { get; init; }

    /// <summary>Where the grade comes from; read for the page only, and null where no source that the public sees supports the record.</summary>
    public TimelineSource? Source { get; init; }

    /// <summary>Whether it was said again and stayed as it was.</summary>
    public bool IsStill => Before is not null && Before.Equals(After);

    /// <summary>The line in words: "A pledge: declared → signed".</summary>
    public string Line =>
        After is null ? Title
        : IsStill ? $"{Title}: still {After.InSentence()}"
        : Before is null ? $"{Title}: {After.InSentence()}"
        : $"{Title}: {Before.InSentence()} → {After.InSentence()}";

    /// <summary>The kind of the record that says so.</summary>
    public RecordKind RecordKind =>
        Kind switch
        {
            TimelineKind.Event => RecordKind.Event,
            TimelineKind.Agreement => RecordKind.Agreement,
            TimelineKind.Role => RecordKind.Participation,
            TimelineKind.Statement => RecordKind.Statement,
            TimelineKind.Count => RecordKind.Count,
            _ => RecordKind.Pledge,
        };

    /// <summary>The permalink of the record.</summary>
    public string Address => RecordLink.AddressOf(RecordKind, Code);
}
