using System.Net;
using System.Net.Sockets;
using System.Threading.RateLimiting;

namespace CoalitionTracker.Features.Accounts;

/// <summary>How often one address may try a password, a code or a link in a minute. Looking at the forms costs nothing.</summary>
internal static class AttemptLimit
{
    public const string Policy = "account-attempts";

    private const int PerMinute = 10;

    /// <summary><c>Accounts:AttemptsPerMinute</c> is for where many share one address.</summary>
    public static void AddAttemptLimit(this WebApplicationBuilder builder)
    {
        var limit = builder.Configuration.GetValue("Accounts:AttemptsPerMinute", PerMinute);
        builder.Services.AddRateLimiter(limits =>
            limits.AddPolicy(
                Policy,
                http =>
                    HttpMethods.IsPost(http.Request.Method)
                        ? RateLimitPartition.GetFixedWindowLimiter(
                            Caller(http.Connection.RemoteIpAddress),
                            _ => new FixedWindowRateLimiterOptions { PermitLimit = limit, Window = TimeSpan.FromMinutes(1) }
                        )
                        : RateLimitPartition.GetNoLimiter("who only looks")
            )
        );
    }

    /// <summary>An IPv6 subscriber has a whole network of 64 bits to call from.</summary>
    private static string Caller(IPAddress? address) =>
        address is { AddressFamily: AddressFamily.InterNetworkV6, IsIPv4MappedToIPv6: false }
            ? Convert.ToHexString(address.GetAddressBytes()[..8])
            : address?.MapToIPv4().ToString() ?? "";
}
