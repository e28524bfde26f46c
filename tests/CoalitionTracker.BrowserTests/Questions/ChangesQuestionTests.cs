using System.Text.RegularExpressions;
using CoalitionTracker.BrowserTests.Desk;
using CoalitionTracker.Data;

namespace CoalitionTracker.BrowserTests.Questions;

/// <summary>An analyst asks: what changed in Japan's records since I last looked?</summary>
public class ChangesQuestionTests(Site site, OwnDesk desk) : IClassFixture<OwnDesk>
{
    private const string Before = "Sending the Self-Defense Forces not considered";
    private const string After = "Sending the Self-Defense Forces ruled out";

    [Fact]
    public async Task What_changed_since_a_version_in_the_records_of_Japan_is_shown_field_by_field()
    {
        await using var reader = await desk.ReaderAsync();
        await reader.GoAsync("/");
        var known = await reader.Page.Locator("footer [data-version]").InnerTextAsync();
        await using (var editor = await desk.JoinAsync(AccountRole.Editor, "Emi Editor"))
        await using (var reviewer = await desk.JoinAsync(AccountRole.Reviewer, "Ryo Reviewer"))
        {
            await RenameAsync(editor, reviewer, "JPN-2025-002", After, "The minister's words were firmer");
            await RenameAsync(editor, reviewer, "EST-2025-001", "One company", "Shorter");
        }

        await reader.ChooseInMenuAsync("Changes");
        await Form(reader).GetByLabel("Since").FillAsync(known);
        await Form(reader).GetByRole(AriaRole.Button, new() { Name = "Show" }).ClickAsync();
        await reader.SeesAsync($"2 records changed since version {known}");
        await ChooseJapanAsync(reader);

        await reader.SeesAsync("1 record changed since version");
        var change = reader.Main.Locator("section.change");
        await Expect(change).ToHaveCountAsync(1);
        var field = change.GetByRole(AriaRole.Row).Filter(new() { HasText = After });
        await Expect(field).ToContainTextAsync(Before);
        await Expect(change).ToContainTextAsync("Emi Editor · The minister's words were firmer · reviewed by Ryo Reviewer");

        await reader.LeaveAsync(change.GetByRole(AriaRole.Link, new() { NameRegex = new Regex(@"^version \d+$") }));
        await Expect(reader.Page).ToHaveURLAsync(new Regex(@"/history/JPN-2025-002/\d+$"));
        await reader.SeesAsync(After);
        Assert.Empty(reader.Troubles);
    }

    [Fact]
    public async Task Which_pledges_of_Japan_the_first_version_had_is_behind_their_number()
    {
        await using var reader = await site.OpenAsync();
        await reader.ChooseInMenuAsync("Changes");
        await ChooseJapanAsync(reader);
        await reader.LeaveAsync(reader.Main.GetByRole(AriaRole.Link, new() { Name = "4 pledges", Exact = true }));

        await reader.SeesAsync("only pledges; only what concerns Japan");
        var changes = reader.Main.Locator("section.change");
        await Expect(changes).ToHaveCountAsync(4);
        var money = reader.Main.Locator("#JPN-2024-001");
        await money.GetByText("What was entered").ClickAsync();
        await Expect(money.GetByRole(AriaRole.Row).Filter(new() { HasText = "First said on" })).ToContainTextAsync("13 Jun 2024");
        Assert.Empty(reader.Troubles);
    }

    private static ILocator Form(Reader reader) => reader.Main.GetByRole(AriaRole.Form, new() { Name = "Choose what to see" });

    private static async Task ChooseJapanAsync(Reader reader)
    {
        await Form(reader).Locator("select[name=country]").SelectOptionAsync(new SelectOptionValue { Label = "Japan" });
        await Form(reader).GetByRole(AriaRole.Button, new() { Name = "Show" }).ClickAsync();
        await reader.SeesAsync("only what concerns Japan");
    }

    private static async Task RenameAsync(Reader editor, Reader reviewer, string code, string title, string reason)
    {
        var form = new DeskForm(editor);
        await form.OpenAsync($"/edit/pledge/{code}");
        await form.TypeAsync("title", title);
        await form.HandInAsync(reason);
        await DeskForm.PublishAsync(reviewer, title);
    }
}
