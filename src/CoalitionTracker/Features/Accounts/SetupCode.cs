using System.Security.Cryptography;
using System.Text;
using CoalitionTracker.Data;
using Microsoft.EntityFrameworkCore;

namespace CoalitionTracker.Features.Accounts;

/// <summary>
/// Opens <c>/setup</c>, where the first administrator is made: who reads the start log may do it. A new code at each start for as long as
/// nobody has an account.
/// </summary>
public sealed partial class SetupCode(IDbContextFactory<CoalitionDb> factory, ILogger<SetupCode> log) : IHostedService
{
    /// <summary>Letters and digits that cannot be mistaken for each other, of 118 bits.</summary>
    public string Code { get; } = RandomNumberGenerator.GetString("abcdefghjkmnpqrstuvwxyz23456789", 24);

    public async Task StartAsync(CancellationToken cancellationToken)
    {
        if (await IsNeededAsync(cancellationToken))
            LogCode(Code);
    }

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    /// <summary>Whether nobody has an account yet.</summary>
    public async Task<bool> IsNeededAsync(CancellationToken cancel = default)
    {
        await using var db = await factory.CreateDbContextAsync(cancel);
        return !await db.Users.AnyAsync(cancel);
    }

    /// <summary>Compared in constant time.</summary>
    public bool Opens(string? code) => CryptographicOperations.FixedTimeEquals(Hash(code?.Trim() ?? ""), Hash(Code));

    private static byte[] Hash(string text) => SHA256.HashData(Encoding.UTF8.GetBytes(text));

    [LoggerMessage(LogLevel.Information, "Nobody has an account yet. Make the first administrator's at /setup?code={Code:l}")]
    private partial void LogCode(string code);
}
