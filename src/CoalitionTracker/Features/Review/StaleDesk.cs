using System.Globalization;
using System.Text.Json.Nodes;
using CoalitionTracker.Data;
using CoalitionTracker.Features.Editing;
using CoalitionTracker.Shared;
using Microsoft.EntityFrameworkCore;

namespace CoalitionTracker.Features.Review;

/// <summary>A published pledge that nobody has confirmed for too long.</summary>
/// <param name="KnownOn">The last day on which it is known to have been true.</param>
/// <param name="Source">The first source that it cites.</param>
public sealed record StalePledge(string Code, string Title, Level Level, DateOnly KnownOn, string? Source);

/// <summary>What has grown stale, and how it is confirmed.</summary>
public sealed class StaleDesk(IDbContextFactory<CoalitionDb> factory, Freshness freshness, ReviewDesk review, Lookups lookups, TimeProvider clock)
{
    public const int PageSize = 25;

    /// <summary>Stale pledges, the oldest first, and how many there are in all.</summary>
    /// <param name="page">From 1.</param>
    public async Task<(IReadOnlyList<StalePledge> Pledges, int Total)> ListAsync(string? accountId, int page, CancellationToken cancel = default)
    {
        await using var db = await factory.CreateDbContextAsync(cancel);
        await db.AllowAsync(accountId, AccountRole.Editor, cancel);
        var stale = db.Pledges.Where(freshness.IsStaleToday);
        var pledges = await stale
            .OrderBy(p => p.KnownOn)
            .ThenBy(p => p.Code)
            .Skip((page - 1) * PageSize)
            .Take(PageSize)
            .Select(p => new StalePledge(
                p.Code,
                p.Title,
                p.Level,
                p.KnownOn!.Value,
                p.Citations.OrderBy(c => c.Position).Select(c => c.Source).FirstOrDefault()
            ))
            .ToListAsync(cancel);
        return (pledges, await stale.CountAsync(cancel));
    }

    /// <summary>Hands in that a pledge is still true, by this source, which is cited if it was not.</summary>
    public async Task<Proposal> ConfirmAsync(string? accountId, string code, string source, CancellationToken cancel = default)
    {
        var kind = await lookups.KindOfSourceAsync(accountId, source, cancel);
        if (kind is null)
            return new Proposal(code, "", [], [new Problem("source", $"There is no source “{source}”.")]);
        var grade = GradeProposal.For(kind.Value, GradeProposal.UsualVoice(kind.Value));
        var today = DateOnly.FromDateTime(clock.GetUtcNow().UtcDateTime).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
        var proposals = await review.ProposeAsync(
            accountId,
            RecordKind.Pledge,
            [code],
            pledge =>
            {
                pledge["lastConfirmed"] = today;
                var citations = FormState.ListIn(pledge, "citations");
                if (!citations.OfType<JsonObject>().Any(c => FormState.TextIn(c, "source") == source))
                    citations.Add(
                        new JsonObject
                        {
                            ["source"] = source,
                            ["grade"] = grade.Slug(),
                            ["note"] = $"Still true on {today}.",
                        }
                    );
            },
            $"Confirmed: still true, by {source}",
            cancel: cancel
        );
        return proposals[0];
    }
}
