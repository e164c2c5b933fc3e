using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.FlowAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace Sluice.Analyzers.Flow;

/// <summary>
/// What a sync does with the position that it was given. Until that has gone into a call, the changes were not asked for: a path
/// that ends before has found that the source has no position, or is not there at all.
/// </summary>
internal sealed class InputUse
{
    private readonly HashSet<ISymbol> _inputs = new(SymbolEqualityComparer.Default);
    private readonly Dictionary<IOperation, bool> _known = [];
    private readonly VariableFacts _variables;

    public InputUse(IMethodSymbol sync, VariableFacts variables)
    {
        _variables = variables;
        foreach (var parameter in sync.Parameters.Where(static parameter => !IsContext(parameter.Type)))
            _inputs.Add(parameter);
    }

    /// <summary>A helper is given the position under another name.</summary>
    public void Pass(IOperation argument, ISymbol parameter, FlowGraph body)
    {
        if (ComesFromInput(argument, body) && _inputs.Add(parameter))
            _known.Clear();
    }

    /// <summary>Whether an operation asks the source for the changes.</summary>
    public bool Asks(IOperation operation, FlowGraph body) => operation switch
    {
        IInvocationOperation { TargetMethod.Name: "GetEnumerator" or "GetAsyncEnumerator" } => true,
        IInvocationOperation { TargetMethod.MethodKind: MethodKind.LocalFunction } call => IsUnused || ComesFromInput(call, body),
        IInvocationOperation call => !HandlerCalls.IsHarmless(call.TargetMethod) && !Converts(call.TargetMethod) && (IsUnused || TakesInput(call.Arguments, body)),
        IObjectCreationOperation { Type: { IsReferenceType: true } type } creation => !IsIn(type.ContainingNamespace, "System") && !IsIn(type.ContainingNamespace, "Sluice") && TakesInput(creation.Arguments, body),
        IPropertyReferenceOperation { Arguments: { IsEmpty: false } arguments } => TakesInput(arguments, body),
        ISimpleAssignmentOperation { Target: IMemberReferenceOperation, Value: var value } => ComesFromInput(value, body),
        _ => false,
    };

    // A sync that does not look at its position reads whatever it reads: any call may be it.
    private bool IsUnused => !_inputs.Any(_variables.IsRead);

    private bool TakesInput(IEnumerable<IArgumentOperation> arguments, FlowGraph body) => arguments.Any(argument => ComesFromInput(argument.Value, body));

    private bool ComesFromInput(IOperation value, FlowGraph body)
    {
        if (_known.TryGetValue(value, out var before))
            return before;
        var seen = new HashSet<ISymbol>(SymbolEqualityComparer.Default);
        var captures = new HashSet<CaptureVariable>();
        return _known[value] = Comes(value);

        bool Comes(IOperation from) => from.DescendantsAndSelf().Any(part => part switch
        {
            IFlowCaptureReferenceOperation capture => captures.Add(body.Captured(capture.Id)) && body.Captured(capture.Id).Values.Exists(Comes),
            IFlowAnonymousFunctionOperation { Symbol: var lambda } => seen.Add(lambda) && _variables.OperationsOf(lambda).Any(Comes),
            IInvocationOperation { TargetMethod: { MethodKind: MethodKind.LocalFunction, OriginalDefinition: var function } } => seen.Add(function) && _variables.OperationsOf(function).Any(Comes),
            _ => VariableFacts.SymbolOf(part) is { } symbol && (_inputs.Contains(symbol) || (seen.Add(symbol) && _variables.AssignmentsOf(symbol).Any(assignment => assignment.Value is { } assigned && Comes(assigned)))),
        });
    }

    private static bool IsContext(ITypeSymbol type) => type.Name is "CancellationToken" or "ObjectClass" or "OperationOptions" || type.Name.EndsWith("ResultsHandler", StringComparison.Ordinal);

    // `long.Parse(text)`, `Math.Max(a, b)`, `newest.CompareTo(after)`: nothing is read.
    private static bool Converts(IMethodSymbol method)
        => method.Name is "CompareTo" || (method is { IsStatic: true, IsExtensionMethod: false } && IsIn(method.ContainingNamespace, "System"));

    private static bool IsIn(INamespaceSymbol? space, string name) => space is { ContainingNamespace.IsGlobalNamespace: true } && string.Equals(space.Name, name, StringComparison.Ordinal);
}
