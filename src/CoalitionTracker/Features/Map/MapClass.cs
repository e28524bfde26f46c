using CoalitionTracker.Data;
using CoalitionTracker.Features.Countries;
using CoalitionTracker.Shared.Lists;

namespace CoalitionTracker.Features.Map;

/// <summary>A class of the map's measure, with how many are in it. Organisations are counted apart: they have no place on a map.</summary>
/// <param name="Rank">Its place among the classes, which is its pattern as well.</param>
public sealed record MapClass(FacetOption Option, int Rank, int States, int Organisations)
{
    /// <summary>The classes of a measure over these countries.</summary>
    public static IReadOnlyList<MapClass> Of(string measure, IReadOnlyList<CountryStanding> countries)
    {
        var members = countries.ToLookup(c => MapList.ClassOf(c, measure), c => c.Country.Type is CountryKind.State);
        return
        [
            .. MapList
                .ClassesOf(measure)
                .Select((o, i) => new MapClass(o, i, members[o.Value].Count(isState => isState), members[o.Value].Count(isState => !isState))),
        ];
    }
}
