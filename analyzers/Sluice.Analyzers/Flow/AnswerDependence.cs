using Microsoft.CodeAnalysis.FlowAnalysis;

namespace Sluice.Analyzers.Flow;

/// <summary>
/// Which blocks the handler's answer decides about, and which variables get their values there. Learned in a first pass; in the
/// second, what happens in such blocks may carry the answer on.
/// </summary>
internal sealed class AnswerDependence
{
    private readonly Dictionary<BasicBlock, Seen> _seen = [];
    private readonly HashSet<object> _variables = [];
    private readonly HashSet<object> _toldOfStop = [];

    [Flags]
    private enum Seen : byte
    {
        Nothing = 0,
        Stopped = 1,
        Continue = 2,
        Other = 4,
    }

    /// <summary>Whether the variables are known by now.</summary>
    public bool IsLearned { get; private set; }

    public void Note(BasicBlock block, AnswerState answer)
    {
        _seen.TryGetValue(block, out var seen);
        _seen[block] = seen | answer switch
        {
            AnswerState.Stopped => Seen.Stopped,
            AnswerState.Continue => Seen.Continue,
            // A path that may be none says nothing.
            AnswerState.Lost => Seen.Nothing,
            _ => Seen.Other,
        };
    }

    /// <summary>Ends the first pass.</summary>
    public void Learn(IEnumerable<(BasicBlock Block, object Variable)> assignments, IEnumerable<(BasicBlock Block, object Variable)> receivers)
    {
        foreach (var (block, variable) in receivers)
        {
            if (_seen.TryGetValue(block, out var seen) && seen == Seen.Stopped)
                _toldOfStop.Add(variable);
        }

        foreach (var (block, variable) in assignments)
        {
            if (_seen.TryGetValue(block, out var seen) && seen is Seen.Stopped or Seen.Continue)
                _variables.Add(variable);
        }

        IsLearned = true;
    }

    /// <summary>Whether the block runs only after a stop.</summary>
    public bool IsOnlyAfterStop(BasicBlock block) => IsLearned && _seen.TryGetValue(block, out var seen) && seen == Seen.Stopped;

    /// <summary>Whether something is called on the variable, or set in it, after a stop only.</summary>
    public bool IsToldOfStop(object variable) => IsLearned && _toldOfStop.Contains(variable);

    /// <summary>Whether the variable gets values only after one of the answers.</summary>
    public bool DecidesAbout(object variable) => IsLearned && _variables.Contains(variable);
}
