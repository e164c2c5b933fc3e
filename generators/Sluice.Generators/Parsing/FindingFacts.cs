namespace Sluice.Generators.Parsing;

/// <summary>The names of what findings tell code fixes, so that no fix has to find it out again.</summary>
internal static class FindingFacts
{
    /// <summary>The annotation that is missing: <c>Uid</c>.</summary>
    public const string Mark = nameof(Mark);

    /// <summary>The member that the annotation belongs on.</summary>
    public const string Member = nameof(Member);
}
