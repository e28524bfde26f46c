using CoalitionTracker.Shared.Lists;
using CsCheck;

namespace CoalitionTracker.Tests.Shared.Lists;

/// <summary>The index answers every question exactly as a plain pass over the entries would.</summary>
public sealed class ListIndexTests
{
    private static readonly Gen<(Fruit[] Entries, ListQuery Query, string[]? Hits)> Asked = Gen.Select(Fruit.Baskets, Fruit.Queries, Gen.Int[0, 3])
        .Select(
            (entries, query, text) =>
                (entries, query, text > 0 ? null : entries.Where((_, i) => i % 3 != 0).Select(f => f.Code).Append("F-unknown").ToArray())
        );

    [Fact]
    public void The_total_and_the_order_are_those_of_a_plain_pass() =>
        Asked.Sample(
            (entries, query, hits) =>
            {
                var index = new ListIndex<Fruit>(Fruit.Spec, entries);
                var naive = new NaiveList(entries, query, hits).Ordered();
                Assert.Equal(naive, index.AllCodes(query, hits));
                Assert.Equal(naive.Count, index.Find(query, hits).Total);
            },
            iter: 400
        );

    [Fact]
    public void A_page_is_its_part_of_the_whole_order() =>
        Asked.Sample(
            (entries, query, hits) =>
            {
                var page = new ListIndex<Fruit>(Fruit.Spec, entries).Find(query, hits).Codes;
                Assert.Equal(new NaiveList(entries, query, hits).Ordered().Skip((query.Page - 1) * query.Size).Take(query.Size), page);
            },
            iter: 400
        );

    [Fact]
    public void Facet_counts_are_those_of_a_plain_pass() =>
        Asked.Sample(
            (entries, query, hits) =>
            {
                var found = new ListIndex<Fruit>(Fruit.Spec, entries).Find(query, hits);
                Assert.Equal(
                    new NaiveList(entries, query, hits).Counts(),
                    found.Facets.SelectMany(f => f.Options.Select(o => (f.Key, o.Value, o.Count, o.Chosen)))
                );
            },
            iter: 400
        );

    [Fact]
    public void Choosing_a_value_gives_as_many_as_its_count_promised() =>
        Asked.Sample(
            (entries, query, hits) =>
            {
                var index = new ListIndex<Fruit>(Fruit.Spec, entries);
                foreach (var facet in index.Find(query, hits).Facets)
                    Assert.All(facet.Options, o => Assert.Equal(o.Count, index.Find(query.With(facet.Key, o.Value), hits).Total));
            },
            iter: 100
        );

    [Fact]
    public void Sums_are_those_of_a_plain_pass() =>
        Asked.Sample(
            (entries, query, hits) =>
                Assert.Equal(new NaiveList(entries, query, hits).Sum(), new ListIndex<Fruit>(Fruit.Spec, entries).Find(query, hits).Sums["sum"]),
            iter: 400
        );

    [Theory]
    [InlineData("weight")]
    [InlineData("-weight")]
    public void Ties_are_broken_by_code_and_what_has_no_value_comes_last_both_ways(string sort)
    {
        Fruit[] entries = [Weighing("D", null), Weighing("C", 1), Weighing("A", 1), Weighing("B", null)];

        var order = new ListIndex<Fruit>(Fruit.Spec, entries).AllCodes(new ListQuery { Sort = sort }, null);

        Assert.Equal(["A", "C", "B", "D"], order);
    }

    [Fact]
    public void An_empty_list_answers_every_question()
    {
        var found = new ListIndex<Fruit>(Fruit.Spec, []).Find(new ListQuery { Sort = "name", Page = 3 }, ["F-1"]);

        Assert.Equal((0, 0, 0m), (found.Total, found.Codes.Count, found.Sums["sum"]));
    }

    private static Fruit Weighing(string code, long? weight) => new(code, [], null, "fresh", "none", default, null, weight, null, null);
}
