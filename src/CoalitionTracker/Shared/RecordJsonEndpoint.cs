using CoalitionTracker.Data;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace CoalitionTracker.Shared;

/// <summary>The data twin of a record's page: the record in the format of the data files.</summary>
public static class RecordJsonEndpoint
{
    public static void MapRecordJson<T>(this IEndpointRouteBuilder app, string path)
        where T : Record => app.MapGet($"{path}/{{code}}.json", ReadAsync<T>);

    private static async Task<Results<JsonHttpResult<T>, NotFound>> ReadAsync<T>(
        string code,
        IDbContextFactory<CoalitionDb> factory,
        CancellationToken cancel
    )
        where T : Record
    {
        await using var db = await factory.CreateDbContextAsync(cancel);
        return await db.ReadAsync<T>(code, cancel) is { } page ? TypedResults.Json(page.Record, RecordJson.Options) : TypedResults.NotFound();
    }
}
