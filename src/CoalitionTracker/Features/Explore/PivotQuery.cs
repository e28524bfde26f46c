using CoalitionTracker.Data;
using CoalitionTracker.Features.Pledges;
using CoalitionTracker.Shared.Lists;
using Microsoft.Extensions.Primitives;

namespace CoalitionTracker.Features.Explore;

/// <summary>What the filters of a view of pledges mean, today and as of a day.</summary>
internal static class PivotQuery
{
    /// <summary>A facet that has no meaning for another day than today.</summary>
    private const string Freshness = "freshness";

    /// <summary>Facets whose values change with the day.</summary>
    private static readonly string[] ChangingFacets = ["level", "validity", "delivery", "total", "people"];

    /// <exception cref="RuleException">The address asks for something that is not known, or not known of a day.</exception>
    public static ListQuery Parse(IEnumerable<KeyValuePair<string, StringValues>> parameters, ListSpec<PledgeEntry> spec)
    {
        var query = ListQuery.Parse(parameters, spec);
        return query.AsOf is not null && query.Chosen.ContainsKey(Freshness)
            ? throw new RuleException(Freshness, "Whether a pledge is stale is a matter of today. Take this filter away, or the day (asOf).")
            : query;
    }

    /// <summary>The places of the pledges that match what does not change with the day.</summary>
    public static Bits Matching(PledgeBook book, ListQuery query, IReadOnlyCollection<string>? hits) =>
        query.AsOf is null ? book.Index.Matching(query, hits) : book.Index.Matching(query, hits, ChangingFacets);

    /// <summary>Whether a pledge matches the facets that change with the day.</summary>
    public static Func<int, bool> IsIn(PledgeBook book, ListQuery query, int day)
    {
        if (query.AsOf is null || !ChangingFacets.Any(query.Chosen.ContainsKey))
            return _ => true;
        var levels = Chosen<Level>(query, "level");
        var validities = Chosen<Validity>(query, "validity");
        var deliveries = Chosen<Delivery>(query, "delivery");
        var rules = Chosen<TotalRule>(query, "total");
        var people = Chosen<PeopleRule>(query, "people");
        return place =>
            levels.Contains(book.LevelOn(book[place], day))
            && validities.Contains(book.ValidityOn(place, day))
            && deliveries.Contains(book.DeliveryOn(book[place], day))
            && rules.Contains(book.RuleOn(place, day))
            && people.Contains(book.PeopleRuleOn(place, day));
    }

    private static HashSet<T> Chosen<T>(ListQuery query, string facet)
        where T : struct, Enum => [.. Enum.GetValues<T>().Where(v => !query.Chosen.TryGetValue(facet, out var chosen) || chosen.Contains(v.Slug()))];

    /// <summary>The places of the pledges that a view is of; null for all.</summary>
    public static Bits? Only(PledgeBook book, PivotScope scope) =>
        scope switch
        {
            PivotScope.Money => book.WithMoney,
            PivotScope.People => book.WithPeople,
            _ => null,
        };

    /// <summary>
    /// The filters to choose from. As of a day they are all that the record has ever had a use for: what no pledge is today, one may have been then.
    /// </summary>
    public static IReadOnlyList<FacetCounts> Facets(PledgeBook book, ListQuery query, IReadOnlyCollection<string>? hits, PivotScope scope)
    {
        var (spec, only) = (book.Index.Spec, Only(book, scope));
        if (query.AsOf is null)
            return book.Index.CountFacets(query, hits, only);
        return
        [
            .. spec
                .Facets.Where(f => f.Key != Freshness)
                .Select(f => new FacetCounts(
                    f.Key,
                    f.Label,
                    f.Open,
                    f.Default,
                    [
                        .. f
                            .Options.Where(o => query.ChosenFor(f).Contains(o.Value) || CanHave(f.Key, o.Value))
                            .Select(o => new FacetCount(o.Value, o.Label, 0, query.ChosenFor(f).Contains(o.Value))),
                    ]
                )),
        ];

        bool CanHave(string facet, string value) =>
            ChangingFacets.Contains(facet)
                ? !(scope is PivotScope.Money && value == TotalRule.NoMoney.Slug())
                    && !(scope is PivotScope.People && value == PeopleRule.NoPeople.Slug())
                : book.Index.Has(facet, value, only);
    }
}
