namespace Sluice.Benchmarks;

/// <summary>Two ways to do the same, measured in turns: what Sluice does, against what it is held to.</summary>
/// <param name="Name">The name for the command line.</param>
/// <param name="Operation">What is done once.</param>
/// <param name="Make">Makes the two ways; called in the process that measures.</param>
/// <param name="Goal">How many times the baseline's time it may take.</param>
/// <param name="Gate">Beyond this ratio the build fails; above the goal, since machines are noisy.</param>
/// <param name="Bytes">What one operation may allocate; null where it is compared to the baseline's.</param>
public sealed record Comparison(string Name, string Operation, Func<(Way Subject, Way Baseline)> Make, double Goal, double Gate, double? Bytes = 0)
{
    /// <summary>The goal for people, where a ratio to the baseline tells little.</summary>
    public string? GoalInWords { get; init; }

    /// <summary>At most so many rounds, where one takes long.</summary>
    public int MostRounds { get; init; } = int.MaxValue;

    /// <summary>Whether the bytes are exactly these; for what is paid per call they are a limit.</summary>
    public bool IsExact { get; init; } = true;

    /// <summary>Whether the build measures it; what takes long has a smaller twin that it measures instead.</summary>
    public bool IsGated { get; init; } = true;
}
