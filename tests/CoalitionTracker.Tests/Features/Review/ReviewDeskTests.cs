using System.Text.Json.Nodes;
using CoalitionTracker.Data;
using CoalitionTracker.Features.Editing;
using CoalitionTracker.Features.Review;
using CoalitionTracker.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace CoalitionTracker.Tests.Features.Review;

/// <summary>The second pair of eyes.</summary>
public sealed class ReviewDeskTests
{
    [Theory]
    [MemberData(nameof(Providers.All), MemberType = typeof(Providers))]
    public async Task A_published_draft_is_the_record_with_author_reviewer_and_reason(StorageProvider provider)
    {
        await using var desk = await DeskStore.CreateAsync(provider);
        var draft = await desk.HandedInAsync();

        var result = await desk.Review.PublishAsync(desk.Reviewer, draft.Id);

        var pledge = await desk.ReadAsync<Pledge>(draft.Code!);
        Assert.Equal(("A company of 50 to 250 soldiers", RecordState.Published), (pledge!.Title, pledge.State));
        var revision = Assert.Single(await desk.RevisionsAsync(draft.Code));
        Assert.Equal(("The editor", "The reviewer", "A new offer"), (revision.Author, revision.ReviewedBy, revision.Reason));
        Assert.Equal(revision.Id, result.Revision);
        var ended = await desk.DraftAsync(draft.Id);
        Assert.Equal((DraftState.Published, (long?)revision.Id), (ended.State, ended.PublishedAs));
        await using var db = desk.Open();
        Assert.Equal(pledge.Title, (await db.SearchEntries.FirstAsync(e => e.Code == draft.Code, TestContext.Current.CancellationToken)).Heading);
    }

    [Theory]
    [MemberData(nameof(Providers.All), MemberType = typeof(Providers))]
    public async Task A_new_source_becomes_public_with_its_record(StorageProvider provider)
    {
        await using var desk = await DeskStore.CreateAsync(provider);
        var source = await desk.Drafts.BeginAsync(desk.Editor, RecordKind.Source, new() { ["title"] = "A new report", ["kind"] = "news" });
        var content = DeskStore.NewPledge();
        content["citations"] = new JsonArray(new JsonObject { ["source"] = source.Code, ["grade"] = "d" });
        var draft = await desk.HandedInAsync(content);

        await desk.Review.PublishAsync(desk.Reviewer, draft.Id);

        Assert.Equal("A new report", (await desk.ReadAsync<Source>(source.Code!))!.Title);
        Assert.Equal(DraftState.Published, (await desk.DraftAsync(source.Id)).State);
    }

    [Fact]
    public async Task Nobody_publishes_or_returns_their_own_work()
    {
        await using var desk = await DeskStore.CreateAsync();
        var own = await desk.HandedInAsync(by: desk.Reviewer);

        await Assert.ThrowsAsync<AccessDeniedException>(() => desk.Review.PublishAsync(desk.Reviewer, own.Id));
        await Assert.ThrowsAsync<AccessDeniedException>(() => desk.Review.ReturnAsync(desk.Reviewer, own.Id, "Hm"));
        Assert.False((await desk.Review.ReadAsync(desk.Reviewer, own.Id))!.MayDecide);
        await desk.Review.PublishAsync(desk.Administrator, own.Id);
    }

    [Fact]
    public async Task Where_self_review_is_allowed_the_revision_says_so()
    {
        await using var desk = await DeskStore.CreateAsync(allowSelfReview: true);
        var own = await desk.HandedInAsync(by: desk.Reviewer);

        await desk.Review.PublishAsync(desk.Reviewer, own.Id);

        Assert.True(Assert.Single(await desk.RevisionsAsync(own.Code)).IsSelfReviewed);
        var editors = await desk.HandedInAsync();
        await Assert.ThrowsAsync<AccessDeniedException>(() => desk.Review.PublishAsync(desk.Editor, editors.Id));
    }

    [Fact]
    public async Task A_returned_draft_comes_back_with_its_comment_and_can_be_handed_in_again()
    {
        await using var desk = await DeskStore.CreateAsync();
        var draft = await desk.HandedInAsync();

        await Assert.ThrowsAsync<RuleException>(() => desk.Review.ReturnAsync(desk.Reviewer, draft.Id, " "));
        await desk.Review.ReturnAsync(desk.Reviewer, draft.Id, "Which minister said so?");

        var inbox = await desk.Inbox.ReadAsync(desk.Editor);
        Assert.Equal("Which minister said so?", Assert.Single(inbox.Returned).LastComment);
        Assert.True((await desk.Drafts.HandInAsync(desk.Editor, draft.Id)).Succeeded);
        await desk.Review.PublishAsync(desk.Reviewer, draft.Id);
    }

