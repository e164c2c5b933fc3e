namespace Sluice.TestKit;

/// <summary>A delta that is no delete carries its object.</summary>
internal sealed class DeltaCarriesObject : IContractLaw
{
    public string Id => SyncLawIds.Slc401DeltaCarriesObject;

    public bool ForEachFace => true;

    public Task ProveAsync(LawContext context) => EachDelta.LookAtAsync(context, (delta, _) =>
    {
        if (delta.Type != SyncDeltaType.Delete && delta.Object is null)
            throw LawContext.Broken($"The {delta.Type} delta of uid '{delta.Uid}' carries no object.");
    });
}
