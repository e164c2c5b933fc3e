namespace Sluice;

/// <summary>Marks the <see cref="GuardedString"/> member that carries the password: the operational attribute <c>__PASSWORD__</c>, never returned.</summary>
[AttributeUsage(AttributeTargets.Property | AttributeTargets.Parameter)]
public sealed class PasswordAttribute : Attribute;
