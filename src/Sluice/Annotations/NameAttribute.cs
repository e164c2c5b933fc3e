namespace Sluice;

/// <summary>Marks the member that people know the object by (a login, a distinguished name): exactly one per object class; it may be the uid member too (SLC007).</summary>
[AttributeUsage(AttributeTargets.Property | AttributeTargets.Parameter)]
public sealed class NameAttribute : Attribute;
