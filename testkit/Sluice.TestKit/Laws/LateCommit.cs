namespace Sluice.TestKit;

/// <summary>A change whose transaction began earlier and commits after a run is delivered by a later run.</summary>
internal sealed class LateCommit : IContractLaw
{
    public string Id => SyncLawIds.Slc907LateCommit;

    public async Task ProveAsync(LawContext context)
    {
        var holds = context.Need<IHoldsTransactions>();
        var native = context.Native;
        foreach (var resume in new[] { "position", "latest token", "last delta's token" })
        {
            await native.CreateAsync(2).ConfigureAwait(false);
            var start = await context.LatestAsync().ConfigureAwait(false);
            var mirror = await native.TruthAsync().ConfigureAwait(false);
            var held = await native.HoldCreateAsync(holds).ConfigureAwait(false);
            await native.CreateAsync(2).ConfigureAwait(false);
            var run = await context.DrainAsync(start).ConfigureAwait(false);
            mirror.Apply(run.Deltas);
            var from = resume switch
            {
                "position" => run.Position,
                "latest token" => await context.LatestAsync().ConfigureAwait(false),
                _ => run.Deltas is [.., var last] ? SyncPosition.After(last.Token) : run.Position,
            };
            if (resume == "latest token")
                mirror = await native.TruthAsync().ConfigureAwait(false);
            await native.CommitAsync(held).ConfigureAwait(false);
            await native.CreateAsync(1).ConfigureAwait(false);
            var rest = await context.DrainAsync(from).ConfigureAwait(false);
            await context.ConvergedAsync(mirror.Apply(rest.Deltas), $"A transaction committed after a run, although it had begun before its changes. After a run from the {resume}").ConfigureAwait(false);
        }

        // A transaction that never commits must not hold up the others for ever.
        var position = await context.LatestAsync().ConfigureAwait(false);
        var abandoned = await native.HoldCreateAsync(holds).ConfigureAwait(false);
        var item = await native.CreateAsync().ConfigureAwait(false);
        await native.RollBackAsync(abandoned).ConfigureAwait(false);
        if (!(await context.DrainAsync(position).ConfigureAwait(false)).Deltas.Any(delta => delta.Uid == item.Uid))
            throw LawContext.Broken("A transaction was rolled back, and the change after it is not delivered.");
    }
}
