using CoalitionTracker.Data;
using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace CoalitionTracker.Operations;

/// <summary>Whether the store answers.</summary>
internal sealed class StoreCheck(RecordVersion versions) : IHealthCheck
{
    public async Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default)
    {
        try
        {
            return HealthCheckResult.Healthy($"version {await versions.CurrentAsync(cancellationToken)}");
        }
        catch (Exception unreachable) when (unreachable is System.Data.Common.DbException or InvalidOperationException)
        {
            return HealthCheckResult.Unhealthy("The store does not answer.", unreachable);
        }
    }
}
