using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.FlowAnalysis;
using Microsoft.CodeAnalysis.Operations;
using Sluice.Generators.Parsing;

namespace Sluice.Analyzers.ObjectClasses;

/// <summary>The body of a method that serves object classes, with what its variables stand for.</summary>
internal sealed class ClassBody
{
    private readonly Dictionary<CaptureId, List<IFlowCaptureOperation>> _captures = [];
    private readonly Dictionary<ILocalSymbol, List<IOperation?>> _locals = new(SymbolEqualityComparer.Default);

    /// <summary>Reads a body.</summary>
    /// <param name="method">The method.</param>
    /// <param name="graph">Its control flow.</param>
    /// <param name="model">The file's model.</param>
    public ClassBody(IMethodSymbol method, ControlFlowGraph graph, SemanticModel? model)
    {
        Method = method;
        Graph = graph;
        Model = model;
        ClassParameter = method.Parameters.FirstOrDefault(parameter => parameter.Type.IsNamed("Sluice", "ObjectClass"));
        HandlerParameter = method.Parameters.FirstOrDefault(parameter => parameter.Type.Name.EndsWith("ResultsHandler", StringComparison.Ordinal) && parameter.Type.IsNamed("Sluice", parameter.Type.Name));
        foreach (var operation in graph.Blocks.SelectMany(block => block.BranchValue is { } value ? block.Operations.Add(value) : block.Operations).SelectMany(operation => operation.DescendantsAndSelf()))
            Note(operation);
    }

    public IMethodSymbol Method { get; }

    public ControlFlowGraph Graph { get; }

    public SemanticModel? Model { get; }

    /// <summary>The parameter that takes the class asked for.</summary>
    public IParameterSymbol? ClassParameter { get; }

    /// <summary>The parameter that takes the deltas.</summary>
    public IParameterSymbol? HandlerParameter { get; }

    /// <summary>The expressions that a variable of the graph itself may hold.</summary>
    public IReadOnlyList<IFlowCaptureOperation> Captured(CaptureId id) => _captures.TryGetValue(id, out var captures) ? captures : [];

    /// <summary>The only expression that an operation's value can come from, within this body.</summary>
    public IOperation Source(IOperation operation)
    {
        for (var step = 0; step < 8; step++)
        {
            var source = operation switch
            {
                IConversionOperation { OperatorMethod: null } conversion => conversion.Operand,
                IParenthesizedOperation parenthesized => parenthesized.Operand,
                IFlowCaptureReferenceOperation reference when Captured(reference.Id) is [var capture] => capture.Value,
                ILocalReferenceOperation reference when _locals.TryGetValue(reference.Local, out var values) && values is [{ } value] => value,
                _ => null,
            };
            if (source is null)
                return operation;
            operation = source;
        }

        return operation;
    }

    /// <summary>Whether the operation is the class asked for.</summary>
    public bool IsClass(IOperation operation)
        => ClassParameter is not null && Source(operation) is IParameterReferenceOperation reference && SymbolEqualityComparer.Default.Equals(reference.Parameter, ClassParameter);

    /// <summary>Whether the operation is the name of the class asked for, in whatever case.</summary>
    public bool IsName(IOperation operation) => Source(operation) switch
    {
        IPropertyReferenceOperation { Property.Name: "Name", Instance: { } instance } => IsClass(instance),
        IInvocationOperation { TargetMethod.Name: "ToString", Instance: { } instance, Arguments.IsEmpty: true } => IsClass(instance),
        IInvocationOperation { TargetMethod.Name: "ToUpperInvariant" or "ToLowerInvariant" or "ToUpper" or "ToLower", Instance: { } instance } => IsName(instance),
        _ => false,
    };

    private void Note(IOperation operation)
    {
        switch (operation)
        {
            case IFlowCaptureOperation capture:
                Add(_captures, capture.Id, capture);
                break;
            case ISimpleAssignmentOperation { Target: ILocalReferenceOperation { Local: var local }, IsRef: false } assignment:
                Add(_locals, local, assignment.Value);
                break;
            case IDeclarationPatternOperation { DeclaredSymbol: ILocalSymbol local }:
                Add(_locals, local, (operation.Parent as IIsPatternOperation)?.Value);
                break;
            case IAssignmentOperation { Target: var target }:
                foreach (var changed in target.DescendantsAndSelf().OfType<ILocalReferenceOperation>())
                    Add(_locals, changed.Local, null);
                break;
            case IIncrementOrDecrementOperation { Target: ILocalReferenceOperation { Local: var counted } }:
                Add(_locals, counted, null);
                break;
            case IArgumentOperation { Parameter.RefKind: not (RefKind.None or RefKind.In), Value: ILocalReferenceOperation { Local: var given } }:
                Add(_locals, given, null);
                break;
        }
    }

    private static void Add<TKey, TValue>(Dictionary<TKey, List<TValue>> into, TKey key, TValue value)
        where TKey : notnull
    {
        if (!into.TryGetValue(key, out var values))
            into[key] = values = [];
        values.Add(value);
    }
}
