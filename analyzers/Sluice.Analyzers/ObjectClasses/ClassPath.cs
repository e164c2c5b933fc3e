using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.FlowAnalysis;
using Microsoft.CodeAnalysis.Operations;
using Sluice.Generators.Parsing;

namespace Sluice.Analyzers.ObjectClasses;

/// <summary>What one object class can reach in the body of a method that serves it.</summary>
internal sealed class ClassPath
{
    // Helpers of helpers are looked into; a method that calls itself is not.
    private const int MaximalDepth = 4;

    private readonly ClassBody _body;
    private readonly ClassComparison _comparison;
    private readonly IReadOnlyDictionary<ISymbol, ClassBody> _bodies;
    private readonly CancellationToken _cancellation;
    private readonly HashSet<BasicBlock> _blocks = [];
    private readonly HashSet<BasicBlock> _busy = [];
    private readonly HashSet<BasicBlock> _throwing = [];
    private readonly List<ClassPath> _helpers = [];
    private readonly List<IArgumentOperation> _classArguments = [];
    private readonly string _objectClass;
    private readonly int _depth;

    private ClassPath(ClassBody body, string objectClass, IReadOnlyDictionary<ISymbol, ClassBody> bodies, int depth, CancellationToken cancellation)
    {
        _body = body;
        _objectClass = objectClass;
        _bodies = bodies;
        _depth = depth;
        _cancellation = cancellation;
        _comparison = new(body, objectClass, cancellation);
    }

    /// <summary>Whether a condition was met by the very class.</summary>
    public bool IsMatched => _comparison.IsMatched || _helpers.Exists(helper => helper.IsMatched);

    /// <summary>The last comparison that the class came by; null where it came by none.</summary>
    public SyntaxNode? Dispatch => _comparison.Decided.OrderBy(syntax => syntax.SpanStart).LastOrDefault() ?? _helpers.Select(helper => helper.Dispatch).FirstOrDefault(syntax => syntax is not null);

    /// <summary>Whether something is, or may be, delivered or done for the class.</summary>
    public bool IsServed { get; private set; }

    /// <summary>The places where an object or a delta is given the class that was asked for.</summary>
    public IEnumerable<IArgumentOperation> ClassArguments => _classArguments.Concat(_helpers.SelectMany(helper => helper.ClassArguments));

    /// <summary>The comparison that the class met; null where it met none.</summary>
    public SyntaxNode? Match => _comparison.Match ?? _helpers.Select(helper => helper.Match).FirstOrDefault(syntax => syntax is not null);

    /// <summary>Follows a class through a body.</summary>
    /// <param name="body">The body.</param>
    /// <param name="objectClass">The class asked for.</param>
    /// <param name="bodies">The other bodies of the type.</param>
    /// <param name="cancellation">Ends the work.</param>
    public static ClassPath Follow(ClassBody body, string objectClass, IReadOnlyDictionary<ISymbol, ClassBody> bodies, CancellationToken cancellation)
        => Follow(body, objectClass, bodies, 0, cancellation);

    /// <summary>Whether the class may be refused, or sent on to code that is not visible, where the classes that are handled do not come by.</summary>
    /// <param name="handled">The paths of the classes that are handled.</param>
    public bool MayRefuse(IReadOnlyCollection<ClassPath> handled)
        => _blocks.Any(block => (_throwing.Contains(block) || _busy.Contains(block)) && !handled.Any(path => path._blocks.Contains(block)))
            || _helpers.Exists(helper => helper.MayRefuse([.. handled.SelectMany(path => path._helpers).Where(other => other._body == helper._body)]));

    private static ClassPath Follow(ClassBody body, string objectClass, IReadOnlyDictionary<ISymbol, ClassBody> bodies, int depth, CancellationToken cancellation)
    {
        var path = new ClassPath(body, objectClass, bodies, depth, cancellation);
        path.Follow();
        return path;
    }

