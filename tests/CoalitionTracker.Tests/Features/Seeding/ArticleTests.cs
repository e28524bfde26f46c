using CoalitionTracker.Data;
using CoalitionTracker.Features.Seeding;
using CoalitionTracker.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace CoalitionTracker.Tests.Features.Seeding;

/// <summary>The founding article's facts, A1 to A19, in a store that was seeded with the article's set only.</summary>
public sealed class ArticleTests : IAsyncLifetime
{
    private TestStore store = null!;
    private List<Pledge> pledges = [];
    private List<Statement> statements = [];

    public async ValueTask InitializeAsync()
    {
        store = await TestStore.CreateAsync(StorageProvider.Sqlite, seed: new SeedOptions { Sets = "article" });
        await store.Seeder.SeedAsync();
        await using var db = store.Open();
        pledges = await db.Pledges.ToListAsync();
        statements = await db.Statements.ToListAsync();
    }

    public ValueTask DisposeAsync() => store.DisposeAsync();

    [Fact]
    public void A1_Japan_declares_part_in_the_coalition_after_a_peace_deal()
    {
        var pledge = PledgeBy("JPN", Contribution.Participation);

        Assert.Equal(Level.Declared, pledge.Level);
        Assert.Equal(RecordDate.Parse("2025-08-19"), pledge.Announced);
        Assert.Equal(ConditionKind.Ceasefire, Assert.Single(pledge.Conditions).Kind);
        Assert.Contains(Ishiba(), s => s.Pledges.Any(p => p.Pledge == pledge.Code && p.Stance is Stance.Supports));
    }

    [Fact]
    public void A2_Ishiba_speaks_of_an_appropriate_role() => Quoted("we'll play an appropriate role");

    [Fact]
    public void A3_Ishiba_cannot_say_specifically_and_the_pledge_has_no_quantity()
    {
        Quoted("At this point, we cannot say specifically what we are going to do");
        var pledge = PledgeBy("JPN", Contribution.Participation);
        Assert.Null(pledge.Quantity);
        Assert.Null(pledge.Money);
    }

    [Fact]
    public void A4_Ishiba_calls_a_fair_peace_difficult() => Quoted("achieving a fair peace is an extremely difficult task that will take time");

    [Fact]
    public void A5_Ishiba_asks_the_United_States_for_a_deal_that_does_no_harm_elsewhere()
    {
        var statement = Quoted("does not undermine global security and the international order, including that of the Indo-Pacific region");
        Assert.Contains("USA", statement.About.Select(a => a.Country));
    }

