using System.Globalization;

namespace Sluice.TestKit.Tests;

/// <summary>Connectors whose tokens do not say what they should.</summary>
internal static class TokenMutants
{
    public static IEnumerable<Mutant> All =>
    [
        Mutant.Of("deltas carry an empty token", source => new EmptyToken(source), SyncLawIds.Slc205DeltaCarriesToken),
        Mutant.Of("deltas carry the token that the run started from", source => new InputTokenOnDeltas(source), SyncLawIds.Slc205DeltaCarriesToken),
        Mutant.Of("deltas carry the newest token, as if each were the last", source => new NewestTokenOnDeltas(source), SyncLawIds.Slc904StopAndResume),
        Mutant.Of("deltas carry the token of their page's end", source => new PageEndTokenOnDeltas(source), SyncLawIds.Slc904StopAndResume),
        Mutant.Of("a delta's token is one too high", source => new TokenOneHigh(source), SyncLawIds.Slc903ResumeFromAnyToken),
        Mutant.Of("a delta's token is one too low", source => new TokenOneLow(source), SyncLawIds.Slc903ResumeFromAnyToken),
        Mutant.Of("changes come by uid, their tokens by number", source => new OrderedByUid(source), SyncLawIds.Slc206TokensMoveForward),
        Mutant.Of("changes come newest first", source => new NewestFirst(source), SyncLawIds.Slc206TokensMoveForward),
        Mutant.Of("no token means from now", source => new NullMeansNow(source), SyncLawIds.Slc211NullableToken),
        Mutant.Of("no token is not expected", source => new NullNotExpected(source), SyncLawIds.Slc211NullableToken),
        Mutant.Of("the position is kept in a field, the token is not looked at", source => new PositionInField(source), SyncLawIds.Slc903ResumeFromAnyToken),
        Mutant.Of("tokens are handles of positions that only this process knows", source => new TokenIsHandle(source), SyncLawIds.Slc910TokenSurvivesTransport),
        Mutant.Of("a change number is cast to 32 bits", source => new Int32Number(source), SyncLawIds.Slc213InvariantToken),
        Mutant.Of("a change number goes through a double", source => new DoubleNumber(source), SyncLawIds.Slc213InvariantToken),
        Mutant.Of("a change number is formatted as people of this culture write it", source => new CultureNumber(source), SyncLawIds.Slc213InvariantToken),
        Mutant.Of("a forgotten part of the log is not noticed", source => new TrimmedUnnoticed(source), SyncLawIds.Slc214ExpiredToken),
        Mutant.Of("after a forgotten part the run goes on from now", source => new TrimmedGoesOnFromNow(source), SyncLawIds.Slc214ExpiredToken),
        Mutant.Of("a forgotten part is told by some other exception", source => new TrimmedThrowsOther(source), SyncLawIds.Slc214ExpiredToken),
        Mutant.Of("a first run reads the log from its start, which may be gone", source => new FirstRunFromLog(source), SyncLawIds.Slc214ExpiredToken),
        Mutant.Of("a token of another source is not recognised", source => new ForeignUnnoticed(source), SyncLawIds.Slc215ForeignToken),
        Mutant.Of("a token of another source is recognised only while it is ahead", source => new ForeignOnlyAhead(source), SyncLawIds.Slc215ForeignToken),
        Mutant.Of("a transaction's changes share a token, and a stop between them counts as behind them", source => new TieLostAtStop(source), SyncLawIds.Slc216EqualTokensAtBoundary),
        Mutant.Of("a page ends within a transaction, the next one begins behind it", source => new TieLostAtPage(source), SyncLawIds.Slc216EqualTokensAtBoundary),
        Mutant.Of("only what is later than the token's time is read", source => new LaterThan(source), SyncLawIds.Slc918ClockMayGoBack),
        Mutant.Of("tokens are times of a clock that may go back", source => new ClockTime(source), SyncLawIds.Slc918ClockMayGoBack) with { Declarations = ClockTime.Declared },
    ];

    private sealed class EmptyToken(MemorySource source) : LogFacade(source)
    {
        protected override IEnumerable<SyncDelta> Deltas(MemoryChange change, ConnectorObject? item, LogPosition position, SyncRun run) =>
            base.Deltas(change, item, position, run).Select(delta => delta.Type == SyncDeltaType.Delete ? SyncDelta.Delete("", delta.ObjectClass, delta.Uid) : delta);
    }

    private sealed class InputTokenOnDeltas(MemorySource source) : LogFacade(source)
    {
        protected override IEnumerable<SyncDelta> Deltas(MemoryChange change, ConnectorObject? item, LogPosition position, SyncRun run) =>
            base.Deltas(change, item, run.From.Token is { } token ? Parse(token) : position, run);
    }

