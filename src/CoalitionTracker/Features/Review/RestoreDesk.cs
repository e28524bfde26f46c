using System.Text.Json.Nodes;
using CoalitionTracker.Data;
using Microsoft.EntityFrameworkCore;

namespace CoalitionTracker.Features.Review;

/// <summary>Brings back what a record said in an older version, as a new version with a reason.</summary>
public sealed class RestoreDesk(IDbContextFactory<CoalitionDb> factory, ReviewDesk review)
{
    /// <summary>Hands the older version in, or shows what it would change.</summary>
    public async Task<Proposal> ProposeAsync(
        string? accountId,
        string code,
        long version,
        string reason,
        bool save,
        CancellationToken cancel = default
    )
    {
        await using var db = await factory.CreateDbContextAsync(cancel);
        await db.AllowAsync(accountId, AccountRole.Editor, cancel);
        var revision = await db.Revisions.FirstOrDefaultAsync(r => r.Code == code && r.Id == version, cancel);
        if (revision is null)
            return new Proposal(code, "", [], [new Problem("version", $"{code} has no version {version}.")]);
        var then = JsonNode.Parse(revision.Snapshot)!.AsObject();
        var proposals = await review.ProposeAsync(accountId, revision.Kind, [code], Restore, reason, save, cancel);
        return proposals[0];

        void Restore(JsonObject content)
        {
            content.Clear();
            foreach (var (field, value) in then)
                content[field] = value?.DeepClone();
        }
    }
}
