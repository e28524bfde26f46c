using System.ComponentModel.DataAnnotations;

namespace CoalitionTracker.Features.Timeline;

/// <summary>What kind of thing happened. Things of one day stand in this order.</summary>
public enum TimelineKind
{
    [Display(Name = "Event", GroupName = "Events", Description = "A meeting, a declaration, a deadline.")]
    Event,

    [Display(Name = "Agreement", GroupName = "Steps of agreements", Description = "A text was negotiated, signed, came into force or expired.")]
    Agreement,

    [Display(Name = "Role", GroupName = "Changes of role", Description = "A country's role in the coalition changed.")]
    Role,

    [Display(Name = "Statement", GroupName = "Statements", Description = "Somebody said something.")]
    Statement,

    [Display(
        Name = "Pledge level",
        GroupName = "Changes of level",
        Description = "A pledge was made or became more or less binding; a refusal is a change to ruled out."
    )]
    Level,

    [Display(Name = "Pledge delivery", GroupName = "Changes of delivery", Description = "How far a pledge was carried out.")]
    Delivery,

    [Display(Name = "Count", GroupName = "Counts", Description = "Somebody counted countries, by a definition of their own.")]
    Count,
}
