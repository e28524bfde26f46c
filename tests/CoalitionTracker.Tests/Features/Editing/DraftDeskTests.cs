using System.Text.Json.Nodes;
using CoalitionTracker.Data;
using CoalitionTracker.Features.Editing;
using CoalitionTracker.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace CoalitionTracker.Tests.Features.Editing;

/// <summary>Drafts: nothing typed is lost, nothing is public before its time.</summary>
public sealed class DraftDeskTests
{
    [Theory]
    [MemberData(nameof(Providers.All), MemberType = typeof(Providers))]
    public async Task What_is_typed_is_kept_right_or_wrong(StorageProvider provider)
    {
        await using var desk = await DeskStore.CreateAsync(provider);
        var draft = await desk.Drafts.BeginAsync(desk.Editor, RecordKind.Pledge, []);
        draft.Content = """{"title":"Допомога 日本","announced":"last spring","money":{"min":"a lot"}}""";

        await desk.Drafts.SaveAsync(desk.Editor, draft);

        var kept = await desk.Drafts.ReadAsync(desk.Editor, draft.Id);
        Assert.Equal(draft.Content, kept!.Content);
        Assert.Equal("Допомога 日本", kept.Heading);
    }

    [Theory]
    [MemberData(nameof(Providers.All), MemberType = typeof(Providers))]
    public async Task A_draft_leaves_the_public_record_and_its_version_alone(StorageProvider provider)
    {
        await using var desk = await DeskStore.CreateAsync(provider);
        await desk.SaveAsync(Example.Pledge());
        var before = (await desk.RevisionsAsync()).Count;

        var draft = await desk.ChangedAsync("JPN-2025-901", p => p["title"] = "Another title");
        await desk.Drafts.HandInAsync(desk.Editor, draft.Id);

        Assert.Equal("A pledge for the test", (await desk.ReadAsync<Pledge>("JPN-2025-901"))!.Title);
        Assert.Equal(before, (await desk.RevisionsAsync()).Count);
    }

    [Fact]
    public async Task A_draft_of_a_record_is_found_again_as_it_was_left()
    {
        await using var desk = await DeskStore.CreateAsync();
        await desk.SaveAsync(Example.Pledge());

        var left = await desk.ChangedAsync("JPN-2025-901", p => p["title"] = "Half a tit");

        var found = await desk.Drafts.OpenAsync(desk.Editor, RecordKind.Pledge, "JPN-2025-901");
        Assert.Equal((left.Id, left.Content), (found!.Id, found.Content));
        Assert.NotEqual(left.Id, (await desk.Drafts.OpenAsync(desk.Second, RecordKind.Pledge, "JPN-2025-901"))!.Id);
    }

    [Theory]
    [MemberData(nameof(Providers.All), MemberType = typeof(Providers))]
    public async Task A_save_from_an_older_window_is_refused_and_overwrites_nothing(StorageProvider provider)
    {
        await using var desk = await DeskStore.CreateAsync(provider);
        var here = await desk.Drafts.BeginAsync(desk.Editor, RecordKind.Pledge, DeskStore.NewPledge("First"));
        var there = await desk.Drafts.ReadAsync(desk.Editor, here.Id);
        there!.Content = """{"title":"There"}""";
        await desk.Drafts.SaveAsync(desk.Editor, there);

        here.Content = """{"title":"Here"}""";
        await Assert.ThrowsAsync<DraftMovedException>(() => desk.Drafts.SaveAsync(desk.Editor, here));

        Assert.Equal("""{"title":"There"}""", (await desk.DraftAsync(here.Id)).Content);
    }

    [Fact]
    public async Task Two_windows_on_one_record_do_not_make_two_drafts()
    {
        await using var desk = await DeskStore.CreateAsync();
        await desk.SaveAsync(Example.Pledge());
        var (here, there) = (
            await desk.Drafts.OpenAsync(desk.Editor, RecordKind.Pledge, "JPN-2025-901"),
            await desk.Drafts.OpenAsync(desk.Editor, RecordKind.Pledge, "JPN-2025-901")
        );
        await desk.Drafts.SaveAsync(desk.Editor, here!);

        await Assert.ThrowsAsync<DraftMovedException>(() => desk.Drafts.SaveAsync(desk.Editor, there!));
    }

    [Fact]
    public async Task A_draft_with_a_problem_is_not_handed_in_and_says_which_field()
    {
        await using var desk = await DeskStore.CreateAsync();
        var content = DeskStore.NewPledge();
        content["levels"] = new JsonArray(new JsonObject { ["level"] = "signed", ["on"] = "2025-08-19" });
        content["parties"] = new JsonArray(new JsonObject { ["country"] = "ATL" });
        var draft = await desk.Drafts.BeginAsync(desk.Editor, RecordKind.Pledge, content);

        var result = await desk.Drafts.HandInAsync(desk.Editor, draft.Id);

        Assert.Equal(["levels", "parties[0].country", "reason"], result.Problems.Select(p => p.Field).Order());
        Assert.Equal(DraftState.Editing, (await desk.DraftAsync(draft.Id)).State);
    }

    [Theory]
    [MemberData(nameof(Providers.All), MemberType = typeof(Providers))]
    public async Task A_new_record_gets_the_next_code_of_its_country_and_year(StorageProvider provider)
    {
        await using var desk = await DeskStore.CreateAsync(provider);
        await desk.SaveAsync(Example.Pledge("JPN-2025-007"));

        Assert.Equal("JPN-2025-008", (await desk.HandedInAsync()).Code);
        Assert.Equal("JPN-2025-009", (await desk.HandedInAsync(by: desk.Second)).Code);
    }

