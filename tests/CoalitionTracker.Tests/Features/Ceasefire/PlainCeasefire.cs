using CoalitionTracker.Data;

namespace CoalitionTracker.Tests.Features.Ceasefire;

/// <summary>
/// What a ceasefire opens, computed a second time from the records themselves and the words of the method page alone. Slow and plain on purpose.
/// </summary>
/// <param name="parts">The countries whose parts of the pledges are looked at; none for whole pledges.</param>
internal sealed class PlainCeasefire(IReadOnlyList<Pledge> all, DateOnly? asOf, params string[] parts)
{
    /// <summary>The pledges that the page is about.</summary>
    public List<Pledge> Standing() =>
        [
            .. all.Where(p =>
                p.State is RecordState.Published
                && Existed(p)
                && (parts.Length == 0 || p.Parties.Any(c => c.Role is PledgePartyRole.Pledger && parts.Contains(c.Country)))
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

    private IEnumerable<Condition> Open(Pledge pledge) =>
        pledge.Conditions.Where(c =>
            StateOf(c) is ConditionState.Unmet or ConditionState.Unknown && (c.Country is null || parts.Length == 0 || parts.Contains(c.Country))
        );

    /// <summary>The codes of the standing pledges that tell of the same promise, each with how it reads from the pledge.</summary>
    public IEnumerable<string> Same(Pledge pledge)
    {
        var standing = Standing();
        var said = pledge.Relations.Where(r => standing.Any(p => p.Code == r.Pledge)).Select(r => (r.Kind, r.Pledge, IsInverse: false));
        var heard = standing.SelectMany(p => p.Relations.Where(r => r.Pledge == pledge.Code).Select(r => (r.Kind, Pledge: p.Code, IsInverse: true)));
        return said.Concat(heard)
            .Select(r =>
                (r.Kind, r.IsInverse) switch
                {
                    (RelationKind.Restates, false) => $"restates:{r.Pledge}",
                    (RelationKind.Restates, true) => $"restated-by:{r.Pledge}",
                    (RelationKind.PartOf, false) => $"part-of:{r.Pledge}",
                    (RelationKind.PartOf, true) => $"contains:{r.Pledge}",
                    (RelationKind.OverlapsWith, _) => $"overlaps-with:{r.Pledge}",
                    _ => "",
                }
            )
            .Where(r => r.Length > 0)
            .Distinct();
    }

    private ConditionState StateOf(Condition condition) => asOf is { } day ? condition.StateOn(day) : condition.State;
}
