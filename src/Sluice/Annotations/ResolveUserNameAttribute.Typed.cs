namespace Sluice;

/// <summary>The annotated method answers the uid that belongs to a user name.</summary>
/// <typeparam name="T">The type annotated with <see cref="ObjectClassAttribute"/>.</typeparam>
[AttributeUsage(AttributeTargets.Method)]
public sealed class ResolveUserNameAttribute<T> : Attribute
    where T : class;
