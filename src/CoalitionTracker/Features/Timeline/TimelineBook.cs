using CoalitionTracker.Data;
using CoalitionTracker.Features.Pledges;
using CoalitionTracker.Shared.Lists;

namespace CoalitionTracker.Features.Timeline;

/// <summary>
/// Everything that happened in one version of the record, in the order of its days: a number for each entry, and for each kind and country the set of
/// its entries. Pledges are those of the <see cref="PledgeBook"/>, which holds their changes already. Texts are read from the store for what is shown.
/// </summary>
public sealed class TimelineBook
{
    private readonly TimelineEntry[] entries;
    private readonly PledgeBook pledges;
    private readonly IReadOnlyList<TimelineRecord> records;
    private readonly FacetSets<TimelineEntry> facets;

    internal TimelineBook(PledgeBook pledges, IReadOnlyList<TimelineRecord> records, IReadOnlyList<FacetOption> countries)
    {
        (this.pledges, this.records, Countries) = (pledges, records, countries);
        entries = TimelineOrder.Of(pledges, records);
        Placed = PlaceOf(DateOnly.MaxValue.DayNumber + 1);
        Spec = TimelineSpec.For(this);
        facets = new FacetSets<TimelineEntry>(Spec.Facets, entries);
    }

    /// <summary>What can be asked of the timeline.</summary>
    public ListSpec<TimelineEntry> Spec { get; }

    public IReadOnlyList<FacetOption> Countries { get; }

    public int Count => entries.Length;

    /// <summary>How many entries have a date. They stand first, in their order; those without come after them.</summary>
    public int Placed { get; }

    public TimelineEntry this[int place] => entries[place];

    /// <summary>Where the first entry on or after this day stands.</summary>
    public int PlaceOf(int dayNumber)
    {
        var (low, high) = (0, entries.Length);
        while (low < high)
        {
            var middle = (low + high) >>> 1;
            (low, high) = entries[middle].Key < TimelineEntry.FirstKeyOf(dayNumber) ? (middle + 1, high) : (low, middle);
        }
        return low;
    }

    /// <summary>The entries that have this value of a facet; null when none has.</summary>
    public Bits? SetOf(string facet, string value) => facets.Of(facet, value);

    /// <summary>The entries between the query's first and last day.</summary>
    public Bits Within(ListQuery query)
    {
        var start = query.End("from") is { } from ? PlaceOf((int)from) : 0;
        var end = query.End("to") is { } to ? PlaceOf((int)to + 1) : Placed;
        return Bits.Between(Count, start, Math.Min(end, Placed));
    }

    /// <summary>What of these entries has a kind and a country that the query asks for.</summary>
    public Bits Match(ListQuery query, Bits within) => facets.Match(query, within, _ => false);

    /// <summary>How many entries match the query's kinds and countries, but cannot be placed since they have no date.</summary>
    public int CountUndated(ListQuery query) => Match(query, Bits.Between(Count, Placed, Count)).Count();

    /// <summary>Every kind and country with how many entries would match if it were chosen instead.</summary>
    public IReadOnlyList<FacetCounts> CountFacets(ListQuery query, Bits within, Bits matching) => facets.Count(query, within, matching);

    /// <summary>The code of the record that an entry is about.</summary>
    public string CodeOf(TimelineEntry entry) => entry.IsOfPledge ? pledges.Index.Codes[entry.Place] : records[entry.Place].Code;

    public Grade? GradeOf(TimelineEntry entry) => entry.IsOfPledge ? pledges[entry.Place].Grade : records[entry.Place].Grade;

    /// <summary>The codes of who pledged, spoke, signed, took part or was counted.</summary>
    public IReadOnlyList<string> CountriesOf(TimelineEntry entry)
    {
        if (!entry.IsOfPledge)
            return records[entry.Place].Countries;
        var pledgers = pledges.PledgersOf(pledges[entry.Place]);
        var codes = new string[pledgers.Length];
        for (var i = 0; i < codes.Length; i++)
            codes[i] = pledges.Countries[pledgers[i]];
        return codes;
    }

    /// <summary>The codes of those whom a statement is about, beside the speaker's own country.</summary>
    public IReadOnlyList<string> AboutOf(TimelineEntry entry) => entry.IsOfPledge ? [] : records[entry.Place].About;

    /// <summary>The first day of a pledge, by which its changes without a date are ordered.</summary>
    internal int SinceOf(TimelineEntry entry) => pledges[entry.Place].Since;

    /// <summary>The date of an entry that is not a pledge's.</summary>
    internal RecordDate DateOf(TimelineEntry entry) => records[entry.Place].Steps[entry.Part].On;

    /// <summary>What changed into what: levels, deliveries, states of an agreement or roles; nulls where nothing did.</summary>
    internal (Enum? Before, Enum? After) ChangeOf(TimelineEntry entry)
    {
        switch (entry.Kind)
        {
            case TimelineKind.Level:
                var levels = pledges.LevelsOf(pledges[entry.Place]);
                return (entry.Part > 0 ? levels[entry.Part - 1].Value : null, levels[entry.Part].Value);
            case TimelineKind.Delivery:
                var deliveries = pledges.DeliveriesOf(pledges[entry.Place]);
                return (entry.Part > 0 ? deliveries[entry.Part - 1].Value : null, deliveries[entry.Part].Value);
            default:
                var step = records[entry.Place].Steps[entry.Part];
                return (step.Before, step.After);
        }
    }
}

/// <summary>Brings everything that happened into its order.</summary>
internal static class TimelineOrder
{
    public static TimelineEntry[] Of(PledgeBook pledges, IReadOnlyList<TimelineRecord> records)
    {
        var keys = new List<long>(pledges.Count * 2);
        for (var place = 0; place < pledges.Count; place++)
        {
            ref readonly var pledge = ref pledges[place];
            if (pledge.State is not RecordState.Published)
                continue;
            Add(keys, TimelineKind.Level, place, pledges.LevelsOf(pledge));
            Add(keys, TimelineKind.Delivery, place, pledges.DeliveriesOf(pledge));
        }
        for (var place = 0; place < records.Count; place++)
        {
            for (var part = 0; part < records[place].Steps.Count; part++)
            {
                var on = records[place].Steps[part].On;
                keys.Add(TimelineEntry.Of(records[place].Kind, place, part, on.Day?.DayNumber, on.Precision).Key);
            }
        }
        keys.Sort();
        return [.. keys.Select(key => new TimelineEntry(key))];
    }

    private static void Add<T>(List<long> keys, TimelineKind kind, int place, ReadOnlySpan<Change<T>> changes)
    {
        for (var part = 0; part < changes.Length; part++)
        {
            var (day, _, precision) = changes[part];
            keys.Add(TimelineEntry.Of(kind, place, part, precision is DatePrecision.NotStated ? null : day, precision).Key);
        }
    }
}
