namespace Sluice.TestKit.Tests;

/// <summary>Connectors whose position after a run, or whose latest token, is wrong.</summary>
internal static class PositionMutants
{
    public static IEnumerable<Mutant> All =>
    [
        Mutant.Of("after a stop the newest position is returned", source => new NewestAfterStop(source), SyncLawIds.Slc202NoNewerTokenAfterStop),
        Mutant.Of("a rejected delta counts as done", source => new RejectedIsDone(source), SyncLawIds.Slc202NoNewerTokenAfterStop),
        Mutant.Of("after a stop the next change's token is returned", source => new OneBeyondAfterStop(source), SyncLawIds.Slc202NoNewerTokenAfterStop),
        Mutant.Of("after a stop the position is the one of the last changes but two", source => new TwoBehindAfterStop(source), SyncLawIds.Slc904StopAndResume),
        Mutant.Of("a stop within a first run skips the rest of the rows", source => new FirstRunForgottenAfterStop(source), SyncLawIds.Slc904StopAndResume),
        Mutant.Of("a stopped run goes back to its start", source => new StopStandsStill(source), SyncLawIds.Slc219BoundedRunProgresses),
        Mutant.Of("no position is returned when all was delivered", source => new NoPositionAtEnd(source), SyncLawIds.Slc201TokenResultWhenDrained),
        Mutant.Of("the position moves with deltas only, not over changes out of scope", source => new DeltasOnlyMove(source), SyncLawIds.Slc908IrrelevantChangesMove),
        Mutant.Of("the position is reset to 0 when nothing changed", source => new ResetWhenIdle(source), SyncLawIds.Slc207FinalTokenNotOlder),
        Mutant.Of("the position returned is the one of the first delta", source => new FirstTokenWins(source), SyncLawIds.Slc207FinalTokenNotOlder),
        Mutant.Of("the position is read after the data", source => new PositionAfterData(source), SyncLawIds.Slc218PositionBeforeData),
        Mutant.Of("a first run's position is read after its rows", source => new FirstRunPositionAfterRows(source), SyncLawIds.Slc218PositionBeforeData),
        Mutant.Of("the latest token is a constant", source => new LatestIsConstant(source), SyncLawIds.Slc217LatestTokenIsLatest),
        Mutant.Of("the latest token is found by reading all changes", source => new LatestReadsAll(source), SyncLawIds.Slc217LatestTokenIsLatest),
        Mutant.Of("the latest token is the beginning", source => new LatestIsBeginning(source), SyncLawIds.Slc217LatestTokenIsLatest),
        Mutant.Of("the latest token is one change behind", source => new LatestOneBehind(source), SyncLawIds.Slc901LatestMeansNow),
        Mutant.Of("the latest token is one change ahead", source => new LatestOneAhead(source), SyncLawIds.Slc901LatestMeansNow),
        Mutant.Of("asking for the latest token forgets the log", source => new LatestTrims(source), SyncLawIds.Slc315LatestTokenIsPure),
        Mutant.Of("asking for the latest token leaves a connection open", source => new LatestLeaks(source), SyncLawIds.Slc315LatestTokenIsPure),
        Mutant.Of("the latest token is a number, the others are texts", source => new LatestOfOtherType(source), SyncLawIds.Slc208OneTokenType),
        Mutant.Of("the final position is a number, the others are texts", source => new FinalOfOtherType(source), SyncLawIds.Slc208OneTokenType),
    ];

    private sealed class NewestAfterStop(MemorySource source) : LogFacade(source)
    {
        protected override SyncPosition AfterStop(SyncPosition safe, SyncAnswer answer, SyncDelta last)
        {
            using var connection = Source.Connect();
            return SyncPosition.After(Format(new(Source.Identity, UpTo(connection))));
        }
    }

    private sealed class RejectedIsDone(MemorySource source) : LogFacade(source)
    {
        protected override SyncPosition AfterStop(SyncPosition safe, SyncAnswer answer, SyncDelta last) => SyncPosition.After(last.Token);
    }

    private sealed class OneBeyondAfterStop(MemorySource source) : LogFacade(source)
    {
        protected override SyncPosition AfterStop(SyncPosition safe, SyncAnswer answer, SyncDelta last)
        {
            var position = Parse(last.Token);
            var next = Source.Look((_, _) => Source.LogAfter(null, position.Sequence).FirstOrDefault());
            return position.IsFirstRun || next is null ? safe : SyncPosition.After(Format(Next(position, next)));
        }
    }

    private sealed class TwoBehindAfterStop(MemorySource source) : LogFacade(source)
    {
        protected override SyncPosition AfterStop(SyncPosition safe, SyncAnswer answer, SyncDelta last)
        {
            var position = Parse(last.Token);
            return position.IsFirstRun ? safe : SyncPosition.After(Format(position with { Sequence = Math.Max(position.Sequence - 4, 1) }));
        }
    }

    private sealed class FirstRunForgottenAfterStop(MemorySource source) : LogFacade(source)
    {
        protected override SyncPosition AfterStop(SyncPosition safe, SyncAnswer answer, SyncDelta last) =>
            safe.Token is { } token && Parse(token) is { IsFirstRun: true } position ? SyncPosition.After(Format(AfterRows(position))) : safe;
    }

    private sealed class StopStandsStill(MemorySource source) : LogFacade(source)
    {
        private SyncPosition _start;

