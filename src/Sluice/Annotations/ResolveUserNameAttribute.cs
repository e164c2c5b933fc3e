namespace Sluice;

/// <summary>The annotated method answers the uid that belongs to a user name.</summary>
/// <param name="objectClasses">
/// The object classes that the method serves, as constants; none when they are known only at run time
/// (see <see cref="ObjectClassSourceAttribute"/>).
/// </param>
/// <remarks>Works on <see cref="ConnectorObject"/>; the typed form is <see cref="ResolveUserNameAttribute{T}"/>.</remarks>
[AttributeUsage(AttributeTargets.Method)]
public sealed class ResolveUserNameAttribute(params string[] objectClasses) : Attribute
{
    /// <summary>The object classes that the method serves.</summary>
    public IReadOnlyList<string> ObjectClasses { get; } = objectClasses;
}
