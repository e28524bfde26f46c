using CoalitionTracker.Data;
using CoalitionTracker.Features.Ceasefire;
using CoalitionTracker.Features.Pledges;
using CoalitionTracker.Tests.Support;
using Microsoft.Extensions.DependencyInjection;

namespace CoalitionTracker.Tests.Features.Ceasefire;

/// <summary>Which pledge is in which group, over made records and the seeded one, against a plain computation over the records themselves.</summary>
public sealed class CeasefireTallyTests(SeededApp seeded)
{
    private static readonly CeasefirePart[] Groups = [.. CeasefirePart.All.Where(p => p.Group is not null)];

    private static readonly DateOnly?[] Days = [null, new(2023, 9, 1), new(2024, 6, 1), new(2025, 3, 1), new(2025, 9, 5), new(2026, 1, 6)];

    [Theory]
    [InlineData(21)]
    [InlineData(22)]
    public async Task Every_made_pledge_that_stands_is_in_exactly_one_group_and_it_is_the_right_one(int seed)
    {
        await using var app = await TestApp.EmptyAsync();
        var pledges = SomePledges.Make(seed, 400);
        await app.SaveAsync([.. pledges]);

        var groups = await CompareAsync(app, pledges);

        Assert.Equal(Groups.Length, groups.Count); // else the comparison did not look at everything
    }

    [Fact]
    public async Task The_seeded_record_s_pledges_are_in_the_groups_of_a_plain_computation() => await CompareAsync(seeded.App, [.. SeededPledges()]);

    private static IEnumerable<Pledge> SeededPledges() => DataFiles.Records("article").Concat(DataFiles.Records("coalition")).OfType<Pledge>();

    [Theory]
    [InlineData(24, "GBR")]
    [InlineData(25, "FRA", "JPN")]
    public async Task Narrowed_to_countries_a_joint_pledge_waits_for_what_their_parts_wait_for(int seed, params string[] parts)
    {
        await using var app = await TestApp.EmptyAsync();
        var pledges = SomePledges.Make(seed, 400);
        await app.SaveAsync([.. pledges]);
        var book = await BookOf(app);
        var others = 0;
        foreach (var day in Days)
        {
            var (plain, whole) = (new PlainCeasefire(pledges, day, parts), new PlainCeasefire(pledges, day));
            var tally = CeasefireTally.Of(book, new CeasefireQuery { AsOf = day, Countries = parts });

            var found = Groups.SelectMany(g => tally.Places(g).Select(p => (Code: book.Index.Codes[p], Group: g.Slug))).Order();

            Assert.Equal(plain.Standing().Select(p => (p.Code, Group: plain.GroupOf(p))).Order(), found);
            Assert.All(CeasefirePart.All, p => Assert.Subset(parts.ToHashSet(), tally.Countries(p).ToHashSet()));
            others += plain.Standing().Count(p => plain.GroupOf(p) != whole.GroupOf(p));
        }
        Assert.True(others > 0, "No part waited for less than the whole.");
    }

    [Fact]
    public async Task What_is_pledged_and_what_is_discussed_are_counted_apart_for_each_condition()
    {
        await using var app = await TestApp.EmptyAsync();
        var pledges = SomePledges.Make(26, 400);
        await app.SaveAsync([.. pledges]);
        var (plain, tally) = (new PlainCeasefire(pledges, null), Tally(await BookOf(app), default));
        var waiting = plain.Standing().Where(p => plain.GroupOf(p) is "blocked" or "other-things").ToList();

        foreach (var kind in CeasefireRules.Switches)
        {
            foreach (var promised in new[] { true, false })
            {
                var (unmet, unknown) = tally.StillWaitFor(kind, promised);
                Assert.Equal((Of(ConditionState.Unmet), Of(ConditionState.Unknown)), (unmet, unknown));
                Assert.True(unmet + unknown >= tally.Count(CeasefirePart.OnlyMissing(kind), promised), "More wait for it alone than wait for it.");

                int Of(ConditionState state) => waiting.Count(p => plain.IsDiscussed(p) != promised && plain.Kinds(p, state).Contains(kind.Slug()));
            }
        }
    }

    [Fact]
    public async Task Taking_another_condition_for_met_never_closes_a_pledge()
    {
        await using var app = await TestApp.EmptyAsync();
        await app.SaveAsync([.. SomePledges.Make(23, 400)]);
        var book = await BookOf(app);
        var (opened, all) = (0, CeasefireRules.Switches.Aggregate(new ConditionSet(), (set, kind) => set.With(kind)));
        foreach (var met in Subsets())
        {
            var before = Tally(book, met);
            foreach (var kind in CeasefireRules.Switches.Where(k => !met.Has(k)))
            {
                var after = Tally(book, met.With(kind));
                Assert.Subset(Free(after), Free(before));
                // The switch says how many it opens.
                var more = Free(after).Except(Free(before)).Order();
                Assert.Equal(before.Places(CeasefirePart.OnlyMissing(kind)).Order(), more);
                opened += Free(after).Count - Free(before).Count;
            }
        }
        var end = Tally(book, all);
        Assert.Equal((0, 0), (end.All(CeasefirePart.Of(CeasefireGroup.Blocked)), end.All(CeasefirePart.Of(CeasefireGroup.OtherThings))));
        Assert.True(opened > 100, $"Only {opened} were opened.");
    }

