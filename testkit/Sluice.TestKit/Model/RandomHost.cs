namespace Sluice.TestKit;

/// <summary>Plays a story: a source that changes, and a host that syncs, stops, fails, restarts. At rest the host holds what the source holds.</summary>
internal sealed class RandomHost(LawContext context)
{
    private readonly List<HeldCreate> _held = [];
    private readonly List<SyncPosition> _kept = [];
    private Mirror _mirror = new();
    private SyncPosition _position = SyncPosition.Beginning;

    public async Task PlayAsync(IReadOnlyList<StoryAct> story)
    {
        if (story.Count > 0 && story[0].Which % 2 == 0)
        {
            // Half of the hosts begin with a reconciliation, and sync from then on.
            await context.Native.CreateAsync(2).ConfigureAwait(false);
            _position = await context.LatestAsync().ConfigureAwait(false);
            _mirror = await context.Native.TruthAsync().ConfigureAwait(false);
        }

        foreach (var act in story)
            await PlayAsync(act).ConfigureAwait(false);
        await RestAsync().ConfigureAwait(false);
    }

    private async Task PlayAsync(StoryAct act)
    {
        var native = context.Native;
        var live = native.Live.ToList();
        switch (act.Kind)
        {
            case StoryActKind.Create:
                await native.CreateAsync(1).ConfigureAwait(false);
                break;
            case StoryActKind.Change when live.Count > 0:
                await native.ChangeAsync(live[act.Which % live.Count]).ConfigureAwait(false);
                break;
            case StoryActKind.Rename when live.Count > 0:
                await native.RenameAsync(live[act.Which % live.Count]).ConfigureAwait(false);
                break;
            case StoryActKind.Delete when live.Count > 0:
                await native.DeleteAsync(live[act.Which % live.Count]).ConfigureAwait(false);
                break;
            case StoryActKind.Recreate when native.Objects.FirstOrDefault(item => !item.IsLive) is { } gone:
                await native.RecreateAsync(gone).ConfigureAwait(false);
                break;
            case StoryActKind.CreateTogether:
                await native.CreateTogetherAsync((IWritesTogether)context.Harness, 2 + (act.Which % 3)).ConfigureAwait(false);
                break;
            case StoryActKind.OutOfScope:
                await context.HarnessAsync("WriteOutOfScopeAsync", c => ((IWritesOutOfScope)context.Harness).WriteOutOfScopeAsync(context.ClassInTurn(act.Which), 1 + act.Where, c)).ConfigureAwait(false);
                context.Story.Add(StoryStepKind.Source, $"{1 + act.Where} changes out of scope");
                break;
            case StoryActKind.Hold when _held.Count < 2:
                _held.Add(await native.HoldCreateAsync((IHoldsTransactions)context.Harness).ConfigureAwait(false));
                break;
            case StoryActKind.Commit when _held.Count > 0:
                await CommitAsync(_held[act.Which % _held.Count]).ConfigureAwait(false);
                break;
            case StoryActKind.Rollback when _held.Count > 0:
                await RollBackAsync(_held[act.Which % _held.Count]).ConfigureAwait(false);
                break;
            case StoryActKind.FreezeClock:
                await context.HarnessAsync("FreezeClockAsync", ((IControlsClock)context.Harness).FreezeClockAsync).ConfigureAwait(false);
                context.Story.Add(StoryStepKind.Source, "the clock stands still");
                break;
            case StoryActKind.ShiftClock:
                var by = TimeSpan.FromSeconds((act.Which - 4) * Math.Pow(10, act.Where % 4));
                await context.HarnessAsync("ShiftClockAsync", c => ((IControlsClock)context.Harness).ShiftClockAsync(by, c)).ConfigureAwait(false);
                context.Story.Add(StoryStepKind.Source, $"the clock is set by {by}");
                break;
            case StoryActKind.ReleaseClock:
                await context.HarnessAsync("ReleaseClockAsync", ((IControlsClock)context.Harness).ReleaseClockAsync).ConfigureAwait(false);
                context.Story.Add(StoryStepKind.Source, "the clock runs again");
                break;
            case StoryActKind.Break:
                await context.HarnessAsync("BreakAfterAsync", c => ((IBreaksConnection)context.Harness).BreakAfterAsync(act.Which + act.Where, c)).ConfigureAwait(false);
                context.Story.Add(StoryStepKind.Source, $"after {act.Which + act.Where} reads the connection breaks");
                break;
            case StoryActKind.Restart:
                await context.RestartAsync().ConfigureAwait(false);
                _position = act.Which % 2 == 0 ? SyncPosition.Parse(_position.ToString()) : ConnectorJson.Default.Deserialize<SyncPosition>(ConnectorJson.Default.Serialize(_position));
                break;
            case StoryActKind.SetBack when _kept.Count > 0:
                // What was kept later lies ahead of the host now; nobody may go back to there.
                _kept.RemoveRange((act.Which % _kept.Count) + 1, _kept.Count - (act.Which % _kept.Count) - 1);
                _position = _kept[^1];
                context.Story.Add(StoryStepKind.Note, $"the host is set back to {_position}");
                break;
            case StoryActKind.Sync or StoryActKind.SyncAndStop or StoryActKind.SyncAndReject or StoryActKind.SyncAndThrow or StoryActKind.SyncAndCancel or StoryActKind.WriteDuringSync:
                await SyncAsync(act).ConfigureAwait(false);
                break;
            default:
                break;
        }
    }

