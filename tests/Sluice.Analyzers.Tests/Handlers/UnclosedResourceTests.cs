using Sluice.Analyzers.Handlers;
using Sluice.Analyzers.Tests.Flow;
using Sluice.Testing;

namespace Sluice.Analyzers.Tests.Handlers;

/// <summary>SLC309.</summary>
public sealed class UnclosedResourceTests
{
    private const string Iterator = "long? after";

    [Test]
    public Task Open_while_it_yields() => Verify<UnclosedResourceAnalyzer>.Reports(
        Connectors.Sync("{ var {|SLC309:reader|} = _feed.Open(after); while (reader.Read()) yield return reader.Current.Delta; reader.Dispose(); }", Iterator, "IEnumerable<SyncDelta<Person>>"),
        ("SLC309", "'reader' stays open when the run ends while 'Sync' delivers; declare it with using"));

    [TestCase("{ Reader {|SLC309:reader|} = new(); while (reader.Read()) yield return reader.Current.Delta; }", TestName = "Open: made here")]
    [TestCase("{ var {|SLC309:changes|} = _feed.After(after).GetEnumerator(); while (changes.MoveNext()) yield return changes.Current.Delta; }", TestName = "Open: enumerator")]
    [TestCase("{ if (after is null) yield break; var {|SLC309:reader|} = _feed.Open(after); try { while (reader.Read()) yield return reader.Current.Delta; } finally { _feed.Log(\"\"); } reader.Dispose(); }", TestName = "Open: another finally")]
    public Task Reported(string body) => Verify<UnclosedResourceAnalyzer>.Reports(Connectors.Sync(body, Iterator, "IEnumerable<SyncDelta<Person>>"));

    [TestCase("{ using var reader = _feed.Open(after); while (reader.Read()) yield return reader.Current.Delta; }", TestName = "Closed: using declaration")]
    [TestCase("{ var reader = _feed.Open(after); using (reader) { while (reader.Read()) yield return reader.Current.Delta; } }", TestName = "Closed: using statement")]
    [TestCase("{ using (var reader = _feed.Open(after)) while (reader.Read()) yield return reader.Current.Delta; }", TestName = "Closed: using with a declaration")]
    [TestCase("{ var reader = _feed.Open(after); try { while (reader.Read()) yield return reader.Current.Delta; } finally { reader.Dispose(); } }", TestName = "Closed: finally")]
    [TestCase("{ var stream = File.OpenRead(\"\"); using var reader = new StreamReader(stream); while (reader.ReadLine() is { } line) yield return SyncDelta.Delete<Person>(1L, line); }", TestName = "Closed: by its owner")]
    [TestCase("{ var reader = _feed.Open(after); var first = reader.Read() ? reader.Current : null; reader.Dispose(); if (first is null) yield break; }", TestName = "Closed: nothing is delivered in between")]
    [TestCase("{ var text = new StringReader(\"\"); while (text.ReadLine() is { } line) yield return SyncDelta.Delete<Person>(1L, line); }", TestName = "Closed: nothing is open")]
    [TestCase("{ var reader = Shared; while (reader.Read()) yield return reader.Current.Delta; }", TestName = "Closed: by whoever opened it")]
    [TestCase("{ foreach (var change in _feed.After(after)) { var reader = _feed.Open(after); Keep(reader); yield return change.Delta; } }", TestName = "Closed: passed on")]
    public Task Left_alone(string body) => Verify<UnclosedResourceAnalyzer>.Clean(Connectors.Sync(body, Iterator, "IEnumerable<SyncDelta<Person>>", "private static Reader Shared { get; } = new(); private static void Keep(Reader reader) { }"));
}
