using CoalitionTracker.Data;
using CoalitionTracker.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace CoalitionTracker.Tests.Data;

public sealed class RecordWriterTests
{
    [Theory]
    [MemberData(nameof(Providers.All), MemberType = typeof(Providers))]
    public async Task What_is_saved_is_read_back_unchanged(StorageProvider provider)
    {
        await using var store = await TestStore.WithBasicsAsync(provider);
        var pledge = Example.Pledge();
        pledge.Money = new Money
        {
            Min = 4_500_000_000,
            Currency = "USD",
            Words = "at least 4.5 billion",
        };
        pledge.Quantity = new Quantity { Unit = "soldiers", Words = "several hundred" };
        pledge.Conditions = [new() { Kind = ConditionKind.Parliament, Words = "if parliament agrees" }, new() { Kind = ConditionKind.Cabinet }];
        var given = RecordJson.Write(pledge);

        await store.SaveAsync(pledge);

        Assert.Equal(given, RecordJson.Write((await store.ReadAsync<Pledge>(pledge.Code))!));
    }

    [Theory]
    [MemberData(nameof(Providers.All), MemberType = typeof(Providers))]
    public async Task A_count_may_name_an_event_that_is_stored_and_no_other(StorageProvider provider)
    {
        await using var store = await TestStore.WithBasicsAsync(provider);
        var (meeting, count) = (Example.Event(), Example.Count());
        await store.SaveAsync(meeting);

        count.Event = meeting.Code;
        await store.SaveAsync(count);
        count.Event = "EVT-2099-001";
        var refused = await Assert.ThrowsAsync<RuleException>(() => store.SaveAsync(count));

        Assert.Equal(meeting.Code, (await store.ReadAsync<Count>(count.Code))!.Event);
        Assert.Equal("event", Assert.Single(refused.Problems).Field);
    }

    [Theory]
    [MemberData(nameof(Providers.All), MemberType = typeof(Providers))]
    public async Task A_change_without_an_author_is_refused(StorageProvider provider)
    {
        await using var store = await TestStore.WithBasicsAsync(provider);

        await RefusedAsync(store, new Edit(" ", "A reason"), "author");
    }

    [Theory]
    [MemberData(nameof(Providers.All), MemberType = typeof(Providers))]
    public async Task A_change_without_a_reason_is_refused(StorageProvider provider)
    {
        await using var store = await TestStore.WithBasicsAsync(provider);

        await RefusedAsync(store, new Edit("Olena Editor", ""), "reason");
        await RefusedAsync(store, new Edit("Olena Editor", new string('a', Revision.ReasonMaxLength + 1)), "reason");
    }

    [Theory]
    [MemberData(nameof(Providers.All), MemberType = typeof(Providers))]
    public async Task An_unknown_reference_is_refused_with_the_path_of_its_field(StorageProvider provider)
    {
        await using var store = await TestStore.WithBasicsAsync(provider);
        var pledge = Example.Pledge(country: "ATL");
        pledge.Agreement = "AGR-2099-001";
        pledge.Levels[0].Source = "SRC-9998";
        pledge.Citations.Add(Example.Citation("SRC-9999"));

        var refused = await Assert.ThrowsAsync<RuleException>(() => store.SaveAsync(pledge));

        Assert.All(refused.Problems, p => Assert.Equal(pledge.Code, p.Code));
        Assert.Equal(
            [
                ("agreement", "There is no agreement \"AGR-2099-001\"."),
                ("citations[1].source", "There is no source \"SRC-9999\"."),
                ("levels[0].source", "There is no source \"SRC-9998\"."),
                ("parties[0].country", "There is no country \"ATL\"."),
            ],
            refused.Problems.Select(p => (p.Field, p.Message)).Order()
        );
    }

    [Theory]
    [MemberData(nameof(Providers.All), MemberType = typeof(Providers))]
    public async Task Nothing_is_saved_when_one_of_several_records_is_refused(StorageProvider provider)
    {
        await using var store = await TestStore.WithBasicsAsync(provider);
        var before = await store.Versions.CurrentAsync(TestContext.Current.CancellationToken);

        await Assert.ThrowsAsync<RuleException>(() => store.SaveAsync(Example.Pledge(), Example.Pledge("ATL-2025-001", "ATL")));

        Assert.Null(await store.ReadAsync<Pledge>(Example.Pledge().Code));
        Assert.Equal(before, await store.Versions.CurrentAsync(TestContext.Current.CancellationToken));
        await using var db = store.Open();
        Assert.False(await db.SearchEntries.AnyAsync(e => e.Kind == RecordKind.Pledge, TestContext.Current.CancellationToken));
    }

