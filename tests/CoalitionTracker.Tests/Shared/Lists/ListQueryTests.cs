using CoalitionTracker.Data;
using CoalitionTracker.Shared.Lists;
using CsCheck;
using Microsoft.AspNetCore.WebUtilities;

namespace CoalitionTracker.Tests.Shared.Lists;

public sealed class ListQueryTests
{
    [Fact]
    public void An_address_is_read_back_as_the_query_that_it_was_written_from() =>
        Gen.Select(Fruit.Queries, Gen.OneOf("", "日本", "a & b = c?", "100 %", "Élysée + more"))
            .Sample(
                (query, text) =>
                {
                    var asked = query with { Text = text };
                    var read = Parse(asked.ToQueryString(Fruit.Spec));
                    Assert.Equivalent(asked, read, strict: true);
                    Assert.Equal(asked.ToQueryString(Fruit.Spec), read.ToQueryString(Fruit.Spec));
                },
                iter: 500
            );

    [Fact]
    public void Defaults_are_left_out_of_the_address()
    {
        Assert.Equal("", Parse("").ToQueryString(Fruit.Spec));
        Assert.Equal("", Parse("?q=&colour=&sort=-weight&size=10&page=1&totals=strict&state=fresh&from=&columns=").ToQueryString(Fruit.Spec));
    }

    [Theory]
    [InlineData(
        "?taste=sweet",
        "taste",
        "There is no such filter here. Known are colour, shape, state, total, from, to, least, most, q, sort, page, size"
    )]
    [InlineData("?Colour=red", "Colour", "There is no such filter here")]
    [InlineData("?taste=", "taste", "There is no such filter here")]
    [InlineData("?colour=mauve", "colour", "\"mauve\" is not one of red, green, blue, black")]
    [InlineData("?colour=red&colour=mauve", "colour", "mauve")]
    [InlineData("?sort=taste", "sort", "\"taste\" is not one of weight, name, on")]
    [InlineData("?sort=--weight", "sort", "\"--weight\" is not one of")]
    [InlineData("?sort=-", "sort", "is not one of")]
    [InlineData("?from=yesterday", "from", "\"yesterday\" is not a day such as 2025-08-19")]
    [InlineData("?to=2025-02-30", "to", "is not a day")]
    [InlineData("?least=2025-08-19", "least", "is not a whole number of euros")]
    [InlineData("?least=-5", "least", "is not a whole number of euros")]
    [InlineData("?least=1e6", "least", "is not a whole number of euros")]
    [InlineData("?from=2025-02-01&to=2025-01-31", "to", "2025-01-31 lies before 2025-02-01, where the range begins.")]
    [InlineData("?least=10&most=9", "most", "9 lies before 10")]
    [InlineData("?sort=name&sort=on", "sort", "Is given more than once; choose one.")]
    [InlineData("?q=a&q=b", "q", "Is given more than once; choose one.")]
    [InlineData("?page=0", "page", "is not a whole number from 1")]
    [InlineData("?page=two", "page", "is not a whole number from 1")]
    [InlineData("?size=-1", "size", "is not a whole number from 1")]
    [InlineData("?totals=some", "totals", "\"some\" is not one of strict, all")]
    [InlineData("?columns=z", "columns", "\"z\" is not one of a, b, c")]
    public void What_the_list_does_not_know_is_refused_by_name(string address, string field, string reason)
    {
        var refused = Assert.Throws<RuleException>(() => Parse(address));

        var problem = Assert.Single(refused.Problems);
        Assert.Equal(field, problem.Field);
        Assert.Contains(reason, problem.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Every_problem_of_an_address_is_told_at_once() =>
        Assert.Equal(
            ["colour", "sort", "x"],
            Assert.Throws<RuleException>(() => Parse("?colour=mauve&sort=x&x=1")).Problems.Select(p => p.Field).Order()
        );

    [Fact]
    public void A_search_that_is_too_long_is_refused() =>
        Assert.Equal(
            "q",
            Assert.Single(Assert.Throws<RuleException>(() => Parse("?q=" + new string('a', ListQuery.MaxTextLength + 1))).Problems).Field
        );

    [Theory]
    [InlineData("?size=5", 5)]
    [InlineData("?size=200", 200)]
    [InlineData("?size=201", ListQuery.MaxSize)]
    [InlineData("?size=2000000000", ListQuery.MaxSize)]
    [InlineData("", 10)]
    public void The_size_of_a_page_is_clamped(string address, int size) => Assert.Equal(size, Parse(address).Size);

    [Fact]
    public void Columns_that_a_list_does_not_offer_are_unknown_to_it()
    {
        var plain = new ListSpec<string>
        {
            Code = s => s,
            Sorts = [new("name", "Name", Text: s => s)],
            DefaultSort = "name",
        };

        Assert.Throws<RuleException>(() => ListQuery.Parse(QueryHelpers.ParseQuery("?columns=a"), plain));
        Assert.Throws<RuleException>(() => ListQuery.Parse(QueryHelpers.ParseQuery("?totals=all"), plain));
    }

    [Fact]
    public void Taking_the_last_value_of_a_facet_away_leaves_no_trace_of_it()
    {
        var query = Parse("?colour=red&colour=blue&page=3");

        Assert.Equal("?colour=blue", query.Without("colour", "red").ToQueryString(Fruit.Spec));
        Assert.Equal("", query.Without("colour", "red").Without("colour", "blue").ToQueryString(Fruit.Spec));
    }

    [Fact]
    public void Search_words_are_folded_and_each_is_asked_once() => Assert.Equal(["elysee", "100"], Parse("?q=Élysée  ELYSEE 100%25").FoldedWords);

    private static ListQuery Parse(string address) => ListQuery.Parse(QueryHelpers.ParseQuery(address), Fruit.Spec);
}
