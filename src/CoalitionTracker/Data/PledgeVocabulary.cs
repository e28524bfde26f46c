using System.ComponentModel.DataAnnotations;

namespace CoalitionTracker.Data;

/// <summary>What is promised.</summary>
public enum Contribution
{
    [Display(Name = "Land forces", Description = "Soldiers on the ground.")]
    LandForces,

    [Display(Name = "Air", Description = "Aircraft, air policing or air surveillance.")]
    Air,

    [Display(Name = "Maritime", Description = "Ships, mine clearance at sea, patrols.")]
    Maritime,

    [Display(Name = "Intelligence", Description = "Sharing what is seen and known.")]
    Intelligence,

    [Display(Name = "Training", Description = "Training Ukraine's forces, inside or outside the country.")]
    Training,

    [Display(Name = "Logistics and basing", Description = "Transport, supply, bases and transit.")]
    Logistics,

    [Display(Name = "Ceasefire monitoring", Description = "Observing and verifying a ceasefire.")]
    CeasefireMonitoring,

    [Display(Name = "Cyber", Description = "Defence of networks and data.")]
    Cyber,

    [Display(Name = "Military equipment", Description = "Weapons, vehicles, ammunition and other equipment.")]
    MilitaryEquipment,

    [Display(Name = "Military finance", Description = "Money for defence.")]
    MilitaryFinance,

    [Display(Name = "Financial", Description = "Money for the state's budget, or money whose use is not narrowed further.")]
    Financial,

    [Display(Name = "Humanitarian", Description = "Help for people in need.")]
    Humanitarian,

    [Display(Name = "Defence industry", Description = "Joint production and investment in arms makers.")]
    DefenceIndustry,

    [Display(Name = "Reconstruction", Description = "Rebuilding and mine clearance on land.")]
    Reconstruction,

    [Display(Name = "Sanctions", Description = "Measures against Russia.")]
    Sanctions,

    [Display(Name = "Political", Description = "Diplomatic and political backing.")]
    Political,

    [Display(Name = "Participation, unspecified", Description = "Says it will take part, not with what.")]
    Participation,

    [Display(Name = "Framework agreement", Description = "A text that promises support in general terms.")]
    Framework,
}

/// <summary>Where the contribution would be made.</summary>
public enum Place
{
    [Display(Name = "Not stated")]
    NotStated,

    [Display(Name = "Inside Ukraine")]
    InsideUkraine,

    [Display(Name = "Neighbouring territory")]
    NeighbouringTerritory,

    [Display(Name = "At sea")]
    AtSea,

    [Display(Name = "In the air")]
    InTheAir,

    [Display(Name = "Elsewhere")]
    Elsewhere,
}

/// <summary>In what form the contribution comes. Grant, loan and guarantee as in the IATI standard's finance types.</summary>
public enum Instrument
{
    [Display(Name = "Not stated")]
    NotStated,

    [Display(Name = "Grant", Description = "Need not be paid back.")]
    Grant,

    [Display(Name = "Loan", Description = "To be paid back, perhaps on conditions.")]
    Loan,

    [Display(Name = "Guarantee", Description = "Stands in for somebody else's loan.")]
    Guarantee,

    [Display(Name = "In kind", Description = "Goods rather than money.")]
    InKind,

    [Display(Name = "Personnel", Description = "People who are sent.")]
    Personnel,

    [Display(Name = "Service", Description = "Something done for Ukraine, such as transport or surveillance.")]
    Service,
}

/// <summary>
/// How binding a pledge is. Declared corresponds to IATI transaction type 12 and a FTS pledge, signed to a FTS commitment.
/// </summary>
public enum Level
{
    [Display(Name = "Not stated", Description = "The sources do not show how binding it is.")]
    NotStated,

    [Display(Name = "Ruled out", Description = "Said it will not do this. A refusal is kept like a promise.")]
    RuledOut,

    [Display(Name = "Under discussion", Description = "Said it might, or is considering it.")]
    UnderDiscussion,

    [Display(Name = "Declared", Description = "Said in public that it will, perhaps on conditions.")]
    Declared,

    [Display(Name = "Signed", Description = "Stands in a signed document.")]
    Signed,

