namespace CoalitionTracker.Shared;

/// <summary>Marks a page that takes the whole window, up to 1520 px: a matrix, a map. The layout gives its header and foot the same width.</summary>
[AttributeUsage(AttributeTargets.Class)]
public sealed class WidePageAttribute : Attribute;
