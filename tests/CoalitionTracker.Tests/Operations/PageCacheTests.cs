using System.Net;
using System.Text;
using CoalitionTracker.Data;
using CoalitionTracker.Tests.Support;
using Microsoft.Extensions.DependencyInjection;

namespace CoalitionTracker.Tests.Operations;

/// <summary>A kept answer is the answer, only faster: the same bytes, for the same question, of the same version.</summary>
public sealed class PageCacheTests(EmptyApp written) : IClassFixture<EmptyApp>
{
    public static TheoryData<string> Kept =>
        [
            "/",
            "/?asOf=2025-03-01",
            "/matrix",
            "/embed/matrix",
            "/embed/matrix?theme=dark",
            "/map?measure=money",
            "/explore",
            "/money",
            "/pledges",
            "/pledges/JPN-2025-970",
            "/pledges/JPN-2025-970.json",
            "/countries/JPN",
            "/changes?since=0",
            "/changes.atom",
            "/pledges.csv",
            "/pledges.json",
            "/pledges.xlsx",
            "/matrix.csv",
            "/explore.json",
            "/money.csv",
            "/cards/pledges/JPN-2025-970.png",
        ];

    [Theory]
    [MemberData(nameof(Kept))]
    public async Task A_page_is_kept_as_it_was_sent_and_sets_no_cookie(string path)
    {
        await SaveAsync("JPN-2025-970", "A pledge to keep");

        var (first, made) = await AskAsync(path);
        var (second, kept) = await AskAsync(path);

        Assert.Equal(HttpStatusCode.OK, first.StatusCode);
        Assert.NotEmpty(made);
        Assert.NotNull(second.Headers.Age); // answered from what was kept
        Assert.Equal(made, kept);
        Assert.Equal(first.Content.Headers.ContentType, second.Content.Headers.ContentType);
        Assert.Equal(HeadersOf(first), HeadersOf(second)); // to the letter: Blazor's script reads one of them
        Assert.False(first.Headers.Contains("Set-Cookie"));
    }

