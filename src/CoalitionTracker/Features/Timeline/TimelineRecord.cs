using CoalitionTracker.Data;

namespace CoalitionTracker.Features.Timeline;

/// <summary>What the timeline keeps of a published record that is no pledge.</summary>
/// <param name="Countries">Who spoke, signed, took part or was counted.</param>
/// <param name="About">Whom a statement is about, its speaker's own country left out.</param>
/// <param name="Steps">What happened with it, in order: of an agreement its states, of everything else one.</param>
internal sealed record TimelineRecord(
    TimelineKind Kind,
    string Code,
    Grade? Grade,
    IReadOnlyList<string> Countries,
    IReadOnlyList<string> About,
    IReadOnlyList<TimelineStep> Steps
);

/// <summary>One step of a record.</summary>
/// <param name="Before">What it was until then; null for the first step and for what does not change.</param>
/// <param name="After">What it was from then on: a role, the state of an agreement; null for what does not change.</param>
internal sealed record TimelineStep(RecordDate On, Enum? Before = null, Enum? After = null);
