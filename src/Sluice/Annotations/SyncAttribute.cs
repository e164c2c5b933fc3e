namespace Sluice;

/// <summary>
/// The annotated method delivers the changes after a token, as an iterator, through a results handler, or page by page.
/// </summary>
/// <param name="objectClasses">
/// The object classes that the method serves, as constants (<see cref="ObjectClasses.All"/> serves them together); none when
/// they are known only at run time (see <see cref="ObjectClassSourceAttribute"/>).
/// </param>
/// <remarks>Works on <see cref="SyncDelta"/>; the typed form is <see cref="SyncAttribute{T}"/>.</remarks>
[AttributeUsage(AttributeTargets.Method)]
public sealed class SyncAttribute(params string[] objectClasses) : Attribute
{
    /// <summary>The object classes that the method serves.</summary>
    public IReadOnlyList<string> ObjectClasses { get; } = objectClasses;

    /// <summary>What a delta's token promises; <see cref="TokenGranularity.Group"/> is safe for every source.</summary>
    public TokenGranularity Granularity { get; set; }
}