    [Theory]
    [MemberData(nameof(Providers.All), MemberType = typeof(Providers))]
    public async Task Records_that_refer_to_each_other_are_saved_together(StorageProvider provider)
    {
        await using var store = await TestStore.WithBasicsAsync(provider);
        var (first, second) = (Example.Pledge("JPN-2025-901"), Example.Pledge("JPN-2025-902"));
        first.Relations = [new() { Kind = RelationKind.OverlapsWith, Pledge = second.Code }];
        second.Relations = [new() { Kind = RelationKind.Supersedes, Pledge = first.Code }];

        await store.SaveAsync(first, second);

        Assert.Equal(first.Code, (await store.ReadAsync<Pledge>(second.Code))?.Relations.Single().Pledge);
    }

    [Theory]
    [MemberData(nameof(Providers.All), MemberType = typeof(Providers))]
    public async Task A_signed_pledge_without_a_document_is_refused_and_with_one_saved(StorageProvider provider)
    {
        await using var store = await TestStore.WithBasicsAsync(provider);
        var pledge = Example.Pledge();
        pledge.Levels[0].Level = Level.Signed;

        var refused = await Assert.ThrowsAsync<RuleException>(() => store.SaveAsync(pledge));
        Assert.Equal("levels", Assert.Single(refused.Problems).Field);

        pledge.Citations.Add(Example.Citation(Example.TreatyCode, Grade.A));
        await store.SaveAsync(pledge);
        Assert.Equal((Level.Signed, Grade.A), await SavedAsync(store, pledge.Code, p => (p.Level, p.Grade!.Value)));
    }

    [Theory]
    [MemberData(nameof(Providers.All), MemberType = typeof(Providers))]
    public async Task An_update_replaces_the_parts_and_keeps_the_code(StorageProvider provider)
    {
        await using var store = await TestStore.WithBasicsAsync(provider);
        var first = Example.Pledge();
        first.Conditions = [new() { Kind = ConditionKind.Ceasefire }, new() { Kind = ConditionKind.Mandate }];
        await store.SaveAsync(first);
        var changed = Example.Pledge();
        changed.Title = "Another title";
        changed.Levels =
        [
            new() { Level = Level.Declared, On = RecordDate.Parse("2025-08-19") },
            new() { Level = Level.RuledOut, On = RecordDate.Parse("2026-01-06") },
            new() { Level = Level.UnderDiscussion, On = RecordDate.Parse("2025-12") },
        ];
        changed.Conditions = [new() { Kind = ConditionKind.Invitation }];

        await store.SaveAsync(changed);

        Assert.Equal(RecordJson.Write(changed), RecordJson.Write((await store.ReadAsync<Pledge>(first.Code))!));
        Assert.Equal(Level.RuledOut, await SavedAsync(store, first.Code, p => p.Level));
        await using var db = store.Open();
        Assert.Equal(1, await db.Pledges.CountAsync(TestContext.Current.CancellationToken));
        Assert.Equal(1, await db.Set<Condition>().CountAsync(TestContext.Current.CancellationToken));
    }

    [Theory]
    [MemberData(nameof(Providers.All), MemberType = typeof(Providers))]
    public async Task Money_and_quantity_come_change_and_go(StorageProvider provider)
    {
        await using var store = await TestStore.WithBasicsAsync(provider);
        (Money? Money, Quantity? Quantity)[] states =
        [
            (null, null),
            (new() { Min = 1, Currency = "EUR" }, null),
            (
                new()
                {
                    Max = 2.5m,
                    Currency = "USD",
                    Words = "up to",
                },
                new() { Unit = "tanks", Words = "some" }
            ),
            (null, new() { Min = 3, Unit = "tanks" }),
            (null, null),
        ];
        foreach (var (money, quantity) in states)
        {
            var pledge = Example.Pledge();
            (pledge.Money, pledge.Quantity) = (money, quantity);

            await store.SaveAsync(pledge);

            Assert.Equal(RecordJson.Write(pledge), RecordJson.Write((await store.ReadAsync<Pledge>(pledge.Code))!));
        }
        Assert.Equal(states.Length, (await store.RevisionsAsync(Example.Pledge().Code)).Count);
    }

