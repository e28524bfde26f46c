using System.Net;
using CoalitionTracker.Data;
using CoalitionTracker.Shared.Components;
using CoalitionTracker.Tests.Support;

namespace CoalitionTracker.Tests.Features.Records;

/// <summary>Who sees what: a draft nobody, what is in review who asks for it, what is deprecated with the reason.</summary>
public sealed class RecordStateTests(RecordStateTests.AppWithEveryState apps) : IClassFixture<RecordStateTests.AppWithEveryState>
{
    /// <summary>A word that only the drafts have.</summary>
    private const string Secret = "Zanzibarine";

    private static readonly string[] Lists = ["/pledges", "/statements", "/agreements", "/sources", "/countries"];

    public static TheoryData<string> DraftCodes => [.. Drafts().Select(d => d.Code)];

    public static TheoryData<string> ListPaths => [.. Lists];

    [Theory]
    [MemberData(nameof(DraftCodes))]
    public async Task A_draft_has_no_page_and_no_data(string code)
    {
        var draft = Drafts().Single(d => d.Code == code);
        var address = RecordLink.AddressOf(draft.RecordKind, code).Split('#')[0];
        if (address.EndsWith(code, StringComparison.Ordinal))
        {
            Assert.Equal(HttpStatusCode.NotFound, (await apps.App.PageAsync(address)).Status);
            Assert.Equal(HttpStatusCode.NotFound, (await apps.App.PageAsync(address + ".json")).Status);
            Assert.Equal(HttpStatusCode.NotFound, (await apps.App.PageAsync($"/history/{code}")).Status);
        }
        else
        {
            var page = await apps.App.PageAsync(address);
            Assert.Equal(HttpStatusCode.OK, page.Status);
            Assert.Null(page.Document.GetElementById(code));
        }
    }

    [Theory]
    [MemberData(nameof(ListPaths))]
    public async Task A_draft_is_in_no_list_and_no_download_even_when_every_state_is_asked_for(string list)
    {
        const string EveryState = "?state=published&state=in-review&state=deprecated&size=200";

        Assert.DoesNotContain(Secret, (await apps.App.PageAsync(list + EveryState)).Html, StringComparison.Ordinal);
        Assert.DoesNotContain(Secret, await apps.App.TextAsync($"{list}.csv{EveryState}"), StringComparison.Ordinal);
        Assert.DoesNotContain(Secret, await apps.App.TextAsync($"{list}.json{EveryState}"), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.BadRequest, (await apps.App.PageAsync($"{list}?state=draft")).Status);
    }

