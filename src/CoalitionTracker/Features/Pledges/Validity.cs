using System.ComponentModel.DataAnnotations;

namespace CoalitionTracker.Features.Pledges;

/// <summary>What a pledge in the record was on a day: a promise, a refusal, or over.</summary>
public enum Validity
{
    [Display(Name = "Pledge that stands", Description = "Neither a refusal, nor withdrawn, nor replaced by another pledge.")]
    Stands,

    [Display(Name = "Refusal", Description = "Said it will not do this, and still says so.")]
    Refusal,

    [Display(Name = "Withdrawn or replaced", Description = "Taken back, or another pledge stands in its place.")]
    Ended,
}
