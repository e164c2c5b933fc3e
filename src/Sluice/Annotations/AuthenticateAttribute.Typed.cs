namespace Sluice;

/// <summary>The annotated method checks a user name and a password and answers the uid.</summary>
/// <typeparam name="T">The type annotated with <see cref="ObjectClassAttribute"/>.</typeparam>
[AttributeUsage(AttributeTargets.Method)]
public sealed class AuthenticateAttribute<T> : Attribute
    where T : class;
