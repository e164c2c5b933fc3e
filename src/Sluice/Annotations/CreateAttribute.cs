namespace Sluice;

/// <summary>The annotated method creates an object and answers its uid.</summary>
/// <param name="objectClasses">
/// The object classes that the method serves, as constants; none when they are known only at run time
/// (see <see cref="ObjectClassSourceAttribute"/>).
/// </param>
/// <remarks>Works on <see cref="ConnectorObject"/>; the typed form is <see cref="CreateAttribute{T}"/>.</remarks>
[AttributeUsage(AttributeTargets.Method)]
public sealed class CreateAttribute(params string[] objectClasses) : Attribute
{
    /// <summary>The object classes that the method serves.</summary>
    public IReadOnlyList<string> ObjectClasses { get; } = objectClasses;
}
