namespace Sluice;

/// <summary>Keeps a public property of an object class or of a configuration out of the schema.</summary>
[AttributeUsage(AttributeTargets.Property | AttributeTargets.Parameter)]
public sealed class IgnoreAttribute : Attribute;
