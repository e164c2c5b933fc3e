namespace Sluice.TestKit;

/// <summary>An exception of the handler ends the run unchanged, at every delta, and that delta is delivered again.</summary>
internal sealed class HandlerExceptionPasses : IContractLaw
{
    public string Id => SyncLawIds.Slc304HandlerExceptionPasses;

    public bool ForEachFace => true;

    public async Task ProveAsync(LawContext context)
    {
        var scenario = await Scenario.TellAsync(context).ConfigureAwait(false);
        var mark = context.Story.Mark();
        for (var index = 0; index < scenario.Count; index++)
        {
            context.Story.Rewind(mark);
            var at = index;
            var thrown = new HandlerFailedException($"The handler failed at delta {index + 1}.");
            var run = await context.RunAsync(scenario.Start, (_, i, _) => i == at ? throw thrown : ValueTask.FromResult(SyncAnswer.Continue)).ConfigureAwait(false);
            if (run.CallsAfterStop > 0)
                throw LawContext.Broken($"The handler threw at delta {index + 1} and was called {run.CallsAfterStop} times more.", cause: run.Exception);
            if (run.Exception is null)
                throw LawContext.Broken($"The handler threw at delta {index + 1}, and the run ended as if nothing had happened.");
            if (!ReferenceEquals(run.Exception, thrown))
                throw run.Exception is SyncLawException ? LawContext.Unexpected(run) : LawContext.Broken($"The handler threw at delta {index + 1}, and another exception arrived: {LawContext.Name(run.Exception)}: {run.Exception.Message}", cause: run.Exception);
            var rest = await context.DrainAsync(run.Position).ConfigureAwait(false);
            scenario.CheckRest(rest.Deltas, 0, index, $"The handler threw at delta {index + 1}. A run from {run.Position}");
        }
    }

    private sealed class HandlerFailedException(string message) : Exception(message);
}
