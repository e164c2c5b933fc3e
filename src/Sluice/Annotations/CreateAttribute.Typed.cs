namespace Sluice;

/// <summary>The annotated method creates an object and answers its uid.</summary>
/// <typeparam name="T">The type annotated with <see cref="ObjectClassAttribute"/>.</typeparam>
[AttributeUsage(AttributeTargets.Method)]
public sealed class CreateAttribute<T> : Attribute
    where T : class;
