using System.Runtime.CompilerServices;

namespace Sluice.TestKit.Tests;

/// <summary>Connectors that read their source badly.</summary>
internal static class SourceMutants
{
    public static IEnumerable<Mutant> All =>
    [
        Mutant.Of("a change that commits late is passed by", source => new LateCommitPassedBy(source), SyncLawIds.Slc907LateCommit),
        Mutant.Of("a page that does not advance is read for ever", source => new PageForEver(source), SyncLawIds.Slc220PageAdvances),
        Mutant.Of("the same page is delivered for ever", source => new SamePageForEver(source), SyncLawIds.Slc220PageAdvances),
        Mutant.Of("a page of changes out of scope ends the run", source => new FilteredPageEndsRun(source), SyncLawIds.Slc220PageAdvances),
        Mutant.Of("only the first page is read", source => new FirstPageOnly(source), SyncLawIds.Slc220PageAdvances),
        Mutant.Of("a first run ends at the server's limit", source => new FirstRunEndsAtLimit(source), SyncLawIds.Slc902FirstRunIsComplete),
        Mutant.Of("everything is read before the first delta", source => new ReadsAllFirst(source), SyncLawIds.Slc305DeltasStream),
        Mutant.Of("everything delivered is kept", source => new KeepsAll(source), SyncLawIds.Slc915FlatMemory),
        Mutant.Of("cancellation is not passed on", source => new CancellationDropped(source), SyncLawIds.Slc306CancellationReachesSource),
        Mutant.Of("cancellation does not reach the reads", source => new ReadsUncancellable(source), SyncLawIds.Slc306CancellationReachesSource),
        Mutant.Of("cancellation is told as an error of the source", source => new CancellationIsError(source), SyncLawIds.Slc306CancellationReachesSource),
        Mutant.Of("a connection is closed only at the end", source => new ClosedAtEndOnly(source), SyncLawIds.Slc309IteratorCloses),
        Mutant.Of("a connection is never closed", source => new NeverClosed(source), SyncLawIds.Slc309IteratorCloses),
        Mutant.Of("a record that cannot be read is left out", source => new BadRecordLeftOut(source), SyncLawIds.Slc313ErrorNotSwallowed),
        Mutant.Of("a broken connection ends the run, with the newest position", source => new BreakIsEnd(source), SyncLawIds.Slc313ErrorNotSwallowed),
        Mutant.Of("after a broken connection the run goes on with the next page", source => new BreakSkipsPage(source), SyncLawIds.Slc911FaultLosesNothing),
        Mutant.Of("after a broken connection what was read, but not delivered, is not read again", source => new RetryBehindRead(source), SyncLawIds.Slc911FaultLosesNothing),
        Mutant.Of("the source is locked while deltas are delivered", source => new LocksWhileDelivering(source), SyncLawIds.Slc314NoLockWhileDelivering),
        Mutant.Of("two runs share the buffer of their page", source => new SharedBuffer(source), SyncLawIds.Slc916RunsAreIndependent),
        Mutant.Of("a run ends the one before it", source => new OneRunOnly(source), SyncLawIds.Slc916RunsAreIndependent),
        Mutant.Of("of several changes of an object in a page only the first is told", source => new FirstChangeOnly(source), SyncLawIds.Slc909ReplayConverges),
        Mutant.Of("a rename right after a change of the same object loses its previous uid", source => new RenameAfterChange(source), SyncLawIds.Slc912InterleavingsConverge),
        Mutant.Of("a delete is told once, and then forgotten", source => new DeleteToldOnce(source), SyncLawIds.Slc903ResumeFromAnyToken),
    ];

    private sealed class LateCommitPassedBy(MemorySource source) : LogFacade(source)
    {
        protected override long UpTo(MemoryConnection connection) => connection.Newest();
    }

    private sealed class PageForEver(MemorySource source) : LogFacade(source)
    {
        protected override bool IsLast(int count, int pageSize) => false;
    }

    private sealed class SamePageForEver(MemorySource source) : LogFacade(source)
    {
        protected override LogPosition Next(LogPosition position, MemoryChange change) => position;

        protected override bool IsLast(int count, int pageSize) => count == 0;
    }

    private sealed class FilteredPageEndsRun(MemorySource source) : LogFacade(source)
    {
        protected override async ValueTask<IReadOnlyList<MemoryChange>> LogAsync(MemoryConnection connection, ObjectClass? objectClass, LogPosition after, int pageSize, CancellationToken cancellation) =>
            [.. (await base.LogAsync(connection, objectClass, after, pageSize, cancellation)).Where(change => change.Kind != MemoryChangeKind.OutOfScope)];
    }

    private sealed class FirstPageOnly(MemorySource source) : LogFacade(source)
    {
        protected override bool IsLast(int count, int pageSize) => true;
    }

