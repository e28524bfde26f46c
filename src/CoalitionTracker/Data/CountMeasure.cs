using System.ComponentModel.DataAnnotations;

namespace CoalitionTracker.Data;

/// <summary>What the record itself can count that comes closest to what somebody else counted. Only states are counted, each once.</summary>
public enum CountMeasure
{
    [Display(Name = "Coalition", Description = "States whose role in the coalition is lead or participant.")]
    Coalition,

    [Display(Name = "Troops", Description = "States that pledge land forces and have at least declared it.")]
    Troops,

    [Display(Name = "Presence", Description = "States that pledge land, air or maritime forces and have at least declared it.")]
    Presence,

    [Display(Name = "Support", Description = "States that pledge equipment, logistics or intelligence and have at least declared it.")]
    Support,

    [Display(Name = "Agreements", Description = "States with a bilateral agreement with Ukraine that is signed or in force.")]
    Agreements,

    [Display(Name = "Attendance", Description = "States that the record names at the event.")]
    Attendance,
}
