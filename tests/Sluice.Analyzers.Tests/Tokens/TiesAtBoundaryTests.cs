using Sluice.Analyzers.Tests.Flow;
using Sluice.Analyzers.Values;
using Sluice.Testing;

namespace Sluice.Analyzers.Tests.Tokens;

/// <summary>SLC216.</summary>
public sealed class TiesAtBoundaryTests
{
    [Test]
    public Task Ties() => Verify<ConnectorValueAnalyzer>.Reports(
        Connectors.Of("[Sync<Person>] public IEnumerable<SyncDelta<Person>> Sync(long? after) { var sql = {|SLC216:\"SELECT id, modified FROM p WHERE modified > @after ORDER BY modified\"|}; _feed.Log(sql); foreach (var change in _feed.After(after)) yield return SyncDelta.Delete<Person>(change.Number, change.Uid); }"),
        ("SLC216", "'Sync' reads what is after 'modified' and orders by that time alone: changes of one instant that are not delivered together are lost; add a second, unique column to the condition and the order"));

    [Test]
    public Task No_order() => Verify<ConnectorValueAnalyzer>.Reports(
        Connectors.Of("[Sync<Person>] public IEnumerable<SyncDelta<Person>> Sync(long? after) { _feed.Log({|SLC216:$\"SELECT id, nr FROM p WHERE nr > {after}\"|}); foreach (var change in _feed.After(after)) yield return SyncDelta.Delete<Person>(change.Number, change.Uid); }"),
        ("SLC216", "'Sync' reads what is after 'nr' in no order, so a run that stops has skipped some of it; order by the columns of the token"));

    [TestCase("[Sync<Person>] public IEnumerable<SyncDelta<Person>> Sync(long? after) { _feed.Log(\"SELECT id FROM p WHERE modified >= @after ORDER BY modified\"); foreach (var change in _feed.After(after)) yield return SyncDelta.Delete<Person>(change.Number, change.Uid); }", TestName = "Boundary kept: the instant again")]
    [TestCase("[Sync<Person>] public IEnumerable<SyncDelta<Person>> Sync(long? after) { _feed.Log(\"SELECT id FROM p WHERE modified > @after OR (modified = @after AND id > @id) ORDER BY modified, id\"); foreach (var change in _feed.After(after)) yield return SyncDelta.Delete<Person>(change.Number, change.Uid); }", TestName = "Boundary kept: two columns")]
    [TestCase("[Sync<Person>] public IEnumerable<SyncDelta<Person>> Sync(long? after) { _feed.Log(\"SELECT id FROM p WHERE nr > @after ORDER BY nr\"); foreach (var change in _feed.After(after)) yield return SyncDelta.Delete<Person>(change.Number, change.Uid); }", TestName = "Boundary kept: a number")]
    [TestCase("[Sync<Person>] public IEnumerable<SyncDelta<Person>> Sync(long? after) { _feed.Log(\"SELECT max(nr) FROM p WHERE nr > @after\"); foreach (var change in _feed.After(after)) yield return SyncDelta.Delete<Person>(change.Number, change.Uid); }", TestName = "Boundary kept: an aggregate")]
    [TestCase("[Sync<Person>] public IEnumerable<SyncDelta<Person>> Sync(long? after) { _feed.Log(\"SELECT id FROM p WHERE age > @minimum\"); foreach (var change in _feed.After(after)) yield return SyncDelta.Delete<Person>(change.Number, change.Uid); }", TestName = "Boundary kept: another parameter")]
    [TestCase("[Sync<Person>(TokenGranularity.AtLeastOnce)] public IEnumerable<SyncDelta<Person>> Sync(long? after) { _feed.Log(\"SELECT id FROM p WHERE modified > @after ORDER BY modified\"); foreach (var change in _feed.After(after)) yield return SyncDelta.Delete<Person>(change.Number, change.Uid); }", TestName = "Boundary kept: declared")]
    [TestCase("[Sync<Person>] public IEnumerable<SyncDelta<Person>> Sync(long? after) { _feed.Log(\"select a value > @after\"); foreach (var change in _feed.After(after)) yield return SyncDelta.Delete<Person>(change.Number, change.Uid); }", TestName = "Boundary kept: no query")]
    [TestCase("[Sync<Person>] public IEnumerable<SyncDelta<Person>> Sync(long? after) { _feed.Log(\"UPDATE p SET seen = 1 WHERE modified > @after\"); foreach (var change in _feed.After(after)) yield return SyncDelta.Delete<Person>(change.Number, change.Uid); }", TestName = "Boundary kept: no read")]
    [TestCase("[LatestSyncToken<Person>] public long? Latest() { _feed.Log(\"SELECT nr FROM p WHERE nr > @after\"); return _feed.Latest(); } [Sync<Person>] public IEnumerable<SyncDelta<Person>> Sync(long? after) { foreach (var change in _feed.After(after)) yield return SyncDelta.Delete<Person>(change.Number, change.Uid); }", TestName = "Boundary kept: it looks for the newest only")]
    [TestCase("[Sync<Person>] public IEnumerable<SyncDelta<Person>> Sync(long? after) { _feed.Log(\"SELECT id FROM p WHERE modified > @after ORDER BY nr\"); foreach (var change in _feed.After(after)) yield return SyncDelta.Delete<Person>(change.Number, change.Uid); }", TestName = "Boundary kept: another order")]
    [TestCase("[Sync(\"a\", Granularity = TokenGranularity.AtLeastOnce)] public IEnumerable<SyncDelta> Sync(long? after) { _feed.Log(\"SELECT id FROM p WHERE modified > @after ORDER BY modified\"); foreach (var change in _feed.After(after)) yield return SyncDelta.Delete(change.Number, ObjectClass.Of(\"a\"), change.Uid); }", TestName = "Boundary kept: declared by name")]
    public Task Left_alone(string members) => Verify<ConnectorValueAnalyzer>.Clean(Connectors.Of(members));
}
