using CoalitionTracker.Data;

namespace CoalitionTracker.BrowserTests.Desk;

/// <summary>The desk without a mouse.</summary>
public class KeyboardTests(OwnDesk desk) : IClassFixture<OwnDesk>
{
    /// <summary>More stops than any form's common path has.</summary>
    private const int Stops = 60;

    [Fact]
    public async Task A_pledge_is_begun_filled_in_and_handed_in_with_the_keyboard_alone()
    {
        await using var editor = await desk.JoinAsync(AccountRole.Editor, "Kaja Keys");
        var form = new DeskForm(editor);
        var keys = editor.Page.Keyboard;
        await editor.GoAsync("/edit/new?source=SRC-0125");
        await Expect(form.Button("A pledge or a refusal")).ToBeVisibleAsync();

        await TabToAsync(editor, form.Button("A pledge or a refusal"));
        await keys.PressAsync("Enter");
        await Expect(form.Field("title")).ToBeVisibleAsync();
        await PickAsync(editor, form.Field("parties"), "Естонія");
        await Expect(editor.Main.GetByRole(AriaRole.List, new() { Name = "Who pledges, chosen" })).ToContainTextAsync("Estonia");
        await Expect(form.Field("parties")).ToBeFocusedAsync(); // for the next country
        await Expect(form.Field("parties")).ToHaveValueAsync("");
        await ChooseAsync(editor, form.Field("contribution"), "Land forces");
        await TypeAsync(editor, form.Field("title"), "Only keys");
        await TypeAsync(editor, form.Field("summary"), "Written without a mouse.");
        await ChooseAsync(editor, form.Field("levels[0].level"), "Declared");
        await TypeAsync(editor, form.Field("levels[0].on"), "2025-04-30");
        await TypeAsync(editor, form.Field("announced"), "2025-04-30");
        await PressAsync(editor, form.Button("+ People or things"));
        await Expect(form.Field("quantity.min")).ToBeFocusedAsync();
        await TypeAsync(editor, form.Field("quantity.min"), "50");
        await TypeAsync(editor, form.Field("quantity.unit"), "soldiers");
        await PressAsync(editor, form.Button("+ Add condition"));
        await Expect(form.Field("conditions[0].condition")).ToBeFocusedAsync();
        await ChooseAsync(editor, form.Field("conditions[0].condition"), "Parliament");
        await TypeAsync(editor, form.Field("reason"), "Keys are enough");
        await PressAsync(editor, form.Button("Hand in for review"));

        await editor.SeesAsync("It is with the reviewers");
        Assert.Empty(editor.Troubles);
    }

    private static async Task TabToAsync(Reader editor, ILocator stop)
    {
        await Expect(stop).ToBeVisibleAsync();
        for (var i = 0; i < Stops; i++)
        {
            if (await stop.EvaluateAsync<bool>("element => element === document.activeElement"))
                return;
            await editor.Page.Keyboard.PressAsync("Tab");
        }
        Assert.Fail($"{Stops} presses of Tab do not lead to {stop}.");
    }

    private static async Task PressAsync(Reader editor, ILocator button)
    {
        await TabToAsync(editor, button);
        await editor.Page.Keyboard.PressAsync("Enter");
    }

    private static async Task TypeAsync(Reader editor, ILocator field, string text)
    {
        await TabToAsync(editor, field);
        await editor.Page.Keyboard.TypeAsync(text);
        await Expect(field).ToHaveValueAsync(text);
    }

    private static async Task PickAsync(Reader editor, ILocator field, string typed)
    {
        await TypeAsync(editor, field, typed);
        await Expect(editor.Page.Locator("ul.options [aria-selected='true']")).ToHaveCountAsync(1); // the first of what was found
        await editor.Page.Keyboard.PressAsync("Enter");
        await Expect(editor.Page.Locator("ul.options")).ToHaveCountAsync(0);
    }

    /// <summary>As on every list of a browser: its first letters lead to a word, if they come in quick succession. Whoever was too slow types again.</summary>
    private static async Task ChooseAsync(Reader editor, ILocator box, string label)
    {
        await TabToAsync(editor, box);
        for (var i = 1; ; i++)
        {
            await editor.Page.Keyboard.TypeAsync(label);
            try
            {
                await Expect(box.Locator("option:checked")).ToHaveTextAsync(label, new() { Timeout = i * 3000 });
                return;
            }
            catch (PlaywrightException) when (i < 5)
            {
                // By now the browser has forgotten what was typed.
            }
        }
    }
}
