namespace Sluice.TestKit.Tests;

/// <summary>Connectors that treat their handler badly.</summary>
internal static class HandlerMutants
{
    public static IEnumerable<Mutant> All =>
    [
        Mutant.Of("the handler's answer is dropped", source => new AnswerDropped(source), SyncLawIds.Slc301UseHandlerAnswer),
        Mutant.Of("only \"accept and stop\" is understood, a rejection goes on", source => new RejectionGoesOn(source), SyncLawIds.Slc301UseHandlerAnswer),
        Mutant.Of("one delta more is delivered after the stop", source => new OneMoreAfterStop(source), SyncLawIds.Slc302NoDeltaAfterStop),
        Mutant.Of("a stop leaves the loop over the page, not the one over the pages", source => new StopLeavesPageOnly(source), SyncLawIds.Slc302NoDeltaAfterStop),
        Mutant.Of("an exception of the handler is caught and logged", source => new HandlerExceptionCaught(source), SyncLawIds.Slc304HandlerExceptionPasses),
        Mutant.Of("an exception of the handler is wrapped", source => new HandlerExceptionWrapped(source), SyncLawIds.Slc304HandlerExceptionPasses),
        Mutant.Of("an exception of the handler is taken for a stop", source => new HandlerExceptionStops(source), SyncLawIds.Slc304HandlerExceptionPasses),
        Mutant.Of("a delta whose handler threw is handed over again", source => new HandlerExceptionRetried(source), SyncLawIds.Slc304HandlerExceptionPasses),
        Mutant.Of("the next delta is handed over before the last one is done", source => new TwoAtOnce(source), SyncLawIds.Slc311NoConcurrentHandler),
        Mutant.Of("each delta is handed over twice at once, from parallel tasks", source => new ParallelTasks(source), SyncLawIds.Slc311NoConcurrentHandler),
        Mutant.Of("deltas are queued to a task that nobody awaits", source => new QueuedBehindReturn(source), SyncLawIds.Slc312NoCallAfterReturn),
        Mutant.Of("null is handed over for a change that has no object", source => new NullForDelete(source), SyncLawIds.Slc409NoNullDelta),
    ];

    private sealed class AnswerDropped(MemorySource source) : LogFacade(source)
    {
        protected override async ValueTask<SyncAnswer> HandOverAsync(IAsyncSyncHandler handler, SyncDelta delta, CancellationToken cancellation)
        {
            await handler.HandleAsync(delta, cancellation);
            return SyncAnswer.Continue;
        }
    }

    private sealed class RejectionGoesOn(MemorySource source) : LogFacade(source)
    {
        protected override async ValueTask<SyncAnswer> HandOverAsync(IAsyncSyncHandler handler, SyncDelta delta, CancellationToken cancellation) =>
            await handler.HandleAsync(delta, cancellation) is SyncAnswer.AcceptAndStop ? SyncAnswer.AcceptAndStop : SyncAnswer.Continue;
    }

    private sealed class OneMoreAfterStop(MemorySource source) : LogFacade(source)
    {
        private SyncAnswer _before;

        protected override async ValueTask<SyncAnswer> HandOverAsync(IAsyncSyncHandler handler, SyncDelta delta, CancellationToken cancellation)
        {
            var before = _before;
            _before = await handler.HandleAsync(delta, cancellation);
            if (before != SyncAnswer.Continue)
                _before = SyncAnswer.Continue;
            return before;
        }
    }

    private sealed class StopLeavesPageOnly(MemorySource source) : LogFacade(source)
    {
        private int _pageSize;
        private int _left;

        protected override int PageSize(OperationOptions options)
        {
            _left = 0;
            return _pageSize = base.PageSize(options);
        }

        protected override async ValueTask<SyncAnswer> HandOverAsync(IAsyncSyncHandler handler, SyncDelta delta, CancellationToken cancellation)
        {
            if (_left-- > 0)
                return SyncAnswer.Continue;
            _left = await handler.HandleAsync(delta, cancellation) == SyncAnswer.Continue ? 0 : _pageSize - 1;
            return SyncAnswer.Continue;
        }
    }

