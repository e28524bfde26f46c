namespace CoalitionTracker.Tests.Support;

/// <summary>A process has one log, which belongs to the product that started last. Tests that read it run alone.</summary>
[CollectionDefinition(nameof(LogCollection), DisableParallelization = true)]
public sealed class LogCollection;
