namespace Sluice;

/// <summary>The annotated method deletes an object.</summary>
/// <typeparam name="T">The type annotated with <see cref="ObjectClassAttribute"/>.</typeparam>
[AttributeUsage(AttributeTargets.Method)]
public sealed class DeleteAttribute<T> : Attribute
    where T : class;
