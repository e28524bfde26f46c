using CoalitionTracker.Data;
using CoalitionTracker.Features.Editing;
using CoalitionTracker.Tests.Support;
using Microsoft.Extensions.Time.Testing;

namespace CoalitionTracker.Tests.Features.Editing;

/// <summary>One editor at one form.</summary>
public sealed class FormSessionTests
{
    [Fact]
    public async Task What_was_found_at_handing_in_stays_when_the_planned_save_finds_nothing_left_to_save()
    {
        var clock = new FakeTimeProvider();
        await using var desk = await DeskStore.CreateAsync();
        var draft = await desk.Drafts.BeginAsync(desk.Editor, RecordKind.Pledge, []);
        await using var session = new FormSession(desk.Drafts, desk.Editor, draft, clock);
        session.Form.Set(session.Form.Content, "title", "title", "Typed just before");
        await session.SaveAsync(); // as handing in does, before the planned save comes
        session.Form.ShowAll();
        session.Form.Read([new Problem("reason", "Only the desk knows that there is none.")]);

        clock.Advance(FormSession.Delay);

        Assert.Equal("reason", Assert.Single(session.Form.Shown).Field);
    }
}
