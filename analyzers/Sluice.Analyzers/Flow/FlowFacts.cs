using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.FlowAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace Sluice.Analyzers.Flow;

/// <summary>What the analysis of a handler-shaped sync found: where runs may stand at each call of the handler and at each exit.</summary>
internal sealed class FlowFacts(HandlerSymbols symbols, IMethodSymbol method, IParameterSymbol handler, FlowGraph body, VariableFacts variables)
{
    private readonly Dictionary<ControlFlowBranch, HashSet<RunState>> _exits = [];

    public HandlerSymbols Symbols { get; } = symbols;

    public IMethodSymbol Method { get; } = method;

    public IParameterSymbol Handler { get; } = handler;

    public FlowGraph Body { get; } = body;

    public VariableFacts Variables { get; } = variables;

    /// <summary>Calls of <c>Handle</c> and <c>HandleAsync</c>.</summary>
    public Dictionary<SyntaxNode, CallFacts> Handles { get; } = [];

    /// <summary>Calls of <c>HandleResult</c>.</summary>
    public Dictionary<SyntaxNode, CallFacts> Results { get; } = [];

    /// <summary>The branches that leave the sync normally, with where runs stand then.</summary>
    public IReadOnlyDictionary<ControlFlowBranch, HashSet<RunState>> Exits => _exits;

    /// <summary>Whether the sync is given a handler that takes a token result, or asks for it.</summary>
    public bool KnowsTokenResults { get; set; }

    /// <summary>How many times a block was gone through: the cost, on any machine.</summary>
    public int Steps { get; set; }

    public static void Note(Dictionary<SyntaxNode, CallFacts> calls, IInvocationOperation call, in RunState run)
    {
        if (!calls.TryGetValue(call.Syntax, out var facts))
            calls[call.Syntax] = facts = new(call);
        facts.Before.Add(run);
    }

    public void NoteExit(ControlFlowBranch branch, in RunState run)
    {
        if (!_exits.TryGetValue(branch, out var runs))
            _exits[branch] = runs = [];
        runs.Add(run);
    }

    /// <summary>Forgets what a first pass noted.</summary>
    public void Forget()
    {
        Handles.Clear();
        Results.Clear();
        _exits.Clear();
    }
}