    [Theory]
    [MemberData(nameof(Providers.All), MemberType = typeof(Providers))]
    public async Task A_draft_is_published_once(StorageProvider provider)
    {
        await using var desk = await DeskStore.CreateAsync(provider);
        var draft = await desk.HandedInAsync();

        var tries = await Task.WhenAll(
            new[] { desk.Reviewer, desk.Administrator }.Select(who => Task.Run(() => TryAsync(() => desk.Review.PublishAsync(who, draft.Id))))
        );

        Assert.Single(tries, succeeded => succeeded);
        Assert.Single(await desk.RevisionsAsync(draft.Code));
    }

    [Theory]
    [MemberData(nameof(Providers.All), MemberType = typeof(Providers))]
    public async Task Changes_to_different_fields_are_both_published(StorageProvider provider)
    {
        await using var desk = await DeskStore.CreateAsync(provider);
        await desk.SaveAsync(Example.Pledge());
        var first = await desk.ChangedAsync("JPN-2025-901", p => p["title"] = "A better title");
        var second = await desk.ChangedAsync("JPN-2025-901", p => p["note"] = "A remark", desk.Second);
        await desk.Drafts.HandInAsync(desk.Editor, first.Id);
        await desk.Drafts.HandInAsync(desk.Second, second.Id);

        await desk.Review.PublishAsync(desk.Reviewer, first.Id);
        await desk.Review.PublishAsync(desk.Reviewer, second.Id);

        var pledge = await desk.ReadAsync<Pledge>("JPN-2025-901");
        Assert.Equal(("A better title", "A remark"), (pledge!.Title, pledge.Note));
    }

    [Theory]
    [MemberData(nameof(Providers.All), MemberType = typeof(Providers))]
    public async Task Two_changes_to_one_field_send_the_second_back_and_overwrite_nothing(StorageProvider provider)
    {
        await using var desk = await DeskStore.CreateAsync(provider);
        await desk.SaveAsync(Example.Pledge());
        var first = await desk.ChangedAsync("JPN-2025-901", p => p["title"] = "One title");
        var second = await desk.ChangedAsync("JPN-2025-901", p => p["title"] = "Another title", desk.Second);
        await desk.Drafts.HandInAsync(desk.Editor, first.Id);
        await desk.Drafts.HandInAsync(desk.Second, second.Id);
        await desk.Review.PublishAsync(desk.Reviewer, first.Id);

        var result = await desk.Review.PublishAsync(desk.Reviewer, second.Id);

        Assert.Null(result.Revision);
        Assert.Contains("The editor has changed JPN-2025-901", result.ReturnedBecause, StringComparison.Ordinal);
        Assert.Equal("One title", (await desk.ReadAsync<Pledge>("JPN-2025-901"))!.Title);
        var back = await desk.DraftAsync(second.Id);
        Assert.Equal(DraftState.Returned, back.State);
        Assert.Equal("title", Assert.Single((await desk.Drafts.CompareAsync(desk.Second, back))!.Value.Merge.Conflicts).Field);
        Assert.True((await desk.Drafts.HandInAsync(desk.Second, second.Id)).Moved);
    }

    [Fact]
    public async Task One_change_is_handed_in_for_many_records_or_for_none()
    {
        await using var desk = await DeskStore.CreateAsync();
        await desk.SaveAsync(Example.Pledge("JPN-2025-901"), Example.Pledge("JPN-2025-902"));
        void SetPlace(JsonObject p) => p["place"] = "at-sea";

        var looked = await desk.Review.ProposeAsync(desk.Editor, RecordKind.Pledge, ["JPN-2025-901", "JPN-2025-902"], SetPlace, "", save: false);
        Assert.All(looked, p => Assert.Equal("place", Assert.Single(p.Changes).Field));
        var failed = await desk.Review.ProposeAsync(desk.Editor, RecordKind.Pledge, ["JPN-2025-901", "JPN-1999-001"], SetPlace, "At sea");
        Assert.Single(failed, p => p.Problems.Count > 0);
        await using var db = desk.Open();
        Assert.Equal(0, await db.Drafts.CountAsync(TestContext.Current.CancellationToken));

        await desk.Review.ProposeAsync(desk.Editor, RecordKind.Pledge, ["JPN-2025-901", "JPN-2025-902"], SetPlace, "At sea");

        foreach (var item in (await desk.Inbox.ReadAsync(desk.Reviewer)).ToReview)
            await desk.Review.PublishAsync(desk.Reviewer, item.Id);
        Assert.Equal(Place.AtSea, (await desk.ReadAsync<Pledge>("JPN-2025-902"))!.Place);
        Assert.Equal("At sea", (await desk.RevisionsAsync("JPN-2025-901"))[^1].Reason);
    }

