namespace Sluice.TestKit;

/// <summary>Plays a host with its token rules, interrupted at every delta, and looks whether it gets to the truth.</summary>
internal sealed class HostTrial(HostProfile host) : IContractLaw
{
    public string Id => "";

    public async Task ProveAsync(LawContext context)
    {
        var scenario = await Scenario.BeginAsync(context, 4 * context.Classes.Count).ConfigureAwait(false);
        await scenario.WriteMixtureAsync().ConfigureAwait(false);

        // Token groups are where hosts differ most.
        if (context.Harness is IWritesTogether together)
        {
            await context.Native.CreateTogetherAsync(together, 3).ConfigureAwait(false);
            await context.Native.CreateAsync(1).ConfigureAwait(false);
        }

        await scenario.ReadAsync().ConfigureAwait(false);
        var mark = context.Story.Mark();
        foreach (var start in host.First == HostFirstRun.Beginning ? new[] { SyncPosition.Beginning, scenario.Start } : [scenario.Start])
        {
            var whole = await context.DrainAsync(start).ConfigureAwait(false);
            for (var index = 0; index < whole.Deltas.Count; index++)
            {
                foreach (var interruption in new[] { "stop", "reject", "exception" })
                {
                    context.Story.Rewind(mark);
                    await InterruptedAsync(context, scenario, start, index, interruption).ConfigureAwait(false);
                }
            }
        }

        context.Story.Rewind(mark);
        await ThenChangedAsync(context, scenario, host.First == HostFirstRun.Beginning ? SyncPosition.Beginning : scenario.Start).ConfigureAwait(false);
    }

    private async Task InterruptedAsync(LawContext context, Scenario scenario, SyncPosition start, int index, string interruption)
    {
        var mirror = Held(scenario, start);
        context.Story.Add(StoryStepKind.Note, $"the host '{host.Name}' starts from {start} and is interrupted at delta {index + 1}");
        var run = await context.RunAsync(start, (_, i, _) => ValueTask.FromResult((i == index, interruption) switch
        {
            (false, _) => SyncAnswer.Continue,
            (_, "stop") => SyncAnswer.AcceptAndStop,
            (_, "reject") => SyncAnswer.RejectAndStop,
            _ => throw new InvalidOperationException("The host failed."),
        })).ConfigureAwait(false);
        mirror.Apply(run.Accepted);
        var kept = Keep(run, start);
        await context.RestartAsync().ConfigureAwait(false);
        var rest = await context.DrainAsync(kept).ConfigureAwait(false);
        mirror.Apply(rest.Deltas);
        await context.ConvergedAsync(mirror, $"The host '{host.Name}' was interrupted at delta {index + 1}, kept {kept} and went on from there. After that").ConfigureAwait(false);
    }

    /// <summary>A host that keeps nothing after a whole run never gets on.</summary>
    private async Task ThenChangedAsync(LawContext context, Scenario scenario, SyncPosition start)
    {
        var mirror = Held(scenario, start);
        var run = await context.DrainAsync(start).ConfigureAwait(false);
        mirror.Apply(run.Deltas);
        var kept = Keep(run, start);
        var item = await context.Native.CreateAsync().ConfigureAwait(false);
        var next = await context.DrainAsync(kept).ConfigureAwait(false);
        await context.ConvergedAsync(mirror.Apply(next.Deltas), $"The host '{host.Name}' kept {kept} after a whole run. After the next change and run").ConfigureAwait(false);

        // Where a token does not tell the changes of one tick apart, the last tick comes again; everything does only where nothing was kept.
        if (next.Deltas.Count > run.Deltas.Count && (!context.IsImprecise || kept == start))
            throw LawContext.Broken($"The host '{host.Name}' kept {kept} after a whole run, and got everything again instead of {item}.");
    }

    private static Mirror Held(Scenario scenario, SyncPosition start) => start.Kind == SyncPositionKind.Beginning ? new() : scenario.Baseline.Copy();

    private SyncPosition Keep(ObservedRun run, SyncPosition before)
    {
        var last = run.Accepted is [.., var accepted] ? SyncPosition.After(accepted.Token) : before;
        return host.Keeps switch
        {
            HostKeeps.Position => run.Position,
            HostKeeps.LastDelta => last,
            HostKeeps.ReturnAfterFullRun => run.Drained ? run.Position : before,
            _ => run.Result is not null && run.Drained ? run.Position : last,
        };
    }
}
