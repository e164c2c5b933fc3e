using Sluice.Analyzers.Tests.Flow;
using Sluice.Analyzers.Values;
using Sluice.Testing;

namespace Sluice.Analyzers.Tests.Tokens;

/// <summary>SLC205, the half that an analyzer can see.</summary>
public sealed class PlaceholderTokenTests
{
    [Test]
    public Task Empty() => Verify<ConnectorValueAnalyzer>.Reports(
        Connectors.Of("[Sync<Person>] public IEnumerable<SyncDelta<Person>> Sync(long? after) { foreach (var change in _feed.After(after)) yield return SyncDelta.Delete<Person>({|SLC205:\"\"|}, change.Uid); }"),
        ("SLC205", "In 'Sync', the token of a delta is empty, and a host that stores it starts again from the beginning; give the position in the source after this change"));

    [Test]
    public Task Input() => Verify<ConnectorValueAnalyzer>.Reports(
        Connectors.Of("[Sync<Person>] public IEnumerable<SyncDelta<Person>> Sync(long? after) { foreach (var change in _feed.After(after)) yield return SyncDelta.Delete<Person>({|SLC205:after ?? 0|}, change.Uid); }"),
        ("SLC205", "'Sync' gives a delta the token that the run started from, so accepting it moves nothing; give the delta's own position"));

    [Test]
    public Task Shared() => Verify<ConnectorValueAnalyzer>.Reports(
        Connectors.Of("[Sync<Person>(TokenGranularity.PerDelta)] public IEnumerable<SyncDelta<Person>> Sync(long? after) { var newest = _feed.Latest(); foreach (var change in _feed.After(after)) yield return SyncDelta.Delete<Person>({|SLC205:newest|}, change.Uid); }"),
        ("SLC205", "'Sync' declares PerDelta, but all deltas of this loop get 'newest', so a run that stops among them skips the rest; give each its own position, or declare TokenGranularity.Group"));

    [TestCase("[Sync<Person>] public IEnumerable<SyncDelta<Person>> Sync(long? after) { foreach (var change in _feed.After(after)) yield return SyncDelta.Delete<Person>({|SLC205:default(SyncToken)|}, change.Uid); }", TestName = "Placeholder: default")]
    [TestCase("[Sync<Person>] public IEnumerable<SyncDelta<Person>> Sync(long? after) { var token = string.Empty; foreach (var change in _feed.After(after)) yield return SyncDelta.Delete<Person>({|SLC205:token|}, change.Uid); }", TestName = "Placeholder: through a local")]
    [TestCase("[Sync<Person>] public IEnumerable<SyncDelta<Person>> Sync(long? after) { foreach (var change in _feed.After(after)) yield return SyncDelta.Delete<Person>({|SLC205:Array.Empty<byte>()|}, change.Uid); }", TestName = "Placeholder: no bytes")]
    [TestCase("[Sync<Person>] public IEnumerable<SyncDelta<Person>> Sync(SyncToken after) { foreach (var change in _feed.After(null)) yield return SyncDelta.Delete<Person>({|SLC205:after|}, change.Uid); }", TestName = "Placeholder: not nullable")]
    [TestCase("[Sync<Person>] public IEnumerable<SyncDelta<Person>> Sync(long? after) { foreach (var change in _feed.After(after)) yield return SyncDelta.Delete<Person>({|SLC205:$\"{after}\"|}, change.Uid); }", TestName = "Placeholder: the input as a text")]
    [TestCase("[Sync<Person>] public IEnumerable<SyncDelta<Person>> Sync(long? after) { var number = after.GetValueOrDefault(); foreach (var change in _feed.After(after)) { var token = number; yield return SyncDelta.Delete<Person>({|SLC205:token|}, change.Uid); } }", TestName = "Placeholder: the input through locals")]
    [TestCase("[Sync<Person>(TokenGranularity.PerDelta)] public IEnumerable<SyncDelta<Person>> Sync(long? after) { foreach (var change in _feed.After(after)) yield return SyncDelta.Delete<Person>({|SLC205:1L|}, change.Uid); }", TestName = "Placeholder: a constant")]
    [TestCase("[Sync<Person>(TokenGranularity.PerDelta)] public SyncPage<Person> Sync(long? after) { var page = _feed.PageAfter(after); var next = page.Next; return new(page.Changes.Select(change => SyncDelta.Delete<Person>({|SLC205:next|}, change.Uid)).ToList(), next, page.HasMore); }", TestName = "Placeholder: a page of many")]
    [TestCase("[Sync<Person>] public void Sync(long? after, ISyncTokenResultsHandler<Person> handler) => handler.HandleResult({|SLC205:\"\"|});", TestName = "Placeholder: the final token")]
    public Task Reported(string members) => Verify<ConnectorValueAnalyzer>.Reports(Connectors.Of(members));

