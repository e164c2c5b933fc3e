using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.FlowAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace Sluice.Analyzers.Flow;

/// <summary>What is assigned to the variables of a sync and of what is nested in it, wherever it happens.</summary>
internal sealed class VariableFacts(HandlerSymbols symbols)
{
    private readonly Dictionary<ISymbol, List<VariableAssignment>> _assignments = new(SymbolEqualityComparer.Default);
    private readonly HashSet<ISymbol> _tokens = new(SymbolEqualityComparer.Default);
    private readonly HashSet<ISymbol> _assignedInLambdas = new(SymbolEqualityComparer.Default);
    private readonly HashSet<ISymbol> _read = new(SymbolEqualityComparer.Default);
    private readonly Dictionary<ISymbol, ControlFlowGraph> _functions = new(SymbolEqualityComparer.Default);

    /// <summary>Whether a lambda assigns the variable: when, cannot be told.</summary>
    public bool IsAssignedInLambda(object variable) => variable is ISymbol symbol && _assignedInLambdas.Contains(symbol);

    /// <summary>Whether the variable's value becomes the token result.</summary>
    public bool IsToken(ISymbol variable) => _tokens.Contains(variable);

    /// <summary>Whether anything reads the variable.</summary>
    public bool IsRead(ISymbol variable) => _read.Contains(variable);

    /// <summary>What a lambda or a local function does; nothing where that was not seen.</summary>
    public IEnumerable<IOperation> OperationsOf(IMethodSymbol function) => _functions.TryGetValue(function, out var graph) ? FlowGraph.Operations(graph) : [];

    /// <summary>Where the variable gets a value.</summary>
    public IReadOnlyList<VariableAssignment> AssignmentsOf(ISymbol variable) => _assignments.TryGetValue(variable, out var found) ? found : [];

    /// <summary>Adds a body with the local functions and lambdas in it.</summary>
    public void Add(FlowGraph body)
    {
        Add(body, inLambda: false);
        foreach (var (nested, isLambda) in body.Nested())
            Add(new FlowGraph(nested, body), isLambda);
    }

    /// <summary>
    /// Whether an operation reads a position that does not come from the deltas: the sync's input, or what the source was asked
    /// for. Where there is none, there is nothing to report either.
    /// </summary>
    public bool IsPositionOfSource(IOperation operation) => operation switch
    {
        IConversionOperation conversion => IsPositionOfSource(conversion.Operand),
        IParameterReferenceOperation => true,
        ILocalReferenceOperation { Local: var local } => AssignmentsOf(local).Any(static assignment => !assignment.IsInLoop && assignment.Value is { } value && !IsConstant(value)),
        _ => false,
    };

    /// <summary>The variables and fields that a value comes from, through locals that are copies and through the graph's own variables.</summary>
    public HashSet<ISymbol> RootsOf(IOperation operation, FlowGraph body)
    {
        var roots = new HashSet<ISymbol>(SymbolEqualityComparer.Default);
        Collect(operation);
        return roots;

        void Collect(IOperation from)
        {
            foreach (var part in from.DescendantsAndSelf())
            {
                if (part is IFlowCaptureReferenceOperation capture)
                {
                    foreach (var value in body.Captured(capture.Id).Values)
                        Collect(value);
                }
                else if (SymbolOf(part) is { } symbol && roots.Add(symbol) && AssignmentsOf(symbol) is [{ Value: { } copied }])
                {
                    Collect(copied);
                }
            }
        }
    }

    /// <summary>The local, parameter or field that an operation reads.</summary>
    public static ISymbol? SymbolOf(IOperation operation) => operation switch
    {
        ILocalReferenceOperation reference => reference.Local,
        IParameterReferenceOperation reference => reference.Parameter,
        IFieldReferenceOperation reference => reference.Field,
        _ => null,
    };

    private static bool IsConstant(IOperation value) => value switch
    {
        IConversionOperation conversion => IsConstant(conversion.Operand),
        IDefaultValueOperation => true,
        _ => value.ConstantValue.HasValue,
    };

    private void Add(FlowGraph body, bool inLambda)
    {
        foreach (var function in body.Graph.LocalFunctions)
            _functions[function] = body.Graph.GetLocalFunctionControlFlowGraph(function);
        foreach (var operation in FlowGraph.Operations(body.Graph))
        {
            if (SymbolOf(operation) is { } read && !(operation.Parent is ISimpleAssignmentOperation { Target: var target } && target == operation))
                _read.Add(read);
            switch (operation)
            {
                case IFlowAnonymousFunctionOperation lambda:
                    _functions[lambda.Symbol] = body.Graph.GetAnonymousFunctionControlFlowGraph(lambda);
                    break;
                case IDeconstructionAssignmentOperation deconstruction:
                    foreach (var element in deconstruction.Target.DescendantsAndSelf().OfType<ILocalReferenceOperation>())
                        Note(element.Local, null);
                    break;
                case IAssignmentOperation assignment:
                    if (body.VariableOf(assignment.Target, asTarget: true) is ISymbol assigned)
                        Note(assigned, assignment is ISimpleAssignmentOperation ? assignment.Value : null);
                    else if (assignment.Target is IFieldReferenceOperation field)
                        Note(field.Field, null);
                    break;
                case IIncrementOrDecrementOperation { Target: var counter } when body.VariableOf(counter, asTarget: true) is ISymbol counted:
                    Note(counted, null);
                    break;
                case IArgumentOperation { Parameter.RefKind: RefKind.Ref or RefKind.Out, Value: var passed } when body.VariableOf(passed) is ISymbol byReference:
                    Note(byReference, null);
                    break;
                case IIsPatternOperation { Pattern: IDeclarationPatternOperation { DeclaredSymbol: { } declared }, Value: var matched }:
                    Note(declared, matched);
                    break;
                case IIsPatternOperation { Pattern: IRecursivePatternOperation { DeclaredSymbol: { } declared }, Value: var matched }:
                    Note(declared, matched);
                    break;
            }

            void Note(ISymbol variable, IOperation? value)
            {
                if (!_assignments.TryGetValue(variable, out var found))
                    _assignments[variable] = found = [];
                found.Add(new(operation.Syntax, value, LoopSyntax.IsIn(operation.Syntax)));
                if (inLambda)
                    _assignedInLambdas.Add(variable);
            }
        }

        foreach (var call in FlowGraph.Operations(body.Graph).OfType<IInvocationOperation>().Where(call => symbols.IsHandleResult(call.TargetMethod)))
        {
            foreach (var argument in call.Arguments)
                _tokens.UnionWith(RootsOf(argument.Value, body));
        }
    }
}
