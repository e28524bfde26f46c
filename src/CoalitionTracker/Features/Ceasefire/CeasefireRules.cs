using CoalitionTracker.Data;
using CoalitionTracker.Features.Pledges;

namespace CoalitionTracker.Features.Ceasefire;

/// <summary>What a pledge waits for on a day, apart: what is not met, and of what the record does not know whether it is met.</summary>
/// <param name="Unmet">Kinds of which at least one condition is unmet.</param>
/// <param name="Unknown">The other kinds that it waits for.</param>
public readonly record struct OpenConditions(ConditionSet Unmet, ConditionSet Unknown)
{
    public ConditionSet All => new(Unmet.Bits | Unknown.Bits);

    /// <summary>What is left when these are met.</summary>
    public OpenConditions After(ConditionSet met) => new(Unmet.Except(met), Unknown.Except(met));

    /// <param name="wanted">By the book's numbers, whose parts are looked at: what waits for another's part only is left out. Null for the whole pledge.</param>
    public static OpenConditions Of(PledgeBook book, in PledgeLine pledge, int day, bool[]? wanted = null)
    {
        var (unmet, unknown) = (new ConditionSet(), new ConditionSet());
        foreach (var condition in book.ConditionsOf(pledge))
        {
            if (wanted is not null && condition.Country >= 0 && !wanted[condition.Country])
                continue;
            var state = condition.StateOn(day);
            if (state is ConditionState.Unmet)
                unmet = unmet.With(condition.Kind);
            else if (state is ConditionState.Unknown)
                unknown = unknown.With(condition.Kind);
        }
        return new OpenConditions(unmet, unknown.Except(unmet));
    }
}

/// <summary>The rules of the page about a ceasefire, as the method page says them.</summary>
public static class CeasefireRules
{
    /// <summary>
    /// What a reader can assume to be met beside the ceasefire. A renewed attack is not among them: it is a trigger, and it would end the ceasefire that
    /// the page assumes.
    /// </summary>
    public static IReadOnlyList<ConditionKind> Switches { get; } =
    [.. Enum.GetValues<ConditionKind>().Where(k => k is not (ConditionKind.Ceasefire or ConditionKind.RenewedAttack))];

    /// <summary>The group of a pledge that stands.</summary>
    /// <param name="waitsFor">What it waits for: unmet, or not known to be met.</param>
    /// <param name="assumed">What is assumed to be met beside the ceasefire.</param>
    public static CeasefireGroup GroupOf(Level level, Delivery delivery, ConditionSet waitsFor, ConditionSet assumed)
    {
        if (level is Level.RuledOut)
            return CeasefireGroup.RuledOut;
        if (delivery is Delivery.Delivered)
            return CeasefireGroup.Delivered;
        if (delivery is Delivery.Suspended)
            return CeasefireGroup.Suspended;
        if (waitsFor.Has(ConditionKind.RenewedAttack))
            return CeasefireGroup.OnAttack;
        if (waitsFor.Count == 0)
            return CeasefireGroup.Ready;
        var isFree = Left(waitsFor, assumed).Count == 0;
        if (waitsFor.Has(ConditionKind.Ceasefire))
            return isFree ? CeasefireGroup.Opens : CeasefireGroup.Blocked;
        return isFree ? CeasefireGroup.Assumed : CeasefireGroup.OtherThings;
    }

    /// <summary>What is still missing once there is a ceasefire and the rest is as assumed.</summary>
    public static ConditionSet Left(ConditionSet waitsFor, ConditionSet assumed) => waitsFor.Except(assumed.With(ConditionKind.Ceasefire));

    /// <summary>Whether something of this level is promised, or ruled out: what is under discussion or not stated is neither, and is counted apart.</summary>
    public static bool IsPromised(Level level) => level is not (Level.UnderDiscussion or Level.NotStated);
}
