using System.Text.RegularExpressions;
using CoalitionTracker.Data;

namespace CoalitionTracker.BrowserTests.Desk;

/// <summary>An account that is disabled while its owner has a form open.</summary>
public partial class DisabledAccountTests(OwnDesk desk) : IClassFixture<OwnDesk>
{
    /// <summary>What the page on a person promises the administrator.</summary>
    private const float AMinute = 60_000;

    [Fact]
    public async Task A_disabled_editor_is_told_and_sent_to_sign_in_within_a_minute_and_the_draft_stays()
    {
        await using var editor = await desk.JoinAsync(AccountRole.Editor, "Didi Disabled");
        var form = new DeskForm(editor);
        editor.Page.Dialog += async (_, question) => await question.AcceptAsync(); // the browser asks whether to leave what is not saved
        await form.OpenAsync("/edit/pledge/EST-2025-001");
        await form.SaveWithAsync("title", "Typed while I was allowed to");

        await PressOnPersonAsync("Didi Disabled", "Disable the account");
        await form.TypeAsync("title", "Typed when I was not any more");

        await Expect(form.SaveState).ToContainTextAsync("Not saved. This account cannot be used."); // at once, whatever the circuit still believes
        await Expect(editor.Page).ToHaveURLAsync(SignIn, new() { Timeout = AMinute });
        await editor.SeesAsync("Your session has ended");
        Assert.Contains(await desk.DraftsAsync(), d => d.Contains("Typed while I was allowed to", StringComparison.Ordinal));
        Assert.DoesNotContain(await desk.DraftsAsync(), d => d.Contains("Typed when I was not any more", StringComparison.Ordinal));

        await PressOnPersonAsync("Didi Disabled", "Enable the account");
        await OwnDesk.SignInAsync(editor, "Didi Disabled");
        await Expect(form.Field("title")).ToHaveValueAsync(TypedBeforeOrAfter); // what was typed after it is kept, too, if the old circuit still lives
    }

    private async Task PressOnPersonAsync(string name, string button)
    {
        await desk.Administrator.GoAsync("/account/people");
        await desk.Administrator.FollowAsync(name);
        await desk.Administrator.Page.GetByRole(AriaRole.Button, new() { Name = button, Exact = true }).ClickAsync();
        await desk
            .Administrator.Page.GetByRole(AriaRole.Button, new() { Name = button, Exact = true })
            .WaitForAsync(new() { State = WaitForSelectorState.Detached });
    }

    [GeneratedRegex("/account/sign-in")]
    private static partial Regex SignIn { get; }

    [GeneratedRegex("^Typed w")]
    private static partial Regex TypedBeforeOrAfter { get; }
}
