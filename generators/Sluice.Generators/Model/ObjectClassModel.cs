using Sluice.Generators.Infrastructure;

namespace Sluice.Generators.Model;

/// <summary>A type with <c>[ObjectClass]</c>: what its generated half says.</summary>
/// <param name="Hierarchy">The type.</param>
/// <param name="ObjectClass">The object class name.</param>
/// <param name="Description">One sentence for the schema.</param>
/// <param name="MappingName">A name for the nested mapping that no member has.</param>
/// <param name="Constants">How the nested class of attribute names is declared.</param>
/// <param name="Slots">In the order of the shape: uid, name, then the members as declared.</param>
/// <param name="Enums">The enums among the members' types.</param>
/// <param name="Construction">How an object is made of attributes.</param>
/// <param name="UsesObsolete">Whether a member or its type makes the compiler warn of its use.</param>
internal sealed record ObjectClassModel(
    TypeHierarchy Hierarchy,
    string ObjectClass,
    string? Description,
    string MappingName,
    ObjectClassConstants Constants,
    EquatableArray<ObjectClassSlot> Slots,
    EquatableArray<ObjectClassEnum> Enums,
    ObjectClassConstruction? Construction,
    bool UsesObsolete);
