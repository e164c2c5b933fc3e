namespace Sluice;

/// <summary>The annotated method finds objects, as a sequence or as a <c>SearchPage</c> with a cookie.</summary>
/// <param name="objectClasses">
/// The object classes that the method serves, as constants; none when they are known only at run time
/// (see <see cref="ObjectClassSourceAttribute"/>).
/// </param>
/// <remarks>Works on <see cref="ConnectorObject"/>; the typed form is <see cref="SearchAttribute{T}"/>.</remarks>
[AttributeUsage(AttributeTargets.Method)]
public sealed class SearchAttribute(params string[] objectClasses) : Attribute
{
    /// <summary>The object classes that the method serves.</summary>
    public IReadOnlyList<string> ObjectClasses { get; } = objectClasses;

    /// <summary>The method's results already satisfy the filter exactly; when false the facade filters them again.</summary>
    public bool NativeFilter { get; set; }
}
