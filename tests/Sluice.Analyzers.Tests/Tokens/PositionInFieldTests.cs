using Sluice.Analyzers.Tests.Flow;
using Sluice.Analyzers.Values;
using Sluice.Testing;

namespace Sluice.Analyzers.Tests.Tokens;

/// <summary>SLC212.</summary>
public sealed class PositionInFieldTests
{
    [Test]
    public Task Kept() => Verify<ConnectorValueAnalyzer>.Reports(
        Connectors.Of("private long {|SLC212:_last|}; [LatestSyncToken<Person>] public long? Latest() => _last; [Sync<Person>] public IEnumerable<SyncDelta<Person>> Sync(long? after) { foreach (var change in _feed.After(after)) { _last = change.Number; yield return SyncDelta.Delete<Person>(change.Number, change.Uid); } }"),
        ("SLC212", "'_last' keeps a position between calls: two runs mix theirs, and a restart loses it; keep it in a local of 'Latest' and in the token"));

    [TestCase("private string? {|SLC212:_cookie|}; [LatestSyncToken<Person>] public string? Latest() => _cookie ??= _feed.Latest().ToString();", TestName = "Kept: remembered for good")]
    [TestCase("public long {|SLC212:Last|} { get; private set; } [Sync<Person>] public IEnumerable<SyncDelta<Person>> Sync(long? after) { foreach (var change in _feed.After(after)) { (Last, var uid) = (change.Number, change.Uid); yield return SyncDelta.Delete<Person>(Last, uid); } }", TestName = "Kept: a property, deconstructed")]
    [TestCase("private long? {|SLC212:_from|}; [Sync<Person>] public IEnumerable<SyncDelta<Person>> Sync(long? after) { foreach (var change in _feed.After(after ?? _from)) { _from = change.Number; yield return SyncDelta.Delete<Person>(change.Number, change.Uid); } }", TestName = "Kept: read as a position")]
    public Task Reported(string members) => Verify<ConnectorValueAnalyzer>.Reports(Connectors.Of(members));

    [TestCase("private long _count; [Sync<Person>] public IEnumerable<SyncDelta<Person>> Sync(long? after) { foreach (var change in _feed.After(after)) { _count++; yield return SyncDelta.Delete<Person>(change.Number, change.Uid); } }", TestName = "No position: a counter")]
    [TestCase("private Person? _person; private long _number; [LatestSyncToken<Person>] public long? Latest() => _number; [Create<Person>] public string Create(Person person) { _person = person; _number++; return _person.ToString()!; } [Sync<Person>] public IEnumerable<SyncDelta<Person>> Sync(long? after) { foreach (var change in _feed.After(after)) yield return SyncDelta.Delete<Person>(change.Number, change.Uid); }", TestName = "No position: another operation writes it")]
    [TestCase("private readonly long _start = 5; [LatestSyncToken<Person>] public long? Latest() => _feed.LatestOrNull() ?? _start; [Sync<Person>] public IEnumerable<SyncDelta<Person>> Sync(long? after) { foreach (var change in _feed.After(after)) yield return SyncDelta.Delete<Person>(change.Number, change.Uid); }", TestName = "No position: never changes")]
    [TestCase("private bool _isFirst = true; [Sync<Person>] public IEnumerable<SyncDelta<Person>> Sync(long? after) { _isFirst = false; foreach (var change in _feed.After(after)) yield return SyncDelta.Delete<Person>(_isFirst ? 1 : change.Number, change.Uid); }", TestName = "No position: a flag")]
    [TestCase("private long _count; private long _number; [LatestSyncToken<Person>] public long? Latest() => _number; [Delete<Person>] public void Delete(string uid) => _number++; [Sync<Person>] public IEnumerable<SyncDelta<Person>> Sync(long? after) { _count++; foreach (var change in _feed.After(after)) yield return SyncDelta.Delete<Person>(change.Number, change.Uid); }", TestName = "No position: the sync writes another field")]
    [TestCase("private long _count; private long _start; [Delete<Person>] public void Delete(string uid) => _start++; [Sync<Person>] public IEnumerable<SyncDelta<Person>> Sync(long? after) { _count++; foreach (var change in _feed.After(after ?? _start)) yield return SyncDelta.Delete<Person>(change.Number, change.Uid); }", TestName = "No position: a start that the sync does not write")]
    [TestCase("private bool _seen; [LatestSyncToken<Person>] public bool? Latest() => _seen; [Sync<Person>] public IEnumerable<SyncDelta<Person>> Sync(bool? after) { _seen = true; foreach (var change in _feed.After(null)) yield return SyncDelta.Delete<Person>(true, change.Uid); }", TestName = "No position: yes or no")]
    public Task Left_alone(string members) => Verify<ConnectorValueAnalyzer>.Clean(Connectors.Of(members));
}
