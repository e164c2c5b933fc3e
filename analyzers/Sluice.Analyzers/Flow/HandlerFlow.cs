using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.FlowAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace Sluice.Analyzers.Flow;

/// <summary>
/// Follows the handler of a sync along all paths of its body, of its local functions and of those methods of its type that are
/// given the handler, up to a fix point.
/// </summary>
/// <remarks>
/// Paths that meet are one path from there on if their runs stand at the same point; what their variables differ in is then
/// unknown. So a flag that carries a stop stays exact, and the work grows with the number of blocks, not of paths.
/// </remarks>
internal sealed class HandlerFlow
{
    private const int MaximalSteps = 200_000;
    private const int MaximalDepth = 8;

    // The key under which a returned value travels through finally blocks to the exit.
    private static readonly object Returned = new();

    private readonly IReadOnlyDictionary<ISymbol, FlowGraph> _bodies;
    private readonly CancellationToken _cancellation;
    private readonly AnswerDependence _answers = new();
    private readonly FlowFacts _facts;
    private readonly Stack<ISymbol> _calls = new();
    private readonly HashSet<FlowGraph> _added = [];
    private int _steps;

    private HandlerFlow(HandlerSymbols symbols, FlowFacts facts, IReadOnlyDictionary<ISymbol, FlowGraph> bodies, CancellationToken cancellation)
    {
        Symbols = symbols;
        _facts = facts;
        Input = new(facts.Method, facts.Variables);
        _bodies = bodies;
        _cancellation = cancellation;
    }

    public HandlerSymbols Symbols { get; }

    public VariableFacts Variables => _facts.Variables;

    public AnswerDependence Answers => _answers;

    public InputUse Input { get; }

    /// <summary>Analyzes a handler-shaped sync; null where nothing can be said about it.</summary>
    /// <param name="symbols">The known types.</param>
    /// <param name="method">The sync.</param>
    /// <param name="handler">Its handler.</param>
    /// <param name="bodies">The visible bodies of methods.</param>
    /// <param name="cancellation">Ends the analysis.</param>
    public static FlowFacts? Analyze(HandlerSymbols symbols, IMethodSymbol method, IParameterSymbol handler, IReadOnlyDictionary<ISymbol, FlowGraph> bodies, CancellationToken cancellation)
    {
        if (!bodies.TryGetValue(method, out var body))
            return null;

        var takesToken = symbols.IsTokenHandler(handler.Type);
        var facts = new FlowFacts(symbols, method, handler, body, new(symbols)) { KnowsTokenResults = takesToken };
        var flow = new HandlerFlow(symbols, facts, bodies, cancellation);
        flow.Prepare(body);
        var start = new FlowState(
            new(AnswerState.None, ResultState.None, takesToken ? true : null, Interrupted: false, Partial: false, Asked: false),
            ImmutableDictionary<object, FlowValue>.Empty.Add(handler, FlowValue.Handler));
        try
        {
            flow.Run(body, start, isRoot: true);
            flow._answers.Learn(flow._added.SelectMany(static added => added.Assignments()), flow._added.SelectMany(static added => added.Receivers()));
            facts.Forget();
            flow.Run(body, start, isRoot: true);
            facts.Steps = flow._steps;
            return facts;
        }
        catch (FlowAbandonedException)
        {
            return null;
        }
    }

    /// <summary>The body of a local function or method that the analysis can go through, if it is not in it already.</summary>
    public FlowGraph? BodyOf(IMethodSymbol method, FlowGraph from)
    {
        if (method.IsVirtual || method.IsAbstract || method.IsOverride || _calls.Count >= MaximalDepth || _calls.Contains(method, SymbolEqualityComparer.Default))
            return null;
        var body = method.MethodKind == MethodKind.LocalFunction ? from.LocalFunction(method.OriginalDefinition) : _bodies.TryGetValue(method.OriginalDefinition, out var known) ? known : null;
        if (body is null || body.IsIterator)
            return null;
        Prepare(body);
        return body;
    }

    /// <summary>Goes through a called body.</summary>
    public IEnumerable<Outcome> Call(IMethodSymbol method, FlowGraph body, in FlowState state)
    {
        _calls.Push(method);
        try
        {
            return [.. Run(body, state, isRoot: false).Select(static end => new Outcome(end.With(Returned, FlowValue.Unknown), end[Returned]))];
        }
        finally
        {
            _calls.Pop();
        }
    }

    public void NoteHandle(IInvocationOperation call, in FlowState state) => FlowFacts.Note(_facts.Handles, call, state.Run);

    public void NoteResult(IInvocationOperation call, in FlowState state) => FlowFacts.Note(_facts.Results, call, state.Run);

    public void NoteTokenTest() => _facts.KnowsTokenResults = true;

    private void Prepare(FlowGraph body)
    {
        if (_added.Add(body))
            Variables.Add(body);
    }

    private FlowState[] Run(FlowGraph body, in FlowState start, bool isRoot)
    {
        var pass = new Pass(this, body, isRoot);
        pass.Enter(body.Graph.Blocks[0], null, start);
        pass.RunToFixPoint();
        return pass.Ends;
    }

    private void Step()
    {
        if (++_steps > MaximalSteps)
            throw new FlowAbandonedException();
        if (_steps % 64 == 0)
            _cancellation.ThrowIfCancellationRequested();
    }

    /// <summary>One way through one body.</summary>
    private sealed class Pass
    {
        private readonly Dictionary<(BasicBlock Block, Continuation? Continuation), FlowNode> _nodes = [];
        private readonly SortedSet<FlowNode> _work = new(FlowNode.SourceOrder);
        private readonly HandlerFlow _flow;
        private readonly FlowGraph _body;
        private readonly FlowEvaluator _evaluator;
        private readonly bool _isRoot;

