using System.Collections.Immutable;

namespace Sluice.Analyzers.Flow;

/// <summary>A point on a path: where the run stands and what is known of the variables.</summary>
/// <param name="Run">Where the run stands.</param>
/// <param name="Values">By local, parameter or flow capture; what is missing is unknown.</param>
internal readonly record struct FlowState(RunState Run, ImmutableDictionary<object, FlowValue> Values)
{
    public FlowValue this[object variable] => Values.TryGetValue(variable, out var value) ? value : FlowValue.Unknown;

    public FlowState With(object variable, FlowValue value)
        => this with { Values = value == FlowValue.Unknown ? Values.Remove(variable) : Values.SetItem(variable, value) };

    public FlowState With(AnswerState answer) => this with { Run = Run with { Answer = answer } };

    /// <summary>The source was asked for the changes.</summary>
    public FlowState AskSource() => Run.Asked ? this : this with { Run = Run with { Asked = true } };

    /// <summary>The answer can no longer be followed.</summary>
    public FlowState LoseAnswer() => Run.Answer == AnswerState.Stopped ? With(AnswerState.Lost) : this;

    /// <summary>A condition that the answer decides cannot be followed: the path may be none.</summary>
    public FlowState Doubt()
    {
        var state = LoseAnswer();
        return state with { Run = state.Run with { Partial = true } };
    }

    /// <summary>What holds on this path and on another one that has the same run state.</summary>
    public static ImmutableDictionary<object, FlowValue> Join(ImmutableDictionary<object, FlowValue> one, ImmutableDictionary<object, FlowValue> other)
    {
        if (ReferenceEquals(one, other))
            return one;
        var joined = one;
        foreach (var pair in one)
        {
            var value = pair.Value.Join(other.TryGetValue(pair.Key, out var theirs) ? theirs : FlowValue.Unknown);
            if (value != pair.Value)
                joined = value == FlowValue.Unknown ? joined.Remove(pair.Key) : joined.SetItem(pair.Key, value);
        }

        foreach (var pair in other)
        {
            if (pair.Value.DependsOnAnswer && !one.ContainsKey(pair.Key))
                joined = joined.SetItem(pair.Key, FlowValue.Unknown.DependingOnAnswer());
        }

        return joined;
    }
}
