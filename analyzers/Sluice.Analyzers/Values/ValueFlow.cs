using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace Sluice.Analyzers.Values;

/// <summary>
/// Where values come from, backwards through locals, choices, the conversions and formats that keep a value what it is, and helpers
/// of the same type. What other code does with a value is not known, so it ends there.
/// </summary>
internal sealed class ValueFlow
{
    private readonly List<(IOperation Operation, IMethodSymbol Method)> _operations = [];
    private readonly Dictionary<ISymbol, List<IOperation?>> _assignments = new(SymbolEqualityComparer.Default);
    private readonly Dictionary<ISymbol, List<IOperation>> _returns = new(SymbolEqualityComparer.Default);
    private readonly Dictionary<ISymbol, List<IInvocationOperation>> _calls = new(SymbolEqualityComparer.Default);
    private readonly HashSet<ISymbol> _iterators = new(SymbolEqualityComparer.Default);

    /// <summary>Reads the bodies of a type, or a single body.</summary>
    public ValueFlow(IEnumerable<(IMethodSymbol Method, IOperation Body)> bodies, CancellationToken cancellation)
    {
        foreach (var (method, body) in bodies)
        {
            cancellation.ThrowIfCancellationRequested();
            Read(method, body);
        }
    }

    /// <summary>All operations, each with the method of the type that it is in, in the order of the source.</summary>
    public IReadOnlyList<(IOperation Operation, IMethodSymbol Method)> Operations => _operations;

    /// <summary>The operations of a kind.</summary>
    public IEnumerable<(T Operation, IMethodSymbol Method)> All<T>()
        where T : class, IOperation
    {
        foreach (var (operation, method) in _operations)
        {
            if (operation is T wanted)
                yield return (wanted, method);
        }
    }

    /// <summary>Where a variable gets a value; null stands for one that is no expression of its own.</summary>
    public IReadOnlyList<IOperation?> AssignmentsOf(ISymbol variable) => _assignments.TryGetValue(variable, out var found) ? found : [];

    /// <summary>What a method of the type, or a local function in it, returns.</summary>
    public IReadOnlyList<IOperation> ReturnsOf(IMethodSymbol method)
        => !_iterators.Contains(method.OriginalDefinition) && _returns.TryGetValue(method.OriginalDefinition, out var found) ? found : [];

    /// <summary>The operation that a value certainly comes from, whichever way it was assigned; null where it may come from something else.</summary>
    /// <param name="value">The value.</param>
    /// <param name="matches">Whether an operation is one that is looked for.</param>
    /// <param name="onSomePath">Whether one side of a <c>??</c> or <c>?:</c> is enough.</param>
    /// <param name="throughArithmetic">Whether a value that was calculated with counts.</param>
    public IOperation? Origin(IOperation value, Func<IOperation, bool> matches, bool onSomePath = false, bool throughArithmetic = false)
    {
        // What is still being looked at decides nothing: a loop is no origin.
        var known = new Dictionary<IOperation, (bool IsDecided, IOperation? Found)>();
        return Find(value).Found;

        (bool IsDecided, IOperation? Found) Find(IOperation operation)
        {
            if (known.TryGetValue(operation, out var before))
                return before;
            known[operation] = (false, null);
            return known[operation] = matches(operation) ? (true, operation) : Decide(ValueStep.Of(operation, this));
        }

        (bool IsDecided, IOperation? Found) Decide(in ValueStep step)
        {
            var sources = step.Sources.Select(Find).ToArray();
            var first = Array.Find(sources, static source => source.Found is not null).Found;
            return step.Kind switch
            {
                ValueStepKind.End => (true, null),
                ValueStepKind.Choice when onSomePath => (true, first),
                ValueStepKind.Arithmetic => (true, throughArithmetic ? first : null),
                ValueStepKind.Text => (true, step.Sources.Length == 1 ? first : null),
                _ when step.HasUnknown => (true, null),
                _ => (first is not null || sources.Any(static source => source.IsDecided), sources.All(static source => !source.IsDecided || source.Found is not null) ? first : null),
            };
        }
    }

    /// <summary>Everything that a value may come from, with all that is between.</summary>
    public IReadOnlyCollection<IOperation> Reach(IOperation value)
    {
        var seen = new HashSet<IOperation>();
        var waiting = new Stack<IOperation>();
        waiting.Push(value);
        while (waiting.Count > 0)
        {
            var operation = waiting.Pop();
            if (!seen.Add(operation))
                continue;
            foreach (var source in ValueStep.Of(operation, this).Sources)
                waiting.Push(source);
        }

        return seen;
    }

