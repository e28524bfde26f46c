using CoalitionTracker.Data;
using CoalitionTracker.Shared;
using Microsoft.EntityFrameworkCore;

namespace CoalitionTracker.Features.Statements;

/// <summary>Everything that a statement's page shows.</summary>
/// <param name="Pledges">The public pledges that it bears on, in its own order; without their parts.</param>
public sealed record StatementDetails(RecordPage<Statement> Page, IReadOnlyList<(Pledge Pledge, Stance Stance)> Pledges)
{
    /// <summary>What the page of a statement shows that need not be stored as it is.</summary>
    public static async Task<StatementDetails> DescribeAsync(CoalitionDb db, RecordPage<Statement> page, CancellationToken cancel)
    {
        var codes = page.Record.Pledges.ConvertAll(p => p.Pledge);
        var found = await db
            .Pledges.IgnoreAutoIncludes()
            .Where(p => codes.Contains(p.Code) && p.State != RecordState.Draft)
            .ToDictionaryAsync(p => p.Code, cancel);
        return new StatementDetails(page, [.. page.Record.Pledges.Where(p => found.ContainsKey(p.Pledge)).Select(p => (found[p.Pledge], p.Stance))]);
    }
}
