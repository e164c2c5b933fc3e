using Sluice.Generators.Infrastructure;

namespace Sluice.Generators.Model;

/// <summary>One method of the connector, and how it is called.</summary>
/// <param name="Kind">The operation.</param>
/// <param name="Shape">How it delivers.</param>
/// <param name="Receiver">The type that the method is called on, for static methods; null for methods of the connector itself.</param>
/// <param name="Method">The method's name, escaped.</param>
/// <param name="Arguments">In the order of its parameters.</param>
/// <param name="Flow">Whether it is awaited.</param>
/// <param name="Result">What becomes of what it answers.</param>
/// <param name="Token">The connector's own token type that a latest token is given in; null for the others.</param>
internal sealed record OperationModel(
    ConnectorOperation Kind,
    OperationShape Shape,
    string? Receiver,
    string Method,
    EquatableArray<OperationArgument> Arguments,
    OperationFlow Flow,
    OperationResult Result,
    TokenModel? Token)
{
    /// <summary>Whether a sync needs no asynchronous call.</summary>
    public bool IsSynchronous => Shape is OperationShape.Iterator or OperationShape.Handler || (Shape == OperationShape.Page && Flow == OperationFlow.Direct);
}
