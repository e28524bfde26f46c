using System.ComponentModel.DataAnnotations;
using CoalitionTracker.Data;

namespace CoalitionTracker.Features.Pledges;

/// <summary>Whether a pledge's money is in totals, and if not, why not. The first rule that applies is given.</summary>
public enum TotalRule
{
    [Display(Name = "In totals", Description = "Published, graded A or B, with a sum and a rate, and not counted elsewhere.")]
    Counted,

    [Display(Name = "Not published", Description = "In review or deprecated.")]
    NotPublished,

    [Display(Name = "Ruled out", Description = "A refusal promises no money.")]
    RuledOut,

    [Display(Name = "No money", Description = "The pledge names no amount of money.")]
    NoMoney,

    [Display(Name = "Restates another", Description = "The same sum was announced before.")]
    Restated,

    [Display(Name = "Part of another", Description = "Counted in the pledge that it is part of.")]
    PartOfAnother,

    [Display(Name = "Superseded or withdrawn", Description = "A later pledge replaced it, or it was taken back.")]
    Superseded,

    [Display(Name = "Overlaps another", Description = "Some of it may be counted in another pledge, such as a share of an EU sum.")]
    Overlaps,

    [Display(Name = "Spent on own forces", Description = "Not aid to Ukraine.")]
    OwnForces,

    [Display(Name = "No fixed sum", Description = "A share of GDP, or an amount a year without a fixed term.")]
    NoFixedSum,

    [Display(Name = "Weak grade", Description = "Graded C, D or E.")]
    WeakGrade,

    [Display(Name = "No exchange rate", Description = "The ECB gave no rate for the currency on that date.")]
    NoRate,
}

/// <summary>The rule of totals: what counts, and what is left out and why.</summary>
public static class Totals
{
    /// <summary>Which rule applies to a pledge.</summary>
    /// <param name="relations">How it relates to others, seen from it.</param>
    /// <param name="isSuperseded">Whether another pledge says that it supersedes this one.</param>
    /// <param name="hasRate">Whether its amount can be converted on its day.</param>
    public static TotalRule RuleFor(PledgeFigures pledge, IReadOnlyCollection<RelationKind> relations, bool isSuperseded, bool hasRate) =>
        pledge switch
        {
            { State: not RecordState.Published } => TotalRule.NotPublished,
            { Level: Level.RuledOut } => TotalRule.RuledOut,
            { Money: null } => TotalRule.NoMoney,
            _ when relations.Contains(RelationKind.Restates) => TotalRule.Restated,
            _ when relations.Contains(RelationKind.PartOf) => TotalRule.PartOfAnother,
            { Delivery: Delivery.Superseded or Delivery.Withdrawn } => TotalRule.Superseded,
            _ when isSuperseded => TotalRule.Superseded,
            _ when relations.Contains(RelationKind.OverlapsWith) => TotalRule.Overlaps,
            { SpentOn: SpentOn.OwnForces } => TotalRule.OwnForces,
            { Money: not { Per: Per.Once } } or { Money: { Min: null, Max: null } } => TotalRule.NoFixedSum,
            { Grade: not (Grade.A or Grade.B) } => TotalRule.WeakGrade,
            _ when !hasRate => TotalRule.NoRate,
            _ => TotalRule.Counted,
        };
}

/// <summary>What the rule of totals looks at.</summary>
public sealed record PledgeFigures(
    RecordState State,
    Level Level,
    Delivery Delivery,
    SpentOn SpentOn,
    Grade? Grade,
    Money? Money,
    RecordDate Announced
);