    private async Task SyncAsync(StoryAct act)
    {
        ForgetAtTheBeginning();
        using var host = new CancellationTokenSource();
        var wrote = false;
        var run = await context.RunAsync(
            _position,
            async (_, index, _) =>
            {
                if (index != act.Where)
                    return SyncAnswer.Continue;
                switch (act.Kind)
                {
                    case StoryActKind.SyncAndStop:
                        return SyncAnswer.AcceptAndStop;
                    case StoryActKind.SyncAndReject:
                        return SyncAnswer.RejectAndStop;
                    case StoryActKind.SyncAndThrow:
                        throw new InvalidOperationException("The host failed.");
                    case StoryActKind.SyncAndCancel:
                        await host.CancelAsync().ConfigureAwait(false);
                        break;
                    case StoryActKind.WriteDuringSync when !wrote:
                        wrote = true;
                        await context.Native.CreateAsync(1).ConfigureAwait(false);
                        break;
                    default:
                        break;
                }

                return SyncAnswer.Continue;
            },
            cancellation: host.Token).ConfigureAwait(false);
        await TakeAsync(run).ConfigureAwait(false);
        if (run.Drained && _held.Count == 0 && !wrote)
            await context.ConvergedAsync(_mirror, "At rest").ConfigureAwait(false);
    }

    /// <summary>A first run tells what there is, not what there is no more: whoever starts anew with a class forgets what he holds of it.</summary>
    private void ForgetAtTheBeginning()
    {
        foreach (var objectClass in context.Classes.Where(_position.IsBeginningOf))
            _mirror.Forget(objectClass);
    }

    private Task TakeAsync(ObservedRun run)
    {
        if (run.Exception is SyncLawException)
            throw LawContext.Unexpected(run);
        if (run.CallsAfterStop > 0)
            throw LawContext.Broken($"The handler was called {run.CallsAfterStop} times after it had said stop.", SyncLawIds.Slc302NoDeltaAfterStop);
        _mirror.Apply(run.Accepted);
        _kept.Add(_position);
        _position = run.Position;
        return Task.CompletedTask;
    }

    /// <summary>Everything comes to rest: open transactions commit, the connection holds, and the host syncs to the end.</summary>
    private async Task RestAsync()
    {
        while (_held.Count > 0)
            await CommitAsync(_held[0]).ConfigureAwait(false);
        if (context.Harness is IBreaksConnection breaks)
            await context.HarnessAsync("HealAsync", breaks.HealAsync).ConfigureAwait(false);
        context.Story.Add(StoryStepKind.Note, "everything comes to rest; the host syncs to the end");
        ForgetAtTheBeginning();
        var run = await context.DrainAsync(_position).ConfigureAwait(false);
        await TakeAsync(run).ConfigureAwait(false);
        await context.ConvergedAsync(_mirror, "At rest").ConfigureAwait(false);
    }

    private async Task CommitAsync(HeldCreate held)
    {
        _held.Remove(held);
        await context.Native.CommitAsync(held).ConfigureAwait(false);
    }

    private async Task RollBackAsync(HeldCreate held)
    {
        _held.Remove(held);
        await context.Native.RollBackAsync(held).ConfigureAwait(false);
    }
}