    [Fact]
    public void A6_The_Japan_Times_speaks_for_itself_about_Japan()
    {
        var statement = Assert.Single(statements, s => s.Speaker == "The Japan Times");

        Assert.Equal(Authority.Publication, statement.Authority);
        Assert.Null(statement.Country);
        Assert.Equal("JPN", Assert.Single(statement.About).Country);
        Assert.Contains("condemning unilateral attempts to change the status quo by force", statement.Quotes.Select(q => q.Original));
        Assert.Contains("Taiwan", statement.Summary, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A7_Japan_s_sanctions_are_in_force_and_its_dispute_with_Russia_is_context()
    {
        var pledge = PledgeBy("JPN", Contribution.Sanctions);

        Assert.Equal(RecordDate.Parse("2022"), pledge.Announced);
        Assert.Equal(Delivery.Delivered, pledge.Delivery);
        Assert.Contains(await NotesAsync(), n => n.Text.Contains("no peace treaty", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A8_Japan_s_agreement_is_of_June_2024_and_for_ten_years()
    {
        var agreement = (await store.ReadAsync<Agreement>("AGR-2024-001"))!;

        Assert.Equal(["JPN", "UKR"], agreement.Parties.Select(p => p.Country));
        Assert.Equal(RecordDate.Parse("2024-06-13"), agreement.Signed);
        Assert.Equal(RecordDate.Parse("2024/2034"), agreement.Term);
        Assert.Contains("first country outside NATO", agreement.Summary, StringComparison.Ordinal);
    }

    [Fact]
    public void A9_Japan_s_4_5_billion_dollars_stand_under_it_with_the_rival_claims()
    {
        var pledge = Assert.Single(pledges, p => p.Agreement == "AGR-2024-001");

        Assert.Equal((4_500_000_000m, 4_500_000_000m, "USD"), (pledge.Money!.Min, pledge.Money.Max, pledge.Money.Currency));
        Assert.Equal((Level.Signed, RecordDate.Parse("2024/2034")), (pledge.Level, pledge.Term));
        Assert.Contains(
            pledge.Rivals,
            r => r is { Grade: Grade.C, Field: "term" } && r.By.StartsWith("Volodymyr Zelenskyy", StringComparison.Ordinal)
        );
        Assert.Contains(pledge.Rivals, r => r.By.StartsWith("Jiji", StringComparison.Ordinal));
    }

    [Fact]
    public void A10_Rutte_s_claim_about_Japan_is_his_and_no_pledge_of_Japan()
    {
        var claim = Assert.Single(statements, s => s.Code == "STM-2025-004");

        Assert.Equal(("NATO", "2025-08-18"), (claim.Country, claim.On.Edtf));
        Assert.Contains("JPN", claim.About.Select(a => a.Country));
        Assert.Empty(claim.Pledges);
    }

    [Fact]
    public async Task A11_Thirty_countries_work_on_a_concept_with_two_leads_and_two_participants_named()
    {
        Quoted(
            "Over the last couple of months under the leadership of Keir Starmer, the British Prime Minister, and Emmanuel Macron, the French President, a group of now 30 countries, including Japan and Australia are working on this concept of security guarantees"
        );
        await using var db = store.Open();
        var count = await db.Counts.SingleAsync(c => c.Value == 30, TestContext.Current.CancellationToken);
        Assert.Equal("2025-08-18", count.On.Edtf);
        Assert.Equal(["AUS", "JPN"], count.Members.Select(m => m.Country).Order());
        var roles = await db.Participations.ToDictionaryAsync(p => p.Country, p => p.Role, TestContext.Current.CancellationToken);
        Assert.Equal((Role.Lead, Role.Lead, Role.Participant, Role.Participant), (roles["GBR"], roles["FRA"], roles["JPN"], roles["AUS"]));
    }

    [Fact]
    public void A12_The_United_States_rules_land_forces_out()
    {
        Assert.Equal(Level.RuledOut, PledgeBy("USA", Contribution.LandForces).Level);
        Quoted("boots on the ground");
    }

    [Fact]
    public void A13_American_air_support_is_under_discussion() => Assert.Equal(Level.UnderDiscussion, PledgeBy("USA", Contribution.Air).Level);

    [Fact]
    public void A14_American_intelligence_is_under_discussion() =>
        Assert.Equal(Level.UnderDiscussion, PledgeBy("USA", Contribution.Intelligence).Level);

    [Fact]
    public void A15_Trump_s_hint_about_three_countries_is_no_pledge_of_theirs()
    {
        var claim = Assert.Single(statements, s => s.Code == "STM-2025-007");

        Assert.Equal("USA", claim.Country);
        Assert.Equal(["DEU", "FRA", "GBR"], claim.About.Select(a => a.Country).Order());
        Assert.DoesNotContain(pledges, p => p.Parties.Any(c => c.Country is "DEU" or "FRA" or "GBR"));
    }

    [Fact]
    public void A16_Several_hundred_troops_of_about_ten_countries_stay_words()
    {
        var pledge = PledgeBy("COW", Contribution.LandForces);

        Assert.Equal((null, null, "several hundred"), (pledge.Quantity!.Min, pledge.Quantity.Max, pledge.Quantity.Words));
        Assert.Equal("about ten countries, not named", pledge.PartiesInWords);
        Assert.Equal(Grade.E, pledge.Grade);
    }

    [Fact]
    public async Task A17_The_terms_were_expected_by_the_end_of_the_week()
    {
        await using var db = store.Open();
        var deadline = await db.Events.SingleAsync(e => e.Type == EventKind.Deadline, TestContext.Current.CancellationToken);
        Assert.Equal(("../2025-08-24", EventState.Expected), (deadline.On.Edtf, deadline.Outcome));
    }

    [Fact]
    public async Task A18_Japan_has_taken_part_in_15_peacekeeping_missions() =>
        Assert.Contains(await NotesAsync(), n => n.Text.Contains("15 peacekeeping missions", StringComparison.Ordinal));

    [Fact]
    public async Task A19_Trump_met_Zelenskyy_and_Europeans_at_the_White_House()
    {
        await using var db = store.Open();
        var meeting = await db.Events.SingleAsync(e => e.Type == EventKind.Meeting, TestContext.Current.CancellationToken);
        Assert.Equal(("2025-08-18", EventState.TookPlace), (meeting.On.Edtf, meeting.Outcome));
        Assert.Contains("White House", meeting.Venue, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_article_is_a_source_without_an_address_and_others_were_seen_through_it()
    {
        await using var db = store.Open();
        var article = await db.Sources.SingleAsync(
            s => s.Title == "Japan ready to take part in a coalition guaranteeing Ukraine's security",
            TestContext.Current.CancellationToken
        );
        Assert.Equal((null, "2025-08-19"), (article.Url, article.Published.Edtf));
        var through = await db
            .Sources.Where(s => s.SeenThrough == article.Code)
            .Select(s => s.Publisher!)
            .ToListAsync(TestContext.Current.CancellationToken);
        Assert.Equal(["Bloomberg", "Fox News", "The Japan Times"], through.Order());
    }

    private Pledge PledgeBy(string country, Contribution contribution) =>
        Assert.Single(pledges, p => p.Contribution == contribution && p.Parties.Any(c => c.Country == country));

    private IEnumerable<Statement> Ishiba() => statements.Where(s => s.Speaker == "Shigeru Ishiba");

    private Statement Quoted(string words) => Assert.Single(statements, s => s.Quotes.Any(q => q.Original.Contains(words, StringComparison.Ordinal)));

    private async Task<List<CountryNote>> NotesAsync()
    {
        await using var db = store.Open();
        return await db.CountryNotes.Where(n => n.Country == "JPN").ToListAsync();
    }
}
