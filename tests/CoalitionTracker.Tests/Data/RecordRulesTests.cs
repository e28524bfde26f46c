using CoalitionTracker.Data;
using CoalitionTracker.Tests.Support;

namespace CoalitionTracker.Tests.Data;

/// <summary>What every kind of record is refused for, and with which field.</summary>
public sealed class RecordRulesTests
{
    private static readonly (string Rule, string Field, Action<Pledge> Break)[] PledgeRules =
    [
        ("has a title", "title", p => p.Title = " "),
        ("has a title that fits", "title", p => p.Title = new string('a', Record.TitleMaxLength + 1)),
        ("has a summary", "summary", p => p.Summary = ""),
        ("has a pledger", "parties", p => p.Parties = []),
        ("has a pledger beside those who opted out", "parties", p => p.Parties[0].Role = PledgePartyRole.OptedOut),
        ("names a country once", "parties", p => p.Parties.Add(new() { Country = "JPN" })),
        ("has a code of its kind", "code", p => p.Code = "STM-2025-001"),
        ("is not announced in the future", "announced", p => p.Announced = RecordDate.On(DateOnly.FromDateTime(DateTime.UtcNow).AddDays(3))),
        ("has no deadline before it is announced", "deadline", p => p.Deadline = RecordDate.Parse("2024")),
        ("has a level", "levels", p => p.Levels = []),
        ("dates each of several levels", "levels", p => p.Levels.Add(new() { Level = Level.RuledOut })),
        ("dates each of several deliveries", "deliveries", p => p.Deliveries = [new(), new() { Delivery = Delivery.Delivered }]),
        ("names a condition once", "conditions", p => p.Conditions = [new() { Words = "a" }, new() { Words = "a" }]),
        ("binds by a condition only who pledges", "conditions[0].country", p => p.Conditions = [new() { Country = "USA" }]),
        ("does not relate to itself", "relations", p => p.Relations = [new() { Pledge = p.Code }]),
        ("has instalments of money only", "instalments", p => p.Instalments = [new() { Year = 2025, Min = 1 }]),
        ("has instalments within its term", "instalments[0].year", WithInstalment(2030)),
        ("has rivals that say what", "rivals[0]", p => p.Rivals = [new() { Field = "amount", By = "somebody" }]),
        ("prefers one rival at most", "rivals", p => p.Rivals = [Preferred(), Preferred()]),
        ("has rivals with good figures", "rivals[0].quantity.unit", p => p.Rivals = [Rival(new Quantity { Min = 1 })]),
        ("rests on a source", "citations", p => p.Citations = []),
        ("rests on a source that supports it", "citations", p => p.Citations[0].Stance = Stance.Contradicts),
        ("quotes shortly", "citations[0].excerpt", p => p.Citations[0].Excerpt = new string('a', Citation.ExcerptMaxLength + 1)),
        ("says why it is deprecated", "stateReason", p => p.State = RecordState.Deprecated),
    ];

    public static TheoryData<string> Rules => [.. PledgeRules.Select(r => r.Rule)];

    [Fact]
    public void The_example_keeps_every_rule() => Assert.Empty(Example.Pledge().Check());

    [Theory]
    [MemberData(nameof(Rules))]
    public void A_pledge(string rule)
    {
        var (_, field, breakIt) = PledgeRules.Single(r => r.Rule == rule);
        var pledge = Example.Pledge();
        breakIt(pledge);

        Assert.Contains(field, pledge.Check().Select(p => p.Field));
    }

    [Fact]
    public void A_draft_needs_no_source_yet()
    {
        var draft = Example.Pledge();
        (draft.State, draft.Citations) = (RecordState.Draft, []);

        Assert.Empty(draft.Check());
    }

    [Fact]
    public void A_date_within_the_announced_span_is_not_the_future()
    {
        var pledge = Example.Pledge();
        pledge.Announced = RecordDate.Parse($"2025/{DateTime.UtcNow.Year + 1}");

        Assert.Empty(pledge.Check());
    }

    [Theory]
    [InlineData("JP", true)]
    [InlineData("", true)]
    [InlineData("jp", false)]
    [InlineData("JPN", false)]
    [InlineData("..", false)]
    public void A_country_s_two_letter_code_is_two_capitals(string code, bool isGood)
    {
        var japan = Example.Country("JPN", "Japan", "Японія", "日本");
        japan.Iso2 = code;

        Assert.Equal(isGood ? [] : ["iso2"], japan.Check().Select(p => p.Field));
    }

    [Theory]
    [InlineData("javascript:alert(1)")]
    [InlineData("data:text/html,x")]
    [InlineData("/relative")]
    [InlineData("not an address")]
    public void A_source_s_address_is_one_that_a_reader_can_follow_safely(string address)
    {
        var source = Example.Source("SRC-0001");
        (source.Url, source.ArchivedUrl) = (address, address);

        Assert.Equal(["url", "archivedUrl"], source.Check().Select(p => p.Field));
    }

    [Fact]
    public void A_source_is_not_seen_through_itself()
    {
        var source = Example.Source("SRC-0001");
        source.SeenThrough = source.Code;

        Assert.Equal("seenThrough", Assert.Single(source.Check()).Field);
    }

    [Fact]
    public void An_event_that_took_place_is_not_in_the_future()
    {
        var meeting = Example.Event();
        meeting.On = RecordDate.On(DateOnly.FromDateTime(DateTime.UtcNow).AddDays(5));

        Assert.Equal("on", Assert.Single(meeting.Check()).Field);
        meeting.Outcome = EventState.Expected;
        Assert.Empty(meeting.Check());
    }

    [Fact]
    public void A_count_has_a_number_or_words()
    {
        var count = Example.Count();
        count.Value = null;

        Assert.Equal("value", Assert.Single(count.Check()).Field);
        count.Words = "about ten";
        Assert.Empty(count.Check());
        count.Value = 10; // never both: what is vague would be drawn and counted as if it were exact
        Assert.Equal("value", Assert.Single(count.Check()).Field);
    }

    [Fact]
    public void Silence_is_about_a_contribution()
    {
        var note = Example.Note();
        note.Type = CountryNoteKind.NeverSaid;

        Assert.Equal("contribution", Assert.Single(note.Check()).Field);
    }

    [Fact]
    public void A_position_is_on_a_point_that_the_agreement_has()
    {
        var agreement = Example.Agreement();
        agreement.Points = [new() { Number = 1, Text = "One." }];
        agreement.Positions =
        [
            new()
            {
                Country = "JPN",
                Point = 2,
                Source = Example.SourceCode,
            },
        ];

        Assert.Equal("positions[0].point", Assert.Single(agreement.Check()).Field);
    }

    [Fact]
    public void A_quote_has_its_words_and_its_language()
    {
        var statement = Example.Statement();
        statement.Quotes = [new() { Original = "", Language = "" }];

        Assert.Equal(["quotes[0].original", "quotes[0].language"], statement.Check().Select(p => p.Field));
    }

    private static Action<Pledge> WithInstalment(int year) =>
        p =>
        {
            p.Money = new Money { Max = 10, Currency = "NOK" };
            p.Term = RecordDate.Parse("2023/2027");
            p.Instalments = [new() { Year = year, Min = 1 }];
        };

    private static RivalClaim Preferred() =>
        new()
        {
            Field = "amount",
            Claim = "more",
            By = "somebody",
            Verdict = Verdict.Preferred,
        };

    private static RivalClaim Rival(Quantity quantity) =>
        new()
        {
            Field = "amount",
            Claim = "more",
            By = "somebody",
            Quantity = quantity,
        };
}
