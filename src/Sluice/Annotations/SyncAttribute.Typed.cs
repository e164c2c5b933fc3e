namespace Sluice;

/// <summary>
/// The annotated method delivers the changes after a token, as an iterator, through a results handler, or page by page.
/// </summary>
/// <typeparam name="T">The type annotated with <see cref="ObjectClassAttribute"/>.</typeparam>
/// <param name="granularity">What a delta's token promises; <see cref="TokenGranularity.Group"/> is safe for every source.</param>
[AttributeUsage(AttributeTargets.Method)]
public sealed class SyncAttribute<T>(TokenGranularity granularity = TokenGranularity.Group) : Attribute
    where T : class
{
    /// <summary>What a delta's token promises.</summary>
    public TokenGranularity Granularity { get; } = granularity;
}
