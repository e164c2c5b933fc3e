using Sluice.Analyzers.Tests.Flow;
using Sluice.Analyzers.Values;
using Sluice.Testing;

namespace Sluice.Analyzers.Tests.Tokens;

/// <summary>SLC222.</summary>
public sealed class TokenTextOrderTests
{
    [Test]
    public Task Compared() => Verify<ConnectorValueAnalyzer>.Reports(
        Connectors.Of("[Sync<Person>] public IEnumerable<SyncDelta<Person>> Sync(string? after) { foreach (var change in _feed.After(null)) { var number = change.Number.ToString(); if ({|SLC222:string.CompareOrdinal(number, after)|} > 0) yield return SyncDelta.Delete<Person>(number, change.Uid); } }"),
        ("SLC222", "'Sync' compares tokens as texts where they are numbers elsewhere in 'Hr', and \"9\" comes after \"10\" then; compare the numbers"));

    [Test]
    public Task Parsed() => Verify<ConnectorValueAnalyzer>.Reports(Connectors.Of("[Sync<Person>] public IEnumerable<SyncDelta<Person>> Sync(string? after) { foreach (var change in _feed.After(null)) { _feed.Acknowledge(long.Parse(after!)); if ({|SLC222:change.Uid.CompareTo(after)|} > 0) yield return SyncDelta.Delete<Person>(change.Uid, change.Uid); } }"));

    [TestCase("[Sync<Person>] public IEnumerable<SyncDelta<Person>> Sync(string? after) { foreach (var change in _feed.After(null)) { if (string.CompareOrdinal(change.Uid, after) > 0) yield return SyncDelta.Delete<Person>(change.Uid, change.Uid); } }", TestName = "Texts: they are texts")]
    [TestCase("[Sync<Person>] public IEnumerable<SyncDelta<Person>> Sync(string? after) { foreach (var change in _feed.After(null)) { var number = change.Number.ToString(); if (string.CompareOrdinal(change.Uid, \"x\") > 0) yield return SyncDelta.Delete<Person>(number, change.Uid); } }", TestName = "Texts: something else is compared")]
    [TestCase("[Sync<Person>] public IEnumerable<SyncDelta<Person>> Sync(string? after) { var from = after is null ? 0 : long.Parse(after); foreach (var change in _feed.After(null)) { if (change.Number > from) yield return SyncDelta.Delete<Person>(change.Number.ToString(), change.Uid); } }", TestName = "Texts: numbers are compared")]
    [TestCase("[Sync<Person>] public IEnumerable<SyncDelta<Person>> Sync(string? after) { foreach (var change in _feed.After(null)) { _feed.Log(Guid.Parse(after!).ToString()); if (string.CompareOrdinal(change.Uid, after) > 0) yield return SyncDelta.Delete<Person>(change.Uid, change.Uid); } }", TestName = "Texts: parsed, and no number")]
    [TestCase("[Sync<Person>] public IEnumerable<SyncDelta<Person>> Sync(string? after) { foreach (var change in _feed.After(null)) { _feed.Log(long.Parse(change.Uid).ToString()); if (string.CompareOrdinal(change.Uid, after) > 0) yield return SyncDelta.Delete<Person>(change.Uid, change.Uid); } }", TestName = "Texts: a number that is no token")]
    [TestCase("[Sync<Person>] public IEnumerable<SyncDelta<Person>> Sync(string? after) { foreach (var change in _feed.After(null)) { var id = Guid.NewGuid().ToString(); if (string.CompareOrdinal(id, after) > 0) yield return SyncDelta.Delete<Person>(id, change.Uid); } }", TestName = "Texts: written from something else")]
    public Task Left_alone(string members) => Verify<ConnectorValueAnalyzer>.Clean(Connectors.Of(members));
}
