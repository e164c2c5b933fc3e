using Sluice.Analyzers.Tests.Flow;
using Sluice.Analyzers.Values;
using Sluice.Testing;

namespace Sluice.Analyzers.Tests.Tokens;

/// <summary>SLC217.</summary>
public sealed class LatestTokenNotLatestTests
{
    [Test]
    public Task Constant() => Verify<ConnectorValueAnalyzer>.Reports(
        Connectors.Of("[LatestSyncToken<Person>] public long? Latest() => {|SLC217:0|};"),
        ("SLC217", "'Latest' always answers 0, so a host that starts from now starts somewhere else; ask the source for its newest position"));

    [Test]
    public Task Runs_the_sync() => Verify<ConnectorValueAnalyzer>.Reports(
        Connectors.Of("[LatestSyncToken<Person>] public long? Latest() => {|SLC217:Sync(null)|}.Count(); [Sync<Person>] public IEnumerable<SyncDelta<Person>> Sync(long? after) { foreach (var change in _feed.After(after)) yield return SyncDelta.Delete<Person>(change.Number, change.Uid); }"),
        ("SLC217", "'Latest' runs the sync 'Sync' to find the latest token, which reads every change there is; ask the source for its newest position"));

    [TestCase("private const string Start = \"a\"; [LatestSyncToken<Person>] public string? Latest() { if (_feed.Latest() < 0) return null; return {|SLC217:Start|}; }", TestName = "Not latest: a named constant")]
    [TestCase("[LatestSyncToken<Person>] public async ValueTask<long?> Latest() { await Task.Yield(); var start = 1L; return {|SLC217:start|}; }", TestName = "Not latest: through a local")]
    [TestCase("[LatestSyncToken<Person>] public string? Latest() => {|SLC217:string.Empty|};", TestName = "Not latest: an empty text")]
    public Task Reported(string members) => Verify<ConnectorValueAnalyzer>.Reports(Connectors.Of(members));

    [TestCase("[LatestSyncToken<Person>] public long? Latest() => null;", TestName = "Latest: no position")]
    [TestCase("[LatestSyncToken<Person>] public long? Latest() => _feed.LatestOrNull() ?? 0;", TestName = "Latest: nothing yet")]
    [TestCase("[LatestSyncToken<Person>] public long? Latest() { if (_feed.Latest() < 0) return 0; return _feed.Latest(); }", TestName = "Latest: constant on one path")]
    [TestCase("[LatestSyncToken<Person>] public long? Latest() => throw new NotSupportedException();", TestName = "Latest: refused")]
    [TestCase("[LatestSyncToken<Person>] public long? Latest() { var number = 0L; foreach (var change in _feed.After(null)) number = change.Number; return number; }", TestName = "Latest: counted")]
    [TestCase("private long? _start; public void Begin(long start) => _start = start; [LatestSyncToken<Person>] public long? Latest() => _start;", TestName = "Latest: a field")]
    [TestCase("private readonly Hr _inner = new(); [LatestSyncToken<Person>] public long? Latest() => _inner.Sync(null).Count(); [Sync<Person>] public IEnumerable<SyncDelta<Person>> Sync(long? after) { foreach (var change in _feed.After(after)) yield return SyncDelta.Delete<Person>(change.Number, change.Uid); }", TestName = "Latest: another system runs its sync")]
    public Task Left_alone(string members) => Verify<ConnectorValueAnalyzer>.Clean(Connectors.Of(members));
}
