using Sluice.Analyzers.Tests.Flow;
using Sluice.Analyzers.Values;
using Sluice.Testing;

namespace Sluice.Analyzers.Tests.Handlers;

/// <summary>SLC317.</summary>
public sealed class ThrownStopTests
{
    [Test]
    public Task Thrown() => Verify<ConnectorValueAnalyzer>.Reports(
        Connectors.Of("[Sync<Person>] public void Sync(long? after, ISyncTokenResultsHandler<Person> handler) { foreach (var change in _feed.After(after)) { if (!handler.Handle(change.Delta)) {|SLC317:throw|} new OperationCanceledException(); } }"),
        ("SLC317", "'Sync' throws where its handler says stop, so the host sees a run that failed; return instead"));

    [TestCase("[Sync<Person>] public void Sync(long? after, ISyncTokenResultsHandler<Person> handler) { foreach (var change in _feed.After(after)) { var more = handler.Handle(change.Delta); if (more is false) return; if (!more) { _feed.Log(\"x\"); {|SLC317:throw|} new IOException(); } } }", TestName = "Thrown: through a local")]
    [TestCase("[Sync<Person>] public void Sync(long? after, ISyncTokenResultsHandler<Person> handler) { foreach (var change in _feed.After(after)) _ = handler.Handle(change.Delta) ? true : {|SLC317:throw|} new IOException(); }", TestName = "Thrown: an expression")]
    public Task Reported(string members) => Verify<ConnectorValueAnalyzer>.Reports(Connectors.Of(members));

    [TestCase("[Sync<Person>] public void Sync(long? after, ISyncTokenResultsHandler<Person> handler) { foreach (var change in _feed.After(after)) { if (!handler.Handle(change.Delta)) return; if (change.Number < 0) throw new IOException(); } }", TestName = "Not on stop: for another reason")]
    [TestCase("[Sync<Person>] public void Sync(long? after, ISyncTokenResultsHandler<Person> handler) { foreach (var change in _feed.After(after)) { if (handler.Handle(change.Delta)) { if (change.Number < 0) throw new IOException(); } else return; } }", TestName = "Not on stop: on the other answer")]
    [TestCase("[Sync<Person>] public void Sync(long? after, ISyncTokenResultsHandler<Person> handler) { foreach (var change in _feed.After(after)) { if (!handler.Handle(change.Delta)) { if (change.Number < 0) throw new IOException(); return; } } }", TestName = "Not on stop: on something else too")]
    public Task Left_alone(string members) => Verify<ConnectorValueAnalyzer>.Clean(Connectors.Of(members));
}