    [Fact]
    public async Task Lists_begin_with_what_is_pledged_and_name_the_countries_behind_it()
    {
        var book = await BookOf(seeded.App);
        var tally = Tally(book, default);
        var seededPledges = SeededPledges().ToDictionary(p => p.Code);
        foreach (var part in CeasefirePart.All)
        {
            var places = tally.Places(part).ToList();
            var promised = places.TakeWhile(p => CeasefireRules.IsPromised(book.LevelOn(book[p], Dated.Now))).ToList();

            Assert.Equal((part, promised.Count), (part, tally.Count(part, promised: true)));
            Assert.Equal((part, places.Count), (part, tally.All(part)));
            Assert.Equal(Countries(promised, part).Order(), tally.Countries(part).Order());
            Assert.Equal(Countries(places, part).Except(Countries(promised, part)).Order(), tally.Countries(part, promised: false).Order());
        }
        var onlyParliament = CeasefirePart.OnlyMissing(ConditionKind.Parliament);
        Assert.Contains("MULTI-2026-002", tally.Places(onlyParliament).Select(p => book.Index.Codes[p]));
        Assert.Contains("GBR", tally.Countries(onlyParliament));
        Assert.DoesNotContain("FRA", tally.Countries(onlyParliament)); // it is the British parliament that is to vote

        IEnumerable<string> Countries(IEnumerable<int> places, CeasefirePart part) =>
            places.SelectMany(p => Pledgers(seededPledges[book.Index.Codes[p]], part)).Distinct();

        static IEnumerable<string> Pledgers(Pledge pledge, CeasefirePart part) =>
            pledge
                .Parties.Where(c => c.Role is PledgePartyRole.Pledger)
                .Select(c => c.Country)
                .Where(c =>
                    part.Group is not null
                    || pledge.Conditions.Any(w =>
                        CeasefireRules.Switches.Contains(w.Kind) && part == CeasefirePart.OnlyMissing(w.Kind) && (w.Country ?? c) == c
                    )
                );
    }

    [Theory]
    [InlineData(Level.RuledOut, Delivery.NotStarted, "ceasefire", CeasefireGroup.RuledOut)]
    [InlineData(Level.Signed, Delivery.Delivered, "ceasefire", CeasefireGroup.Delivered)]
    [InlineData(Level.Signed, Delivery.NotAssessed, "ceasefire renewed-attack", CeasefireGroup.OnAttack)]
    [InlineData(Level.Declared, Delivery.Suspended, "", CeasefireGroup.Suspended)]
    [InlineData(Level.Declared, Delivery.NotAssessed, "ceasefire", CeasefireGroup.Opens)]
    [InlineData(Level.Declared, Delivery.NotAssessed, "ceasefire parliament", CeasefireGroup.Opens)]
    [InlineData(Level.Declared, Delivery.NotAssessed, "ceasefire parliament mandate", CeasefireGroup.Blocked)]
    [InlineData(Level.Declared, Delivery.NotAssessed, "parliament", CeasefireGroup.Assumed)]
    [InlineData(Level.Declared, Delivery.NotAssessed, "parliament mandate", CeasefireGroup.OtherThings)]
    public void With_parliaments_taken_to_agree_the_rules_are(Level level, Delivery delivery, string waitsFor, CeasefireGroup expected)
    {
        var open = Enum.GetValues<ConditionKind>().Where(k => waitsFor.Split(' ').Contains(k.Slug()));

        var group = CeasefireRules.GroupOf(
            level,
            delivery,
            open.Aggregate(new ConditionSet(), (set, kind) => set.With(kind)),
            new ConditionSet().With(ConditionKind.Parliament)
        );

        Assert.Equal(expected, group);
    }

    /// <summary>Compares groups and what is waited for, on several days and with several things taken for met; gives the groups that were met with.</summary>
    private static async Task<HashSet<string>> CompareAsync(TestApp app, IReadOnlyList<Pledge> pledges)
    {
        var book = await BookOf(app);
        var groups = new HashSet<string>();
        foreach (var day in Days)
        {
            var plain = new PlainCeasefire(pledges, day);
            var standing = plain.Standing();
            foreach (ConditionKind[] met in new[] { [], [ConditionKind.Parliament], new[] { ConditionKind.Other, ConditionKind.UsBackstop } })
            {
                var tally = Tally(book, met.Aggregate(new ConditionSet(), (set, kind) => set.With(kind)), day);
                var found = Groups.SelectMany(g => tally.Places(g).Select(p => (Code: book.Index.Codes[p], Group: g.Slug))).ToList();

                Assert.Equal(
                    standing.Select(p => (p.Code, Group: plain.GroupOf(p, met))).OrderBy(p => p.Code, StringComparer.Ordinal),
                    found.OrderBy(p => p.Code, StringComparer.Ordinal)
                );
                Assert.Equal(standing.Count(p => plain.GroupOf(p, met) is "opens" && !plain.IsDiscussed(p)), tally.Count(CeasefireGroup.Opens));
                groups.UnionWith(found.Select(f => f.Group));
            }
        }
        return groups;
    }

    private static Task<PledgeBook> BookOf(TestApp app) =>
        app.Services.GetRequiredService<PledgeBooks>().ReadAsync(TestContext.Current.CancellationToken);

    private static CeasefireTally Tally(PledgeBook book, ConditionSet met, DateOnly? day = null) =>
        CeasefireTally.Of(book, new CeasefireQuery { Met = met, AsOf = day });

    /// <summary>The places of what nothing would hold back.</summary>
    private static HashSet<int> Free(CeasefireTally tally) =>
        [
            .. new[] { CeasefireGroup.Opens, CeasefireGroup.Assumed, CeasefireGroup.Ready, CeasefireGroup.Delivered }.SelectMany(g =>
                tally.Places(CeasefirePart.Of(g))
            ),
        ];

    private static IEnumerable<ConditionSet> Subsets() =>
        from bits in Enumerable.Range(0, 1 << CeasefireRules.Switches.Count)
        select CeasefireRules.Switches.Where((_, i) => (bits >> i & 1) != 0).Aggregate(new ConditionSet(), (set, kind) => set.With(kind));
}
