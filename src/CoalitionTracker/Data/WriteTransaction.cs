using Microsoft.EntityFrameworkCore.Storage;

namespace CoalitionTracker.Data;

/// <summary>The one transaction that may write; other writers wait until it is disposed. Disposing it without a commit undoes everything.</summary>
public sealed class WriteTransaction(IDbContextTransaction transaction, SemaphoreSlim? gate) : IAsyncDisposable
{
    public Task CommitAsync(CancellationToken cancel = default) => transaction.CommitAsync(cancel);

    public async ValueTask DisposeAsync()
    {
        await transaction.DisposeAsync();
        gate?.Release();
    }
}