    [Display(Name = "Ratified or budgeted", Description = "A parliament has ratified it, or a budget or law carries it.")]
    Ratified,
}

/// <summary>How far a pledge has been carried out. Allocated as in the Ukraine Support Tracker, delivered as FTS paid.</summary>
public enum Delivery
{
    [Display(Name = "Not assessed", Description = "Nobody has looked, or the sources do not say.")]
    NotAssessed,

    [Display(Name = "Not started", Description = "Nothing has been delivered yet.")]
    NotStarted,

    [Display(Name = "Allocated", Description = "Set aside for a concrete purpose or package.")]
    Allocated,

    [Display(Name = "Partly delivered", Description = "Some of it has arrived.")]
    PartlyDelivered,

    [Display(Name = "Delivered", Description = "All of it has arrived, or the measure is in force.")]
    Delivered,

    [Display(Name = "Stalled", Description = "Held up without a decision to stop.")]
    Stalled,

    [Display(Name = "Suspended", Description = "Paused by decision.")]
    Suspended,

    [Display(Name = "Withdrawn", Description = "Taken back.")]
    Withdrawn,

    [Display(Name = "Superseded", Description = "Replaced by a later pledge.")]
    Superseded,
}

/// <summary>What must happen before a pledge takes effect.</summary>
public enum ConditionKind
{
    [Display(Name = "Ceasefire or peace deal")]
    Ceasefire,

    [Display(Name = "Parliament")]
    Parliament,

    [Display(Name = "Cabinet")]
    Cabinet,

    [Display(Name = "US backstop")]
    UsBackstop,

    [Display(Name = "Mandate")]
    Mandate,

    [Display(Name = "Invitation")]
    Invitation,

    [Display(Name = "Renewed attack (a trigger)")]
    RenewedAttack,

    [Display(Name = "Other condition")]
    Other,
}

/// <summary>Whether a condition still stands in the way.</summary>
public enum ConditionState
{
    [Display(Name = "Unknown")]
    Unknown,

    [Display(Name = "Unmet")]
    Unmet,

    [Display(Name = "Met")]
    Met,

    [Display(Name = "Waived")]
    Waived,
}

/// <summary>Per what an amount or a quantity counts.</summary>
public enum Per
{
    [Display(Name = "once")]
    Once,

    [Display(Name = "a year")]
    Year,

    [Display(Name = "a month")]
    Month,

    [Display(Name = "% of GDP a year")]
    ShareOfGdp,
}

/// <summary>Whether money comes on top of what had been promised before.</summary>
public enum NewMoney
{
    [Display(Name = "Not stated")]
    Unknown,

    [Display(Name = "New money")]
    Yes,

    [Display(Name = "Not new money")]
    No,

    [Display(Name = "Partly new money", Description = "Some of it is new; the words beside the amount say how much, where it is known.")]
    Partly,
}

/// <summary>On whom the contribution is spent.</summary>
public enum SpentOn
{
    [Display(Name = "Ukraine")]
    Ukraine,

    [Display(Name = "The pledger's own forces", Description = "Money that a country spends to get its own forces ready is not aid to Ukraine.")]
    OwnForces,

    [Display(Name = "Not stated")]
    NotStated,
}

/// <summary>How a quantity is known; the three differ, as in SIPRI's arms transfers register.</summary>
public enum Basis
{
    [Display(Name = "Reported")]
    Reported,

    [Display(Name = "Estimated")]
    Estimated,

    [Display(Name = "Unknown")]
    Unknown,
}

/// <summary>How a country stands to a joint pledge.</summary>
public enum PledgePartyRole
{
    [Display(Name = "Pledger")]
    Pledger,

    [Display(Name = "Opted out", Description = "Belongs to the group but carries no obligation.")]
    OptedOut,
}

/// <summary>How one pledge relates to another. Read as "this pledge … the other".</summary>
public enum RelationKind
{
    [Display(Name = "is part of")]
    PartOf,

    [Display(Name = "restates")]
    Restates,

    [Display(Name = "supersedes")]
    Supersedes,

    [Display(Name = "overlaps with")]
    OverlapsWith,

    [Display(Name = "contradicts")]
    Contradicts,
}
