using Sluice.Analyzers.Tests.Flow;
using Sluice.Analyzers.Values;
using Sluice.Testing;

namespace Sluice.Analyzers.Tests.Tokens;

/// <summary>SLC221.</summary>
public sealed class UnorderedDeltasTests
{
    [Test]
    public Task Values() => Verify<ConnectorValueAnalyzer>.Reports(
        Connectors.Of("[Sync<Person>] public IEnumerable<SyncDelta<Person>> Sync(long? after) { var last = new Dictionary<string, Change>(); foreach (var change in {|SLC221:last.Values|}) yield return SyncDelta.Delete<Person>(change.Number, change.Uid); }"),
        ("SLC221", "'Sync' delivers the changes as they come out of a Dictionary, which keeps no order, so tokens go up and down; sort by the token first"));

    [TestCase("[Sync<Person>] public IEnumerable<SyncDelta<Person>> Sync(long? after) { var last = new Dictionary<string, Change>(); foreach (var change in last.Values.OrderBy(change => change.Number)) yield return SyncDelta.Delete<Person>(change.Number, change.Uid); }", TestName = "Ordered: sorted")]
    [TestCase("[Sync<Person>] public IEnumerable<SyncDelta<Person>> Sync(long? after) { var last = new Dictionary<string, Change>(); var token = _feed.Latest(); foreach (var change in last.Values) yield return SyncDelta.Delete<Person>(token, change.Uid); }", TestName = "Ordered: one group")]
    [TestCase("[Sync<Person>] public IEnumerable<SyncDelta<Person>> Sync(long? after) { var last = new SortedDictionary<long, Change>(); foreach (var change in last.Values) yield return SyncDelta.Delete<Person>(change.Number, change.Uid); }", TestName = "Ordered: a sorted dictionary")]
    [TestCase("[Sync<Person>] public IEnumerable<SyncDelta<Person>> Sync(long? after) { var names = new HashSet<string>(); foreach (var name in names) _feed.Log(name); foreach (var change in _feed.After(after)) yield return SyncDelta.Delete<Person>(change.Number, change.Uid); }", TestName = "Ordered: no deltas")]
    public Task Left_alone(string members) => Verify<ConnectorValueAnalyzer>.Clean(Connectors.Of(members));
}
