using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.FlowAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace Sluice.Analyzers.Flow;

/// <summary>The control flow graph of one body, with what the analysis asks of it more than once.</summary>
internal sealed class FlowGraph
{
    private readonly Dictionary<ControlFlowBranch, bool> _leavesLoop = [];
    private readonly Dictionary<ISymbol, FlowGraph> _localFunctions = new(SymbolEqualityComparer.Default);
    private readonly Dictionary<CaptureId, CaptureVariable> _captures = [];
    private readonly FlowGraph? _outer;

    public FlowGraph(ControlFlowGraph graph, FlowGraph? outer = null)
    {
        Graph = graph;
        _outer = outer;
        IsIterator = Operations(graph).Any(static operation => operation.Kind is OperationKind.YieldReturn);
        foreach (var capture in Operations(graph).OfType<IFlowCaptureOperation>())
            Captured(capture.Id).Values.Add(capture.Value);
    }

    public ControlFlowGraph Graph { get; }

    /// <summary>Whether the body yields: it runs when somebody iterates, not when it is called.</summary>
    public bool IsIterator { get; }

    /// <summary>All operations of a graph, without those of lambdas and local functions.</summary>
    public static IEnumerable<IOperation> Operations(ControlFlowGraph graph)
        => graph.Blocks.SelectMany(static block => block.BranchValue is { } value ? block.Operations.Add(value) : block.Operations).SelectMany(static operation => operation.DescendantsAndSelf());

    /// <summary>The variable behind a capture of this graph.</summary>
    public CaptureVariable Captured(CaptureId id)
    {
        if (!_captures.TryGetValue(id, out var variable))
            _captures[id] = variable = new();
        return variable;
    }

    /// <summary>The variable that an operation names: a local, a parameter, or a capture; captures of an assignment's target are looked through.</summary>
    public object? VariableOf(IOperation operation, bool asTarget = false) => operation switch
    {
        ILocalReferenceOperation { Local.RefKind: RefKind.None } reference => reference.Local,
        IParameterReferenceOperation { Parameter.RefKind: RefKind.None } reference => reference.Parameter,
        IDeclarationExpressionOperation declaration => VariableOf(declaration.Expression, asTarget),
        IFlowCaptureReferenceOperation reference when asTarget => Captured(reference.Id).Values is [var captured] ? VariableOf(captured, asTarget) : null,
        IFlowCaptureReferenceOperation reference => Captured(reference.Id),
        _ => null,
    };

    /// <summary>The body of a local function that is declared here or around; null of one that is not.</summary>
    public FlowGraph? LocalFunction(IMethodSymbol function)
    {
        for (var at = this; at is not null; at = at._outer)
        {
            if (at._localFunctions.TryGetValue(function, out var known))
                return known;
            if (at.Graph.LocalFunctions.Contains(function, SymbolEqualityComparer.Default))
                return at._localFunctions[function] = new(at.Graph.GetLocalFunctionControlFlowGraph(function), at);
        }

        return null;
    }

    /// <summary>The bodies of the lambdas in this body, however deep; and of the local functions in it.</summary>
    public IEnumerable<(ControlFlowGraph Graph, bool IsLambda)> Nested() => Nested(Graph);

    /// <summary>Where this body gives variables values.</summary>
    public IEnumerable<(BasicBlock Block, object Variable)> Assignments()
    {
        foreach (var block in Graph.Blocks)
        {
            foreach (var operation in block.Operations.SelectMany(static operation => operation.DescendantsAndSelf()))
            {
                var target = operation switch
                {
                    IAssignmentOperation assignment => assignment.Target,
                    IIncrementOrDecrementOperation increment => increment.Target,
                    _ => null,
                };
                if (target is not null && VariableOf(target, asTarget: true) is { } variable)
                    yield return (block, variable);
            }
        }

        foreach (var assignment in _localFunctions.Values.SelectMany(static function => function.Assignments()))
            yield return assignment;
    }

    /// <summary>The objects that this body calls something on, or sets something in.</summary>
    public IEnumerable<(BasicBlock Block, object Variable)> Receivers()
    {
        foreach (var block in Graph.Blocks)
        {
            foreach (var operation in block.Operations.SelectMany(static operation => operation.DescendantsAndSelf()))
            {
                var instance = operation switch
                {
                    IInvocationOperation call when !HandlerCalls.IsHarmless(call.TargetMethod) => call.Instance,
                    IAssignmentOperation { Target: IMemberReferenceOperation member } => member.Instance is IInstanceReferenceOperation ? member : member.Instance,
                    _ => null,
                };
                if (instance is not null && (VariableOf(instance) ?? VariableFacts.SymbolOf(instance)) is { } variable)
                    yield return (block, variable);
            }
        }

        foreach (var receiver in _localFunctions.Values.SelectMany(static function => function.Receivers()))
            yield return receiver;
    }

    /// <summary>Whether the branch leaves a loop that would have ended by itself.</summary>
    public bool LeavesLoop(ControlFlowBranch branch)
    {
        if (!_leavesLoop.TryGetValue(branch, out var leaves))
            _leavesLoop[branch] = leaves = LoopSyntax.Leaves(branch);
        return leaves;
    }

    private static IEnumerable<(ControlFlowGraph Graph, bool IsLambda)> Nested(ControlFlowGraph graph)
    {
        var lambdas = Operations(graph).OfType<IFlowAnonymousFunctionOperation>().Select(lambda => (Graph: graph.GetAnonymousFunctionControlFlowGraph(lambda), IsLambda: true));
        var functions = graph.LocalFunctions.Select(function => (Graph: graph.GetLocalFunctionControlFlowGraph(function), IsLambda: false));
        foreach (var nested in lambdas.Concat(functions))
        {
            yield return nested;
            foreach (var deeper in Nested(nested.Graph))
                yield return (deeper.Graph, deeper.IsLambda || nested.IsLambda);
        }
    }
}