    [Fact]
    public async Task After_a_change_nobody_is_answered_with_what_was_kept_before()
    {
        await SaveAsync("JPN-2025-971", "As it was");
        foreach (var _ in new[] { 1, 2 })
            Assert.Contains("As it was", await written.App.TextAsync("/pledges"), StringComparison.Ordinal);

        await SaveAsync("JPN-2025-972", "What came after");

        Assert.Contains("What came after", await written.App.TextAsync("/pledges"), StringComparison.Ordinal);
        Assert.Contains("What came after", await written.App.TextAsync("/pledges.csv"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_a_reader_did_not_wait_for_is_not_kept_for_the_next()
    {
        var clock = new ImpatientClock();
        await using var app = new TestApp(await Databases.CreateAsync(StorageProvider.Sqlite, Content.Tables), "")
        {
            Replace = services => services.AddSingleton<TimeProvider>(clock),
        };
        await app.SaveAsync(Example.Source(Example.SourceCode));

        // Cut off whenever the page asks for the time, sooner or later: a page that is cut off while it reads the record has its frame and nothing in it.
        for (var asked = 1; asked <= 8; asked++)
        {
            var code = $"JPN-2025-98{asked}";
            var pledge = Example.Pledge(code);
            pledge.Title = $"A pledge for the patient {asked}";
            await app.SaveAsync(pledge);
            using var gone = new CancellationTokenSource();
            clock.Cancel(gone, asked);
            await Xunit.Record.ExceptionAsync(() =>
                app.Server.SendAsync(http =>
                {
                    http.Request.Path = $"/pledges/{code}";
                    http.RequestAborted = gone.Token;
                })
            );
            clock.Cancel(null, 0);

            Assert.Contains(pledge.Title, (await app.PageAsync($"/pledges/{code}")).Words, StringComparison.Ordinal);
        }
    }

    /// <summary>A clock that cancels a request when it is asked for the time once too often.</summary>
    private sealed class ImpatientClock : TimeProvider
    {
        private CancellationTokenSource? gone;
        private int left;

        public void Cancel(CancellationTokenSource? request, int after) => (gone, left) = (request, after);

        public override DateTimeOffset GetUtcNow()
        {
            if (--left == 0)
                gone?.Cancel();
            return base.GetUtcNow();
        }
    }

    [Fact]
    public async Task What_repeats_in_an_address_keeps_its_order()
    {
        await SaveAsync("JPN-2025-973", "A pledge in columns");

        var asked = (await written.App.PageAsync("/pledges?columns=pledge&columns=country&columns=announced")).All("thead th");
        var other = (await written.App.PageAsync("/pledges?columns=announced&columns=country&columns=pledge")).All("thead th");

        Assert.Equal(["Pledge", "Country", "Announced ↓"], asked);
        Assert.Equal(["Announced ↓", "Country", "Pledge"], other);
    }

    [Fact]
    public async Task Each_compression_each_colour_and_each_letter_s_case_is_kept_apart()
    {
        await SaveAsync("JPN-2025-974", "A pledge in colours");
        var (plain, made) = await AskAsync("/pledges");
        var (packed, bytes) = await AskAsync("/pledges", ("Accept-Encoding", "br"));
        var (refusing, again) = await AskAsync("/pledges", ("Accept-Encoding", "br;q=0"));
        var (_, dark) = await AskAsync("/pledges", ("Cookie", "theme=dark"));

        Assert.Empty(plain.Content.Headers.ContentEncoding);
        Assert.Equal(["br"], packed.Content.Headers.ContentEncoding);
        Assert.Empty(refusing.Content.Headers.ContentEncoding);
        Assert.Equal(Page(made), Page(again));
        Assert.NotEqual(made, bytes);
        Assert.NotEqual(made, dark);
        Assert.Equal(HttpStatusCode.OK, (await AskAsync("/pledges/JPN-2025-974")).Answer.StatusCode);
        Assert.Equal(HttpStatusCode.Redirect, (await AskAsync("/pledges/jpn-2025-974")).Answer.StatusCode);
    }

    [Fact]
    public async Task A_frame_and_its_colours_are_kept_apart_from_the_page_and_heed_no_cookie()
    {
        await SaveAsync("JPN-2025-975", "A pledge in frames");
        string[] addresses = ["/matrix", "/embed/matrix", "/embed/matrix?theme=light", "/embed/matrix?theme=dark"];
        var answers = new List<string>();
        foreach (var address in addresses.Concat(addresses))
            answers.Add(Page((await AskAsync(address)).Body));

        Assert.Equal(4, answers.Distinct().Count());
        Assert.Equal(answers.Take(4), answers.Skip(4));
        Assert.Equal(answers[1], Page((await AskAsync("/embed/matrix", ("Cookie", "theme=dark"))).Body));
    }

    [Theory]
    [InlineData("/error")]
    [InlineData("/healthz")]
    [InlineData("/account/sign-in")]
    [InlineData("/pledges?taste=sweet")]
    [InlineData("/pledges/JPN-1999-001")]
    public async Task What_is_one_reader_s_or_was_not_found_is_not_kept(string path)
    {
        await AskAsync(path);

        Assert.Null((await AskAsync(path)).Answer.Headers.Age);
    }

    private static IEnumerable<string> HeadersOf(HttpResponseMessage answer) =>
        answer
            .Headers.Where(h => h.Key is not ("Age" or "Date" or "Transfer-Encoding"))
            .Select(h => $"{h.Key}: {string.Join(", ", h.Value)}")
            .Order(StringComparer.Ordinal);

    /// <summary>The page itself: what Blazor seals behind it is another each time.</summary>
    private static string Page(byte[] answer) => Encoding.UTF8.GetString(answer).Split("<!--Blazor-Server-Component-State")[0];

    private async Task SaveAsync(string code, string title)
    {
        if (await written.App.ReadAsync<Pledge>(code) is not null)
            return;
        var pledge = Example.Pledge(code);
        pledge.Title = title;
        await written.App.SaveAsync(pledge);
    }

    private async Task<(HttpResponseMessage Answer, byte[] Body)> AskAsync(string path, params (string Name, string Value)[] headers)
    {
        using var reader = written.App.Reader();
        using var request = new HttpRequestMessage(HttpMethod.Get, path);
        foreach (var (name, value) in headers)
            request.Headers.TryAddWithoutValidation(name, value);
        var answer = await reader.SendAsync(request, TestContext.Current.CancellationToken);
        return (answer, await answer.Content.ReadAsByteArrayAsync(TestContext.Current.CancellationToken));
    }
}