    private sealed class NewestTokenOnDeltas(MemorySource source) : LogFacade(source)
    {
        protected override IEnumerable<SyncDelta> Deltas(MemoryChange change, ConnectorObject? item, LogPosition position, SyncRun run)
        {
            using var connection = Source.Connect();
            return base.Deltas(change, item, position.IsFirstRun ? position : position with { Sequence = UpTo(connection) }, run);
        }
    }

    private sealed class PageEndTokenOnDeltas(MemorySource source) : LogFacade(source)
    {
        private long _end;

        protected override async ValueTask<IReadOnlyList<MemoryChange>> LogAsync(MemoryConnection connection, ObjectClass? objectClass, LogPosition after, int pageSize, CancellationToken cancellation)
        {
            var page = await base.LogAsync(connection, objectClass, after, 4, cancellation);
            _end = page is [.., var last] ? last.Sequence : after.Sequence;
            return page;
        }

        protected override bool IsLast(int count, int pageSize) => count < 4;

        protected override IEnumerable<SyncDelta> Deltas(MemoryChange change, ConnectorObject? item, LogPosition position, SyncRun run) =>
            base.Deltas(change, item, position.IsFirstRun ? position : position with { Sequence = _end }, run);
    }

    private sealed class TokenOneHigh(MemorySource source) : LogFacade(source)
    {
        protected override IEnumerable<SyncDelta> Deltas(MemoryChange change, ConnectorObject? item, LogPosition position, SyncRun run) =>
            base.Deltas(change, item, position with { Sequence = position.Sequence + 1 }, run);
    }

    private sealed class TokenOneLow(MemorySource source) : LogFacade(source)
    {
        protected override IEnumerable<SyncDelta> Deltas(MemoryChange change, ConnectorObject? item, LogPosition position, SyncRun run) =>
            base.Deltas(change, item, position.IsFirstRun ? position : position with { Sequence = position.Sequence - 1 }, run);
    }

    private sealed class OrderedByUid(MemorySource source) : NumberFacade(source)
    {
        protected override async ValueTask<IReadOnlyList<MemoryChange>> LogAsync(MemoryConnection connection, ObjectClass? objectClass, LogPosition after, int pageSize, CancellationToken cancellation) =>
            [.. (await base.LogAsync(connection, objectClass, after, pageSize, cancellation)).OrderBy(change => change.Uid.Value, StringComparer.Ordinal)];
    }

    private sealed class NewestFirst(MemorySource source) : NumberFacade(source)
    {
        protected override async ValueTask<IReadOnlyList<MemoryChange>> LogAsync(MemoryConnection connection, ObjectClass? objectClass, LogPosition after, int pageSize, CancellationToken cancellation) =>
            [.. (await base.LogAsync(connection, objectClass, after, pageSize, cancellation)).Reverse()];
    }

    private sealed class NullMeansNow(MemorySource source) : LogFacade(source)
    {
        protected override LogPosition Beginning(MemoryConnection connection) => new(Source.Identity, UpTo(connection));
    }

    private sealed class NullNotExpected(MemorySource source) : LogFacade(source)
    {
        protected override LogPosition Beginning(MemoryConnection connection) => throw new NullReferenceException("The token is null.");
    }

    private sealed class PositionInField(MemorySource source) : LogFacade(source)
    {
        private LogPosition? _position;

        protected override LogPosition Check(MemoryConnection connection, LogPosition position) => base.Check(connection, _position ?? position);

        protected override LogPosition Next(LogPosition position, MemoryChange change) => (LogPosition)(_position = base.Next(position, change));
    }

    private sealed class TokenIsHandle(MemorySource source) : LogFacade(source)
    {
        private readonly Dictionary<string, LogPosition> _known = new(StringComparer.Ordinal);

        protected override SyncToken Format(LogPosition position)
        {
            var handle = "handle-" + LogPosition.Encode(position).GetHashCode(StringComparison.Ordinal).ToString(CultureInfo.InvariantCulture);
            lock (_known)
                _known[handle] = position;
            return handle;
        }

        // One that it does not know was perhaps given out before a restart; then the newest position is as good a guess as any.
        protected override LogPosition Parse(SyncToken token)
        {
            using var connection = Source.Connect();
            lock (_known)
                return _known.TryGetValue(token.AsString(), out var position) ? position : new(Source.Identity, UpTo(connection));
        }
    }

    private sealed class Int32Number(MemorySource source) : LogFacade(source)
    {
        protected override SyncToken Format(LogPosition position) => base.Format(position with { Sequence = unchecked((int)position.Sequence) });
    }

    private sealed class DoubleNumber(MemorySource source) : LogFacade(source)
    {
        protected override SyncToken Format(LogPosition position) => base.Format(position with { Sequence = (long)(double)position.Sequence });
    }

