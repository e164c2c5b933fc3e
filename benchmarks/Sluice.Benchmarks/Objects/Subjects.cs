namespace Sluice.Benchmarks;

/// <summary>The objects of the figures, by their number of attributes.</summary>
public static class Subjects
{
    public const int Narrow = 2, Usual = 8, Wide = 40;

    /// <summary>What a caller asks for that wants a part: with the uid and the name these are three.</summary>
    public static readonly string[] Three = ["mail", "a03"];
}
