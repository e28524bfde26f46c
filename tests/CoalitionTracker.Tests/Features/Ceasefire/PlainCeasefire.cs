using CoalitionTracker.Data;

namespace CoalitionTracker.Tests.Features.Ceasefire;

/// <summary>
/// What a ceasefire opens, computed a second time from the records themselves and the words of the method page alone. Slow and plain on purpose.
/// </summary>
internal sealed class PlainCeasefire(IReadOnlyList<Pledge> all, DateOnly? asOf)
{
    /// <summary>The pledges that the page is about.</summary>
    public List<Pledge> Standing() =>
        [
            .. all.Where(p =>
                p.State is RecordState.Published
                && Existed(p)
                && DeliveryOf(p) is not (Delivery.Withdrawn or Delivery.Superseded)
                && !all.Any(o =>
                    o.State is RecordState.Published && Existed(o) && o.Relations.Any(r => r.Kind is RelationKind.Supersedes && r.Pledge == p.Code)
                )
            ),
        ];

    public string GroupOf(Pledge pledge, params ConditionKind[] met)
    {
        var open = Open(pledge).Select(c => c.Kind).ToHashSet();
        var missing = open.Where(k => k is not ConditionKind.Ceasefire && !met.Contains(k)).ToList();
        if (LevelOf(pledge) is Level.RuledOut)
            return "ruled-out";
        if (DeliveryOf(pledge) is Delivery.Delivered)
            return "delivered";
        if (DeliveryOf(pledge) is Delivery.Suspended)
            return "suspended";
        if (open.Contains(ConditionKind.RenewedAttack))
            return "on-attack";
        if (open.Count == 0)
            return "ready";
        return (open.Contains(ConditionKind.Ceasefire), missing.Count) switch
        {
            (true, 0) => "opens",
            (true, _) => "blocked",
            (false, 0) => "assumed",
            (false, _) => "other-things",
        };
    }

    public IEnumerable<string> Kinds(Pledge pledge, ConditionState state) =>
        Open(pledge)
            .GroupBy(c => c.Kind)
            .Where(same => same.Any(c => StateOf(c) is ConditionState.Unmet) == state is ConditionState.Unmet)
            .Select(same => same.Key)
            .Order()
            .Select(k => k.Slug());

    public bool IsDiscussed(Pledge pledge) => LevelOf(pledge) is Level.UnderDiscussion or Level.NotStated;

    public Level LevelOf(Pledge pledge) => asOf is { } day ? pledge.StandingOn(day)!.Value.Level : pledge.Levels.OrderBy(c => c.On.Day).Last().Level;

    private Delivery DeliveryOf(Pledge pledge) =>
        asOf is { } day
            ? pledge.StandingOn(day)!.Value.Delivery
            : pledge.Deliveries.OrderBy(c => c.On.Day).LastOrDefault()?.Delivery ?? Delivery.NotAssessed;

    private bool Existed(Pledge pledge) => asOf is not { } day || pledge.StandingOn(day) is not null;

    private IEnumerable<Condition> Open(Pledge pledge) => pledge.Conditions.Where(c => StateOf(c) is ConditionState.Unmet or ConditionState.Unknown);

    private ConditionState StateOf(Condition condition) => asOf is { } day ? condition.StateOn(day) : condition.State;
}