    private sealed class CultureNumber(MemorySource source) : NumberFacade(source)
    {
        protected override SyncToken Format(LogPosition position) => (-position.Sequence).ToString("N1", CultureInfo.CurrentCulture);

        protected override LogPosition Parse(SyncToken token) => new(Source.Identity, -(long)double.Parse(token.AsString(), CultureInfo.CurrentCulture));
    }

    private sealed class TrimmedUnnoticed(MemorySource source) : LogFacade(source)
    {
        protected override LogPosition Check(MemoryConnection connection, LogPosition position) =>
            string.Equals(position.Source, Source.Identity, StringComparison.Ordinal) ? position : base.Check(connection, position);
    }

    private sealed class TrimmedGoesOnFromNow(MemorySource source) : LogFacade(source)
    {
        protected override LogPosition Check(MemoryConnection connection, LogPosition position) =>
            position.Sequence < connection.Trimmed().Sequence ? new(Source.Identity, UpTo(connection)) : base.Check(connection, position);
    }

    private sealed class TrimmedThrowsOther(MemorySource source) : LogFacade(source)
    {
        protected override LogPosition Check(MemoryConnection connection, LogPosition position) =>
            position.Sequence < connection.Trimmed().Sequence ? throw new InvalidOperationException("There is no such entry.") : base.Check(connection, position);
    }

    private sealed class FirstRunFromLog(MemorySource source) : LogFacade(source)
    {
        protected override LogPosition Beginning(MemoryConnection connection) => new(Source.Identity, 0);
    }

    private sealed class ForeignUnnoticed(MemorySource source) : LogFacade(source)
    {
        protected override LogPosition Check(MemoryConnection connection, LogPosition position) => base.Check(connection, position with { Source = Source.Identity });
    }

    private sealed class ForeignOnlyAhead(MemorySource source) : LogFacade(source)
    {
        protected override LogPosition Check(MemoryConnection connection, LogPosition position) =>
            base.Check(connection, position.Sequence > UpTo(connection) ? position with { Source = "another" } : position with { Source = Source.Identity });
    }

    private sealed class TieLostAtStop(MemorySource source) : CommitFacade(source)
    {
        protected override bool KeepsGroups => false;
    }

    private sealed class TieLostAtPage(MemorySource source) : CommitFacade(source)
    {
        protected override async ValueTask<IReadOnlyList<MemoryChange>> LogAsync(MemoryConnection connection, ObjectClass? objectClass, LogPosition after, int pageSize, CancellationToken cancellation) =>
            [.. (await base.LogAsync(connection, objectClass, after, pageSize, cancellation)).Take(pageSize)];
    }

    /// <summary>The connector that everybody writes first: <c>where changed &gt; @token order by changed</c>.</summary>
    private class LaterThan(MemorySource source) : LogFacade(source)
    {
        protected virtual bool IsBehind(MemoryChange change, long ticks) => change.Stamp.Ticks > ticks;

        protected virtual long TicksOf(MemoryChange change) => change.Stamp.Ticks;

        protected override LogPosition Check(MemoryConnection connection, LogPosition position) => position;

        protected override LogPosition Beginning(MemoryConnection connection) => new(Source.Identity, 0);

        protected override ValueTask<SyncPosition> LatestAsync(MemoryConnection connection, ObjectClass? objectClass, CancellationToken cancellation) =>
            new(Source.Look((_, _) => Source.LogAfter(null, 0).ToList()) is { Count: > 0 } log ? SyncPosition.After(Format(new(Source.Identity, log.Max(TicksOf)))) : SyncPosition.Beginning);

        protected override async ValueTask<IReadOnlyList<MemoryChange>> LogAsync(MemoryConnection connection, ObjectClass? objectClass, LogPosition after, int pageSize, CancellationToken cancellation) =>
            [.. (await base.LogAsync(connection, objectClass, after with { Sequence = 0 }, int.MaxValue, cancellation)).Where(change => IsBehind(change, after.Sequence)).OrderBy(TicksOf)];

        protected override bool IsLast(int count, int pageSize) => true;

        protected override LogPosition Next(LogPosition position, MemoryChange change) => position with { Sequence = TicksOf(change) };
    }

    /// <summary>The repair that everybody tries next: not only later, also at the same time.</summary>
    private sealed class ClockTime(MemorySource source) : LaterThan(source)
    {
        public static readonly ContractDeclarations Declared = ContractDeclarations.None.ImpreciseTokens("Times are repeated.");

        protected override bool KeepsGroups => true;

        protected override bool IsBehind(MemoryChange change, long ticks) => change.Time.Ticks >= ticks;

        protected override long TicksOf(MemoryChange change) => change.Time.Ticks;
    }
}
