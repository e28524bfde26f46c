using System.ComponentModel.DataAnnotations;

namespace CoalitionTracker.Features.Pledges;

/// <summary>Whether the people that a pledge names are in sums of people, and if not, why not. The first rule that applies is given.</summary>
public enum PeopleRule
{
    [Display(Name = "In sums of people", Description = "Published, with a number of people, and not counted elsewhere.")]
    Counted,

    [Display(Name = "No people", Description = "The pledge is not of people.")]
    NoPeople,

    [Display(Name = "Not published", Description = "In review or deprecated.")]
    NotPublished,

    [Display(Name = "Ruled out", Description = "A refusal promises nobody.")]
    RuledOut,

    [Display(Name = "Restates another", Description = "The same people were announced before.")]
    Restated,

    [Display(Name = "Part of another", Description = "Counted in the pledge that it is part of.")]
    PartOfAnother,

    [Display(Name = "Superseded or withdrawn", Description = "A later pledge replaced it, or it was taken back.")]
    Superseded,

    [Display(Name = "Overlaps another", Description = "Some of them may be counted in another pledge.")]
    Overlaps,

    [Display(Name = "Only in words", Description = "“Several thousand” and “around 200” are no exact numbers: words are never turned into numbers.")]
    InWords,

    [Display(Name = "No fixed number", Description = "So many a year or a month: how many it comes to in all is not known.")]
    NoFixedNumber,
}
