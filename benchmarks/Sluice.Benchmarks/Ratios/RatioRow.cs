namespace Sluice.Benchmarks;

/// <summary>A comparison over several runs: the middle run's figures, and how far the runs were apart.</summary>
public sealed record RatioRow(
    string Name,
    string Operation,
    double Goal,
    string? GoalInWords,
    double Gate,
    double? GoalBytes,
    int Runs,
    double Ratio,
    double LowestRun,
    double HighestRun,
    double Low,
    double High,
    double Nanoseconds,
    double BaselineNanoseconds,
    double Bytes,
    double BaselineBytes)
{
    public static RatioRow Of(Comparison comparison, IReadOnlyList<Measurement> runs)
    {
        var ordered = runs.OrderBy(run => run.Ratio).ToArray();
        var middle = ordered[ordered.Length / 2];
        return new(
            comparison.Name,
            comparison.Operation,
            comparison.Goal,
            comparison.GoalInWords,
            comparison.Gate,
            comparison.Bytes,
            runs.Count,
            middle.Ratio,
            ordered[0].Ratio,
            ordered[^1].Ratio,
            middle.Low,
            middle.High,
            middle.Nanoseconds,
            middle.BaselineNanoseconds,
            middle.Bytes,
            middle.BaselineBytes);
    }
}