    private void Follow()
    {
        var open = new Stack<BasicBlock>();
        Enter(_body.Graph.Blocks[0]);
        while (open.Count > 0)
        {
            _cancellation.ThrowIfCancellationRequested();
            var block = open.Pop();
            EnterHandlers(block);
            var decision = block is { ConditionKind: not ControlFlowConditionKind.None, BranchValue: { } condition } ? _comparison.Holds(condition) : null;
            if (block.ConditionalSuccessor is { } conditional && Takes(block, decision))
                Leave(conditional);
            if (block.FallThroughSuccessor is { } next && (block.ConditionalSuccessor is null || decision is null || !Takes(block, decision)))
                Leave(next);
        }

        // Values are judged when it is known which of them are reached.
        foreach (var block in _blocks)
        {
            Judge(block);
            foreach (var operation in block.BranchValue is { } value ? block.Operations.Add(value) : block.Operations)
                NoteClassArguments(operation, _body.Graph);
        }

        void Enter(BasicBlock? block)
        {
            if (block is not null && _blocks.Add(block))
                open.Push(block);
        }

        void Leave(ControlFlowBranch branch)
        {
            foreach (var region in branch.FinallyRegions)
                Enter(_body.Graph.Blocks[region.FirstBlockOrdinal]);
            if (branch.Semantics is ControlFlowBranchSemantics.Throw or ControlFlowBranchSemantics.Rethrow)
                _throwing.Add(branch.Source);
            Enter(branch.Destination);
        }

        // Whatever is tried may fail.
        void EnterHandlers(BasicBlock block)
        {
            for (var region = block.EnclosingRegion; region is not null; region = region.EnclosingRegion)
            {
                if (region.Kind != ControlFlowRegionKind.Try || region.EnclosingRegion is not { } attempt)
                    continue;
                foreach (var handler in attempt.NestedRegions.Where(nested => nested.Kind != ControlFlowRegionKind.Try))
                    Enter(_body.Graph.Blocks[handler.FirstBlockOrdinal]);
            }
        }

        static bool Takes(BasicBlock block, bool? decision) => decision is null || decision == (block.ConditionKind == ControlFlowConditionKind.WhenTrue);
    }

    private void Judge(BasicBlock block)
    {
        foreach (var operation in block.Operations)
            Judge(operation, block);
        if (block.BranchValue is not { } value)
            return;
        if (_body.HandlerParameter is null && block.FallThroughSuccessor?.Semantics is ControlFlowBranchSemantics.Return && block.ConditionKind == ControlFlowConditionKind.None)
            IsServed |= !IsNothing(value);
        else if (!_throwing.Contains(block))
            Judge(value, block);
    }

    private void Judge(IOperation operation, BasicBlock block)
    {
        if (operation.Type?.SpecialType == SpecialType.System_Boolean && _comparison.Holds(operation) is not null)
            return;
        switch (operation)
        {
            // A variable that stands for the class, or for what is judged where it is used.
            case IFlowCaptureOperation capture when _body.IsClass(capture.Value) || _body.IsName(capture.Value):
            case ISimpleAssignmentOperation { Target: ILocalReferenceOperation, Value: var value } when _body.IsClass(value) || _body.IsName(value):
                return;
            case IFlowCaptureOperation capture when _body.HandlerParameter is null && IsReturned(capture.Id):
                return;
            case IReturnOperation { Kind: OperationKind.YieldReturn }:
            case IFlowAnonymousFunctionOperation or IDelegateCreationOperation:
                IsServed = true;
                return;
            case IInvocationOperation call when IsHarmless(call):
                return;
            case IInvocationOperation call:
                JudgeCall(call, block);
                return;
            case IParameterReferenceOperation reference when SymbolEqualityComparer.Default.Equals(reference.Parameter, _body.HandlerParameter):
                IsServed = true;
                return;
            case ILocalReferenceOperation or IParameterReferenceOperation or IPropertyReferenceOperation when _body.IsClass(operation) || _body.IsName(operation):
                IsServed = true;
                return;
            case IAssignmentOperation { Target: IMemberReferenceOperation or IArrayElementReferenceOperation } or IIncrementOrDecrementOperation { Target: IMemberReferenceOperation }:
                IsServed |= IsWork;
                _busy.Add(block);
                break;
            case IObjectCreationOperation or IPropertyReferenceOperation { Property.IsStatic: false } or IThrowOperation:
                _busy.Add(block);
                break;
        }

        foreach (var child in operation.ChildOperations)
            Judge(child, block);
    }

    private void JudgeCall(IInvocationOperation call, BasicBlock block)
    {
        if (IsTokenResult(call))
        {
            foreach (var argument in call.Arguments)
                Judge(argument.Value, block);
            return;
        }

        if (Helper(call) is { } helper)
        {
            _helpers.Add(helper);
            IsServed |= helper.IsServed;
            return;
        }

        _busy.Add(block);
        IsServed |= IsWork || call.TargetMethod.MethodKind == MethodKind.LocalFunction;
        foreach (var child in call.ChildOperations)
            Judge(child, block);
    }

    /// <summary>A method of the same type that is given the class to dispatch on.</summary>
    private ClassPath? Helper(IInvocationOperation call)
        => _depth < MaximalDepth
            && call.TargetMethod is { IsVirtual: false, IsAbstract: false, IsOverride: false } method
            && _bodies.TryGetValue(method.OriginalDefinition, out var body) && body != _body
            && body.ClassParameter is { } parameter
            && call.Arguments.FirstOrDefault(argument => SymbolEqualityComparer.Default.Equals(argument.Parameter?.OriginalDefinition, parameter)) is { } given && _body.IsClass(given.Value)
            ? Follow(body, _objectClass, _bodies, _depth + 1, _cancellation)
            : null;

