namespace Sluice.Benchmarks;

/// <summary>One way to do something.</summary>
/// <param name="Name">What it is.</param>
/// <param name="Run">Does it <paramref name="Operations"/> times.</param>
/// <param name="Operations">How often one call does it.</param>
public sealed record Way(string Name, Action Run, int Operations = 1);
