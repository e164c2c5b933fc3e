using Sluice.Analyzers.Handlers;
using Sluice.Analyzers.Tests.Flow;
using Sluice.Testing;

namespace Sluice.Analyzers.Tests.Handlers;

/// <summary>SLC311.</summary>
public sealed class ConcurrentHandlerTests
{
    [Test]
    public Task In_a_parallel_loop() => Verify<ConcurrentHandlerAnalyzer>.Reports(
        Connectors.Sync("{ Parallel.{|SLC311:ForEach|}(_feed.After(after), change => handler.Handle(change.Delta)); }"),
        ("SLC311", "'ForEach' calls the handler from parallel work, so deltas arrive in any order; read in parallel if you must, and hand over one delta after the other"));

    [TestCase("{ _feed.After(after).AsParallel().{|SLC311:ForAll|}(change => { if (!handler.Handle(change.Delta)) throw new OperationCanceledException(); }); }", TestName = "Concurrent: ForAll")]
    [TestCase("{ var answers = _feed.After(after).AsParallel().{|SLC311:Where|}(change => handler.Handle(change.Delta)).Select(change => change.Number).ToList(); _feed.Log(answers.Count.ToString()); }", TestName = "Concurrent: parallel query")]
    [TestCase("{ Parallel.{|SLC311:Invoke|}(() => handler.Handle(SyncDelta.Delete<Person>(1L, \"1\")), () => _feed.Log(\"\")); }", TestName = "Concurrent: Invoke")]
    [TestCase("{ Parallel.{|SLC311:ForEach|}(_feed.After(after), Deliver); void Deliver(Change change) => Emit(change); bool Emit(Change change) => handler.Handle(change.Delta); }", TestName = "Concurrent: local functions")]
    [TestCase("{ Task.{|SLC311:WaitAll|}(Task.Run(() => handler.Handle(SyncDelta.Delete<Person>(1L, \"1\"))), Task.Run(() => handler.Handle(SyncDelta.Delete<Person>(2L, \"2\")))); }", TestName = "Concurrent: two tasks")]
    public Task Reported(string body) => Verify<ConcurrentHandlerAnalyzer>.Reports(Connectors.Sync(body));

    [TestCase("{ await Parallel.{|SLC311:ForEachAsync|}(_feed.After(after), cancellation, async (change, stop) => { if (!await handler.HandleAsync(change.Delta, stop)) return; }); }", TestName = "Concurrent: ForEachAsync")]
    [TestCase("{ await Task.{|SLC311:WhenAll|}(_feed.After(after).Select(change => handler.HandleAsync(change.Delta, cancellation).AsTask())); }", TestName = "Concurrent: WhenAll")]
    [TestCase("{ var answers = _feed.After(after).Select(async change => await handler.HandleAsync(change.Delta, cancellation)).ToList(); await Task.{|SLC311:WhenAll|}(answers); }", TestName = "Concurrent: WhenAll of a list")]
    [TestCase("{ var answers = new List<Task>(); await foreach (var change in _feed.StreamAfter(after)) answers.{|SLC311:Add|}(handler.HandleAsync(change.Delta, cancellation).AsTask()); await Task.WhenAll(answers); }", TestName = "Concurrent: collected")]
    [TestCase("{ await Task.{|SLC311:WhenAll|}(handler.HandleAsync(SyncDelta.Delete<Person>(1L, \"1\")).AsTask(), handler.HandleAsync(SyncDelta.Delete<Person>(2L, \"2\")).AsTask()); }", TestName = "Concurrent: two answers")]
    public Task Reported_in_asynchronous_code(string body) => Verify<ConcurrentHandlerAnalyzer>.Reports(Connectors.Async(body));

    [TestCase("{ await Parallel.ForEachAsync(_feed.After(after), cancellation, (change, stop) => { _feed.Log(change.Uid); return default; }); handler.HandleResult(1L); }", TestName = "One after the other: parallel without the handler")]
    [TestCase("{ await Parallel.ForEachAsync(_feed.After(after), new ParallelOptions { MaxDegreeOfParallelism = 1 }, async (change, stop) => { await handler.HandleAsync(change.Delta, stop); }); }", TestName = "One after the other: one at a time")]
    [TestCase("{ await Task.WhenAll(_feed.PageAfterAsync(after), _feed.PageAfterAsync(null)); handler.HandleResult(1L); }", TestName = "One after the other: pages")]
    [TestCase("{ foreach (var page in await Task.WhenAll(_feed.After(after).Select(change => _feed.PageAfterAsync(change.Number)))) foreach (var change in page.Changes) if (!await handler.HandleAsync(change.Delta)) return; }", TestName = "One after the other: read in parallel")]
    [TestCase("{ foreach (var answer in _feed.After(after).Select(change => handler.HandleAsync(change.Delta))) if (!await answer) return; }", TestName = "One after the other: lazily")]
    [TestCase("{ var work = new List<Task> { Task.Delay(1) }; work.Add(handler.HandleAsync(SyncDelta.Delete<Person>(1L, \"1\")).AsTask()); await Task.WhenAll(work); }", TestName = "One after the other: a single one")]
    public Task Left_alone(string body) => Verify<ConcurrentHandlerAnalyzer>.Clean(Connectors.Async(body));
}
