using System.ComponentModel.DataAnnotations;

namespace CoalitionTracker.Features.Ceasefire;

/// <summary>What a ceasefire would change for a pledge. Each pledge that stands is in exactly one group.</summary>
public enum CeasefireGroup
{
    [Display(Name = "Opens with the ceasefire", Description = "Waits for a ceasefire and for nothing else.")]
    Opens,

    [Display(Name = "Opens by what is assumed", Description = "Does not wait for a ceasefire; all that it waits for is assumed to be met.")]
    Assumed,

    [Display(Name = "Still blocked", Description = "Waits for a ceasefire, and for other things that are not met or not known to be met.")]
    Blocked,

    [Display(Name = "Waits for other things only", Description = "Does not wait for a ceasefire, but for something else.")]
    OtherThings,

    [Display(Name = "Ready or under way", Description = "The record holds no condition that stands in its way; not delivered in full.")]
    Ready,

    [Display(Name = "Suspended", Description = "Was pledged, and has been suspended: nothing of it follows, ceasefire or not, until it is resumed.")]
    Suspended,

    [Display(Name = "Delivered", Description = "All of it has arrived, or the measure is in force: nothing is to follow.")]
    Delivered,

    [Display(
        Name = "On a renewed attack",
        Description = "Would come into force if Russia attacked again. A trigger is nothing to be met first: no ceasefire opens these."
    )]
    OnAttack,

    [Display(Name = "Ruled out", Description = "Said it will not do this, ceasefire or not, unless it says otherwise.")]
    RuledOut,
}
