namespace Sluice.TestKit;

/// <summary>The handler is given deltas, never null.</summary>
internal sealed class NoNullDelta : IContractLaw
{
    public string Id => SyncLawIds.Slc409NoNullDelta;

    public bool ForEachFace => true;

    public Task ProveAsync(LawContext context) => EachDelta.LookAtAsync(context, static (_, _) => { });
}
