using System.Text.Json.Nodes;
using Bunit;
using CoalitionTracker.Data;
using CoalitionTracker.Features.Editing;
using CoalitionTracker.Features.Editing.Fields;
using CoalitionTracker.Shared.Forms;
using CoalitionTracker.Tests.Support;
using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;
using MudBlazor;
using MudBlazor.Services;

namespace CoalitionTracker.Tests.Features.Editing;

/// <summary>The parts that forms are made of.</summary>
public sealed class FormComponentTests : BunitContext, IAsyncLifetime
{
    private DeskStore? store;
    private readonly FakeTimeProvider clock = new(new DateTimeOffset(2026, 11, 25, 12, 0, 0, TimeSpan.Zero));

    private DeskStore Desk => store!;

    public async ValueTask InitializeAsync()
    {
        store = await DeskStore.CreateAsync();
        JSInterop.Mode = JSRuntimeMode.Loose;
        Services.AddMudServices();
        Services.AddSingleton(Desk.Lookups);
        Services.AddSingleton(Desk.Drafts);
        Services.AddSingleton(Desk.Duplicates);
        Render<MudPopoverProvider>();
    }

    public new async ValueTask DisposeAsync()
    {
        await base.DisposeAsync();
        await Desk.DisposeAsync();
    }

    [Fact]
    public void Typing_keeps_the_text_as_it_was_typed_and_says_how_it_is_read()
    {
        var form = NewForm();
        var field = Field(form, "announced");

        field.Find("input").Input("19 Aug 2025");

        Assert.Equal("19 Aug 2025", form.Content["announced"]!.ToString());
        Assert.Contains("19 Aug 2025", field.Find(".help").TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public void What_cannot_be_read_is_said_beside_its_field_and_only_there()
    {
        var form = NewForm();
        var (announced, deadline) = (Field(form, "announced"), Field(form, "deadline"));

        announced.Find("input").Input("last spring");
        OnThread(() => form.Read());

        Assert.Contains("“last spring” is not a date", announced.Markup, StringComparison.Ordinal);
        Assert.DoesNotContain("is not a date", deadline.Markup, StringComparison.Ordinal);
        announced.Find("input").Input("2025");
        OnThread(() => form.Read());
        Assert.DoesNotContain("is not a date", announced.Markup, StringComparison.Ordinal);
    }

    [Fact]
    public void What_is_missing_is_not_scolded_before_the_draft_is_handed_in()
    {
        var form = NewForm();
        var title = Field(form, "title");
        OnThread(() => form.Read());
        Assert.Empty(form.Shown);

        OnThread(form.ShowAll);

        Assert.Contains("A title has 1 to 200 characters", title.Markup, StringComparison.Ordinal);
    }

    [Fact]
    public void What_was_missing_is_not_said_of_a_field_that_is_being_filled_in()
    {
        var form = NewForm();
        var title = Field(form, "title");
        OnThread(() => form.Read());
        OnThread(form.ShowAll);

        title.Find("input").Input("T");

        Assert.Empty(title.FindAll(".problem"));
    }

    [Fact]
    public void A_choice_that_must_be_made_shows_nothing_until_it_is_and_others_show_their_first_word()
    {
        var form = NewForm();

        Assert.Equal("", Chosen(Field(form, "contribution")));
        Assert.Equal("not-stated", Chosen(Field(form, "place")));

        var contribution = Field(form, "contribution");
        contribution.Find("select").Change("air");
        Assert.Equal("air", form.Content["contribution"]!.ToString());
        Assert.DoesNotContain("Choose one", contribution.Markup, StringComparison.Ordinal);
    }

    [Fact]
    public void A_group_is_opened_by_its_button_and_taken_away_with_what_was_typed()
    {
        var form = NewForm();
        var money = Field(form, "money");
        Assert.Empty(money.FindAll("input"));

        money.Find("button.adds").Click();
        money.Find("#field-money-min").Input("4.5 bn");
        Assert.Equal("4.5 bn", form.Content["money"]!["min"]!.ToString());

        money.Find("legend button").Click();
        Assert.Null(form.Content["money"]);
    }

    [Fact]
    public void Parts_are_added_and_taken_away_each_with_its_own_fields()
    {
        var form = NewForm();
        var instalments = Field(form, "instalments");
        instalments.Find("button.adds").Click();
        instalments.Find("button.adds").Click();
        instalments.Find("#field-instalments-0-year").Input("2025");
        instalments.Find("#field-instalments-1-year").Input("2026");

        instalments.Find("[aria-label='Take away instalment 1']").Click();

        Assert.Equal("""[{"year":"2026"}]""", form.Content["instalments"]!.ToJsonString());
    }

    [Fact]
    public void A_part_unfolds_when_one_of_its_lesser_fields_holds_something()
    {
        var bare = Field(NewForm(), "citations");
        Assert.Empty(bare.FindAll("#field-citations-0-locator"));
        bare.Find("button.more").Click();
        Assert.Single(bare.FindAll("#field-citations-0-locator"));

        var filled = NewForm();
        filled.Content["citations"] = new JsonArray(new JsonObject { ["locator"] = "p. 3" });
        Assert.Equal("p. 3", Field(filled, "citations").Find("#field-citations-0-locator").GetAttribute("value"));
    }

    [Fact]
    public async Task Countries_stand_in_a_row_and_can_be_taken_away()
    {
        var form = NewForm();
        form.Content["parties"] = new JsonArray(
            new JsonObject { ["country"] = "JPN" },
            new JsonObject { ["country"] = "UKR", ["role"] = "opted-out" }
        );
        var pledgers = Field(form, "parties");
        await pledgers.WaitForAssertionAsync(() => Assert.Equal(["Japan"], Chips(pledgers)));

        await pledgers.InvokeAsync(() => pledgers.FindComponent<ReferenceEditor>().Instance.ValueChanged.InvokeAsync("cow"));
        await pledgers.WaitForAssertionAsync(() => Assert.Equal(["Japan", "Coalition of the willing"], Chips(pledgers)));
        await pledgers.Find("[aria-label='Take away Japan']").ClickAsync(new());

        Assert.Equal("""[{"country":"UKR","role":"opted-out"},{"country":"COW"}]""", form.Content["parties"]!.ToJsonString());
    }

    [Fact]
    public void A_folded_section_says_what_it_holds_and_opens_for_a_problem()
    {
        var form = NewForm();
        form.Content["term"] = "2024/2034";
        var section = FormSpec.Of(RecordKind.Pledge).Sections.Single(s => s.Title.StartsWith("Form, term", StringComparison.Ordinal));
        var shown = Render<SectionEditor>(p => p.Add(x => x.Form, form).Add(x => x.Section, section).AddCascadingValue(User));
        Assert.Contains("term", shown.Find("button.fold").TextContent, StringComparison.Ordinal);
        Assert.Empty(shown.FindAll("#field-term"));

        form.Content["term"] = "for ever";
        OnThread(() => form.Read());

        Assert.Contains("“for ever” is not a date", shown.Markup, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_is_typed_is_in_the_store_within_three_seconds()
    {
        var session = await SessionAsync();
        var status = Render<SaveStatus>(p => p.Add(x => x.Session, session));
        await Renderer.Dispatcher.InvokeAsync(() => session.Form.Set(session.Form.Content, "title", "title", "Typed"));
        Assert.Equal("Saving…", status.Find("[role=status]").TextContent);

        clock.Advance(TimeSpan.FromSeconds(2));

        await status.WaitForAssertionAsync(() => Assert.Contains("Draft saved at", status.Markup, StringComparison.Ordinal));
        Assert.Contains("Typed", (await Desk.DraftAsync(session.Draft.Id)).Content, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Leaving_the_form_saves_what_was_not_saved_yet()
    {
        var session = await SessionAsync();
        session.Form.Set(session.Form.Content, "title", "title", "The last word");

        await session.DisposeAsync();

        Assert.Contains("The last word", (await Desk.DraftAsync(session.Draft.Id)).Content, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_draft_that_was_changed_in_another_window_is_not_overwritten_before_the_editor_chooses()
    {
        var session = await SessionAsync();
        var other = await Desk.DraftAsync(session.Draft.Id);
        other.Content = """{"title":"There"}""";
        await Desk.Drafts.SaveAsync(Desk.Editor, other);
        session.Form.Set(session.Form.Content, "title", "title", "Here");
        session.Reason = "The reason of this window";

        Assert.False(await session.SaveAsync());
        var status = Render<SaveStatus>(p => p.Add(x => x.Session, session));
        Assert.Equal("""{"title":"There"}""", (await Desk.DraftAsync(session.Draft.Id)).Content);

        await status.FindAll("button").Single(b => b.TextContent.StartsWith("Keep", StringComparison.Ordinal)).ClickAsync(new());
        await Renderer.Dispatcher.InvokeAsync(async () => await session.DisposeAsync());
        var kept = await Desk.DraftAsync(session.Draft.Id);
        Assert.Contains("Here", kept.Content, StringComparison.Ordinal);
        Assert.Equal("The reason of this window", kept.Reason);
    }

    [Fact]
    public async Task Two_people_s_changes_are_brought_together_field_by_field()
    {
        await using var session = await MovedSessionAsync();
        var panel = Render<ConflictPanel>(p => p.Add(x => x.Session, session));
        Assert.Equal(
            "Taken over from there, as you did not touch it: Remark for readers.",
            CoalitionTracker.Tests.Support.Page.Squeeze(panel.FindAll("p")[1].TextContent)
        );
        Assert.True(panel.Find("button.primary").HasAttribute("disabled"));

        await panel.FindAll("input[type=radio]")[0].ChangeAsync(new ChangeEventArgs { Value = "on" });
        await panel.Find("button.primary").ClickAsync(new());

        Assert.Null(session.Moved);
        Assert.Equal(("Their title", "Their remark"), ($"{session.Form.Content["title"]}", $"{session.Form.Content["note"]}"));
    }

    [Fact]
    public async Task What_is_typed_while_a_choice_is_open_is_not_lost_and_a_new_conflict_is_asked_about()
    {
        await using var session = await MovedSessionAsync();
        var panel = Render<ConflictPanel>(p => p.Add(x => x.Session, session));
        OnThread(() => session.Form.Set(session.Form.Content, "summary", "summary", "Typed since."));
        OnThread(() => session.Form.Set(session.Form.Content, "note", "note", "My remark"));

        await panel.FindAll("input[type=radio]")[1].ChangeAsync(new ChangeEventArgs { Value = "on" });
        await panel.Find("button.primary").ClickAsync(new());
        Assert.NotNull(session.Moved);
        Assert.Equal(["In one line", "Remark for readers"], panel.FindAll("legend").Select(l => l.TextContent));

        await panel.FindAll("input[type=radio]")[2].ChangeAsync(new ChangeEventArgs { Value = "on" });
        await panel.Find("button.primary").ClickAsync(new());

        Assert.Null(session.Moved);
        Assert.Equal(
            ("My title", "Typed since.", "Their remark"),
            ($"{session.Form.Content["title"]}", $"{session.Form.Content["summary"]}", $"{session.Form.Content["note"]}")
        );
    }

    /// <summary>As an event of the circuit would.</summary>
    private void OnThread(Action act) => Renderer.Dispatcher.InvokeAsync(act).GetAwaiter().GetResult();

    private static DeskUser User { get; } = new("editor", "The editor");

    private static FormState NewForm() => new(RecordKind.Pledge, null, []);

    private static string Chosen(IRenderedComponent<FieldEditor> field) => field.Find("select").GetAttribute("value") ?? "";

    private static List<string> Chips(IRenderedComponent<FieldEditor> field) =>
        [.. field.FindAll(".chips li").Select(c => c.ChildNodes[0].TextContent.Trim())];

    /// <summary>An editor has given the pledge another title; somebody else has made public yet another one, and a remark.</summary>
    private async Task<FormSession> MovedSessionAsync()
    {
        await Desk.SaveAsync(Example.Pledge());
        var draft = await Desk.ChangedAsync("JPN-2025-901", p => p["title"] = "My title");
        var theirs = Example.Pledge();
        (theirs.Title, theirs.Note) = ("Their title", "Their remark");
        await Desk.SaveAsync(theirs);
        var session = new FormSession(Desk.Drafts, Desk.Editor, draft, clock);
        await session.LookAsync();
        return session;
    }

    private async Task<FormSession> SessionAsync() =>
        new(Desk.Drafts, Desk.Editor, await Desk.Drafts.BeginAsync(Desk.Editor, RecordKind.Pledge, DeskStore.NewPledge()), clock);

    private IRenderedComponent<FieldEditor> Field(FormState form, string name)
    {
        var spec = form.Spec.Sections.SelectMany(s => s.Fields).First(f => f.Name == name);
        return Render<FieldEditor>(p =>
            p.Add(x => x.Form, form)
                .Add(x => x.Field, spec)
                .Add(x => x.Shape, form.Spec.Shape[name]!)
                .Add(x => x.Holder, form.Content)
                .Add(x => x.Path, name)
                .AddCascadingValue(User)
        );
    }
}
