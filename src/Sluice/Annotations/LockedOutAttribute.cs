namespace Sluice;

/// <summary>Marks the boolean member that tells whether the object is locked: the operational attribute <c>__LOCK_OUT__</c>.</summary>
[AttributeUsage(AttributeTargets.Property | AttributeTargets.Parameter)]
public sealed class LockedOutAttribute : Attribute;
