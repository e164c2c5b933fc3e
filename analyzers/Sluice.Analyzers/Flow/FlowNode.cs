using System.Collections.Immutable;
using Microsoft.CodeAnalysis.FlowAnalysis;

namespace Sluice.Analyzers.Flow;

/// <summary>A block, and for a block of a finally the way it goes on; with what is known where it begins.</summary>
internal sealed class FlowNode(BasicBlock block, Continuation? continuation, int number)
{
    private readonly Dictionary<RunState, ImmutableDictionary<object, FlowValue>> _entry = [];
    private readonly HashSet<RunState> _pending = [];

    /// <summary>Blocks in the order of the source, so that paths meet before they go on together.</summary>
    public static IComparer<FlowNode> SourceOrder { get; } = Comparer<FlowNode>.Create(static (one, other) => (one.Block.Ordinal, one.Number).CompareTo((other.Block.Ordinal, other.Number)));

    public BasicBlock Block { get; } = block;

    public Continuation? Continuation { get; } = continuation;

    private int Number { get; } = number;

    /// <summary>All that may hold where the block begins.</summary>
    public IEnumerable<FlowState> Entry => _entry.Select(static pair => new FlowState(pair.Key, pair.Value));

    /// <summary>Lets a path in; answers whether it brings news.</summary>
    public bool Enter(in FlowState state)
    {
        var values = state.Values;
        if (_entry.TryGetValue(state.Run, out var known))
        {
            values = FlowState.Join(known, values);
            if (ReferenceEquals(values, known))
                return false;
        }

        _entry[state.Run] = values;
        _pending.Add(state.Run);
        return true;
    }

    /// <summary>What came in since the last time.</summary>
    public FlowState[] TakePending()
    {
        var states = _pending.Select(run => new FlowState(run, _entry[run])).ToArray();
        _pending.Clear();
        return states;
    }

}
