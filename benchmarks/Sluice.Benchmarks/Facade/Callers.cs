namespace Sluice.Benchmarks;

/// <summary>
/// Who gives a handler-shaped connector its handler. The connector's method is compiled for each: in a program there is one kind of
/// handler, and a call that two kinds shared would be fast for the one that the runtime guesses and slow for the other.
/// </summary>
internal static class Callers
{
    /// <summary>The generated facade.</summary>
    internal readonly struct Facade;

    /// <summary>The baseline, by hand.</summary>
    internal readonly struct Hand;
}
