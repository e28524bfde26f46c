using System.Runtime.InteropServices;
using CoalitionTracker.Data;
using Microsoft.EntityFrameworkCore;

namespace CoalitionTracker.Features.Pledges;

/// <summary>The parts of all public pledges as they are read for the book: by their own tables, then brought to their pledges.</summary>
internal sealed class StoredParts
{
    /// <summary>The foreign key of a pledge's parts.</summary>
    public const string PledgeCode = "PledgeCode";

    private readonly int[] since;
    private Slice[] pledgers = [];
    private Slice[] levels = [];
    private Slice[] deliveries = [];
    private Slice[] conditions = [];

    private StoredParts(int[] since) => this.since = since;

    public PledgeParts All { get; private set; } = new([], [], [], [], new Dictionary<int, IReadOnlyList<RelationLine>>());

    /// <summary>The line of the pledge at this place, with what its parts say.</summary>
    public PledgeLine Complete(PledgeLine line, int place) =>
        line with
        {
            Since = since[place],
            Pledgers = pledgers[place],
            Levels = levels[place],
            Deliveries = deliveries[place],
            Conditions = conditions[place],
            IsRelated = All.Relations.ContainsKey(place),
        };

    /// <summary>Reads the parts of these pledges, which stand in the order of their codes.</summary>
    /// <param name="countries">The codes of the countries, by their numbers.</param>
    public static async Task<StoredParts> ReadAsync(CoalitionDb db, StoredPledge[] pledges, IReadOnlyList<string> countries)
    {
        var places = pledges.Select((p, i) => (p.Code, i)).ToDictionary(p => p.Code, p => p.i);
        var numbers = countries.Select((c, i) => (Code: c, Number: (short)i)).ToDictionary(c => c.Code, c => c.Number);
        var undated = default(RecordDate);
        var parties = await db.Set<PledgeParty>()
            .Where(p => p.Role == PledgePartyRole.Pledger)
            .Select(p => new Row<string>(EF.Property<string>(p, PledgeCode), p.Position, undated, p.Country))
            .ToListAsync();
        var levels = await db.Set<LevelChange>()
            .Select(c => new Row<Level>(EF.Property<string>(c, PledgeCode), c.Position, c.On, c.Level))
            .ToListAsync();
        var deliveries = await db.Set<DeliveryChange>()
            .Select(c => new Row<Delivery>(EF.Property<string>(c, PledgeCode), c.Position, c.On, c.Delivery))
            .ToListAsync();
        var conditions = await db.Set<Condition>()
            .Select(c => new ConditionRow(EF.Property<string>(c, PledgeCode), c.Position, c.Since, c.Kind, c.State, c.Country))
            .ToListAsync();
        var since = Array.ConvertAll(pledges, p => p.Figures.Announced.Day?.DayNumber ?? Dated.Never);
        foreach (var change in levels.Where(c => c.On.Day is not null))
        {
            if (places.TryGetValue(change.Pledge, out var place))
                since[place] = Math.Min(since[place], change.On.Day!.Value.DayNumber);
        }
        var read = new StoredParts(since);
        (read.pledgers, var allPledgers) = Gather(parties, places, (_, p) => (p.Position, numbers[p.Value]));
        (read.levels, var allLevels) = Gather(levels, places, (place, c) => Dating(c, since[place]));
        (read.deliveries, var allDeliveries) = Gather(deliveries, places, (place, c) => Dating(c, since[place]));
        (read.conditions, var allConditions) = Gather(
            conditions.ConvertAll(c => new Row<ConditionRow>(c.Pledge, c.Position, c.Since, c)),
            places,
            (_, c) => (c.Position, LineOf(c.Value, numbers))
        );
        read.All = new PledgeParts(allPledgers, allLevels, allDeliveries, allConditions, await ReadRelationsAsync(db, places));
        return read;
    }

    private static ConditionLine LineOf(ConditionRow condition, Dictionary<string, short> countries) =>
        new(
            condition.Kind,
            condition.State,
            condition.Country is { } only ? countries[only] : (short)-1,
            condition.Since.Day?.DayNumber ?? int.MinValue
        );

    private static (long Order, Change<T> Change) Dating<T>(Row<T> row, int since)
    {
        var day = row.On.Day?.DayNumber ?? since; // a change without a date counts from the pledge's first day
        return (((long)day << 32) + row.Position, new Change<T>(day, row.Value, row.On.Precision));
    }

    /// <summary>Brings rows to their pledges, those of one pledge in their order.</summary>
    private static (Slice[] Slices, TPart[] Parts) Gather<TValue, TPart>(
        List<Row<TValue>> rows,
        Dictionary<string, int> places,
        Func<int, Row<TValue>, (long Order, TPart Part)> read
    )
    {
        var slices = new Slice[places.Count];
        foreach (var row in rows)
        {
            if (places.TryGetValue(row.Pledge, out var place))
                slices[place] = new Slice(0, slices[place].Length + 1);
        }
        var end = 0;
        foreach (ref var slice in slices.AsSpan())
            end = (slice = new Slice(end, slice.Length)).Start + slice.Length;
        var (parts, orders, filled) = (new TPart[end], new long[end], new int[places.Count]);
        foreach (ref readonly var row in CollectionsMarshal.AsSpan(rows))
        {
            if (!places.TryGetValue(row.Pledge, out var place))
                continue; // of a draft
            var at = slices[place].Start + filled[place]++;
            (orders[at], parts[at]) = read(place, row);
        }
        foreach (var slice in slices.Where(s => s.Length > 1))
            Array.Sort(orders, parts, slice.Start, slice.Length);
        return (slices, parts);
    }

    private static async Task<Dictionary<int, IReadOnlyList<RelationLine>>> ReadRelationsAsync(CoalitionDb db, Dictionary<string, int> places)
    {
        var rows = await db.Set<PledgeRelation>()
            .Select(r => new
            {
                Code = EF.Property<string>(r, PledgeCode),
                r.Kind,
                r.Pledge,
            })
            .ToListAsync();
        var relations = new Dictionary<int, IReadOnlyList<RelationLine>>();
        foreach (var row in rows)
        {
            var (from, to) = (places.GetValueOrDefault(row.Code, -1), places.GetValueOrDefault(row.Pledge, -1));
            if (from >= 0)
                relations[from] = [.. relations.GetValueOrDefault(from, []), new RelationLine(row.Kind, to, IsInverse: false)];
            if (from >= 0 && to >= 0)
                relations[to] = [.. relations.GetValueOrDefault(to, []), new RelationLine(row.Kind, from, IsInverse: true)];
        }
        return relations;
    }

    private readonly record struct Row<T>(string Pledge, int Position, RecordDate On, T Value);

    private readonly record struct ConditionRow(
        string Pledge,
        int Position,
        RecordDate Since,
        ConditionKind Kind,
        ConditionState State,
        string? Country
    );
}
