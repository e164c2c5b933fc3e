namespace Sluice;

/// <summary>The annotated method reads one object by its uid; null when there is none.</summary>
/// <typeparam name="T">The type annotated with <see cref="ObjectClassAttribute"/>.</typeparam>
[AttributeUsage(AttributeTargets.Method)]
public sealed class GetAttribute<T> : Attribute
    where T : class;
