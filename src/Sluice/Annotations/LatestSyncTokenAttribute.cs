namespace Sluice;

/// <summary>The annotated method answers the token of the newest change: a sync from it delivers only what comes later. Null means that there was no change yet.</summary>
/// <param name="objectClasses">
/// The object classes that the method serves, as constants; none when they are known only at run time
/// (see <see cref="ObjectClassSourceAttribute"/>).
/// </param>
/// <remarks>Works on <see cref="ConnectorObject"/>; the typed form is <see cref="LatestSyncTokenAttribute{T}"/>.</remarks>
[AttributeUsage(AttributeTargets.Method)]
public sealed class LatestSyncTokenAttribute(params string[] objectClasses) : Attribute
{
    /// <summary>The object classes that the method serves.</summary>
    public IReadOnlyList<string> ObjectClasses { get; } = objectClasses;
}
