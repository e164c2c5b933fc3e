using Sluice.Analyzers.Handlers;
using Sluice.Analyzers.Tests.Flow;
using Sluice.CodeFixes.Handlers;
using Sluice.Testing;

namespace Sluice.Analyzers.Tests.Handlers;

/// <summary>SLC301.</summary>
public sealed class UnusedAnswerTests
{
    [Test]
    public Task Dropped() => Verify<UnusedAnswerAnalyzer>.Reports(
        Connectors.Sync("""
            {
                foreach (var change in _feed.After(after))
                    {|SLC301:handler.Handle(change.Delta)|};
                handler.HandleResult(_feed.Latest());
            }
            """),
        ("SLC301", "The answer of 'Handle' is dropped, so the sync goes on after its host said stop; return when it is false"));

    [TestCase("{ foreach (var change in _feed.After(after)) { _ = {|SLC301:handler.Handle(change.Delta)|}; } }", TestName = "Unused: discarded")]
    [TestCase("{ foreach (var change in _feed.After(after)) { var more = {|SLC301:handler.Handle(change.Delta)|}; } }", TestName = "Unused: never read")]
    [TestCase("{ bool more; foreach (var change in _feed.After(after)) { more = {|SLC301:handler.Handle(change.Delta)|}; } }", TestName = "Unused: only assigned")]
    [TestCase("{ _feed.ListAfter(after).ToList().ForEach(change => {|SLC301:handler.Handle(change.Delta)|}); }", TestName = "Unused: in a lambda")]
    [TestCase("{ foreach (var change in _feed.After(after)) Emit(change); void Emit(Change change) => {|SLC301:handler.Handle(change.Delta)|}; }", TestName = "Unused: in a local function")]
    [TestCase("{ foreach (var change in _feed.After(after)) Emit(change, handler); } private static void Emit(Change change, ISyncResultsHandler<Person> handler) { {|SLC301:handler.Handle(change.Delta)|}; handler.ToString(); }", TestName = "Unused: in a helper")]
    public Task Reported(string body) => Verify<UnusedAnswerAnalyzer>.Reports(Connectors.Sync(body));

    [TestCase("{ foreach (var change in _feed.After(after)) if (!handler.Handle(change.Delta)) return; }", TestName = "Used: condition")]
    [TestCase("{ var more = true; foreach (var change in _feed.After(after)) { more = handler.Handle(change.Delta); if (!more) break; } }", TestName = "Used: variable")]
    [TestCase("{ bool more = true; do more = handler.Handle(_feed.After(after).First().Delta); while (more); }", TestName = "Used: loop")]
    [TestCase("{ if (_feed.After(after).All(change => handler.Handle(change.Delta))) handler.HandleResult(1L); }", TestName = "Used: predicate")]
    [TestCase("{ var stopped = false; foreach (var change in _feed.After(after)) { stopped |= !handler.Handle(change.Delta); if (stopped) return; } }", TestName = "Used: compound")]
    [TestCase("{ handler.Handle(SyncDelta.Delete<Person>(1L, \"1\")); }", TestName = "Used: nothing comes after the only delta")]
    public Task Left_alone(string body) => Verify<UnusedAnswerAnalyzer>.Clean(Connectors.Sync(body));

    [Test]
    public Task Code_that_is_no_connector_is_left_alone() => Verify<UnusedAnswerAnalyzer>.Clean(Connectors.Of("""
        public void Test(ISyncResultsHandler<Person> handler) { handler.Handle(SyncDelta.Delete<Person>(1L, "1")); handler.Handle(SyncDelta.Delete<Person>(2L, "2")); }
        """));

    [Test]
    public Task Fixed() => Verify<UnusedAnswerAnalyzer, UnusedAnswerFix>.Fixes(
        Connectors.Sync("""
            {
                foreach (var change in _feed.After(after))
                {
                    // one by one
                    {|SLC301:handler.Handle(change.Delta)|}; // go on
                }
                _ = {|SLC301:handler.Handle(SyncDelta.Delete<Person>(1L, "1"))|};
                handler.HandleResult(_feed.Latest());
            }
            """),
        Connectors.Sync("""
            {
                foreach (var change in _feed.After(after))
                {
                    // one by one
                    if (!handler.Handle(change.Delta))
                        return; // go on
                }
                if (!handler.Handle(SyncDelta.Delete<Person>(1L, "1")))
                    return;
                handler.HandleResult(_feed.Latest());
            }
            """));

    [Test]
    public Task Fixed_in_asynchronous_code() => Verify<UnusedAnswerAnalyzer, UnusedAnswerFix>.Fixes(
        Connectors.Async("""
            {
                await foreach (var change in _feed.StreamAfter(after))
                    await {|SLC301:handler.HandleAsync(change.Delta, cancellation)|}.ConfigureAwait(false);
            }
            """),
        Connectors.Async("""
            {
                await foreach (var change in _feed.StreamAfter(after))
                    if (!await handler.HandleAsync(change.Delta, cancellation).ConfigureAwait(false))
                        return;
            }
            """));

    [Test]
    public Task A_lambda_is_left_to_its_author() => Verify<UnusedAnswerAnalyzer, UnusedAnswerFix>.OffersNothing(Connectors.Sync(
        "{ _feed.ListAfter(after).ToList().ForEach(change => {|SLC301:handler.Handle(change.Delta)|}); }"));

    [TestCase("{ foreach (var change in _feed.After(after)) Emit(change, handler); } private static void Emit(Change change, ISyncResultsHandler<Person> handler) { {|SLC301:handler.Handle(change.Delta)|}; handler.ToString(); }", TestName = "Left to its author: a method")]
    [TestCase("{ foreach (var change in _feed.After(after)) Emit(change); void Emit(Change change) { {|SLC301:handler.Handle(change.Delta)|}; } }", TestName = "Left to its author: a local function")]
    public Task A_helper_is_left_to_its_author(string body) => Verify<UnusedAnswerAnalyzer, UnusedAnswerFix>.OffersNothing(Connectors.Sync(body));
}
