using CoalitionTracker.Data;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace CoalitionTracker.Shared;

/// <summary>The data twin of a record's page: the record in the format of the data files, today's or a version's.</summary>
public static class RecordJsonEndpoint
{
    public static void MapRecordJson<T>(this IEndpointRouteBuilder app, string path)
        where T : Record => app.MapGet($"{path}/{{code}}.json", ReadAsync<T>);

    private static async Task<Results<JsonHttpResult<T>, NotFound>> ReadAsync<T>(
        string code,
        string? version,
        HttpRequest request,
        IDbContextFactory<CoalitionDb> factory,
        CancellationToken cancel
    )
        where T : Record
    {
        var unknown = request
            .Query.Keys.Where(k => k != "version")
            .Select(k => new Problem(k, "There is no such choice here. Known is version."))
            .ToList();
        if (unknown.Count > 0)
            throw new RuleException(unknown);
        await using var db = await factory.CreateDbContextAsync(cancel);
        var page = version is null
            ? await db.ReadAsync<T>(code, cancel)
            : (await db.ReadInVersionAsync<T>(code, await db.VersionOfAsync(version, cancel), cancel))?.Page;
        return page is null ? TypedResults.NotFound() : TypedResults.Json(page.Record, RecordJson.Options);
    }
}
