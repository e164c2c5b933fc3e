namespace Sluice.TestKit;

/// <summary><c>__ALL__</c> delivers something, or is refused aloud.</summary>
internal sealed class AllIsServedOrRefused : IContractLaw
{
    public string Id => SyncLawIds.Slc104AllIsServedOrRefused;

    public bool NeedsSync => false;

    public bool Concerns(ObjectClass objectClass) => objectClass.IsAll;

    public async Task ProveAsync(LawContext context)
    {
        await context.Native.CreateAsync(2 * context.Classes.Count).ConfigureAwait(false);
        var served = context.Facade.Supports(ObjectClass.All, ConnectorOperations.Sync);
        var run = await context.RunAsync(SyncPosition.Beginning).ConfigureAwait(false);
        if (run.Exception is UnsupportedObjectClassException or UnsupportedConnectorOperationException)
        {
            if (served)
                throw LawContext.Broken("The facade says that it syncs __ALL__, and refuses it.");
            return;
        }

        if (run.Exception is not null)
            throw LawContext.Unexpected(run);
        if (run.Deltas.Count == 0)
            throw LawContext.Broken($"A first run of __ALL__ delivered nothing, although there are {context.Native.Live.Count()} objects.");
        if (!served)
            throw LawContext.Broken("The facade says that it does not sync __ALL__, and delivers deltas.");
    }
}