        public override ValueTask<SyncResult> SyncAsync(SyncRun run, IAsyncSyncHandler handler, CancellationToken cancellation = default)
        {
            _start = run.From;
            return base.SyncAsync(run, handler, cancellation);
        }

        protected override SyncPosition AfterStop(SyncPosition safe, SyncAnswer answer, SyncDelta last) => _start;
    }

    private sealed class NoPositionAtEnd(MemorySource source) : LogFacade(source)
    {
        protected override SyncPosition AfterAll(SyncPosition safe, SyncRun run) => run.From;
    }

    private sealed class DeltasOnlyMove(MemorySource source) : LogFacade(source)
    {
        protected override SyncPosition Skipped(SyncPosition safe, LogPosition position) => position.IsFirstRun || safe.Kind == SyncPositionKind.Beginning ? base.Skipped(safe, position) : safe;
    }

    private sealed class ResetWhenIdle(MemorySource source) : NumberFacade(source)
    {
        protected override SyncPosition AfterAll(SyncPosition safe, SyncRun run) => safe == run.From ? SyncPosition.After(0L) : safe;
    }

    private sealed class FirstTokenWins(MemorySource source) : NumberFacade(source)
    {
        protected override SyncPosition AfterAll(SyncPosition safe, SyncRun run) =>
            SyncPosition.After(Source.Look((_, _) => Source.LogAfter(null, run.From.Token?.AsInt64() ?? 0).FirstOrDefault()?.Sequence) ?? safe.Token ?? 0L);
    }

    private sealed class PositionAfterData(MemorySource source) : LogFacade(source)
    {
        protected override SyncPosition AfterAll(SyncPosition safe, SyncRun run)
        {
            using var connection = Source.Connect();
            return SyncPosition.After(Format(new(Source.Identity, UpTo(connection))));
        }

        // One page holds it all, so that the end is near.
        protected override bool IsLast(int count, int pageSize) => true;
    }

    private sealed class FirstRunPositionAfterRows(MemorySource source) : LogFacade(source)
    {
        protected override LogPosition AfterRows(LogPosition position)
        {
            using var connection = Source.Connect();
            return new(position.Source, UpTo(connection));
        }
    }

    private sealed class LatestIsConstant(MemorySource source) : LogFacade(source)
    {
        protected override ValueTask<SyncPosition> LatestAsync(MemoryConnection connection, ObjectClass? objectClass, CancellationToken cancellation) =>
            new(SyncPosition.After(Format(new(Source.Identity, 0))));
    }

    private sealed class LatestReadsAll(MemorySource source) : LogFacade(source)
    {
        protected override async ValueTask<SyncPosition> LatestAsync(MemoryConnection connection, ObjectClass? objectClass, CancellationToken cancellation)
        {
            await connection.LogAsync(objectClass, 0, UpTo(connection), int.MaxValue, cancellation);
            return await base.LatestAsync(connection, objectClass, cancellation);
        }
    }

    private sealed class LatestIsBeginning(MemorySource source) : LogFacade(source)
    {
        protected override ValueTask<SyncPosition> LatestAsync(MemoryConnection connection, ObjectClass? objectClass, CancellationToken cancellation) => new(SyncPosition.Beginning);
    }

    private sealed class LatestOneBehind(MemorySource source) : LogFacade(source)
    {
        protected override ValueTask<SyncPosition> LatestAsync(MemoryConnection connection, ObjectClass? objectClass, CancellationToken cancellation) =>
            new(UpTo(connection) is > 0 and var newest ? SyncPosition.After(Format(new(Source.Identity, newest - 1))) : SyncPosition.Beginning);
    }

    private sealed class LatestOneAhead(MemorySource source) : LogFacade(source)
    {
        protected override ValueTask<SyncPosition> LatestAsync(MemoryConnection connection, ObjectClass? objectClass, CancellationToken cancellation) =>
            new(SyncPosition.After(Format(new(Source.Identity, UpTo(connection) + 1))));
    }

    private sealed class LatestTrims(MemorySource source) : LogFacade(source)
    {
        protected override ValueTask<SyncPosition> LatestAsync(MemoryConnection connection, ObjectClass? objectClass, CancellationToken cancellation)
        {
            Source.Trim();
            return base.LatestAsync(connection, objectClass, cancellation);
        }
    }

    private sealed class LatestLeaks(MemorySource source) : LogFacade(source)
    {
        protected override ValueTask<SyncPosition> LatestAsync(MemoryConnection connection, ObjectClass? objectClass, CancellationToken cancellation) =>
            base.LatestAsync(Source.Connect(), objectClass, cancellation);
    }

    private sealed class LatestOfOtherType(MemorySource source) : LogFacade(source)
    {
        protected override LogPosition Parse(SyncToken token) => token.Kind == SyncTokenKind.Int64 ? new(Source.Identity, token.AsInt64()) : base.Parse(token);

        protected override ValueTask<SyncPosition> LatestAsync(MemoryConnection connection, ObjectClass? objectClass, CancellationToken cancellation) =>
            new(SyncPosition.After(UpTo(connection)));
    }

    private sealed class FinalOfOtherType(MemorySource source) : LogFacade(source)
    {
        protected override LogPosition Parse(SyncToken token) => token.Kind == SyncTokenKind.Int64 ? new(Source.Identity, token.AsInt64()) : base.Parse(token);

        protected override SyncPosition AfterAll(SyncPosition safe, SyncRun run) => safe.Token is { Kind: SyncTokenKind.String } token ? SyncPosition.After(Parse(token).Sequence) : safe;
    }
}
