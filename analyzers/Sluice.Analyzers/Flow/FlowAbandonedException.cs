namespace Sluice.Analyzers.Flow;

/// <summary>The handler went where the analysis cannot see it, or the body is too large: nothing is said about the method.</summary>
internal sealed class FlowAbandonedException : Exception;
