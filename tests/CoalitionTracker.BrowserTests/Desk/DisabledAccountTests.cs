using System.Text.RegularExpressions;
using CoalitionTracker.Data;

namespace CoalitionTracker.BrowserTests.Desk;

/// <summary>An account that is disabled while its owner has a form open.</summary>
public partial class DisabledAccountTests(OwnDesk desk) : IClassFixture<OwnDesk>
{
    /// <summary>What the page on a person promises the administrator.</summary>
    private const float AMinute = 60_000;

    /// <summary>The delay of saving and a slow machine's, but less than the half minute after which the page goes anyway.</summary>
    private const float AtOnce = 20_000;

    [Fact]
    public async Task A_disabled_editor_is_told_and_sent_to_sign_in_within_a_minute_and_the_draft_stays()
    {
        await using var editor = await desk.JoinAsync(AccountRole.Editor, "Didi Disabled");
        var form = new DeskForm(editor);
        editor.Page.Dialog += async (_, question) => await question.AcceptAsync(); // the browser asks whether to leave what is not saved
        await form.OpenAsync("/edit/pledge/EST-2025-001");
        await form.SaveWithAsync(desk, "title", "Typed while I was allowed to");
        await form.OpenAsync("/edit/pledge/EST-2025-001"); // a new circuit, which looks at the account half a minute from now

        await PressOnPersonAsync("Didi Disabled", "Disable the account");
        await IsRefusedAsync(editor, form, "Typed when I was not any more");

        await Expect(editor.Page).ToHaveURLAsync(SignIn, new() { Timeout = AMinute });
        await editor.SeesAsync("Your session has ended");
        Assert.Contains(await desk.DraftsAsync(), d => d.Contains("Typed while I was allowed to", StringComparison.Ordinal));
        Assert.DoesNotContain(await desk.DraftsAsync(), d => d.Contains("Typed when I was not any more", StringComparison.Ordinal));

        await PressOnPersonAsync("Didi Disabled", "Enable the account");
        await OwnDesk.SignInAsync(editor, "Didi Disabled");
        await Expect(form.Field("title")).ToHaveValueAsync(TypedBeforeOrAfter); // what was typed after it is kept, too, if the old circuit still lives
    }

    /// <summary>What is typed is refused at once, whatever the circuit still believes, unless the circuit has looked at the account already and the page is gone.</summary>
    private static async Task IsRefusedAsync(Reader editor, DeskForm form, string typed)
    {
        try
        {
            await form.Field("title").FillAsync(typed, new() { Timeout = AtOnce });
            await Expect(form.SaveState).ToContainTextAsync("Not saved. This account cannot be used.", new() { Timeout = AtOnce });
        }
        catch (Exception gone) when (gone is PlaywrightException or TimeoutException && SignIn.IsMatch(editor.Here))
        {
            // A slow machine was half a minute on its way here.
        }
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
