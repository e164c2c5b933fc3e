namespace Sluice.Benchmarks;

/// <summary>How much each family works on; a dry run, which only asks whether everything runs, takes the small sizes.</summary>
public static class Sizes
{
    /// <summary>The variable that says so to the processes that BenchmarkDotNet starts.</summary>
    public const string Variable = "SLUICE_BENCHMARK_SIZES";

    public const string Small = "small";

    private static readonly bool IsSmall = string.Equals(Environment.GetEnvironmentVariable(Variable), Small, StringComparison.Ordinal);

    /// <summary>Deltas per run.</summary>
    public static IReadOnlyList<int> Deltas => IsSmall ? [1, 1_000] : [1, 1_000, 1_000_000];

    /// <summary>Changes from database to database.</summary>
    public static IReadOnlyList<int> Changes => IsSmall ? [1_000] : [100_000, 1_000_000];

    /// <summary>Connectors in a project.</summary>
    public static IReadOnlyList<int> Connectors => IsSmall ? [1, 100] : [1, 100, 1_000];
}
