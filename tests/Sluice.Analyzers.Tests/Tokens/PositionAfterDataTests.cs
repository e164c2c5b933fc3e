using Sluice.Analyzers.Tests.Flow;
using Sluice.Analyzers.Values;
using Sluice.Testing;

namespace Sluice.Analyzers.Tests.Tokens;

/// <summary>SLC218.</summary>
public sealed class PositionAfterDataTests
{
    [Test]
    public Task After_the_loop() => Verify<ConnectorValueAnalyzer>.Reports(
        Connectors.Of("[LatestSyncToken<Person>] public long? Latest() => _feed.Latest(); [Sync<Person>] public void Sync(long? after, ISyncTokenResultsHandler<Person> handler) { foreach (var change in _feed.After(after)) { if (!handler.Handle(change.Delta)) return; } handler.HandleResult({|SLC218:_feed.Latest()|}); }"),
        ("SLC218", "'Sync' asks for its final position after it read the changes, so what was written in between is lost; ask before reading, and report that position at the end"));

    [TestCase("[LatestSyncToken<Person>] public long? Latest() => _feed.Latest(); [Sync<Person>] public void Sync(long? after, ISyncTokenResultsHandler<Person> handler) { var page = _feed.PageAfter(after); while (page.HasMore) { foreach (var change in page.Changes) { if (!handler.Handle(change.Delta)) return; } page = _feed.PageAfter(page.Next); } var end = {|SLC218:Latest()|} ?? page.Next; handler.HandleResult(end); }", TestName = "Too late: after pages")]
    [TestCase("[LatestSyncToken<Person>] public ValueTask<long> LatestAsync(CancellationToken cancellation) => _feed.LatestAsync(cancellation); [Sync<Person>] public async ValueTask Sync(long? after, IAsyncSyncTokenResultsHandler<Person> handler, CancellationToken cancellation) { await foreach (var change in _feed.StreamAfter(after)) { if (!await handler.HandleAsync(change.Delta, cancellation)) return; } handler.HandleResult(await {|SLC218:_feed.LatestAsync(cancellation)|}); }", TestName = "Too late: asynchronous")]
    [TestCase("[LatestSyncToken<Person>] public long? Latest() => _feed.Latest(); [Sync<Person>] public SyncPage<Person> Sync(long? after) { var page = _feed.PageAfter(after); return new([.. page.Changes.Select(change => change.Delta)], {|SLC218:_feed.Latest()|}, page.HasMore); }", TestName = "Too late: a page")]
    public Task Reported(string members) => Verify<ConnectorValueAnalyzer>.Reports(Connectors.Of(members));

    [TestCase("[LatestSyncToken<Person>] public long? Latest() => _feed.Latest(); [Sync<Person>] public void Sync(long? after, ISyncTokenResultsHandler<Person> handler) { var end = _feed.Latest(); foreach (var change in _feed.After(after)) { if (!handler.Handle(change.Delta)) return; } handler.HandleResult(end); }", TestName = "In time: before the loop")]
    [TestCase("[LatestSyncToken<Person>] public long? Latest() => _feed.Latest(); [Sync<Person>] public void Sync(long? after, ISyncTokenResultsHandler<Person> handler) { var last = after ?? 0; foreach (var change in _feed.After(after)) { if (!handler.Handle(change.Delta)) return; last = change.Number; } handler.HandleResult(last); }", TestName = "In time: the last change")]
    [TestCase("[Sync<Person>] public void Sync(long? after, ISyncTokenResultsHandler<Person> handler) { foreach (var change in _feed.After(after)) { if (!handler.Handle(change.Delta)) return; } handler.HandleResult(_feed.Latest()); }", TestName = "In time: no latest token that asks the same")]
    [TestCase("[LatestSyncToken<Person>] public long? Latest() => _feed.Latest(); [Sync<Person>] public void Sync(long? after, ISyncTokenResultsHandler<Person> handler) { var snapshot = new Feed(); foreach (var change in snapshot.After(after)) { if (!handler.Handle(change.Delta)) return; } handler.HandleResult(snapshot.Latest()); }", TestName = "In time: a copy")]
    [TestCase("[LatestSyncToken<Person>] public long? Latest() => _feed.Latest(); [Sync<Person>] public void Sync(long? after, ISyncTokenResultsHandler<Person> handler) { using var readTransaction = _feed.Open(after); foreach (var change in _feed.After(after)) { if (!handler.Handle(change.Delta)) return; } handler.HandleResult(_feed.Latest()); }", TestName = "In time: a transaction")]
    [TestCase("[LatestSyncToken<Person>] public long? Latest() => _feed.Latest(); [Sync<Person>] public void Sync(long? after, ISyncTokenResultsHandler<Person> handler) { foreach (var change in _feed.After(after)) _feed.Log(change.Uid); var end = _feed.Latest(); foreach (var change in _feed.After(after)) { if (!handler.Handle(change.Delta)) return; } handler.HandleResult(end); }", TestName = "In time: between two loops")]
    public Task Left_alone(string members) => Verify<ConnectorValueAnalyzer>.Clean(Connectors.Of(members));
}
