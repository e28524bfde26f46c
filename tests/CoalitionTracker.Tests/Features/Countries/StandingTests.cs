using CoalitionTracker.Data;
using CoalitionTracker.Features.Countries;
using CoalitionTracker.Tests.Support;
using Microsoft.Extensions.DependencyInjection;

namespace CoalitionTracker.Tests.Features.Countries;

/// <summary>Where countries stand as of any day is what their records' own histories say, read one by one.</summary>
public sealed class StandingTests
{
    [Theory]
    [InlineData(11)]
    [InlineData(12)]
    public async Task Positions_on_any_day_are_those_of_the_pledges_folded_up_to_it(int seed)
    {
        await using var app = await TestApp.EmptyAsync();
        var pledges = SomePledges.Make(seed, 200);
        await app.SaveAsync([.. pledges]);
        var standings = app.Services.GetRequiredService<Standings>();
        var random = new Random(seed);
        var days = Enumerable.Range(0, 25).Select(_ => (DateOnly?)new DateOnly(2022, 12, 1).AddDays(random.Next(1300)));

        foreach (var day in days.Append(null))
        {
            var standing = await standings.ReadAsync(day, TestContext.Current.CancellationToken);
            Assert.Equal(pledges.Count(p => p.State is RecordState.Published && !p.Announced.IsStated), standing.Undated);
            foreach (var country in standing.Countries)
            {
                foreach (var contribution in Enum.GetValues<Contribution>())
                    Assert.Equal(
                        (day, country.Code, contribution, Plain(pledges, country.Code, contribution, day)),
                        (day, country.Code, contribution, Shown(country.On(contribution)))
                    );
            }
        }
    }

    /// <summary>Strongest level, whether refused, how many pledges and refusals, the least that the strongest waits for, and whether all of it is suspended.</summary>
    private static (Level?, bool, int, int, int, bool) Plain(IReadOnlyList<Pledge> all, string country, Contribution contribution, DateOnly? day)
    {
        var own = all.Where(p =>
                p.State is RecordState.Published
                && p.Contribution == contribution
                && p.Parties.Any(c => c.Country == country && c.Role is PledgePartyRole.Pledger)
                && On(p) is not null
            )
            .ToList();
        var standing = own.Where(p => On(p)!.Value.Delivery is not (Delivery.Withdrawn or Delivery.Superseded) && !IsReplaced(p)).ToList();
        var promises = standing.Where(p => LevelOf(p) is not Level.RuledOut).ToList();
        var strongest = promises.Select(p => (Level?)LevelOf(p)).Max();
        return (
            strongest,
            standing.Any(p => LevelOf(p) is Level.RuledOut),
            own.Count(p => LevelOf(p) is not Level.RuledOut),
            own.Count(p => LevelOf(p) is Level.RuledOut),
            promises.Where(p => LevelOf(p) == strongest).Select(WaitsFor).DefaultIfEmpty().Min(),
            strongest is not null && promises.Where(p => LevelOf(p) == strongest).All(p => On(p)!.Value.Delivery is Delivery.Suspended)
        );

        (Level Level, Delivery Delivery)? On(Pledge p) => day is { } d ? p.StandingOn(d) : (p.Level, p.Delivery);

        Level LevelOf(Pledge p) => On(p)!.Value.Level;

        int WaitsFor(Pledge p) =>
            p.Conditions.Count(c =>
                (c.Country is null || c.Country == country)
                && (day is { } d ? c.StateOn(d) : c.State) is ConditionState.Unmet or ConditionState.Unknown
            );

        bool IsReplaced(Pledge p) =>
            all.Any(o =>
                o.State is RecordState.Published && On(o) is not null && o.Relations.Any(r => r.Kind is RelationKind.Supersedes && r.Pledge == p.Code)
            );
    }

    private static (Level?, bool, int, int, int, bool) Shown(Position position) =>
        (position.Strongest, position.Refuses, position.Pledges, position.Refusals, position.WaitsFor.Count, position.IsSuspended);

    [Theory]
    [InlineData(Level.NotStated)]
    [InlineData(Level.UnderDiscussion)]
    public async Task A_refusal_is_the_most_binding_word_only_of_a_country_that_pledges_nothing(Level level)
    {
        await using var app = await TestApp.EmptyAsync();
        var refusal = Example.Pledge("JPN-2025-001");
        refusal.Contribution = Contribution.Air;
        refusal.Levels[0].Level = Level.RuledOut;
        await app.SaveAsync(refusal);
        Assert.Equal(Level.RuledOut, await StrongestAsync(app));

        var pledge = Example.Pledge("JPN-2025-002");
        pledge.Levels[0].Level = level;
        await app.SaveAsync(pledge);
        Assert.Equal(level, await StrongestAsync(app));
    }

    private static async Task<Level?> StrongestAsync(TestApp app) =>
        (await app.Services.GetRequiredService<Standings>().ReadAsync(null, default)).Countries.Single(c => c.Code == "JPN").Strongest;

    [Fact]
    public async Task Roles_memberships_and_silences_are_those_of_the_day()
    {
        await using var app = await TestApp.EmptyAsync();
        await app.SaveAsync(
            new Participation
            {
                Code = "PAR-JPN-001",
                Country = "JPN",
                Role = Role.Observer,
                From = RecordDate.Parse("2025-03-01"),
                Citations = [Example.Citation()],
            },
            new Participation
            {
                Code = "PAR-JPN-002",
                Country = "JPN",
                Role = Role.Participant,
                From = RecordDate.Parse("2025-06"),
                Citations = [Example.Citation()],
            },
            new CountryNote
            {
                Code = "NOTE-JPN-001",
                Country = "JPN",
                Type = CountryNoteKind.NeverSaid,
                Contribution = Contribution.Air,
                Text = "Nothing was found.",
                On = RecordDate.Parse("2025-05-05"),
                Citations = [Example.Citation()],
            }
        );

        Assert.Equal((null, PositionKind.NotResearched), await OfAsync(app, "2025-02-28"));
        Assert.Equal((Role.Observer, PositionKind.NotResearched), await OfAsync(app, "2025-05-04"));
        Assert.Equal((Role.Observer, PositionKind.NeverSaid), await OfAsync(app, "2025-05-05"));
        Assert.Equal((Role.Participant, PositionKind.NeverSaid), await OfAsync(app, "2025-06-01"));
        var finland = (await app.Services.GetRequiredService<Standings>().ReadAsync(new DateOnly(2023, 4, 3), default)).Countries.Single(c =>
            c.Code == "FIN"
        );
        Assert.DoesNotContain("NATO", finland.Memberships); // joined the day after
        finland = (await app.Services.GetRequiredService<Standings>().ReadAsync(new DateOnly(2023, 4, 4), default)).Countries.Single(c =>
            c.Code == "FIN"
        );
        Assert.Contains("NATO", finland.Memberships);
    }

    private static async Task<(Role?, PositionKind)> OfAsync(TestApp app, string day)
    {
        var standing = await app.Services.GetRequiredService<Standings>().ReadAsync(DateOnly.Parse(day, null), default);
        var japan = standing.Countries.Single(c => c.Code == "JPN");
        return (japan.Role, japan.On(Contribution.Air).Kind);
    }
}
