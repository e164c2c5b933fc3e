using Sluice.Analyzers.Handlers;
using Sluice.Analyzers.Tests.Flow;
using Sluice.Testing;

namespace Sluice.Analyzers.Tests.Handlers;

/// <summary>SLC303.</summary>
public sealed class EscapingHandlerTests
{
    [Test]
    public Task In_a_forgotten_task() => Verify<EscapingHandlerAnalyzer>.Reports(
        Connectors.Sync("{ {|SLC303:Task.Run(() => handler.HandleResult(_feed.Latest()))|}; }"),
        ("SLC303", "'Run' calls the handler in a task that nobody awaits; call the handler from the sync itself, one delta after the other, and await it"));

    [TestCase("{ Parallel.ForEach(_feed.After(after), change => handler.Handle(change.Delta)); }", "Parallel.ForEach(_feed.After(after), change => handler.Handle(change.Delta))", TestName = "Escapes: Parallel.ForEach")]
    [TestCase("{ _feed.After(after).AsParallel().ForAll(change => { if (!handler.Handle(change.Delta)) throw new OperationCanceledException(); }); }", "_feed.After(after).AsParallel().ForAll(change => { if (!handler.Handle(change.Delta)) throw new OperationCanceledException(); })", TestName = "Escapes: ForAll")]
    [TestCase("{ _ = Task.Run(() => handler.HandleResult(1L)); }", "Task.Run(() => handler.HandleResult(1L))", TestName = "Escapes: discarded task")]
    [TestCase("{ ThreadPool.QueueUserWorkItem(_ => handler.HandleResult(1L)); }", "ThreadPool.QueueUserWorkItem(_ => handler.HandleResult(1L))", TestName = "Escapes: thread pool")]
    [TestCase("{ new Thread(() => handler.HandleResult(1L)).Start(); }", "new Thread(() => handler.HandleResult(1L))", TestName = "Escapes: thread")]
    [TestCase("{ var tokens = handler; Task.Factory.StartNew(() => tokens.HandleResult(1L)); }", "Task.Factory.StartNew(() => tokens.HandleResult(1L))", TestName = "Escapes: under another name")]
    public Task Reported(string body, string span) => Verify<EscapingHandlerAnalyzer>.Reports(Connectors.Sync(body.Replace(span, $"{{|SLC303:{span}|}}", StringComparison.Ordinal)));

    [TestCase("{ await Task.Yield(); _ = {|SLC303:handler.HandleAsync(SyncDelta.Delete<Person>(1L, \"1\"))|}; }", TestName = "Escapes: discarded answer")]
    [TestCase("{ await foreach (var change in _feed.StreamAfter(after)) {|CS4014:{|SLC303:handler.HandleAsync(change.Delta, cancellation)|}|}; }", TestName = "Escapes: not awaited")]
    [TestCase("{ await {|SLC303:Parallel.ForEachAsync(_feed.After(after), cancellation, async (change, stop) => { if (!await handler.HandleAsync(change.Delta, stop)) return; })|}; }", TestName = "Escapes: Parallel.ForEachAsync")]
    public Task Reported_in_asynchronous_code(string body) => Verify<EscapingHandlerAnalyzer>.Reports(Connectors.Async(body));

    [TestCase("{ await Task.Run(async () => { if (await handler.HandleAsync(SyncDelta.Delete<Person>(1L, \"1\"))) handler.HandleResult(1L); }); }", TestName = "Stays: awaited task")]
    [TestCase("{ var work = Task.Run(() => handler.HandleResult(1L)); await work; }", TestName = "Stays: task awaited later")]
    [TestCase("{ await Task.Run(() => handler.HandleResult(1L)).ConfigureAwait(false); }", TestName = "Stays: ConfigureAwait")]
    [TestCase("{ await Parallel.ForEachAsync(_feed.After(after), cancellation, (change, stop) => { _feed.Log(change.Uid); return default; }); handler.HandleResult(1L); }", TestName = "Stays: parallel without the handler")]
    [TestCase("{ var answer = handler.HandleAsync(SyncDelta.Delete<Person>(1L, \"1\")); if (!await answer) return; }", TestName = "Stays: answer awaited later")]
    [TestCase("{ await Parallel.ForEachAsync(_feed.After(after), new ParallelOptions { MaxDegreeOfParallelism = 1 }, async (change, stop) => { await handler.HandleAsync(change.Delta, stop); }); }", TestName = "Stays: one at a time")]
    public Task Left_alone(string body) => Verify<EscapingHandlerAnalyzer>.Clean(Connectors.Async(body));
}