    private sealed class HandlerExceptionCaught(MemorySource source) : LogFacade(source)
    {
        protected override async ValueTask<SyncAnswer> HandOverAsync(IAsyncSyncHandler handler, SyncDelta delta, CancellationToken cancellation)
        {
            try
            {
                return await handler.HandleAsync(delta, cancellation);
            }
            catch (Exception)
            {
                return SyncAnswer.Continue;
            }
        }
    }

    private sealed class HandlerExceptionWrapped(MemorySource source) : LogFacade(source)
    {
        protected override async ValueTask<SyncAnswer> HandOverAsync(IAsyncSyncHandler handler, SyncDelta delta, CancellationToken cancellation)
        {
            try
            {
                return await handler.HandleAsync(delta, cancellation);
            }
            catch (Exception exception)
            {
                throw new ConnectorException("The change could not be handled.", exception);
            }
        }
    }

    private sealed class HandlerExceptionStops(MemorySource source) : LogFacade(source)
    {
        protected override async ValueTask<SyncAnswer> HandOverAsync(IAsyncSyncHandler handler, SyncDelta delta, CancellationToken cancellation)
        {
            try
            {
                return await handler.HandleAsync(delta, cancellation);
            }
            catch (Exception)
            {
                return SyncAnswer.RejectAndStop;
            }
        }
    }

    private sealed class HandlerExceptionRetried(MemorySource source) : LogFacade(source)
    {
        protected override async ValueTask<SyncAnswer> HandOverAsync(IAsyncSyncHandler handler, SyncDelta delta, CancellationToken cancellation)
        {
            try
            {
                return await handler.HandleAsync(delta, cancellation);
            }
            catch (Exception)
            {
                return await handler.HandleAsync(delta, cancellation);
            }
        }
    }

    private sealed class TwoAtOnce(MemorySource source) : LogFacade(source)
    {
        private Task<SyncAnswer> _last = Task.FromResult(SyncAnswer.Continue);

        protected override async ValueTask<SyncAnswer> HandOverAsync(IAsyncSyncHandler handler, SyncDelta delta, CancellationToken cancellation)
        {
            var before = _last;
            _last = handler.HandleAsync(delta, cancellation).AsTask();
            return await before;
        }

        protected override SyncPosition AfterAll(SyncPosition safe, SyncRun run)
        {
            SpinWait.SpinUntil(() => _last.IsCompleted, 1000);
            return base.AfterAll(safe, run);
        }
    }

    private sealed class ParallelTasks(MemorySource source) : LogFacade(source)
    {
        protected override async ValueTask<SyncAnswer> HandOverAsync(IAsyncSyncHandler handler, SyncDelta delta, CancellationToken cancellation) =>
            (await Task.WhenAll(handler.HandleAsync(delta, cancellation).AsTask(), handler.HandleAsync(delta, cancellation).AsTask()))[0];
    }

    private sealed class QueuedBehindReturn(MemorySource source) : LogFacade(source)
    {
        private Task _queue = Task.CompletedTask;

        protected override ValueTask<SyncAnswer> HandOverAsync(IAsyncSyncHandler handler, SyncDelta delta, CancellationToken cancellation)
        {
            _queue = AfterAsync(_queue);
            return new(SyncAnswer.Continue);

            async Task AfterAsync(Task before)
            {
                await before;
                await Task.Yield();
                await handler.HandleAsync(delta, CancellationToken.None);
            }
        }
    }

    private sealed class NullForDelete(MemorySource source) : LogFacade(source)
    {
        protected override ValueTask<SyncAnswer> HandOverAsync(IAsyncSyncHandler handler, SyncDelta delta, CancellationToken cancellation) =>
            base.HandOverAsync(handler, delta.Type == SyncDeltaType.Delete ? null! : delta, cancellation);
    }
}