    [Theory]
    [MemberData(nameof(Providers.All), MemberType = typeof(Providers))]
    public async Task A_source_is_changed_like_any_other_record(StorageProvider provider)
    {
        await using var store = await TestStore.WithBasicsAsync(provider);
        var changed = Example.Source(Example.SourceCode);
        changed.Title = "Another title";

        await store.SaveAsync(changed);

        Assert.Equal("Another title", (await store.ReadAsync<Source>(Example.SourceCode))?.Title);
        Assert.Equal(2, (await store.RevisionsAsync(Example.SourceCode)).Count);
    }

    [Theory]
    [MemberData(nameof(Providers.All), MemberType = typeof(Providers))]
    public async Task Parts_keep_their_order_however_many_are_saved_at_once(StorageProvider provider)
    {
        await using var store = await TestStore.WithBasicsAsync(provider);
        var pledges = Enumerable.Range(1, 30).Select(n => Example.Pledge($"JPN-2025-{n:000}")).ToList();
        foreach (var pledge in pledges)
            pledge.Conditions = [.. Enumerable.Range(0, 5).Select(n => new Condition { Kind = (ConditionKind)(7 - n), Words = $"{n}" })];

        await store.SaveAsync(pledges);

        foreach (var pledge in pledges)
            Assert.Equal(RecordJson.Write(pledge), RecordJson.Write((await store.ReadAsync<Pledge>(pledge.Code))!));
    }

    [Theory]
    [MemberData(nameof(Providers.All), MemberType = typeof(Providers))]
    public async Task Every_save_gives_the_record_a_new_stamp(StorageProvider provider)
    {
        await using var store = await TestStore.WithBasicsAsync(provider);
        await store.SaveAsync(Example.Pledge());
        var first = await SavedAsync(store, Example.Pledge().Code, p => p.Stamp);
        var changed = Example.Pledge();
        changed.Title = "Another title";

        await store.SaveAsync(changed);

        Assert.NotEqual(Guid.Empty, first);
        Assert.NotEqual(first, await SavedAsync(store, changed.Code, p => p.Stamp));
    }

    [Theory]
    [MemberData(nameof(Providers.All), MemberType = typeof(Providers))]
    public async Task Two_editors_of_the_same_record_do_not_overwrite_each_other_unseen(StorageProvider provider)
    {
        await using var store = await TestStore.WithBasicsAsync(provider);
        await store.SaveAsync(Example.Pledge());
        await using var one = store.Open();
        await using var other = store.Open();
        var (seenByOne, seenByOther) = (await TrackedAsync(one), await TrackedAsync(other));
        (one.Edit, other.Edit) = (TestStore.Edit, TestStore.Edit);
        seenByOne.Title = "One editor's title";
        seenByOther.Title = "The other editor's title";

        await one.SaveChangesAsync(TestContext.Current.CancellationToken);

        await Assert.ThrowsAsync<DbUpdateConcurrencyException>(() => other.SaveChangesAsync(TestContext.Current.CancellationToken));
        Assert.Equal("One editor's title", await SavedAsync(store, Example.Pledge().Code, p => p.Title));
    }

    [Theory]
    [MemberData(nameof(Providers.All), MemberType = typeof(Providers))]
    public async Task Many_writers_at_once_all_succeed(StorageProvider provider)
    {
        await using var store = await TestStore.WithBasicsAsync(provider);

        await Task.WhenAll(Enumerable.Range(1, 8).Select(n => Task.Run(() => store.SaveAsync(Example.Pledge($"JPN-2025-{n:000}")))));

        Assert.Equal(8, (await store.RevisionsAsync()).Count(r => r.Kind is RecordKind.Pledge));
    }

    private static async Task RefusedAsync(TestStore store, Edit edit, string field)
    {
        var refused = await Assert.ThrowsAsync<RuleException>(() => store.Writer.SaveAsync([Example.Pledge()], edit));
        Assert.Equal(field, Assert.Single(refused.Problems).Field);
        Assert.Null(await store.ReadAsync<Pledge>(Example.Pledge().Code));
    }

    private static Task<Pledge> TrackedAsync(CoalitionDb db) => db.Pledges.AsTracking().SingleAsync(TestContext.Current.CancellationToken);

    private static async Task<TValue> SavedAsync<TValue>(TestStore store, string code, Func<Pledge, TValue> value) =>
        value((await store.ReadAsync<Pledge>(code))!);
}
