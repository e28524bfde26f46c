using System.ComponentModel.DataAnnotations;

namespace CoalitionTracker.Data;

/// <summary>
/// What the record itself can count that comes closest to what somebody else counted. States are counted, each once, but agreements where the others
/// count agreements. Ukraine is whom pledges are made to: it is counted where it was present, never among those who give.
/// </summary>
public enum CountMeasure
{
    [Display(Name = "Coalition", Description = "States whose role in the coalition is lead or participant, Ukraine left out.")]
    Coalition,

    [Display(Name = "Troops", Description = "States that pledge land forces and have at least declared it.")]
    Troops,

    [Display(Name = "Presence", Description = "States that pledge land, air or maritime forces and have at least declared it.")]
    Presence,

    [Display(Name = "Support", Description = "States that pledge equipment, logistics or intelligence and have at least declared it.")]
    Support,

    [Display(
        Name = "Agreements",
        Description = "Bilateral agreements with Ukraine that are signed or in force, those of organisations such as the EU among them."
    )]
    Agreements,

    [Display(Name = "Attendance", Description = "States that the record names at the event, Ukraine as well where it was there.")]
    Attendance,
}
