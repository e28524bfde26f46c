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

    [Display(
        Name = "Only in words",
        Description = "The sources give no number, or one that is not exact (“about 7 billion”): words are never turned into numbers."
    )]
    InWords,

    [Display(Name = "No fixed sum", Description = "A share of GDP, or an amount a year or a month: how much it comes to in all is not known.")]
    NoFixedSum,

    [Display(Name = "No exchange rate", Description = "The ECB gave no rate for the currency on that date, or the record knows no date.")]
    NoRate,

    [Display(Name = "Weak grade", Description = "Graded C, D or E.")]
    WeakGrade,
}

/// <summary>The rule of totals: what counts, and what is left out and why.</summary>
public static class Totals
{
    /// <summary>Which rule applies to a pledge.</summary>
    /// <param name="relations">How it relates to others, seen from it.</param>
    /// <param name="isSuperseded">Whether another pledge says that it supersedes this one.</param>
    /// <param name="hasRate">Whether its amount can be converted on its day.</param>
    public static TotalRule RuleFor(PledgeFigures pledge, IReadOnlyCollection<RelationKind> relations, bool isSuperseded, bool hasRate) =>
        RuleFor(
            new TotalFacts
            {
                State = pledge.State,
                Level = pledge.Level,
                Delivery = pledge.Delivery,
                SpentOn = pledge.SpentOn,
                Grade = pledge.Grade,
                HasMoney = pledge.Money is not null,
                IsInWords = pledge.Money is { Min: null, Max: null },
                IsFixedSum = pledge.Money is { Per: Per.Once },
                HasRate = hasRate,
                Restates = relations.Contains(RelationKind.Restates),
                IsPartOfAnother = relations.Contains(RelationKind.PartOf),
                IsSuperseded = isSuperseded,
                Overlaps = relations.Contains(RelationKind.OverlapsWith),
            }
        );

    /// <summary>Which rule applies to these facts.</summary>
    public static TotalRule RuleFor(in TotalFacts pledge) =>
        pledge switch
        {
            { State: not RecordState.Published } => TotalRule.NotPublished,
            { Level: Level.RuledOut } => TotalRule.RuledOut,
            { HasMoney: false } => TotalRule.NoMoney,
            { Restates: true } => TotalRule.Restated,
            { IsPartOfAnother: true } => TotalRule.PartOfAnother,
            { Delivery: Delivery.Superseded or Delivery.Withdrawn } or { IsSuperseded: true } => TotalRule.Superseded,
            { Overlaps: true } => TotalRule.Overlaps,
            { SpentOn: SpentOn.OwnForces } => TotalRule.OwnForces,
            { IsInWords: true } => TotalRule.InWords,
            { IsFixedSum: false } => TotalRule.NoFixedSum,
            { HasRate: false } => TotalRule.NoRate,
            { Grade: not (Grade.A or Grade.B) } => TotalRule.WeakGrade,
            _ => TotalRule.Counted,
        };

    /// <summary>Which rule applies to the people of a pledge of people.</summary>
    /// <param name="facts">The same as for its money.</param>
    internal static PeopleRule PeopleRuleFor(in PledgeLine pledge, in TotalFacts facts) =>
        facts switch
        {
            { State: not RecordState.Published } => PeopleRule.NotPublished,
            { Level: Level.RuledOut } => PeopleRule.RuledOut,
            { Restates: true } => PeopleRule.Restated,
            { IsPartOfAnother: true } => PeopleRule.PartOfAnother,
            { Delivery: Delivery.Superseded or Delivery.Withdrawn } or { IsSuperseded: true } => PeopleRule.Superseded,
            { Overlaps: true } => PeopleRule.Overlaps,
            _ when (pledge.PeopleMin ?? pledge.PeopleMax) is null => PeopleRule.InWords,
            _ => pledge.IsPeopleOnce ? PeopleRule.Counted : PeopleRule.NoFixedNumber,
        };
}

/// <summary>What the rule of totals looks at in a pledge itself.</summary>
public sealed record PledgeFigures(
    RecordState State,
    Level Level,
    Delivery Delivery,
    SpentOn SpentOn,
    Grade? Grade,
    Money? Money,
    RecordDate Announced
);

/// <summary>All that the rule of totals looks at, the pledge's relations included.</summary>
public readonly record struct TotalFacts
{
    public RecordState State { get; init; }
    public Level Level { get; init; }
    public Delivery Delivery { get; init; }
    public SpentOn SpentOn { get; init; }
    public Grade? Grade { get; init; }
    public bool HasMoney { get; init; }

    /// <summary>Whether the amount is given in words only.</summary>
    public bool IsInWords { get; init; }

    /// <summary>Whether the money is paid once, and not so much a year or a month or a share of GDP.</summary>
    public bool IsFixedSum { get; init; }

    /// <summary>Whether the amount can be converted on its day.</summary>
    public bool HasRate { get; init; }
    public bool Restates { get; init; }
    public bool IsPartOfAnother { get; init; }

    /// <summary>Whether another pledge says that it supersedes this one.</summary>
    public bool IsSuperseded { get; init; }
    public bool Overlaps { get; init; }
}
