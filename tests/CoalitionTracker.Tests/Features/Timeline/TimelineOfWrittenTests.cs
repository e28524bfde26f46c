using CoalitionTracker.Data;
using CoalitionTracker.Tests.Support;

namespace CoalitionTracker.Tests.Features.Timeline;

/// <summary>What is awkward to place in time.</summary>
public sealed class TimelineOfWrittenTests : IAsyncLifetime
{
    private TestApp? app;

    public async ValueTask InitializeAsync() => app = await TestApp.EmptyAsync();

    public ValueTask DisposeAsync() => app!.DisposeAsync();

    [Fact]
    public async Task A_vague_date_stands_at_its_first_day_before_what_is_known_better_and_says_how_vague_it_is()
    {
        await SaveAsync(
            Said("STM-2025-911", "2025-06-01"),
            Said("STM-2025-912", "2025-06"),
            Said("STM-2025-913", "2025"),
            Said("STM-2025-914", "2025-06-01/2025-06-03"),
            Said("STM-2025-915", "2025-06~"),
            Said("STM-2025-916", "../2025-01-01"),
            Said("STM-2025-917", "")
        );

        var page = await app!.PageAsync("/timeline?sort=on");

        Assert.Equal(["2025", "January 2025", "June 2025"], page.All(".days h2"));
        Assert.Equal(["Month not known", "1 Jan 2025", "Day not known", "1 Jun 2025"], page.All(".day h3"));
        Assert.Equal(["STM-2025-913", "STM-2025-916", "STM-2025-912", "STM-2025-915", "STM-2025-911", "STM-2025-914"], Codes(page));
        Assert.Equal(["until 1 Jan 2025", "about Jun 2025", "1 Jun 2025 to 3 Jun 2025"], page.All(".what .date"));
        Assert.StartsWith("6 entries from 2025 to 1 Jun 2025: 6 statements. 1 more has no date", page.All("p.lead")[0], StringComparison.Ordinal);
    }

    [Fact]
    public async Task Only_what_is_published_is_in_it()
    {
        var states = Enum.GetValues<RecordState>()
            .Select(
                (state, i) =>
                {
                    var pledge = Example.Pledge($"JPN-2025-92{i}");
                    (pledge.State, pledge.StateReason) = (state, "For the test.");
                    return pledge;
                }
            )
            .ToArray<Record>();
        var draft = Example.Event();
        draft.State = RecordState.Draft;
        await SaveAsync([.. states, draft]);

        var page = await app!.PageAsync("/timeline");

        Assert.Equal([states.Single(s => s.State is RecordState.Published).Code], Codes(page));
    }

    [Fact]
    public async Task A_change_says_from_what_to_what_and_what_is_said_again_stays()
    {
        var pledge = Example.Pledge("JPN-2025-931");
        pledge.Levels =
        [
            new() { Level = Level.RuledOut, On = RecordDate.Parse("2025-11") },
            new() { Level = Level.Declared, On = RecordDate.Parse("2025-08-19") },
            new() { Level = Level.Declared, On = RecordDate.Parse("2025-10-01") },
        ];
        pledge.Deliveries = [new() { Delivery = Delivery.Allocated, On = default }];
        var later = Example.Participation("PAR-JPN-902");
        (later.Role, later.From) = (Role.Lead, RecordDate.Parse("2025-12-01"));
        await SaveAsync(pledge, Example.Participation(), later);

        var lines = (await Csv.ReadAsync(app!, "/timeline.csv?sort=on")).Select(r => $"{r["on"]} {r["line"]}");

        Assert.Equal(
            [
                "2025-03-15 Role in the coalition: participant",
                "2025-08-19 A pledge for the test: declared",
                "2025-10-01 A pledge for the test: still declared",
                "2025-11 A pledge for the test: declared → ruled out",
                "2025-12-01 Role in the coalition: participant → lead",
            ],
            lines
        );
        Assert.Contains("1 more has no date", (await app!.PageAsync("/timeline")).All("p.lead")[0], StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_agreement_has_its_steps_and_the_pledge_under_it_follows_on_the_day()
    {
        var agreement = Example.Agreement();
        agreement.States =
        [
            new() { State = AgreementState.InForce, On = RecordDate.Parse("2024-09-01") },
            new() { State = AgreementState.Signed },
            new() { State = AgreementState.Negotiating, On = RecordDate.Parse("2023-10") },
        ];
        var pledge = Example.Pledge("JPN-2024-941");
        pledge.Levels = [new() { Level = Level.Declared, On = agreement.Signed }];
        await SaveAsync(agreement, pledge);

        var rows = await Csv.ReadAsync(app!, "/timeline.csv?country=JPN&sort=on");

        Assert.Equal(["2023-10", "2024-06-13", "2024-06-13", "2024-09-01"], rows.Select(r => r["on"]));
        Assert.Equal(["negotiating", "signed", "declared", "in-force"], rows.Select(r => r["after"]));
        Assert.Equal(["", "negotiating", "", "signed"], rows.Select(r => r["before"]));
    }

    [Fact]
    public async Task Whom_the_reader_asks_for_is_named_where_not_all_can_be()
    {
        var meeting = Example.Event();
        meeting.Countries = [.. new[] { "DEU", "FRA", "GBR", "NOR", "SWE", "JPN" }.Select(c => new EventCountry { Country = c })];
        (meeting.On, meeting.Outcome) = (RecordDate.Parse("2027-01-05"), EventState.Expected);
        await SaveAsync(meeting);

        Assert.Equal(["Germany, France, United Kingdom, Norway and 2 more"], (await app!.PageAsync("/timeline")).All(".entry .by"));
        var ofJapan = await app!.PageAsync("/timeline?country=JPN");
        Assert.Equal(["Japan, Germany, France, United Kingdom and 2 more"], ofJapan.All(".entry .by"));
        Assert.Equal(["A meeting for the test Expected"], ofJapan.All(".entry .what"));
    }

    [Fact]
    public async Task A_change_to_the_record_is_seen_by_the_next_reader()
    {
        Assert.Equal("Nothing has been recorded yet.", (await app!.PageAsync("/timeline")).All(".empty")[0]);

        await SaveAsync(Example.Event());

        Assert.Equal(["EVT-2025-901"], Codes(await app!.PageAsync("/timeline")));
    }

    private Task SaveAsync(params Record[] records) => app!.SaveAsync(records);

    private static Statement Said(string code, string on)
    {
        var statement = Example.Statement(code);
        statement.On = RecordDate.Parse(on);
        return statement;
    }

    private static IEnumerable<string> Codes(Page page) =>
        page.Document.QuerySelectorAll(".entry .what a").Select(a => a.GetAttribute("href")!.Split('/', '#')[^1]);
}
