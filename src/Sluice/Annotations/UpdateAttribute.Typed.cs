namespace Sluice;

/// <summary>The annotated method applies an <see cref="ObjectPatch"/> to an object; it answers the uid when that may change.</summary>
/// <typeparam name="T">The type annotated with <see cref="ObjectClassAttribute"/>.</typeparam>
[AttributeUsage(AttributeTargets.Method)]
public sealed class UpdateAttribute<T> : Attribute
    where T : class;