    [Fact]
    public async Task The_code_of_a_discarded_draft_is_not_given_again()
    {
        await using var desk = await DeskStore.CreateAsync();
        var first = await desk.HandedInAsync();
        await desk.Drafts.DiscardAsync(desk.Editor, first.Id);

        Assert.NotEqual(first.Code, (await desk.HandedInAsync()).Code);
    }

    [Fact]
    public async Task A_new_source_goes_to_the_reviewers_with_the_record_that_rests_on_it()
    {
        await using var desk = await DeskStore.CreateAsync();
        var source = await desk.Drafts.BeginAsync(desk.Editor, RecordKind.Source, new() { ["title"] = "A new report", ["kind"] = "news" });
        var pledge = DeskStore.NewPledge();
        pledge["citations"] = new JsonArray(new JsonObject { ["source"] = source.Code, ["grade"] = "d" });

        await desk.HandedInAsync(pledge);

        Assert.Equal(DraftState.InReview, (await desk.DraftAsync(source.Id)).State);
    }

    [Fact]
    public async Task A_source_that_is_not_finished_keeps_its_record_back()
    {
        await using var desk = await DeskStore.CreateAsync();
        var source = await desk.Drafts.BeginAsync(
            desk.Editor,
            RecordKind.Source,
            new()
            {
                ["title"] = "A report",
                ["kind"] = "news",
                ["url"] = "javascript:alert(1)",
            }
        );
        var pledge = DeskStore.NewPledge();
        pledge["citations"] = new JsonArray(new JsonObject { ["source"] = source.Code, ["grade"] = "d" });
        var draft = await desk.Drafts.BeginAsync(desk.Editor, RecordKind.Pledge, pledge);

        var problem = Assert.Single(await desk.Drafts.CheckAsync(desk.Editor, draft));

        Assert.Equal("citations", problem.Field);
        Assert.Contains("https://", problem.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_discarded_draft_can_be_taken_up_again()
    {
        await using var desk = await DeskStore.CreateAsync();
        var draft = await desk.Drafts.BeginAsync(desk.Editor, RecordKind.Pledge, DeskStore.NewPledge());

        await desk.Drafts.DiscardAsync(desk.Editor, draft.Id);
        await desk.Drafts.RecoverAsync(desk.Editor, draft.Id);

        Assert.Equal(DraftState.Editing, (await desk.DraftAsync(draft.Id)).State);
    }

    [Fact]
    public async Task Somebody_else_s_draft_is_not_there()
    {
        await using var desk = await DeskStore.CreateAsync();
        var draft = await desk.Drafts.BeginAsync(desk.Editor, RecordKind.Pledge, DeskStore.NewPledge());

        Assert.Null(await desk.Drafts.ReadAsync(desk.Second, draft.Id));
        await Assert.ThrowsAsync<DraftMovedException>(() => desk.Drafts.DiscardAsync(desk.Second, draft.Id));
        await Assert.ThrowsAsync<DraftMovedException>(() => desk.Drafts.HandInAsync(desk.Second, draft.Id));
        draft.Content = "{}";
        await Assert.ThrowsAsync<DraftMovedException>(() => desk.Drafts.SaveAsync(desk.Second, draft));
    }

    [Fact]
    public async Task An_editor_sees_who_else_is_at_the_record()
    {
        await using var desk = await DeskStore.CreateAsync();
        await desk.SaveAsync(Example.Pledge());
        await desk.ChangedAsync("JPN-2025-901", p => p["note"] = "Mine");

        Assert.Equal(["The editor"], await desk.Drafts.OthersAtAsync(desk.Second, "JPN-2025-901"));
        Assert.Empty(await desk.Drafts.OthersAtAsync(desk.Editor, "JPN-2025-901"));
    }

    [Fact]
    public async Task A_draft_in_review_is_not_changed_under_the_reviewer_s_eyes()
    {
        await using var desk = await DeskStore.CreateAsync();
        var draft = await desk.HandedInAsync();
        draft.Content = "{}";

        await Assert.ThrowsAsync<DraftMovedException>(() => desk.Drafts.SaveAsync(desk.Editor, draft));
        await desk.Drafts.TakeBackAsync(desk.Editor, draft.Id);
        await desk.Drafts.SaveAsync(desk.Editor, await desk.DraftAsync(draft.Id));
    }

    [Fact]
    public async Task Ten_editors_who_begin_at_once_get_ten_codes()
    {
        await using var desk = await DeskStore.CreateAsync();

        var sources = await Task.WhenAll(
            Enumerable
                .Range(0, 10)
                .Select(i => Task.Run(() => desk.Drafts.BeginAsync(desk.Editor, RecordKind.Source, new() { ["title"] = $"Report {i}" })))
        );

        Assert.Equal(10, sources.Select(s => s.Code).Distinct().Count());
        await using var db = desk.Open();
        Assert.Equal(10, await db.Drafts.CountAsync(TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task A_change_that_changes_nothing_is_not_handed_in()
    {
        await using var desk = await DeskStore.CreateAsync();
        await desk.SaveAsync(Example.Pledge());
        var draft = await desk.ChangedAsync("JPN-2025-901", p => p["title"] = "A pledge for the test ");

        var result = await desk.Drafts.HandInAsync(desk.Editor, draft.Id);

        Assert.Contains("Nothing differs", Assert.Single(result.Problems).Message, StringComparison.Ordinal);
    }
}
