namespace Sluice.Benchmarks;

/// <summary>What a comparison came to.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Rounds">How many rounds were measured.</param>
/// <param name="Ratio">The median over the rounds of the subject's time by the baseline's.</param>
/// <param name="Low">The ratio that a quarter of the rounds is below.</param>
/// <param name="High">The ratio that a quarter of the rounds is above.</param>
/// <param name="Best">The subject's shortest time by the baseline's shortest.</param>
/// <param name="Nanoseconds">The subject's shortest time for one operation; for reading only.</param>
/// <param name="BaselineNanoseconds">The baseline's.</param>
/// <param name="Bytes">What the subject allocates for one operation.</param>
/// <param name="BaselineBytes">What the baseline allocates.</param>
public sealed record Measurement(
    string Name,
    int Rounds,
    double Ratio,
    double Low,
    double High,
    double Best,
    double Nanoseconds,
    double BaselineNanoseconds,
    double Bytes,
    double BaselineBytes);