    private void NoteClassArguments(IOperation operation, ControlFlowGraph graph)
    {
        foreach (var part in operation.DescendantsAndSelf())
        {
            if (part is IInvocationOperation call && ClassArgument(call) is { } argument && _body.IsClass(argument.Value))
                _classArguments.Add(argument);
            else if (part is IFlowAnonymousFunctionOperation lambda && graph.GetAnonymousFunctionControlFlowGraph(lambda) is var inner && !inner.Blocks.Any(AsksForClass))
                inner.Blocks.SelectMany(block => block.BranchValue is { } value ? block.Operations.Add(value) : block.Operations).ToList().ForEach(one => NoteClassArguments(one, inner));
        }
    }

    // A lambda that decides by the class may well have a branch that the class does not reach.
    private bool AsksForClass(BasicBlock block)
        => block.ConditionKind != ControlFlowConditionKind.None && block.BranchValue is { } condition && condition.DescendantsAndSelf().Any(_body.IsClass);

    /// <summary>The argument that names the class of a delta or an object that is built; null of any other call.</summary>
    public static IArgumentOperation? ClassArgument(IInvocationOperation call)
    {
        var type = call.TargetMethod.ContainingType;
        return (call.TargetMethod.Name is "Delete" && type.IsNamed("Sluice", "SyncDelta")) || (call.TargetMethod.Name is "Build" && type.IsNamed("Sluice", "ConnectorObject"))
            ? call.Arguments.FirstOrDefault(argument => argument.Parameter?.Type.IsNamed("Sluice", "ObjectClass") == true)
            : null;
    }

    private bool IsTokenResult(IInvocationOperation call)
        => call.TargetMethod.Name is "HandleResult" && call.Instance is { } instance && _body.Source(instance) is IParameterReferenceOperation reference && SymbolEqualityComparer.Default.Equals(reference.Parameter, _body.HandlerParameter);

    // A delete or an update delivers nothing: what it does is its work.
    private bool IsWork => _body.HandlerParameter is null && OperationAnswer.Of(_body.Method).Value is null;

    // Neither delivers nor refuses.
    private static bool IsHarmless(IInvocationOperation call) => call.TargetMethod.Name is "ThrowIfNull" or "ConfigureAwait"
        || call.TargetMethod.Name.StartsWith("Log", StringComparison.Ordinal)
        || call.TargetMethod.ContainingType.Name is "Console" or "Debug" or "Trace";

    private bool IsReturned(CaptureId id) => _body.Graph.Blocks.Any(block => block.BranchValue is { } value
        && block.FallThroughSuccessor?.Semantics == ControlFlowBranchSemantics.Return
        && value.DescendantsAndSelf().Any(part => part is IFlowCaptureReferenceOperation reference && reference.Id.Equals(id)));

    /// <summary>Whether a returned value says that there is nothing.</summary>
    private bool IsNothing(IOperation value)
    {
        switch (value)
        {
            case { ConstantValue: { HasValue: true, Value: null } }:
            case IDefaultValueOperation:
            case IPropertyReferenceOperation { Property: { IsStatic: true, Name: "Empty" or "CompletedTask" } }:
            case IFieldReferenceOperation { Field: { IsStatic: true, Name: "Empty" } }:
            case IInvocationOperation { TargetMethod: { IsStatic: true, Name: "Empty", Parameters.IsEmpty: true } }:
            case ICollectionExpressionOperation { Elements.IsEmpty: true }:
            case IArrayCreationOperation { DimensionSizes: [{ ConstantValue: { HasValue: true, Value: 0 } }] }:
            case IObjectCreationOperation { Type.Name: "List", Arguments.IsEmpty: true, Initializer: null }:
                return true;
            case IConversionOperation conversion:
                return IsNothing(conversion.Operand);
            case IAwaitOperation awaited:
                return IsNothing(awaited.Operation);
            case IInvocationOperation { TargetMethod.Name: "FromResult", Arguments: [var result] }:
                return IsNothing(result.Value);
            case IInvocationOperation { TargetMethod.Name: "ConfigureAwait", Instance: { } task }:
                return IsNothing(task);
            case IObjectCreationOperation { Type.Name: "ValueTask" or "SyncPage" or "SearchPage", Arguments: [var first, ..] }:
                return IsNothing(first.Value);
            case IFlowCaptureReferenceOperation reference:
                var reached = _body.Captured(reference.Id).Where(capture => _blocks.Any(one => one.Operations.Contains(capture))).ToArray();
                return reached.Length > 0 && Array.TrueForAll(reached, capture => IsNothing(capture.Value));
            case IInvocationOperation call when Helper(call) is { } helper:
                _helpers.Add(helper);
                return !helper.IsServed;
            default:
                return false;
        }
    }
}
