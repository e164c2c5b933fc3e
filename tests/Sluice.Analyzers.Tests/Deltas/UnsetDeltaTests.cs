using Sluice.Analyzers.Deltas;
using Sluice.Analyzers.Tests.Flow;
using Sluice.Testing;

namespace Sluice.Analyzers.Tests.Deltas;

/// <summary>SLC404.</summary>
public sealed class UnsetDeltaTests
{
    [Test]
    public Task The_default() => Verify<UnsetDeltaAnalyzer>.Reports(
        Of("{ yield return {|SLC404:default|}; }"),
        ("SLC404", "'Sync' delivers a delta without a type, and the run fails; make it with a factory of SyncDelta, or leave the change out"));

    [TestCase("{ yield return {|SLC404:new SyncDelta<Person>()|}; }", TestName = "Unset: new")]
    [TestCase("{ SyncDelta<Person> delta = new(); yield return {|SLC404:delta|}; }", TestName = "Unset: variable")]
    [TestCase("{ foreach (var change in _feed.After(after)) yield return change.Uid switch { \"\" => {|SLC404:default|}, _ => change.Delta }; }", TestName = "Unset: one arm")]
    public Task Reported(string body) => Verify<UnsetDeltaAnalyzer>.Reports(Of(body));

    [TestCase("{ foreach (var change in _feed.After(after)) { SyncDelta<Person> delta = default; if (change.Uid == \"\") delta = change.Delta; if (delta.Type != SyncDeltaType.None) yield return delta; } }", TestName = "Set: assigned")]
    [TestCase("{ foreach (var change in _feed.After(after)) { SyncDelta<Person> delta = default; Fill(ref delta); yield return delta; } static void Fill(ref SyncDelta<Person> delta) => delta = SyncDelta.Delete<Person>(1L, \"1\"); }", TestName = "Set: by reference")]
    [TestCase("{ return _feed.After(after).Select(change => change.Uid == \"\" ? default : change.Delta).Where(delta => delta.Type != SyncDeltaType.None); }", TestName = "Set: filtered later")]
    [TestCase("{ foreach (var change in _feed.After(after)) yield return change.Uid == \"\" ? throw new InvalidOperationException() : change.Delta; }", TestName = "Set: or thrown")]
    public Task Left_alone(string body) => Verify<UnsetDeltaAnalyzer>.Clean(Of(body));

    [Test]
    public Task A_handler_gets_it_too() => Verify<UnsetDeltaAnalyzer>.Reports(Connectors.Sync("{ if (!handler.Handle({|SLC404:default|})) return; handler.HandleResult(1L); }"));

    private static Sources Of(string body) => Connectors.Sync(body, "long? after", "IEnumerable<SyncDelta<Person>>");
}
