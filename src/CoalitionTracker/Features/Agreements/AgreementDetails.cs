using CoalitionTracker.Data;
using CoalitionTracker.Features.Pledges;
using CoalitionTracker.Shared;
using Microsoft.EntityFrameworkCore;

namespace CoalitionTracker.Features.Agreements;

/// <summary>Everything that an agreement's page shows.</summary>
/// <param name="Pledges">The public pledges under it.</param>
public sealed record AgreementDetails(RecordPage<Agreement> Page, IReadOnlyList<PledgeRow> Pledges)
{
    /// <summary>What the page of an agreement shows that need not be stored as it is.</summary>
    public static async Task<AgreementDetails> DescribeAsync(CoalitionDb db, PledgeList pledges, RecordPage<Agreement> page, CancellationToken cancel)
    {
        var under = db.Pledges.Where(p => p.Agreement == page.Record.Code && p.State != RecordState.Draft);
        return new AgreementDetails(page, await pledges.RowsAsync(await under.Select(p => p.Code).ToListAsync(cancel), cancel));
    }
}
