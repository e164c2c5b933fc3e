namespace Sluice.Runtime;

/// <summary>What every operation of a connector may ask for.</summary>
/// <param name="ObjectClass">The object class asked for.</param>
/// <param name="Options">What is asked for; never null.</param>
/// <param name="Cancellation">Ends the operation.</param>
public readonly record struct OperationContext(ObjectClass ObjectClass, OperationOptions Options, CancellationToken Cancellation);
