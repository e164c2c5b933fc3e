namespace Sluice;

/// <summary>The annotated method applies an <see cref="ObjectPatch"/> to an object; it answers the uid when that may change.</summary>
/// <param name="objectClasses">
/// The object classes that the method serves, as constants; none when they are known only at run time
/// (see <see cref="ObjectClassSourceAttribute"/>).
/// </param>
/// <remarks>Works on <see cref="ConnectorObject"/>; the typed form is <see cref="UpdateAttribute{T}"/>.</remarks>
[AttributeUsage(AttributeTargets.Method)]
public sealed class UpdateAttribute(params string[] objectClasses) : Attribute
{
    /// <summary>The object classes that the method serves.</summary>
    public IReadOnlyList<string> ObjectClasses { get; } = objectClasses;
}