        public Pass(HandlerFlow flow, FlowGraph body, bool isRoot)
        {
            _flow = flow;
            _body = body;
            _isRoot = isRoot;
            _evaluator = new(flow, body);
        }

        public FlowState[] Ends => _nodes.TryGetValue((_body.Graph.Blocks[_body.Graph.Blocks.Length - 1], null), out var exit) ? [.. exit.Entry] : [];

        public void Enter(BasicBlock block, Continuation? continuation, in FlowState state)
        {
            if (!_nodes.TryGetValue((block, continuation), out var node))
                _nodes[(block, continuation)] = node = new(block, continuation, _nodes.Count);
            if (node.Enter(state))
                _work.Add(node);
        }

        public void RunToFixPoint()
        {
            while (_work.Count > 0)
            {
                var node = _work.Min;
                _work.Remove(node);
                foreach (var state in node.TakePending())
                {
                    _flow.Step();
                    Visit(node, state);
                }
            }
        }

        private void Visit(FlowNode node, in FlowState entry)
        {
            var block = node.Block;
            _flow._answers.Note(block, entry.Run.Answer);
            _evaluator.Block = block;
            EnterHandlers(node, entry);
            FlowState[] states = [entry];
            foreach (var operation in block.Operations)
            {
                states = [.. states.SelectMany(state => _evaluator.Evaluate(operation, state)).Select(static outcome => outcome.State)];
                foreach (var state in states)
                    EnterHandlers(node, state);
            }

            foreach (var state in states)
                Leave(node, state);
        }

        private void Leave(FlowNode node, in FlowState state)
        {
            var block = node.Block;
            if (block.BranchValue is not { } value)
            {
                Follow(node, block.FallThroughSuccessor, state);
                return;
            }

            foreach (var outcome in _evaluator.Evaluate(value, state))
            {
                if (block.ConditionKind == ControlFlowConditionKind.None)
                {
                    var returns = block.FallThroughSuccessor?.Semantics == ControlFlowBranchSemantics.Return;
                    Follow(node, block.FallThroughSuccessor, returns ? outcome.State.With(Returned, outcome.Value.DependingOnAnswer(_flow._answers.IsOnlyAfterStop(block))) : outcome.State);
                    continue;
                }

                var known = outcome.Value.Truth;
                foreach (var truth in new[] { true, false })
                {
                    if (known == !truth)
                        continue;
                    var taken = known is null ? _evaluator.Assume(value, truth, outcome) : outcome.State;
                    Follow(node, truth == (block.ConditionKind == ControlFlowConditionKind.WhenTrue) ? block.ConditionalSuccessor : block.FallThroughSuccessor, taken);
                }
            }
        }

        private void Follow(FlowNode node, ControlFlowBranch? branch, FlowState state)
        {
            if (branch is null)
                return;
            if (branch.Semantics == ControlFlowBranchSemantics.StructuredExceptionHandling)
            {
                if (node.Continuation is { } continuation)
                    GoOn(continuation.Branch, continuation.Index + 1, continuation.Outer, state);
                return;
            }

            // A throw has no destination: it is no normal way out.
            if (branch.Destination is null)
                return;
            if (state.Run.Answer != AnswerState.Stopped && !state.Run.Partial && _body.LeavesLoop(branch))
                state = state with { Run = state.Run with { Partial = true } };
            GoOn(branch, 0, node.Continuation, state);
        }

        // On through the finally blocks of the branch, one after the other, to its destination.
        private void GoOn(ControlFlowBranch branch, int index, Continuation? outer, in FlowState state)
        {
            if (index < branch.FinallyRegions.Length)
            {
                Enter(_body.Graph.Blocks[branch.FinallyRegions[index].FirstBlockOrdinal], new(branch, index, outer), state);
                return;
            }

            if (_isRoot && branch.Destination!.Kind == BasicBlockKind.Exit)
                _flow._facts.NoteExit(branch, state.Run);
            Enter(branch.Destination!, outer, Forget(branch, state));
        }

        // What is out of scope is not carried on: the values would grow with the length of the body.
        private FlowState Forget(ControlFlowBranch branch, FlowState state)
        {
            foreach (var region in branch.LeavingRegions)
            {
                foreach (var capture in region.CaptureIds)
                    state = state.With(_body.Captured(capture), FlowValue.Unknown);
                foreach (var local in region.Locals)
                    state = state.With(local, FlowValue.Unknown);
            }

            return state;
        }

        // An exception may come between any two operations; a catch begins with what held there.
        private void EnterHandlers(FlowNode node, in FlowState state)
        {
            var continuation = node.Continuation;
            for (var region = node.Block.EnclosingRegion; region is not null; region = region.EnclosingRegion)
            {
                if (continuation is not null && ReferenceEquals(region, continuation.Region))
                    continuation = continuation.Outer;
                if (region.Kind != ControlFlowRegionKind.Try || region.EnclosingRegion is not { Kind: ControlFlowRegionKind.TryAndCatch } whole)
                    continue;
                foreach (var handler in whole.NestedRegions)
                {
                    if (handler.Kind is ControlFlowRegionKind.Catch or ControlFlowRegionKind.FilterAndHandler)
                        Enter(_body.Graph.Blocks[handler.FirstBlockOrdinal], continuation, state with { Run = state.Run.AfterException() });
                }
            }
        }
    }
}
