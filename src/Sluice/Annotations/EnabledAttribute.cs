namespace Sluice;

/// <summary>Marks the boolean member that tells whether the object may be used: the operational attribute <c>__ENABLE__</c>.</summary>
[AttributeUsage(AttributeTargets.Property | AttributeTargets.Parameter)]
public sealed class EnabledAttribute : Attribute;
