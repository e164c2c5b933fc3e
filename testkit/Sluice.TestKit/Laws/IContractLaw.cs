namespace Sluice.TestKit;

/// <summary>The proof of one law. Its class is named by the law's word and knows nothing of a test framework.</summary>
internal interface IContractLaw
{
    /// <summary>The law, one of <see cref="SyncLawIds"/>.</summary>
    string Id { get; }

    /// <summary>Whether the proof asks something of a class, or of <c>__ALL__</c>.</summary>
    /// <param name="objectClass">The class.</param>
    bool Concerns(ObjectClass objectClass) => true;

    /// <summary>Whether there is nothing to prove where the facade does not sync the class.</summary>
    bool NeedsSync => true;

    /// <summary>Whether the proof drives one face of the facade at a time, so that it is told for each.</summary>
    bool ForEachFace => false;

    /// <summary>Proves the law, or ends in one of the <see cref="ProofEndedException"/>s that the context throws.</summary>
    Task ProveAsync(LawContext context);
}
