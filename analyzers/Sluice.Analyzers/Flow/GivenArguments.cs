using System.Collections.Immutable;
using Microsoft.CodeAnalysis;

namespace Sluice.Analyzers.Flow;

/// <summary>The arguments of a call on one path.</summary>
internal readonly record struct GivenArguments(FlowState State, bool PassesHandler, bool DependsOnAnswer, ImmutableArray<(IParameterSymbol Parameter, FlowValue Value)> Parameters)
{
    public GivenArguments And(in Outcome outcome, IParameterSymbol? parameter) => new(
        outcome.State,
        PassesHandler || outcome.Value.IsHandler,
        DependsOnAnswer || outcome.Value.DependsOnAnswer,
        parameter is null ? Parameters : Parameters.Add((parameter, outcome.Value)));
}