    [Theory]
    [InlineData("/pledges?country=ZAN")]
    [InlineData("/changes")]
    [InlineData("/countries/JPN")]
    [InlineData("/countries/ZAN/changes.atom")]
    [InlineData("/explore")]
    [InlineData("/money")]
    public async Task A_draft_is_named_nowhere(string address)
    {
        using var reader = apps.App.Reader();
        using var answer = await reader.GetAsync(address);

        Assert.DoesNotContain(Secret, await answer.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_draft_is_not_found_by_any_search()
    {
        foreach (var address in Lists.Append("/search"))
        {
            var page = await apps.App.PageAsync($"{address}?q={Secret}");
            Assert.Empty(page.Document.QuerySelectorAll("main a[href*='-990']"));
            Assert.DoesNotContain("-990", await apps.App.TextAsync($"{address}.csv?q={Secret}"), StringComparison.Ordinal);
        }
        Assert.Contains("Nothing mentions this", (await apps.App.PageAsync($"/search?q={Secret}")).Words, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("/")]
    [InlineData("/countries/JPN")]
    [InlineData("/countries/COW")]
    [InlineData("/pledges/JPN-2025-901")]
    [InlineData("/statements/STM-2025-901")]
    [InlineData("/agreements/AGR-2024-901")]
    [InlineData("/sources/SRC-0001")]
    [InlineData("/sources/SRC-0002")]
    public async Task A_page_that_refers_to_a_draft_does_not_tell_what_is_in_it(string path)
    {
        var page = await apps.App.PageAsync(path);

        Assert.Equal(HttpStatusCode.OK, page.Status);
        Assert.DoesNotContain(Secret, page.Html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_draft_changes_no_public_total()
    {
        var row = (await Csv.ReadAsync(apps.App, "/pledges.csv")).Single(r => r["code"] == "JPN-2025-901");

        Assert.Equal("counted", row["in_totals"]); // though a draft says that it supersedes it
        Assert.StartsWith("Counted", (await apps.App.PageAsync("/pledges/JPN-2025-901")).Fact("In totals"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_is_in_review_is_listed_only_when_asked_for()
    {
        Assert.DoesNotContain("JPN-2025-902", await CodesAsync("/pledges.csv"));
        Assert.Equal(["JPN-2025-902"], await CodesAsync("/pledges.csv?state=in-review"));
        Assert.Equal(["JPN-2025-901", "JPN-2025-902"], await CodesAsync("/pledges.csv?state=published&state=in-review"));
    }

    [Fact]
    public async Task What_is_in_review_has_a_page_that_says_so_and_why()
    {
        var page = await apps.App.PageAsync("/pledges/JPN-2025-902");

        Assert.Equal(HttpStatusCode.OK, page.Status);
        Assert.Contains("In review. Its only source is doubtful.", page.All(".banner-review")[0], StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_is_deprecated_keeps_its_page_which_says_why()
    {
        var page = await apps.App.PageAsync("/pledges/JPN-2025-903");

        Assert.Equal(HttpStatusCode.OK, page.Status);
        Assert.Contains("Deprecated. It was the same as JPN-2025-901.", page.All(".banner-deprecated")[0], StringComparison.Ordinal);
        Assert.DoesNotContain("JPN-2025-903", await CodesAsync("/pledges.csv"));
        Assert.Equal(["JPN-2025-903"], await CodesAsync("/pledges.csv?state=deprecated"));
    }

    [Fact]
    public async Task A_search_puts_what_is_published_before_what_is_in_review_or_deprecated()
    {
        var page = await apps.App.PageAsync("/search?q=pledge+for+the+test&kind=pledge");

        Assert.Equal("JPN-2025-901", page.Document.QuerySelector("ol.hits .code")!.TextContent);
        Assert.Equal(3, page.Document.QuerySelectorAll("ol.hits > li").Length);
    }

    [Fact]
    public async Task A_country_s_counts_are_of_published_pledges_only() =>
        Assert.Equal("1", (await Csv.ReadAsync(apps.App, "/countries.csv")).Single(r => r["code"] == "JPN")["pledges"]);

    private async Task<IEnumerable<string>> CodesAsync(string path) => (await Csv.ReadAsync(apps.App, path)).Select(r => r["code"]).Order();

    /// <summary>A draft of every kind; their texts have the secret word.</summary>
    private static Record[] Drafts()
    {
        var source = Example.Source("SRC-9901");
        source.Title = Secret;
        var country = Example.Country("ZAN", Secret, Secret, Secret);
        var agreement = Example.Agreement("AGR-2024-990");
        agreement.Title = Secret;
        var pledge = Example.Pledge("JPN-2025-990");
        pledge.Title = Secret;
        pledge.Relations =
        [
            new()
            {
                Kind = RelationKind.Supersedes,
                Pledge = "JPN-2025-901",
                Note = Secret,
            },
        ];
        pledge.Citations.Add(Example.Citation("SRC-0003"));
        var statement = Example.Statement("STM-2025-990");
        (statement.Title, statement.Speaker) = (Secret, Secret);
        statement.Pledges = [new() { Pledge = "JPN-2025-901" }];
        var (role, note, count, meeting) = (
            Example.Participation("PAR-JPN-990"),
            Example.Note("NOTE-JPN-990"),
            Example.Count("CNT-2025-990"),
            Example.Event("EVT-2025-990")
        );
        (role.Note, note.Text, count.Definition, meeting.Title) = (Secret, Secret, Secret, Secret);
        meeting.Countries = [new() { Country = "JPN" }];
        count.Members = [new() { Country = "JPN" }];
        Record[] drafts = [source, country, agreement, pledge, statement, role, note, count, meeting];
        foreach (var draft in drafts)
            draft.State = RecordState.Draft;
        return drafts;
    }

    /// <summary>Published records that refer to drafts, and pledges in review and deprecated.</summary>
    private static Record[] Others()
    {
        var published = Example.Pledge("JPN-2025-901");
        published.Money = new Money
        {
            Min = 1_000_000,
            Max = 1_000_000,
            Currency = "EUR",
        };
        published.Parties.Add(new() { Country = "ZAN" });
        published.Agreement = "AGR-2024-990";
        published.Relations = [new() { Kind = RelationKind.Contradicts, Pledge = "JPN-2025-990" }];
        published.Citations.Add(Example.Citation("SRC-9901"));
        var (inReview, deprecated) = (Example.Pledge("JPN-2025-902"), Example.Pledge("JPN-2025-903"));
        (inReview.State, inReview.StateReason) = (RecordState.InReview, "Its only source is doubtful.");
        (deprecated.State, deprecated.StateReason) = (RecordState.Deprecated, "It was the same as JPN-2025-901.");
        var statement = Example.Statement("STM-2025-901");
        statement.Pledges = [new() { Pledge = "JPN-2025-990" }];
        var source = Example.Source(Example.TreatyCode, SourceKind.TreatyText);
        source.SeenThrough = "SRC-9901";
        return [published, inReview, deprecated, statement, Example.Agreement(), source, Example.Source("SRC-0003")];
    }

    /// <summary>A product with records in every state.</summary>
    public sealed class AppWithEveryState : IAsyncLifetime
    {
        private TestApp? app;

        public TestApp App => app!;

        public async ValueTask InitializeAsync()
        {
            app = await TestApp.EmptyAsync();
            await app.SaveAsync([.. Drafts(), .. Others()]);
        }

        public ValueTask DisposeAsync() => App.DisposeAsync();
    }
}
