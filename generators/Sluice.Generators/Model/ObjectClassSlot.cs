namespace Sluice.Generators.Model;

/// <summary>One slot of the shape and the member behind it.</summary>
/// <param name="Attribute">The attribute's name.</param>
/// <param name="Member">The member's name as the compiler knows it; null where the user has yet to write one.</param>
/// <param name="Value">The member's type.</param>
/// <param name="Traits">What the schema says of the attribute.</param>
/// <param name="Description">One sentence for the schema.</param>
internal sealed record ObjectClassSlot(string Attribute, string? Member, ObjectClassValue Value, ObjectClassTraits Traits, string? Description);
