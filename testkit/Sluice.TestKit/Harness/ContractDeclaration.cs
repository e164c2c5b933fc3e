namespace Sluice.TestKit;

/// <summary>One thing that a connector does not promise: a weakness or, where that is null, a law that does not apply.</summary>
/// <param name="Weakness">The weakness; null where a law is named.</param>
/// <param name="LawId">The law; null where a weakness is named.</param>
/// <param name="ObjectClass">The class concerned; null for all.</param>
/// <param name="Reason">Why, for the reader of the card.</param>
public sealed record ContractDeclaration(ContractWeakness? Weakness, string? LawId, ObjectClass? ObjectClass, string Reason)
{
    // What holds for a class holds for __ALL__ too, which contains it.
    internal bool Concerns(ObjectClass objectClass) => ObjectClass is null || ObjectClass == objectClass || (objectClass.IsAll && Weakness is not null);
}
