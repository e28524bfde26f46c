using System.Net;
using System.Text.Json.Nodes;
using CoalitionTracker.Data;
using CoalitionTracker.Features.Editing;
using CoalitionTracker.Shared.Components;
using CoalitionTracker.Tests.Support;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace CoalitionTracker.Tests.Features.Preview;

/// <summary>What an editor sees of a draft before anybody else does: the public page that it would become.</summary>
public sealed class PreviewTests(EmptyApp written) : IClassFixture<EmptyApp>
{
    private const string Banner = "Preview of a draft: only editors see this.";

    public static TheoryData<RecordKind> Kinds => [.. Enum.GetValues<RecordKind>()];

    [Theory]
    [MemberData(nameof(Kinds))]
    public async Task A_preview_is_the_page_that_is_public_after_publishing(RecordKind kind)
    {
        var app = written.App;
        var record = Examples().Single(r => r.RecordKind == kind);
        var author = await app.AccountAsync(AccountRole.Editor);
        var draft = await DraftAsync(author, kind, JsonNode.Parse(RecordJson.Write(record))!.AsObject(), record.Code);
        using var browser = await app.SignedInAsync(author);

        var preview = await PreviewAsync(browser, draft);
        await app.SaveAsync(record);
        var page = await app.PageAsync(RecordLink.AddressOf(kind, record.Code).Split('#')[0]);

        Assert.Equal(HttpStatusCode.OK, preview.Status);
        Assert.StartsWith(Banner, preview.All(".banner")[0], StringComparison.Ordinal);
        Assert.Contains(
            record is Statement s ? s.Title
                : record is CountryNote n ? n.Text
                : page.Heading,
            preview.Words,
            StringComparison.Ordinal
        );
        Assert.Equal(page.Heading, preview.Heading);
        Assert.Equal(Comparable(page), Comparable(preview));
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public async Task A_draft_in_which_nothing_was_written_has_a_preview(RecordKind kind)
    {
        var author = await written.App.AccountAsync(AccountRole.Editor);
        using var browser = await written.App.SignedInAsync(author);

        var preview = await PreviewAsync(browser, await DraftAsync(author, kind, []));

        Assert.Equal(HttpStatusCode.OK, preview.Status);
        Assert.StartsWith(Banner, preview.All(".banner")[0], StringComparison.Ordinal);
        Assert.NotEmpty(preview.Heading);
        Assert.Empty(preview.Document.QuerySelectorAll("[id='']"));
    }

    [Fact]
    public async Task What_cannot_be_read_yet_is_left_out()
    {
        var author = await written.App.AccountAsync(AccountRole.Editor);
        using var browser = await written.App.SignedInAsync(author);
        var draft = await DraftAsync(
            author,
            RecordKind.Pledge,
            Json(
                """
                {
                  "announced": "yesterday", "contribution": "aeroplanes", "money": { "min": "lots", "max": "4.5 bn" }, "quantity": { "unit": "soldiers" },
                  "parties": [{ "role": "pledger" }, { "country": "jpn", "role": "pledger" }, { "country": "ZZZ", "role": "opted-out" }],
                  "levels": [{ "level": "declared", "on": "2999" }], "instalments": [{ "year": "soon", "min": "3" }],
                  "rivals": [{ "claim": "more" }], "relations": [{ "relation": "restates", "pledge": "ATL-1999-001" }],
                  "citations": [{ "grade": "a" }, { "source": "SRC-9999", "grade": "b" }], "agreement": "AGR-1999-001"
                }
                """
            )
        );

        var preview = await PreviewAsync(browser, draft);

        Assert.Equal(HttpStatusCode.OK, preview.Status);
        Assert.Equal("Untitled pledge", preview.Heading);
        Assert.Contains("up to 4.5 bn", preview.Fact("How much"), StringComparison.Ordinal);
        Assert.Equal("Japan", preview.All(".who")[0]);
        Assert.Equal("date not stated", preview.Fact("Announced"));
        Assert.Equal("B SRC-9999", preview.Section("Evidence")["Evidence For ".Length..]);
        Assert.Null(preview.SectionOf("Rival claims"));
    }

    [Theory]
    [InlineData("""{ "title": "A trap", "url": "javascript:alert(1)", "archivedUrl": "data:text/html,x", "language": "not a language" }""")]
    [InlineData("""{ "title": "A trap", "url": "nonsense", "archivedUrl": "/here", "language": "!" }""")]
    public async Task An_address_that_is_none_is_no_link(string content)
    {
        var author = await written.App.AccountAsync(AccountRole.Editor);
        using var browser = await written.App.SignedInAsync(author);

        var preview = await PreviewAsync(browser, await DraftAsync(author, RecordKind.Source, Json(content)));

        Assert.Equal(HttpStatusCode.OK, preview.Status);
        Assert.Equal("none known", preview.Fact("Address"));
        Assert.Empty(preview.Document.QuerySelectorAll("main a.out"));
    }

    [Fact]
    public async Task The_author_s_new_sources_go_by_their_titles()
    {
        var app = written.App;
        var (author, stranger) = (await app.AccountAsync(AccountRole.Editor), await app.AccountAsync(AccountRole.Editor));
        using var browser = await app.SignedInAsync(author);
        var own = await DraftAsync(author, RecordKind.Source, Json("""{ "title": "A communiqué of my own" }"""));
        var others = await DraftAsync(stranger, RecordKind.Source, Json("""{ "title": "Somebody else's secret" }"""));
        var pledge = await DraftAsync(
            author,
            RecordKind.Pledge,
            Json($$"""{ "citations": [{ "source": "{{own.Code}}" }, { "source": "{{others.Code}}" }] }""")
        );
        var role = await DraftAsync(
            author,
            RecordKind.Participation,
            Json($$"""{ "country": "JPN", "citations": [{ "source": "{{own.Code}}" }] }""")
        );

        var evidence = (await PreviewAsync(browser, pledge)).Section("Evidence");

        Assert.Contains("A communiqué of my own", evidence, StringComparison.Ordinal);
        Assert.Contains(others.Code!, evidence, StringComparison.Ordinal);
        Assert.DoesNotContain("secret", evidence, StringComparison.Ordinal);
        Assert.Contains("A communiqué of my own", (await PreviewAsync(browser, role)).Section("Role in the coalition"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_part_of_a_country_s_page_stands_in_the_place_of_the_stored_one()
    {
        var app = written.App;
        var author = await app.AccountAsync(AccountRole.Editor);
        using var browser = await app.SignedInAsync(author);
        var (first, second) = (Example.Note("NOTE-FRA-901", "FRA"), Example.Note("NOTE-FRA-902", "FRA"));
        (first.Text, second.Text) = ("The first stored note.", "The second stored note.");
        await app.SaveAsync(first, second);
        var content = JsonNode.Parse(RecordJson.Write(first))!.AsObject();
        content["text"] = "The first note, rewritten.";

        var preview = await PreviewAsync(browser, await DraftAsync(author, RecordKind.CountryNote, content, first.Code));

        Assert.Equal("France", preview.Heading);
        Assert.Contains("The first note, rewritten.", preview.Section("Context"), StringComparison.Ordinal);
        Assert.Contains("The second stored note.", preview.Section("Context"), StringComparison.Ordinal);
        Assert.DoesNotContain("The first stored note.", preview.Words, StringComparison.Ordinal);
        Assert.DoesNotContain("rewritten", (await app.PageAsync("/countries/FRA")).Words, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_country_goes_by_its_new_name_all_over_its_preview()
    {
        var app = written.App;
        var author = await app.AccountAsync(AccountRole.Editor);
        using var browser = await app.SignedInAsync(author);
        await app.SaveAsync(Example.Pledge("DEU-2025-901", "DEU"));
        var content = JsonNode.Parse(RecordJson.Write((await app.ReadAsync<Country>("DEU"))!))!.AsObject();
        content["name"] = "Germania";
        var pledge = Example.Pledge("DEU-2025-902", "DEU");
        pledge.Parties.Add(new() { Country = "FRA" }); // so that the table has a column of countries
        await app.SaveAsync(pledge);

        var preview = await PreviewAsync(browser, await DraftAsync(author, RecordKind.Country, content, "DEU"));

        Assert.Equal("Germania", preview.Heading);
        Assert.Contains("Germania, France", preview.Section("Pledges and refusals"), StringComparison.Ordinal);
        Assert.DoesNotContain("Germany", preview.Section("Pledges and refusals"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_somebody_else_published_in_the_meantime_is_in_the_preview_as_it_will_be_in_the_page()
    {
        var app = written.App;
        var author = await app.AccountAsync(AccountRole.Editor);
        using var browser = await app.SignedInAsync(author);
        var pledge = Example.Pledge("ITA-2025-901", "ITA");
        await app.SaveAsync(pledge);
        var content = JsonNode.Parse(RecordJson.Write(pledge))!.AsObject();
        content["title"] = "My title";
        var draft = await DraftAsync(author, RecordKind.Pledge, content, pledge.Code);
        var others = Example.Pledge("ITA-2025-901", "ITA");
        others.Summary = "Their summary.";
        await app.SaveAsync(others);

        var preview = await PreviewAsync(browser, draft);

        Assert.Equal(("My title", "Their summary."), (preview.Heading, preview.All(".lead")[0]));
    }

    [Theory]
    [InlineData(AccountRole.Editor, DraftState.Editing, false)]
    [InlineData(AccountRole.Editor, DraftState.InReview, false)]
    [InlineData(AccountRole.Reviewer, DraftState.Editing, false)] // being written, it is its author's alone
    [InlineData(AccountRole.Reviewer, DraftState.InReview, true)]
    [InlineData(AccountRole.Reviewer, DraftState.Returned, true)]
    [InlineData(AccountRole.Administrator, DraftState.InReview, true)]
    public async Task A_preview_is_for_its_author_and_for_reviewers(AccountRole role, DraftState state, bool isThere)
    {
        var app = written.App;
        var draft = await DraftAsync(await app.AccountAsync(AccountRole.Editor), RecordKind.Pledge, Json("""{ "title": "Not for everybody" }"""));
        await using (var db = app.Open())
            await db
                .Drafts.Where(d => d.Id == draft.Id)
                .ExecuteUpdateAsync(d => d.SetProperty(x => x.State, state), TestContext.Current.CancellationToken);
        using var browser = await app.SignedInAsync(role);

        var page = await PreviewAsync(browser, draft);

        Assert.Equal(isThere ? HttpStatusCode.OK : HttpStatusCode.NotFound, page.Status);
        Assert.Equal(isThere, page.Html.Contains("Not for everybody", StringComparison.Ordinal));
        Assert.Equal(isThere ? $"/edit/review/{draft.Id}" : null, page.Document.QuerySelector("main .banner a")?.GetAttribute("href"));
    }

    [Fact]
    public async Task A_preview_is_no_public_page_and_is_kept_nowhere()
    {
        var app = written.App;
        var author = await app.AccountAsync(AccountRole.Editor);
        var draft = await DraftAsync(author, RecordKind.Pledge, []);
        using var browser = await app.SignedInAsync(author);

        Assert.Equal(HttpStatusCode.Found, (await app.PageAsync($"/edit/preview/{draft.Id}")).Status);
        var preview = await PreviewAsync(browser, draft);
        Assert.True(preview.Response.Headers.CacheControl?.NoStore);
        Assert.Equal(
            HttpStatusCode.NotFound,
            (await Page.ReadAsync(await browser.GetAsync($"/edit/preview/{Guid.NewGuid()}", TestContext.Current.CancellationToken))).Status
        );
    }

    [Fact]
    public async Task A_preview_looks_as_a_public_page_and_holds_no_circuit()
    {
        var app = written.App;
        var author = await app.AccountAsync(AccountRole.Editor);
        using var browser = await app.SignedInAsync(author);

        var preview = await PreviewAsync(browser, await DraftAsync(author, RecordKind.Pledge, []));
        var page = await app.PageAsync("/pledges");

        Assert.Equal(Styles(page), Styles(preview));
        Assert.DoesNotContain("MudBlazor", preview.Html, StringComparison.Ordinal);
        Assert.DoesNotContain("\"type\":\"server\"", preview.Html, StringComparison.Ordinal);
        Assert.NotNull(preview.Document.QuerySelector("header.site nav a[href='/pledges']"));
    }

    private static IEnumerable<string?> Styles(Page page) =>
        page.Document.QuerySelectorAll("link[rel=stylesheet]").Select(l => l.GetAttribute("href"));

    /// <summary>The page's words without the banner, and without what belongs to stored records only: their history, data and citation.</summary>
    private static string Comparable(Page page)
    {
        var main = page.Document.QuerySelector("main")!;
        foreach (
            var element in main.QuerySelectorAll(".banner, .twins, .cite, .change, .as-of")
                .Concat(page.SectionOf("Changes to this record") is { } h ? [h] : [])
        )
            element.Remove();
        return Page.TextOf(main);
    }

    private static JsonObject Json(string text) => JsonNode.Parse(text)!.AsObject();

    /// <summary>Keeps a draft as the desk would.</summary>
    private async Task<Draft> DraftAsync(Account author, RecordKind kind, JsonObject content, string? code = null)
    {
        var desk = written.App.Services.GetRequiredService<DraftDesk>();
        if (code is null)
            return await desk.BeginAsync(author.Id, kind, content);
        await using var db = written.App.Open();
        return await desk.SaveAsync(
            author.Id,
            new Draft
            {
                Kind = kind,
                Code = code,
                Content = content.ToJsonString(RecordJson.Options),
                BaseRevision = await db.Revisions.Where(r => r.Code == code).MaxAsync(r => (long?)r.Id) ?? 0,
            }
        );
    }

    private static async Task<Page> PreviewAsync(HttpClient browser, Draft draft) =>
        await Page.ReadAsync(await browser.GetAsync($"/edit/preview/{draft.Id}"));

    private static Record[] Examples()
    {
        var pledge = Example.Pledge("JPN-2025-931");
        pledge.Money = new Money
        {
            Min = 1_000_000,
            Max = 2_000_000,
            Currency = "USD",
        };
        pledge.Conditions = [new() { Kind = ConditionKind.Parliament, Words = "if parliament agrees" }];
        var agreement = Example.Agreement("AGR-2024-931");
        agreement.Points = [new() { Number = 1, Text = "The first point." }];
        var source = Example.Source("SRC-9931");
        (source.Url, source.Language) = ("https://example.org/a", "uk");
        var role = Example.Participation("PAR-JPN-931");
        role.Citations = [Example.Citation(Example.TreatyCode, Grade.C), Example.Citation(Example.SourceCode, Grade.A)]; // in their own order
        return
        [
            pledge,
            Example.Statement("STM-2025-931"),
            agreement,
            source,
            Example.Country("ATL", "Atlantis", "Атлантида", "アトランティス"),
            role,
            Example.Note("NOTE-JPN-931"),
            Example.Count("CNT-2025-931"),
            Example.Event("EVT-2025-931"),
        ];
    }
}
