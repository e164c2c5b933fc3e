namespace Sluice.TestKit;

/// <summary>What a connector does not promise, with its reasons. Each stands on the card.</summary>
public sealed class ContractDeclarations
{
    private ContractDeclarations(IReadOnlyList<ContractDeclaration> all) => All = all;

    /// <summary>The connector promises everything.</summary>
    public static ContractDeclarations None { get; } = new([]);

    /// <summary>The declarations, in the order in which they were made.</summary>
    public IReadOnlyList<ContractDeclaration> All { get; }

    /// <summary>The source does not tell of deletes; the host finds them by reconciliation.</summary>
    /// <param name="reason">Why, for the reader of the card.</param>
    /// <param name="objectClass">The class concerned; null for all.</param>
    public ContractDeclarations NoDeletes(string reason, ObjectClass? objectClass = null) => And(ContractWeakness.NoDeletes, null, reason, objectClass);

    /// <summary>A run may deliver the group of the token that it starts from once more (<see cref="TokenGranularity.AtLeastOnce"/>).</summary>
    /// <param name="reason">Why, for the reader of the card.</param>
    /// <param name="objectClass">The class concerned; null for all.</param>
    public ContractDeclarations ImpreciseTokens(string reason, ObjectClass? objectClass = null) => And(ContractWeakness.ImpreciseTokens, null, reason, objectClass);

    /// <summary>An object whose uid changed is told as a delete of the old uid and a creation under the new one, in this order.</summary>
    /// <param name="reason">Why, for the reader of the card.</param>
    /// <param name="objectClass">The class concerned; null for all.</param>
    public ContractDeclarations RenamesInTwoDeltas(string reason, ObjectClass? objectClass = null) => And(ContractWeakness.RenamesInTwoDeltas, null, reason, objectClass);

    /// <summary>A law has nothing to say about this connector.</summary>
    /// <param name="lawId">The law, one of <see cref="SyncLawIds"/>.</param>
    /// <param name="reason">Why, for the reader of the card.</param>
    /// <param name="objectClass">The class concerned; null for all.</param>
    public ContractDeclarations NotApplicable(string lawId, string reason, ObjectClass? objectClass = null)
    {
        if (SyncLaws.Find(lawId) is null)
            throw new ArgumentException($"'{lawId}' is not a law; use a constant of {nameof(SyncLawIds)}.", nameof(lawId));
        return And(null, lawId, reason, objectClass);
    }

    internal ContractDeclaration? Find(ContractWeakness weakness, ObjectClass objectClass) =>
        All.FirstOrDefault(declaration => declaration.Weakness == weakness && declaration.Concerns(objectClass));

    internal ContractDeclaration? Find(string lawId, ObjectClass objectClass) =>
        All.FirstOrDefault(declaration => declaration.LawId == lawId && declaration.Concerns(objectClass));

    private ContractDeclarations And(ContractWeakness? weakness, string? lawId, string reason, ObjectClass? objectClass)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(reason);
        return new([.. All, new ContractDeclaration(weakness, lawId, objectClass, reason)]);
    }
}
