using CoalitionTracker.Data;
using Microsoft.AspNetCore.Components;
using Microsoft.EntityFrameworkCore;

namespace CoalitionTracker.Shared;

/// <summary>
/// A page of one record: as it is today, or with <c>?version=</c> as it was in a version of the record. Says 404 where there is none that the
/// public may see, and 400 where the version cannot be read.
/// </summary>
public abstract class RecordPageBase<TRecord, TDetails> : ComponentBase
    where TRecord : Record
    where TDetails : class
{
    [Inject]
    public required IDbContextFactory<CoalitionDb> Factory { get; set; }

    [Inject]
    public required NavigationManager Navigation { get; set; }

    [CascadingParameter]
    public required HttpContext Http { get; set; }

    [Parameter]
    public required string Code { get; set; }

    /// <summary>What the page shows; null when there is nothing to show.</summary>
    protected TDetails? Details { get; private set; }

    /// <summary>The version that is shown; null for today's record.</summary>
    protected ShownVersion? Shown { get; private set; }

    /// <summary>What is wrong with the address.</summary>
    protected IReadOnlyList<Problem> Problems { get; private set; } = [];

    /// <summary>What the page of this record shows.</summary>
    /// <param name="version">The version that is shown; null for today's record.</param>
    protected abstract Task<TDetails> DescribeAsync(CoalitionDb db, RecordPage<TRecord> page, long? version, CancellationToken cancel);

    protected override async Task OnInitializedAsync()
    {
        var cancel = Http.RequestAborted;
        await using var db = await Factory.CreateDbContextAsync(cancel);
        try
        {
            if (await ReadAsync(db, cancel) is { } page)
                Details = await DescribeAsync(db, page, Shown?.Version, cancel);
            else
                Navigation.NotFound();
        }
        catch (RuleException unreadable)
        {
            Http.Response.StatusCode = StatusCodes.Status400BadRequest;
            Problems = unreadable.Problems;
        }
    }

    private async Task<RecordPage<TRecord>?> ReadAsync(CoalitionDb db, CancellationToken cancel)
    {
        if (!Http.Request.Query.TryGetValue("version", out var asked))
            return await db.ReadAsync<TRecord>(Code, cancel);
        if (await db.ReadInVersionAsync<TRecord>(Code, await db.VersionOfAsync(asked.ToString(), cancel), cancel) is not { } then)
            return null;
        Shown = then.Shown;
        return then.Page;
    }
}
