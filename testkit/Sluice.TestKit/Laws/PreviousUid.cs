namespace Sluice.TestKit;

/// <summary>A previous uid stands only on a change of an object that had it, and that has it no more.</summary>
internal sealed class PreviousUid : IContractLaw
{
    public string Id => SyncLawIds.Slc403PreviousUid;

    public bool ForEachFace => true;

    public async Task ProveAsync(LawContext context)
    {
        var scenario = await Scenario.BeginAsync(context, 4 * context.Classes.Count).ConfigureAwait(false);
        var before = context.Native.Objects.ToDictionary(item => item, item => item.Uid);
        await scenario.WriteMixtureAsync().ConfigureAwait(false);
        foreach (var from in new[] { scenario.Start, SyncPosition.Beginning })
        {
            foreach (var delta in (await context.DrainAsync(from).ConfigureAwait(false)).Deltas)
            {
                if (delta.PreviousUid is not { } previous)
                    continue;
                if (delta.Type is SyncDeltaType.Create or SyncDeltaType.Delete || previous == delta.Uid)
                    throw LawContext.Broken($"The {delta.Type} delta of uid '{delta.Uid}' has the previous uid '{previous}'.");
                if (!before.Any(known => known.Key.ObjectClass == delta.ObjectClass && known.Value == previous && known.Key.Uid == delta.Uid))
                    throw LawContext.Broken($"The delta of uid '{delta.Uid}' has the previous uid '{previous}', which that object never had: a host merges two objects.");
            }
        }
    }
}
