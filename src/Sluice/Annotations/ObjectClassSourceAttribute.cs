namespace Sluice;

/// <summary>The annotated method answers the object classes that are known only at run time, after configuration: an <see cref="IReadOnlyList{T}"/> of <see cref="ObjectClassInfo"/>.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class ObjectClassSourceAttribute : Attribute;
