namespace Sluice.Analyzers.Flow;

/// <summary>One way in which an operation may go: what holds after it and what its value is.</summary>
internal readonly record struct Outcome(FlowState State, FlowValue Value);
