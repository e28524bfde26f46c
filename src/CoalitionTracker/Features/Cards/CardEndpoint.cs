using CoalitionTracker.Shared;
using Microsoft.AspNetCore.Http.HttpResults;

namespace CoalitionTracker.Features.Cards;

/// <summary>
/// The pictures that other sites show where a link to a page is posted: as of the day that its address asks for by <c>asOf</c>, if it does.
/// </summary>
public static class CardEndpoint
{
    private static readonly string[] Reading = [HttpMethods.Get, HttpMethods.Head];

    public static void MapCards(this IEndpointRouteBuilder app)
    {
        app.MapMethods(
            "/cards/{page}.png",
            Reading,
            (string page, HttpRequest request, CardQueries cards, CardStudio studio, CancellationToken cancel) =>
                AnswerAsync(cards.OfPageAsync(page, AsOf.Of(request.Query), cancel), studio, cancel)
        );
        app.MapMethods(
            "/cards/{list}/{code}.png",
            Reading,
            (string list, string code, HttpRequest request, CardQueries cards, CardStudio studio, CancellationToken cancel) =>
                AnswerAsync(cards.OfRecordAsync(list, code, AsOf.Of(request.Query), cancel), studio, cancel)
        );
    }

    private static async Task<Results<FileContentHttpResult, NotFound>> AnswerAsync(
        Task<Card?> reading,
        CardStudio studio,
        CancellationToken cancel
    ) => await reading is { } card ? TypedResults.Bytes(await studio.DrawAsync(card, cancel), "image/png") : TypedResults.NotFound();
}

/// <summary>Where cards are drawn: no more at once than there are processors, since each takes a picture's memory and a processor's time.</summary>
public sealed class CardStudio : IDisposable
{
    private readonly SemaphoreSlim seats = new(Environment.ProcessorCount);

    /// <summary>The card as a PNG.</summary>
    public async Task<byte[]> DrawAsync(Card card, CancellationToken cancel)
    {
        await seats.WaitAsync(cancel);
        try
        {
            return CardPainter.Draw(card);
        }
        finally
        {
            seats.Release();
        }
    }

    public void Dispose() => seats.Dispose();
}
