namespace Sluice;

/// <summary>Marks the member that identifies the object in its system for as long as it exists: exactly one per object class (SLC007).</summary>
[AttributeUsage(AttributeTargets.Property | AttributeTargets.Parameter)]
public sealed class UidAttribute : Attribute;