    [TestCase("[Sync<Person>] public IEnumerable<SyncDelta<Person>> Sync(long? after) { foreach (var change in _feed.After(after)) yield return SyncDelta.Delete<Person>(change.Number, change.Uid); }", TestName = "Own token: the change")]
    [TestCase("[Sync<Person>] public IEnumerable<SyncDelta<Person>> Sync(long? after) { foreach (var change in _feed.After(after)) yield return SyncDelta.Delete<Person>(change.Number > 5 ? change.Number : after ?? 0, change.Uid); }", TestName = "Own token: one of two")]
    [TestCase("[Sync<Person>] public IEnumerable<SyncDelta<Person>> Sync(long? after) { var token = \"\"; foreach (var change in _feed.After(after)) { token = change.Uid; yield return SyncDelta.Delete<Person>(token, change.Uid); } }", TestName = "Own token: assigned later")]
    [TestCase("[Sync<Person>] public IEnumerable<SyncDelta<Person>> Sync(long? after) { foreach (var change in _feed.After(after)) { after = change.Number; yield return SyncDelta.Delete<Person>(after.Value, change.Uid); } }", TestName = "Own token: the parameter moves")]
    [TestCase("[Sync<Person>] public IEnumerable<SyncDelta<Person>> Sync(long? after) { foreach (var change in _feed.After(after)) yield return SyncDelta.Delete<Person>((after ?? 0) + 1, change.Uid); }", TestName = "Own token: calculated")]
    [TestCase("[Sync<Person>] public IEnumerable<SyncDelta<Person>> Sync(long? after) { var newest = _feed.Latest(); foreach (var change in _feed.After(after)) yield return SyncDelta.Delete<Person>(newest, change.Uid); }", TestName = "Own token: a group")]
    [TestCase("[Sync<Person>(TokenGranularity.PerDelta)] public IEnumerable<SyncDelta<Person>> Sync(long? after) { var newest = _feed.Latest(); foreach (var change in _feed.After(after)) { yield return SyncDelta.Delete<Person>(newest, change.Uid); yield break; } }", TestName = "Own token: one round")]
    [TestCase("[Sync<Person>(TokenGranularity.PerDelta)] public IEnumerable<SyncDelta<Person>> Sync(long? after) { var last = 0L; foreach (var change in _feed.After(after)) { last = Math.Max(last, change.Number); yield return SyncDelta.Delete<Person>(last, change.Uid); } }", TestName = "Own token: grows in the loop")]
    [TestCase("[Sync<Person>(TokenGranularity.PerDelta)] public IEnumerable<SyncDelta<Person>> Sync(long? after) { var number = 0L; foreach (var change in _feed.After(after)) { Next(ref number); yield return SyncDelta.Delete<Person>(number, change.Uid); } static void Next(ref long value) => value++; }", TestName = "Own token: changed by reference")]
    [TestCase("[Sync<Person>(TokenGranularity.PerDelta)] public IEnumerable<SyncDelta<Person>> Sync(long? after) { var token = SyncToken.Parse(_feed.Latest().ToString()); var delta = SyncDelta.Delete<Person>(token, \"1\"); yield return delta; }", TestName = "Own token: no loop")]
    public Task Left_alone(string members) => Verify<ConnectorValueAnalyzer>.Clean(Connectors.Of(members));
}
