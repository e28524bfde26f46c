using CoalitionTracker.Data;

namespace CoalitionTracker.Features.Ceasefire;

/// <summary>A list of pledges that the page counts and shows: a group, or what only one condition is still missing for.</summary>
public sealed record CeasefirePart
{
    private CeasefirePart(string slug, string label, string? description) => (Slug, Label, Description) = (slug, label, description);

    public CeasefireGroup? Group { get; private init; }

    /// <summary>The condition that is the only thing missing.</summary>
    public ConditionKind? Only { get; private init; }

    /// <summary>Its name in addresses, and its anchor on the page.</summary>
    public string Slug { get; }

    public string Label { get; }

    public string? Description { get; }

    /// <summary>The groups in their order, then the conditions.</summary>
    public static IReadOnlyList<CeasefirePart> All { get; } =
    [
        .. Enum.GetValues<CeasefireGroup>().Select(g => new CeasefirePart(g.Slug(), g.Label(), g.Description()) { Group = g }),
        .. CeasefireRules.Switches.Select(kind => new CeasefirePart(
            $"only-{kind.Slug()}",
            $"Only one thing missing: {kind.InSentence()}",
            "After a ceasefire, and with what is assumed beside it, they wait for nothing else."
        )
        {
            Only = kind,
        }),
    ];

    /// <summary>The place of each condition's part in <see cref="All"/>, by its number.</summary>
    private static readonly int[] OnlyAt = [.. Enum.GetValues<ConditionKind>().Select(kind => All.ToList().FindIndex(p => p.Only == kind))];

    public static CeasefirePart Of(CeasefireGroup group) => All[(int)group];

    public static CeasefirePart OnlyMissing(ConditionKind kind) => All[OnlyAt[(int)kind]];

    /// <summary>Its place in <see cref="All"/>.</summary>
    internal int Index => Group is { } group ? (int)group : OnlyAt[(int)Only!.Value];
}
