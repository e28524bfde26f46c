using System.Globalization;
using CoalitionTracker.Data;
using CoalitionTracker.Shared;
using CoalitionTracker.Tests.Support;
using CsCheck;
using Microsoft.EntityFrameworkCore;

namespace CoalitionTracker.Tests.Shared;

public sealed class FreshnessTests
{
    private static readonly DateOnly Today = new TestClock().Today;

    private static readonly Freshness Fresh = new(new FreshnessOptions(), new TestClock());

    public static TheoryData<Level, int> Limits
    {
        get
        {
            var data = new TheoryData<Level, int>();
            foreach (var (level, days) in new FreshnessOptions().Days)
                data.Add(level, days);
            return data;
        }
    }

    [Theory]
    [MemberData(nameof(Limits))]
    public void A_pledge_is_fresh_on_its_last_day_and_stale_on_the_next(Level level, int days)
    {
        Assert.False(Fresh.IsStale(RecordState.Published, level, Delivery.NotStarted, Today.AddDays(-days)));
        Assert.True(Fresh.IsStale(RecordState.Published, level, Delivery.NotStarted, Today.AddDays(-days - 1)));
    }

    [Theory]
    [InlineData(RecordState.Draft, Delivery.NotStarted)]
    [InlineData(RecordState.InReview, Delivery.NotStarted)]
    [InlineData(RecordState.Deprecated, Delivery.NotStarted)]
    [InlineData(RecordState.Published, Delivery.Delivered)]
    [InlineData(RecordState.Published, Delivery.Withdrawn)]
    [InlineData(RecordState.Published, Delivery.Superseded)]
    public void What_is_not_public_or_has_ended_does_not_grow_stale(RecordState state, Delivery delivery)
    {
        Assert.False(Fresh.IsStale(state, Level.Declared, delivery, DateOnly.MinValue));
        Assert.Null(Fresh.WhyStale(state, Level.Declared, delivery, DateOnly.MinValue));
    }

    [Fact]
    public void What_has_no_date_is_not_called_stale() =>
        Assert.False(Fresh.IsStale(RecordState.Published, Level.Declared, Delivery.NotStarted, null));

    [Fact]
    public void A_level_whose_limit_is_0_never_grows_stale()
    {
        var options = new FreshnessOptions();
        options.Days[Level.Signed] = 0;

        Assert.False(
            new Freshness(options, new TestClock()).IsStale(RecordState.Published, Level.Signed, Delivery.NotStarted, new DateOnly(1990, 1, 1))
        );
    }

    [Fact]
    public void Why_a_pledge_is_stale_is_said_with_its_date_as_exactly_as_it_is_known_and_its_rule()
    {
        Assert.Equal("Not confirmed since 19 Aug 2025; declared pledges count as stale after 180 days.", Why("2025-08-19", "2025-08-19"));
        Assert.Equal("Not confirmed since Aug 2025; declared pledges count as stale after 180 days.", Why("2025-08-01", "2025-08"));
        Assert.Equal("Not confirmed since Aug 2025; declared pledges count as stale after 180 days.", Why("2025-08-19", "2024"));

        static string? Why(string day, string known) =>
            Fresh.WhyStale(
                RecordState.Published,
                Level.Declared,
                Delivery.NotStarted,
                DateOnly.Parse(day, CultureInfo.InvariantCulture),
                RecordDate.Parse(known)
            );
    }

    [Theory]
    [MemberData(nameof(Providers.All), MemberType = typeof(Providers))]
    public async Task The_store_and_the_program_agree_on_what_is_stale(StorageProvider provider)
    {
        await using var store = await TestStore.WithBasicsAsync(provider);
        var pledges = Pledges.Array[150].Single();
        for (var i = 0; i < pledges.Length; i++)
            pledges[i].Code = $"JPN-2020-{i:000}";
        await store.SaveAsync(pledges);
        var options = new FreshnessOptions();
        options.Days[Level.Ratified] = 0;

        foreach (var days in new[] { 0, 1, 100, 1000 })
        {
            var freshness = new Freshness(options, new TestClock { DaysAhead = days });
            await using var db = store.Open();
            var byStore = await db.Pledges.Where(freshness.IsStaleToday).Select(p => p.Code).ToListAsync(TestContext.Current.CancellationToken);
            var all = await db.Pledges.ToListAsync(TestContext.Current.CancellationToken);
            var byProgram = all.Where(p => freshness.IsStale(p.State, p.Level, p.Delivery, p.KnownOn)).Select(p => p.Code);

            Assert.Equal(150, all.Count);
            Assert.Equal(byProgram.Order(StringComparer.Ordinal), byStore.Order(StringComparer.Ordinal));
            Assert.InRange(byStore.Count, 1, 149); // otherwise nothing was compared
        }
    }

    /// <summary>Pledges of every state, level and delivery, last known to be true on days around each level's limit, or on none.</summary>
    private static Gen<Pledge> Pledges =>
        from state in Gen.Enum<RecordState>()
        from level in Gen.Enum<Level>()
        from delivery in Gen.Enum<Delivery>()
        from limit in Gen.OneOf(Gen.Const(0), Gen.Const(90), Gen.Const(180), Gen.Const(365))
        from off in Gen.Int[-2, 2]
        from isDated in Gen.Frequency((9, Gen.Const(true)), (1, Gen.Const(false)))
        let day = RecordDate.On(Today.AddDays(Math.Min(0, off - limit)))
        select Example
            .Pledge()
            .With(p =>
            {
                (p.State, p.StateReason) = (state, "For the test");
                p.Announced = isDated ? day : default;
                p.Levels = [new() { Level = level }];
                p.Deliveries = [new() { Delivery = delivery }];
                p.Citations.Add(Example.Citation(Example.TreatyCode));
            });
}

file static class Changed
{
    public static Pledge With(this Pledge pledge, Action<Pledge> change)
    {
        change(pledge);
        return pledge;
    }
}