    /// <summary>The arguments that the type's own code gives a parameter; empty where others may call its method too.</summary>
    public IReadOnlyList<IOperation> ArgumentsOf(IParameterSymbol parameter)
    {
        if (parameter.ContainingSymbol is not IMethodSymbol { MethodKind: MethodKind.Ordinary or MethodKind.LocalFunction } method
            || (method.MethodKind == MethodKind.Ordinary && (method.DeclaredAccessibility != Accessibility.Private || ConnectorSymbols.IsOperation(method)))
            || !_calls.TryGetValue(method.OriginalDefinition, out var calls))
        {
            return [];
        }

        return [.. calls.SelectMany(call => call.Arguments).Where(argument => argument.Parameter?.Ordinal == parameter.Ordinal).Select(static argument => argument.Value)];
    }

    private void Read(IMethodSymbol method, IOperation body)
    {
        var waiting = new Stack<(IOperation Operation, IMethodSymbol Function)>();
        waiting.Push((body, method));
        while (waiting.Count > 0)
        {
            var (operation, function) = waiting.Pop();
            _operations.Add((operation, method));
            Note(operation, function);
            var inner = operation switch
            {
                ILocalFunctionOperation local => local.Symbol,
                IAnonymousFunctionOperation lambda => lambda.Symbol,
                _ => function,
            };
            foreach (var child in operation.ChildOperations.Reverse())
                waiting.Push((child, inner));
        }
    }

    private void Note(IOperation operation, IMethodSymbol function)
    {
        switch (operation)
        {
            case IVariableDeclaratorOperation { Symbol: var local } declarator:
                if ((declarator.Initializer ?? (declarator.Parent as IVariableDeclarationOperation)?.Initializer) is { } initializer)
                    Assign(local, initializer.Value);
                else if (declarator.Parent is IForEachLoopOperation)
                    Assign(local, null);
                break;
            case IDeconstructionAssignmentOperation deconstruction:
                foreach (var part in deconstruction.Target.DescendantsAndSelf())
                    Assign(part, null);
                break;
            case ICoalesceAssignmentOperation or ICompoundAssignmentOperation or ISimpleAssignmentOperation:
                var assignment = (IAssignmentOperation)operation;
                Assign(assignment.Target, assignment.Value);
                break;
            case IIncrementOrDecrementOperation { Target: var target }:
                Assign(target, null);
                break;
            case IArgumentOperation { Parameter.RefKind: RefKind.Ref or RefKind.Out, Value: var passed }:
                Assign(passed, null);
                break;
            case IForEachLoopOperation { LoopControlVariable: not IVariableDeclaratorOperation } loop:
                foreach (var part in loop.LoopControlVariable.DescendantsAndSelf())
                    Assign(part, null);
                break;
            case IIsPatternOperation { Pattern: var pattern, Value: var matched }:
                foreach (var part in pattern.DescendantsAndSelf())
                {
                    var declared = part switch
                    {
                        IDeclarationPatternOperation declaration => declaration.DeclaredSymbol,
                        IRecursivePatternOperation recursive => recursive.DeclaredSymbol,
                        IListPatternOperation list => list.DeclaredSymbol,
                        _ => null,
                    };
                    if (declared is not null)
                        Assign(declared, part == pattern ? matched : null);
                }

                break;
            case ISwitchExpressionArmOperation { Parent: ISwitchExpressionOperation choice } arm:
                if (arm.Pattern is IDeclarationPatternOperation { DeclaredSymbol: { } name })
                    Assign(name, choice.Value);
                break;
            case IReturnOperation { Kind: OperationKind.Return, ReturnedValue: { } value }:
                Add(_returns, function.OriginalDefinition, value);
                break;
            case IReturnOperation { Kind: OperationKind.YieldReturn or OperationKind.YieldBreak }:
                _iterators.Add(function.OriginalDefinition);
                break;
            case IInvocationOperation call:
                Add(_calls, call.TargetMethod.OriginalDefinition, call);
                break;
        }
    }

    private void Assign(IOperation target, IOperation? value)
    {
        switch (target)
        {
            case ILocalReferenceOperation local:
                Assign(local.Local, value);
                break;
            case IParameterReferenceOperation parameter:
                Assign(parameter.Parameter, value);
                break;
            case IDeclarationExpressionOperation declaration:
                Assign(declaration.Expression, value);
                break;
        }
    }

    private void Assign(ISymbol variable, IOperation? value) => Add(_assignments, variable, value);

    private static void Add<T>(Dictionary<ISymbol, List<T>> into, ISymbol key, T value)
    {
        if (!into.TryGetValue(key, out var found))
            into[key] = found = [];
        found.Add(value);
    }
}