    private sealed class FirstRunEndsAtLimit(MemorySource source) : LogFacade(source)
    {
        protected override async ValueTask<IReadOnlyList<MemoryChange>> RowsAsync(MemoryConnection connection, ObjectClass? objectClass, LogPosition after, int pageSize, CancellationToken cancellation) =>
            [.. (await base.RowsAsync(connection, objectClass, after, pageSize, cancellation)).Take(20)];
    }

    private sealed class ReadsAllFirst(MemorySource source) : LogFacade(source)
    {
        protected override async IAsyncEnumerable<(LogPosition Position, MemoryChange? Change, ConnectorObject? Object)> StepsAsync(ObjectClass? objectClass, LogPosition? after, int pageSize, [EnumeratorCancellation] CancellationToken cancellation)
        {
            var all = new List<(LogPosition, MemoryChange?, ConnectorObject?)>();
            await foreach (var step in base.StepsAsync(objectClass, after, pageSize, cancellation))
                all.Add(step);
            foreach (var step in all)
                yield return step;
        }
    }

    private sealed class KeepsAll(MemorySource source) : LogFacade(source)
    {
        private readonly List<SyncDelta> _delivered = [];

        protected override ValueTask<SyncAnswer> HandOverAsync(IAsyncSyncHandler handler, SyncDelta delta, CancellationToken cancellation)
        {
            _delivered.Add(delta);
            return base.HandOverAsync(handler, delta, cancellation);
        }
    }

    private sealed class CancellationDropped(MemorySource source) : LogFacade(source)
    {
        public override ValueTask<SyncResult> SyncAsync(SyncRun run, IAsyncSyncHandler handler, CancellationToken cancellation = default) => base.SyncAsync(run, handler, CancellationToken.None);
    }

    private sealed class ReadsUncancellable(MemorySource source) : LogFacade(source)
    {
        protected override ValueTask<IReadOnlyList<MemoryChange>> LogAsync(MemoryConnection connection, ObjectClass? objectClass, LogPosition after, int pageSize, CancellationToken cancellation) =>
            base.LogAsync(connection, objectClass, after, pageSize, CancellationToken.None);
    }

    private sealed class CancellationIsError(MemorySource source) : LogFacade(source)
    {
        public override async ValueTask<SyncResult> SyncAsync(SyncRun run, IAsyncSyncHandler handler, CancellationToken cancellation = default)
        {
            try
            {
                return await base.SyncAsync(run, handler, cancellation);
            }
            catch (OperationCanceledException exception)
            {
                throw new ConnectionBrokenException("The source does not answer.", exception);
            }
        }
    }

    private sealed class ClosedAtEndOnly(MemorySource source) : LogFacade(source)
    {
        protected override async IAsyncEnumerable<(LogPosition Position, MemoryChange? Change, ConnectorObject? Object)> StepsAsync(ObjectClass? objectClass, LogPosition? after, int pageSize, [EnumeratorCancellation] CancellationToken cancellation)
        {
            var connection = Source.Connect();
            await foreach (var step in base.StepsAsync(objectClass, after, pageSize, cancellation))
                yield return step;
            connection.Dispose();
        }
    }

    private sealed class NeverClosed(MemorySource source) : LogFacade(source)
    {
        protected override ValueTask<IReadOnlyList<MemoryChange>> LogAsync(MemoryConnection connection, ObjectClass? objectClass, LogPosition after, int pageSize, CancellationToken cancellation) =>
            base.LogAsync(Source.Connect(), objectClass, after, pageSize, cancellation);
    }

    private sealed class BadRecordLeftOut(MemorySource source) : LogFacade(source)
    {
        private static readonly ConnectorObject Bad = ConnectorObject.Build(ObjectClass.Account, new Uid("bad"), new Name("bad")).Build();

        protected override ConnectorObject? Decode(MemoryConnection connection, MemoryChange change)
        {
            try
            {
                return base.Decode(connection, change);
            }
            catch (ConnectorException)
            {
                return Bad;
            }
        }

        protected override IEnumerable<SyncDelta> Deltas(MemoryChange change, ConnectorObject? item, LogPosition position, SyncRun run) =>
            ReferenceEquals(item, Bad) ? [] : base.Deltas(change, item, position, run);
    }

    private sealed class BreakIsEnd(MemorySource source) : LogFacade(source)
    {
        protected override async ValueTask<IReadOnlyList<MemoryChange>> LogAsync(MemoryConnection connection, ObjectClass? objectClass, LogPosition after, int pageSize, CancellationToken cancellation)
        {
            try
            {
                return await base.LogAsync(connection, objectClass, after, pageSize, cancellation);
            }
            catch (ConnectionBrokenException)
            {
                return [];
            }
        }

        protected override SyncPosition AfterAll(SyncPosition safe, SyncRun run)
        {
            using var connection = Source.Connect();
            return SyncPosition.After(Format(new(Source.Identity, UpTo(connection))));
        }
    }

