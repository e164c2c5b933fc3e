using System.Text;

namespace Sluice.TestKit;

/// <summary>What happened in a proof, step by step, for people: what was written, delivered, missing or too much, and the token at each step.</summary>
public sealed class Story
{
    /// <summary>Tells a story.</summary>
    /// <param name="steps">Its steps, in order.</param>
    public Story(IReadOnlyList<StoryStep> steps)
    {
        ArgumentNullException.ThrowIfNull(steps);
        Steps = steps;
    }

    /// <summary>The steps, in order.</summary>
    public IReadOnlyList<StoryStep> Steps { get; }

    /// <summary>One line for each step.</summary>
    public override string ToString()
    {
        var text = new StringBuilder();
        foreach (var step in Steps)
            text.Append("  ").Append(step).Append('\n');
        return text.ToString();
    }
}
