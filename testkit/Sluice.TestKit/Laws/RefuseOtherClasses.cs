namespace Sluice.TestKit;

/// <summary>A class that is served is served by something: its objects are delivered.</summary>
internal sealed class RefuseOtherClasses : IContractLaw
{
    public string Id => SyncLawIds.Slc103RefuseOtherClasses;

    public bool Concerns(ObjectClass objectClass) => !objectClass.IsAll;

    public async Task ProveAsync(LawContext context)
    {
        var scenario = await Scenario.BeginAsync(context).ConfigureAwait(false);
        await context.Native.CreateAsync(2).ConfigureAwait(false);
        var first = await context.DrainAsync(SyncPosition.Beginning).ConfigureAwait(false);
        var next = await context.DrainAsync(scenario.Start).ConfigureAwait(false);
        if (first.Deltas.Count == 0 && next.Deltas.Count == 0)
            throw LawContext.Broken($"The facade serves {context.ObjectClass}, but neither a first run nor one from the latest token delivers any of its {context.Native.Live.Count()} objects: the class falls through.");
    }
}