    private sealed class BreakSkipsPage(MemorySource source) : LogFacade(source)
    {
        protected override async ValueTask<IReadOnlyList<MemoryChange>> LogAsync(MemoryConnection connection, ObjectClass? objectClass, LogPosition after, int pageSize, CancellationToken cancellation)
        {
            try
            {
                return await base.LogAsync(connection, objectClass, after, pageSize, cancellation);
            }
            catch (ConnectionBrokenException)
            {
                return await base.LogAsync(connection, objectClass, after with { Sequence = after.Sequence + 3 }, pageSize, cancellation);
            }
        }
    }

    private sealed class RetryBehindRead(MemorySource source) : LogFacade(source)
    {
        protected override async ValueTask<IReadOnlyList<MemoryChange>> LogAsync(MemoryConnection connection, ObjectClass? objectClass, LogPosition after, int pageSize, CancellationToken cancellation)
        {
            var before = Source.Reads;
            try
            {
                return await base.LogAsync(connection, objectClass, after, pageSize, cancellation);
            }
            catch (ConnectionBrokenException)
            {
                // The read that broke is counted too; where it was the first, nothing is passed by.
                return await base.LogAsync(connection, objectClass, after with { Sequence = after.Sequence + Source.Reads - before - 1 }, pageSize, cancellation);
            }
        }
    }

    private sealed class LocksWhileDelivering(MemorySource source) : LogFacade(source)
    {
        protected override async IAsyncEnumerable<(LogPosition Position, MemoryChange? Change, ConnectorObject? Object)> StepsAsync(ObjectClass? objectClass, LogPosition? after, int pageSize, [EnumeratorCancellation] CancellationToken cancellation)
        {
            using var transaction = await Source.LockAsync(cancellation);
            await foreach (var step in base.StepsAsync(objectClass, after, pageSize, cancellation))
                yield return step;
        }
    }

    private sealed class SharedBuffer(MemorySource source) : LogFacade(source)
    {
        private readonly List<MemoryChange> _page = [];

        protected override async ValueTask<IReadOnlyList<MemoryChange>> LogAsync(MemoryConnection connection, ObjectClass? objectClass, LogPosition after, int pageSize, CancellationToken cancellation)
        {
            var page = await base.LogAsync(connection, objectClass, after, pageSize, cancellation);
            _page.Clear();
            _page.AddRange(page);
            return _page;
        }

        // The page is read from the buffer while it is delivered, not when it was fetched.
        protected override IEnumerable<SyncDelta> Deltas(MemoryChange change, ConnectorObject? item, LogPosition position, SyncRun run) =>
            position.IsFirstRun || _page.Contains(change) ? base.Deltas(change, item, position, run) : [];
    }

    private sealed class OneRunOnly(MemorySource source) : LogFacade(source)
    {
        private CancellationTokenSource _running = new();

        public override async ValueTask<SyncResult> SyncAsync(SyncRun run, IAsyncSyncHandler handler, CancellationToken cancellation = default)
        {
            await _running.CancelAsync();
            _running = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
            return await base.SyncAsync(run, handler, _running.Token);
        }

        public override ValueTask DisposeAsync()
        {
            _running.Dispose();
            return base.DisposeAsync();
        }
    }

    private sealed class FirstChangeOnly(MemorySource source) : LogFacade(source)
    {
        protected override async ValueTask<IReadOnlyList<MemoryChange>> LogAsync(MemoryConnection connection, ObjectClass? objectClass, LogPosition after, int pageSize, CancellationToken cancellation)
        {
            var page = await base.LogAsync(connection, objectClass, after, pageSize, cancellation);
            return [.. page.Where((change, index) => !IsUpdate(change) || !page.Take(index).Any(other => IsUpdate(other) && (other.Class, other.Uid) == (change.Class, change.Uid)))];
        }

        private static bool IsUpdate(MemoryChange change) => change is { Object: not null, IsNew: false, PreviousUid: null };
    }

    private sealed class RenameAfterChange(MemorySource source) : LogFacade(source)
    {
        protected override async ValueTask<IReadOnlyList<MemoryChange>> LogAsync(MemoryConnection connection, ObjectClass? objectClass, LogPosition after, int pageSize, CancellationToken cancellation)
        {
            var page = await base.LogAsync(connection, objectClass, after, pageSize, cancellation);
            return [.. page.Select((change, index) => page.Take(index).Any(other => change.PreviousUid == other.Uid) ? change with { PreviousUid = null } : change)];
        }
    }

    private sealed class DeleteToldOnce(MemorySource source) : LogFacade(source)
    {
        private readonly HashSet<long> _told = [];

        protected override IEnumerable<SyncDelta> Deltas(MemoryChange change, ConnectorObject? item, LogPosition position, SyncRun run) =>
            item is not null || _told.Add(change.Sequence) ? base.Deltas(change, item, position, run) : [];
    }
}