    [Fact]
    public async Task A_pledge_is_confirmed_with_a_source_and_no_longer_stale()
    {
        await using var desk = await DeskStore.CreateAsync();
        await desk.SaveAsync(Example.Pledge());
        Assert.Equal("JPN-2025-901", Assert.Single((await desk.Stale.ListAsync(desk.Editor, 1)).Pledges).Code);

        var day = DateOnly.FromDateTime(DateTime.UtcNow);
        var proposal = await desk.Stale.ConfirmAsync(desk.Editor, "JPN-2025-901", Example.TreatyCode);
        Assert.Empty(proposal.Problems);
        await desk.Review.PublishAsync(desk.Reviewer, (await desk.Inbox.ReadAsync(desk.Reviewer)).ToReview.Single().Id);

        var pledge = await desk.ReadAsync<Pledge>("JPN-2025-901");
        Assert.InRange(pledge!.LastConfirmed!.Value, day, DateOnly.FromDateTime(DateTime.UtcNow));
        Assert.Contains(pledge.Citations, c => c.Source == Example.TreatyCode);
        Assert.Equal(0, (await desk.Stale.ListAsync(desk.Editor, 1)).Total);
    }

    [Fact]
    public async Task An_older_version_is_restored_as_a_new_one()
    {
        await using var desk = await DeskStore.CreateAsync();
        await desk.SaveAsync(Example.Pledge());
        var first = (await desk.RevisionsAsync("JPN-2025-901")).Single();
        var changed = Example.Pledge();
        (changed.Title, changed.Note) = ("A worse title", "A mistake");
        await desk.SaveAsync(changed);

        await desk.Restore.ProposeAsync(desk.Editor, "JPN-2025-901", first.Id, "The first was right", save: true);
        await desk.Review.PublishAsync(desk.Reviewer, (await desk.Inbox.ReadAsync(desk.Reviewer)).ToReview.Single().Id);

        var revisions = await desk.RevisionsAsync("JPN-2025-901");
        Assert.Equal(3, revisions.Count);
        Assert.Equal((first.Snapshot, "The first was right"), (revisions[^1].Snapshot, revisions[^1].Reason));
    }

    [Fact]
    public async Task A_record_is_deprecated_with_a_reason_and_reinstated()
    {
        await using var desk = await DeskStore.CreateAsync(allowSelfReview: true);
        await desk.SaveAsync(Example.Pledge());

        var bare = await desk.Review.ProposeAsync(desk.Reviewer, RecordKind.Pledge, ["JPN-2025-901"], p => p["state"] = "deprecated", "Wrong");
        Assert.Equal("stateReason", Assert.Single(bare[0].Problems).Field);
        await desk.Review.ProposeAsync(
            desk.Reviewer,
            RecordKind.Pledge,
            ["JPN-2025-901"],
            p => (p["state"], p["stateReason"]) = ("deprecated", "Never said"),
            "Wrong"
        );
        Assert.Equal(RecordState.Deprecated, (await desk.ReadAsync<Pledge>("JPN-2025-901"))!.State);
        await desk.Review.ProposeAsync(desk.Reviewer, RecordKind.Pledge, ["JPN-2025-901"], p => p["state"] = "published", "It was said after all");

        Assert.Equal(RecordState.Published, (await desk.ReadAsync<Pledge>("JPN-2025-901"))!.State);
    }

    [Fact]
    public async Task A_code_that_the_seeding_took_in_the_meantime_is_not_overwritten()
    {
        await using var desk = await DeskStore.CreateAsync();
        var draft = await desk.HandedInAsync();
        await desk.SaveAsync(Example.Pledge(draft.Code!));

        var result = await desk.Review.PublishAsync(desk.Reviewer, draft.Id);

        Assert.NotEqual(draft.Code, result.Code);
        Assert.Equal("A pledge for the test", (await desk.ReadAsync<Pledge>(draft.Code!))!.Title);
        Assert.Equal("A company of 50 to 250 soldiers", (await desk.ReadAsync<Pledge>(result.Code))!.Title);
    }

    private static async Task<bool> TryAsync(Func<Task<PublishResult>> publish)
    {
        try
        {
            return (await publish()).Revision is not null;
        }
        catch (DraftMovedException)
        {
            return false;
        }
    }
}
