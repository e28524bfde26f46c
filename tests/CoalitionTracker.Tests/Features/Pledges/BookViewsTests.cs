using CoalitionTracker.Data;
using CoalitionTracker.Features.Ceasefire;
using CoalitionTracker.Features.Explore;
using CoalitionTracker.Features.Funding;
using CoalitionTracker.Features.Pledges;
using CoalitionTracker.Tests.Support;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Primitives;

namespace CoalitionTracker.Tests.Features.Pledges;

/// <summary>
/// A slow reader works with the book that it read first, while somebody publishes and others already read the next one: neither must find what was made
/// of the other's book, whose places are those of other pledges.
/// </summary>
public sealed class BookViewsTests
{
    private static readonly CancellationToken Cancel = TestContext.Current.CancellationToken;

    [Fact]
    public async Task Pivots_of_an_older_book_are_never_kept_for_readers_of_a_newer_one()
    {
        await using var app = await TestApp.EmptyAsync();
        var (pivots, older, version) = await PublishWhileReadingAsync(app);

        await AskAsync("country"); // the next reader, of the newer book, is first to make something
        var late = await pivots.ReadAsync(older, version, By("contribution"), ExploreView.Page, Cancel);
        var now = await AskAsync("contribution");

        Assert.Equal((1, 2), (late.Pivot.Total.Pledges, now.Pivot.Total.Pledges));
        Assert.Equal(["JPN-2025-902"], late.Pledges.Select(p => p.Code));
        Assert.Same(older, late.Book);

        Task<PivotView> AskAsync(string rows) => pivots.ReadAsync(By(rows), ExploreView.Page, Cancel);
    }

    [Fact]
    public async Task Instalments_and_tallies_name_the_pledges_of_the_book_that_is_read()
    {
        await using var app = await TestApp.EmptyAsync();
        var (_, older, _) = await PublishWhileReadingAsync(app);
        var funding = app.Services.GetRequiredService<FundingQueries>();
        var newer = await app.Services.GetRequiredService<PledgeBooks>().ReadAsync(Cancel);
        foreach (
            var (book, codes) in new[]
            {
                (newer, new[] { "JPN-2025-901", "JPN-2025-902" }),
                (older, ["JPN-2025-902"]),
                (newer, ["JPN-2025-901", "JPN-2025-902"]),
            }
        )
        {
            var due = (await funding.InstalmentsAsync(book, Cancel)).All.Select(d => d.Place);
            var tally = await CeasefireQueries.TallyAsync(book, new CeasefireQuery());

            Assert.Equal(codes, due.Select(p => book.Index.Codes[p]));
            Assert.Equal(codes, CeasefirePart.All.SelectMany(tally.Places).Select(p => book.Index.Codes[p]));
        }
    }

    [Fact]
    public async Task What_could_not_be_made_is_tried_again_by_the_next_who_asks()
    {
        await using var app = await TestApp.EmptyAsync();
        var views = (await app.Services.GetRequiredService<PledgeBooks>().ReadAsync(Cancel)).Views;

        await Assert.ThrowsAsync<IOException>(() => views.OnceAsync<string>(() => throw new IOException(), Cancel));

        Assert.Equal("made", await views.OnceAsync(() => Task.FromResult("made"), Cancel));
        Assert.Equal("made", await views.OnceAsync(() => Task.FromResult("made anew"), Cancel));
    }

    /// <summary>Reads the book of one pledge; then another is published whose code comes first, so that the places of the two books differ.</summary>
    private static async Task<(PledgePivots, PledgeBook Older, long Version)> PublishWhileReadingAsync(TestApp app)
    {
        await app.SaveAsync(WithInstalment("JPN-2025-902"));
        var older = await app.Services.GetRequiredService<PledgeBooks>().ReadAsync(Cancel);
        var version = await app.Services.GetRequiredService<RecordVersion>().CurrentAsync(Cancel);
        await app.SaveAsync(WithInstalment("JPN-2025-901"));
        return (app.Services.GetRequiredService<PledgePivots>(), older, version);
    }

    private static QueryCollection By(string rows) => new(new Dictionary<string, StringValues> { ["rows"] = rows, ["columns"] = "none" });

    private static Pledge WithInstalment(string code)
    {
        var pledge = Example.Pledge(code);
        pledge.Money = new()
        {
            Min = 5,
            Max = 5,
            Currency = "EUR",
        };
        pledge.Instalments =
        [
            new()
            {
                Year = 2026,
                Min = 5,
                Max = 5,
            },
        ];
        return pledge;
    }
}
