using CoalitionTracker.Data;
using CoalitionTracker.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace CoalitionTracker.Tests.Data;

public sealed class RevisionTests
{
    [Theory]
    [MemberData(nameof(Providers.All), MemberType = typeof(Providers))]
    public async Task Each_saved_record_has_one_revision_that_says_who_why_and_what(StorageProvider provider)
    {
        await using var store = await TestStore.WithBasicsAsync(provider);
        var (pledge, statement) = (Example.Pledge(), Example.Statement());
        var before = DateTime.UtcNow.AddSeconds(-1);

        await store.Writer.SaveAsync([pledge, statement], new Edit("Олена", "日本 said so"), TestContext.Current.CancellationToken);

        foreach (var record in new Record[] { pledge, statement })
        {
            var revision = Assert.Single(await store.RevisionsAsync(record.Code));
            Assert.Equal(("Олена", "日本 said so"), (revision.Author, revision.Reason));
            Assert.Equal(record.RecordKind, revision.Kind);
            Assert.Equal(RecordJson.Write(record), revision.Snapshot);
            Assert.Equal(DateTimeKind.Utc, revision.At.Kind);
            Assert.InRange(revision.At, before, DateTime.UtcNow.AddSeconds(1));
        }
    }

    [Theory]
    [MemberData(nameof(Providers.All), MemberType = typeof(Providers))]
    public async Task A_revision_s_snapshot_is_the_record_as_it_is_read_back(StorageProvider provider)
    {
        await using var store = await TestStore.WithBasicsAsync(provider);
        await store.SaveAsync(Example.Pledge());
        var changed = Example.Pledge();
        changed.Money = new Money { Min = 0.25m, Per = Per.ShareOfGdp };

        await store.SaveAsync(changed);

        var revisions = await store.RevisionsAsync(changed.Code);
        Assert.Equal(2, revisions.Count);
        Assert.Equal(RecordJson.Write((await store.ReadAsync<Pledge>(changed.Code))!), revisions[1].Snapshot);
        Assert.NotEqual(revisions[0].Snapshot, revisions[1].Snapshot);
    }

    [Theory]
    [MemberData(nameof(Providers.All), MemberType = typeof(Providers))]
    public async Task Every_save_moves_the_version(StorageProvider provider)
    {
        await using var store = await TestStore.WithBasicsAsync(provider);
        var first = await store.Versions.CurrentAsync(TestContext.Current.CancellationToken);

        await store.SaveAsync(Example.Pledge());
        var second = await store.Versions.CurrentAsync(TestContext.Current.CancellationToken);

        Assert.True(second > first);
        Assert.Equal(second, (await store.RevisionsAsync())[^1].Id);
    }

    [Theory]
    [MemberData(nameof(Providers.All), MemberType = typeof(Providers))]
    public async Task A_record_is_never_deleted(StorageProvider provider)
    {
        await using var store = await TestStore.WithBasicsAsync(provider);
        await store.SaveAsync(Example.Pledge());
        await using var db = store.Open();
        db.Edit = TestStore.Edit;
        db.Remove(await db.Pledges.AsTracking().SingleAsync(TestContext.Current.CancellationToken));

        var refused = await Assert.ThrowsAsync<RuleException>(() => db.SaveChangesAsync(TestContext.Current.CancellationToken));

        Assert.Contains("deprecate it", refused.Message, StringComparison.Ordinal);
        Assert.NotNull(await store.ReadAsync<Pledge>(Example.Pledge().Code));
    }

    [Theory]
    [MemberData(nameof(Providers.All), MemberType = typeof(Providers))]
    public async Task A_revision_is_never_changed_and_never_deleted(StorageProvider provider)
    {
        await using var store = await TestStore.WithBasicsAsync(provider);
        await using var changing = store.Open();
        await using var deleting = store.Open();
        (changing.Edit, deleting.Edit) = (TestStore.Edit, TestStore.Edit);
        (await changing.Revisions.AsTracking().FirstAsync(TestContext.Current.CancellationToken)).Author = "Somebody else";
        deleting.Remove(await deleting.Revisions.AsTracking().FirstAsync(TestContext.Current.CancellationToken));

        await Assert.ThrowsAsync<InvalidOperationException>(() => changing.SaveChangesAsync(TestContext.Current.CancellationToken));
        await Assert.ThrowsAsync<InvalidOperationException>(() => deleting.SaveChangesAsync(TestContext.Current.CancellationToken));

        var revisions = await store.RevisionsAsync();
        Assert.Equal(Example.Basics().Count, revisions.Count);
        Assert.All(revisions, r => Assert.Equal(TestStore.Edit.Author, r.Author));
    }

    [Theory]
    [MemberData(nameof(Providers.All), MemberType = typeof(Providers))]
    public async Task Nobody_saves_past_the_writer_without_saying_who_and_why(StorageProvider provider)
    {
        await using var store = await TestStore.WithBasicsAsync(provider);
        await using var db = store.Open();
        (await db.Countries.AsTracking().FirstAsync(c => c.Code == "JPN", TestContext.Current.CancellationToken)).Name = "Nippon";

        await Assert.ThrowsAsync<RuleException>(() => db.SaveChangesAsync(TestContext.Current.CancellationToken));
        Assert.Throws<RuleException>(() => db.SaveChanges());

        Assert.Equal("Japan", (await store.ReadAsync<Country>("JPN"))?.Name);
    }

    [Theory]
    [MemberData(nameof(Providers.All), MemberType = typeof(Providers))]
    public async Task A_change_of_a_part_is_a_revision_of_its_record(StorageProvider provider)
    {
        await using var store = await TestStore.WithBasicsAsync(provider);
        await store.SaveAsync(Example.Pledge());
        await using var db = store.Open();
        db.Edit = TestStore.Edit;
        var pledge = await db.Pledges.AsTracking().SingleAsync(TestContext.Current.CancellationToken);
        pledge.Levels[0].Level = Level.UnderDiscussion;

        await db.SaveChangesAsync(TestContext.Current.CancellationToken);

        var saved = (await store.ReadAsync<Pledge>(pledge.Code))!;
        Assert.Equal(Level.UnderDiscussion, saved.Level);
        Assert.Equal(RecordJson.Write(saved), (await store.RevisionsAsync(pledge.Code))[1].Snapshot);
    }

    [Fact]
    public void A_record_s_json_holds_its_fields_and_nothing_that_is_computed_from_them()
    {
        foreach (var kind in Enum.GetValues<RecordKind>())
        {
            var record = (Record)Activator.CreateInstance(RecordShape.TypeOf(kind))!;
            var written = System.Text.Json.Nodes.JsonNode.Parse(RecordJson.Write(record))!.AsObject().Select(f => f.Key);

            Assert.Empty(written.Except(RecordShape.Of(kind).Fields.Select(f => f.Name)));
        }
    }
}
