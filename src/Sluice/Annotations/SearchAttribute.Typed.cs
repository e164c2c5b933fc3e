namespace Sluice;

/// <summary>The annotated method finds objects, as a sequence or as a <c>SearchPage</c> with a cookie.</summary>
/// <typeparam name="T">The type annotated with <see cref="ObjectClassAttribute"/>.</typeparam>
[AttributeUsage(AttributeTargets.Method)]
public sealed class SearchAttribute<T> : Attribute
    where T : class
{
    /// <summary>The method's results already satisfy the filter exactly; when false the facade filters them again.</summary>
    public bool NativeFilter { get; set; }
}
