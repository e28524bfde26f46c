using CoalitionTracker.Data;
using CoalitionTracker.Tests.Support;

namespace CoalitionTracker.Tests.Features.Records;

/// <summary>Cases of when: reversals, pauses, dates that are not days.</summary>
public sealed partial class AwkwardCases
{
    [Theory]
    [MemberData(nameof(Providers.All), MemberType = typeof(Providers))]
    public async Task Case_09_Two_ministers_contradicting_each_other_within_a_day_both_stand_on_the_pledge(StorageProvider provider)
    {
        var app = await apps.OnAsync(provider);
        await SeededAsync<Statement>(app, "STM-2026-006");
        var (denial, page) = await SeededAsync<Statement>(app, "STM-2026-007");
        Assert.Equal(Stance.Contradicts, denial.Pledges.Single().Stance);
        Assert.Contains("Contradicts Soldiers after a ceasefire", page.Section("Pledges that it bears on"), StringComparison.Ordinal);

        var (_, pledge) = await SeededAsync<Pledge>(app, "ESP-2025-001");
        var said = pledge.SectionOf("Statements on it")!.QuerySelectorAll("li").Select(l => Page.TextOf(l)).ToList();
        Assert.Contains(said, s => s.StartsWith("6 Jan 2026 Supports Pedro Sánchez", StringComparison.Ordinal));
        Assert.Contains(said, s => s.StartsWith("7 Jan 2026 Contradicts José Manuel Albares", StringComparison.Ordinal));
    }

    [Theory]
    [MemberData(nameof(Providers.All), MemberType = typeof(Providers))]
    public async Task Case_09_A_new_government_s_reversal_keeps_what_was_before(StorageProvider provider)
    {
        var (pledge, page) = await SeededAsync<Pledge>(await apps.OnAsync(provider), "CZE-2025-001");

        Assert.Equal(Level.RuledOut, pledge.Level);
        Assert.Equal("Ruled out", page.Fact("How binding"));
        var history = page.SectionOf("History")!.QuerySelectorAll("ol.timeline > li").Select(l => Page.TextOf(l)).ToList();
        Assert.StartsWith("about Aug 2025 Under discussion", history[0], StringComparison.Ordinal);
        Assert.StartsWith("6 Jan 2026 Ruled out", history[1], StringComparison.Ordinal);
    }

    [Theory]
    [MemberData(nameof(Providers.All), MemberType = typeof(Providers))]
    public async Task Case_19_Paused_aid_is_suspended_and_a_plan_given_up_is_withdrawn(StorageProvider provider)
    {
        var app = await apps.OnAsync(provider);
        var (_, paused) = await SeededAsync<Pledge>(app, "USA-ND-001");
        var (_, scaledBack) = await SeededAsync<Pledge>(app, "GBR-2025-002");

        Assert.Equal("Suspended", paused.Fact("How far delivered"));
        Assert.Contains("3 Mar 2025 Suspended", paused.Section("History"), StringComparison.Ordinal);
        Assert.Equal("Withdrawn", scaledBack.Fact("How far delivered"));
        Assert.Contains("Superseded by Air support instead of a large force", scaledBack.Section("Related pledges"), StringComparison.Ordinal);
        Assert.Equal(["USA-ND-001", "USA-ND-002"], (await CodesAsync(app, "/pledges.csv?delivery=suspended")).Order());
    }

    [Theory]
    [MemberData(nameof(Providers.All), MemberType = typeof(Providers))]
    public async Task Case_20_A_date_is_shown_as_exactly_as_it_is_known(StorageProvider provider)
    {
        var app = await apps.OnAsync(provider);
        foreach (
            var (code, words) in new[]
            {
                ("USA-ND-001", "until 3 Mar 2025"),
                ("NLD-2024-001", "between 1 Mar 2024 and 4 Apr 2024"),
                ("BEL-2024-001", "May 2024"),
                ("NOR-2023-001", "about 2023"),
            }
        )
        {
            var (_, page) = await SeededAsync<Pledge>(app, code);
            Assert.Equal(words, page.Fact("Announced"));
        }
        var (_, unknown) = await SeededAsync<Pledge>(app, "JPN-ND-001");
        Assert.Equal("date not stated", unknown.Fact("Announced"));
    }

    [Theory]
    [MemberData(nameof(Providers.All), MemberType = typeof(Providers))]
    public async Task Case_20_What_is_planned_has_not_happened(StorageProvider provider)
    {
        var app = await apps.OnAsync(provider);
        var (deadline, _) = await SeededAsync<Event>(app, "EVT-2025-002");
        var (conference, page) = await SeededAsync<Event>(app, "EVT-2026-003");

        Assert.Equal((EventState.Expected, EventState.Expected), (deadline.Outcome, conference.Outcome));
        Assert.StartsWith("until 24 Aug 2025 Exact terms", Page.TextOf(page.Document.QuerySelector("#EVT-2025-002")), StringComparison.Ordinal);
        Assert.Equal("Expected", page.Document.QuerySelector("#EVT-2026-003 .mark")!.TextContent);
        Assert.Null(page.Document.QuerySelector("#EVT-2026-001 .mark"));
    }
}
