namespace Sluice.TestKit;

/// <summary>A delta's uid is its object's, and it is the uid that the source knows the object by.</summary>
internal sealed class DeltaUidIsObjectUid : IContractLaw
{
    public string Id => SyncLawIds.Slc402DeltaUidIsObjectUid;

    public bool ForEachFace => true;

    public Task ProveAsync(LawContext context) => EachDelta.LookAtAsync(context, (delta, _) =>
    {
        if (delta.Object is not { } changed)
            return;
        if (changed.Uid != delta.Uid)
            throw LawContext.Broken($"The delta of uid '{delta.Uid}' carries the object '{changed.Uid}'.");

        // The name tells which object it is, whatever uid the delta gives it.
        if (context.Native.Live.FirstOrDefault(item => item.ObjectClass == delta.ObjectClass && item.Draft.Name.Value == changed.Name.Value) is { } written && !written.Uids.Contains(delta.Uid))
            throw LawContext.Broken($"The object '{changed.Name}' was written with the uid '{written.Uid}', and a delta tells it as '{delta.Uid}'.");
    });
}
