using CoalitionTracker.Data;
using Microsoft.AspNetCore.Components;
using Microsoft.EntityFrameworkCore;

namespace CoalitionTracker.Shared;

/// <summary>
/// A page of one record: as it is today, or with <c>?version=</c> as it was in a version of the record. Says 404 where there is none that the
/// public may see, and 400 where the version cannot be read.
/// </summary>
public abstract class RecordPageBase<TRecord, TDetails> : AddressedPage
    where TRecord : Record
    where TDetails : class
{
    [Inject]
    public required IDbContextFactory<CoalitionDb> Factory { get; set; }

    [Inject]
    public required NavigationManager Navigation { get; set; }

    [Parameter]
    public required string Code { get; set; }

    /// <summary>What the page shows; null when there is nothing to show.</summary>
    protected TDetails? Details { get; private set; }

    /// <summary>The version that is shown; null for today's record.</summary>
    protected ShownVersion? Shown { get; private set; }

    /// <summary>What the address of today's page may name beside a version.</summary>
    protected virtual IReadOnlyList<string> Choices => [];

    /// <summary>What the page of this record shows.</summary>
    /// <param name="version">The version that is shown; null for today's record.</param>
    protected abstract Task<TDetails> DescribeAsync(CoalitionDb db, RecordPage<TRecord> page, long? version, CancellationToken cancel);

    protected override async Task ReadAsync(CancellationToken cancel)
    {
        CheckNames();
        await using var db = await Factory.CreateDbContextAsync(cancel);
        if (await ReadAsync(db, cancel) is { } page)
            Details = await DescribeAsync(db, page, Shown?.Version, cancel);
        else if (Code.ToUpperInvariant() is var code && code != Code && await db.ReadAsync<TRecord>(code, cancel) is not null)
            Navigation.NavigateTo($"{Http.Request.Path.Value![..^Code.Length]}{code}{Http.Request.QueryString}"); // as people type it
        else
            Navigation.NotFound();
    }

    /// <summary>What the page would not heed is refused: its reader would take today's record for that of the day that the address names.</summary>
    private void CheckNames()
    {
        var (query, known) = (Http.Request.Query, Http.Request.Query.ContainsKey("version") ? ["version"] : Choices.Prepend("version").ToList());
        var problems = query.Keys.Except(known).Select(k => new Problem(k, $"There is no such choice here. Known are {string.Join(", ", known)}."));
        if (problems.ToList() is { Count: > 0 } found)
            throw new RuleException(found);
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
