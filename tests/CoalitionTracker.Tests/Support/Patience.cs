using System.Runtime.CompilerServices;
using Bunit;

namespace CoalitionTracker.Tests.Support;

/// <summary>How long tests wait for what comes soon on an idle machine: bUnit's own second is too short on a busy one.</summary>
internal static class Patience
{
    public static readonly TimeSpan Limit = TimeSpan.FromSeconds(45);

    [ModuleInitializer]
    internal static void Give() => BunitContext.DefaultWaitTimeout = Limit;
}
