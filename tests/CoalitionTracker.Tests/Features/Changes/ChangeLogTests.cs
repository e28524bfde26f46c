using CoalitionTracker.Features.Changes;
using CoalitionTracker.Tests.Support;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace CoalitionTracker.Tests.Features.Changes;

/// <summary>The log of all changes is read once, whatever happens on the way.</summary>
public sealed class ChangeLogTests
{
    [Fact]
    public async Task A_read_that_fails_midway_leaves_nothing_behind()
    {
        await using var app = await TestApp.EmptyAsync();
        await app.SaveAsync(Example.Pledge("JPN-2025-901"));
        await app.SaveAsync(Example.Pledge("JPN-2025-902"));
        var log = app.Services.GetRequiredService<ChangeLog>();
        var cancel = TestContext.Current.CancellationToken;
        await using var db = app.Open();
        var newest = await db.Revisions.OrderByDescending(r => r.Id).Select(r => new { r.Id, r.At }).FirstAsync(cancel);
        var count = await db.Revisions.CountAsync(cancel);
        await db.Database.ExecuteSqlAsync($"UPDATE Revisions SET At = 'unreadable' WHERE Id = {newest.Id}", cancel);
        await Assert.ThrowsAnyAsync<Exception>(() => log.CurrentAsync(cancel));

        await db.Database.ExecuteSqlAsync($"UPDATE Revisions SET At = {newest.At} WHERE Id = {newest.Id}", cancel);

        Assert.Equal(count, (await log.CurrentAsync(cancel)).Count);
    }
}
