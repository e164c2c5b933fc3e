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

    [TestCase("{ _ = Task.Run(() => handler.HandleResult(1L)); }", "Task.Run(() => handler.HandleResult(1L))", TestName = "Escapes: discarded task")]
    [TestCase("{ ThreadPool.QueueUserWorkItem(_ => handler.HandleResult(1L)); }", "ThreadPool.QueueUserWorkItem(_ => handler.HandleResult(1L))", TestName = "Escapes: thread pool")]
    [TestCase("{ new Thread(() => handler.HandleResult(1L)).Start(); }", "new Thread(() => handler.HandleResult(1L))", TestName = "Escapes: thread")]
    [TestCase("{ var tokens = handler; Task.Factory.StartNew(() => tokens.HandleResult(1L)); }", "Task.Factory.StartNew(() => tokens.HandleResult(1L))", TestName = "Escapes: under another name")]
    public Task Reported(string body, string span) => Verify<EscapingHandlerAnalyzer>.Reports(Connectors.Sync(body.Replace(span, $"{{|SLC303:{span}|}}", StringComparison.Ordinal)));

    [TestCase("{ await Task.Yield(); _ = {|SLC303:handler.HandleAsync(SyncDelta.Delete<Person>(1L, \"1\"))|}; }", TestName = "Escapes: discarded answer")]
    [TestCase("{ await foreach (var change in _feed.StreamAfter(after)) {|CS4014:{|SLC303:handler.HandleAsync(change.Delta, cancellation)|}|}; }", TestName = "Escapes: not awaited")]
    public Task Reported_in_asynchronous_code(string body) => Verify<EscapingHandlerAnalyzer>.Reports(Connectors.Async(body));

    [TestCase("{ await Task.Run(async () => { if (await handler.HandleAsync(SyncDelta.Delete<Person>(1L, \"1\"))) handler.HandleResult(1L); }); }", TestName = "Stays: awaited task")]
    [TestCase("{ var work = Task.Run(() => handler.HandleResult(1L)); await work; }", TestName = "Stays: task awaited later")]
    [TestCase("{ await Task.Run(() => handler.HandleResult(1L)).ConfigureAwait(false); }", TestName = "Stays: ConfigureAwait")]
    [TestCase("{ var answer = handler.HandleAsync(SyncDelta.Delete<Person>(1L, \"1\")); if (!await answer) return; }", TestName = "Stays: answer awaited later")]
    public Task Left_alone(string body) => Verify<EscapingHandlerAnalyzer>.Clean(Connectors.Async(body));

    [Test]
    public Task In_a_field_after_the_sync() => Verify<EscapingHandlerAnalyzer>.Reports(
        Connectors.Sync("{ _handler = handler; }", members: "private ISyncTokenResultsHandler<Person>? _handler; [Delete<Person>] public void Delete(string uid) { if ({|SLC303:_handler!.Handle(SyncDelta.Delete<Person>(1L, uid))|}) _feed.Log(uid); }"),
        ("SLC303", "'Handle' reaches the handler of a sync that is over; call the handler from the sync itself, one delta after the other, and await it"));

    [TestCase("public void Test(ISyncTokenResultsHandler<Person> handler) => new Thread(() => handler.HandleResult(1L)).Start();", TestName = "Stays: a thread of something that is no connector")]
    [TestCase("public void Test(ISyncTokenResultsHandler<Person> handler) { Task.Run(() => handler.HandleResult(1L)); }", TestName = "Stays: a task of something that is no connector")]
    public Task Code_that_is_no_connector_is_left_alone(string members) => Verify<EscapingHandlerAnalyzer>.Clean(Connectors.Of(members));

    [TestCase("public void Dispose() { if ({|SLC303:_handler!.Handle(SyncDelta.Delete<Person>(1L, \"1\"))|}) _feed.Log(\"\"); }", "{ _handler = handler; }", TestName = "Escapes: disposing")]
    [TestCase("private void Tick(object? state) { if (_handler!.Handle(SyncDelta.Delete<Person>(1L, \"1\"))) _feed.Log(\"\"); }", "{ _handler = handler; _ = {|SLC303:new Timer(Tick, null, 0, 10)|}; }", TestName = "Escapes: into a timer")]
    [TestCase("", "{ _handler = handler; _ = {|SLC303:Task.Run(() => _handler.HandleResult(1L))|}; }", TestName = "Escapes: a field in a task")]
    public Task Reported_of_fields(string member, string body) => Verify<EscapingHandlerAnalyzer>.Reports(Connectors.Sync(body, members: "private ISyncTokenResultsHandler<Person>? _handler; " + member));

    [TestCase("private bool Emit(Change change) => _handler!.Handle(change.Delta);", "{ _handler = handler; foreach (var change in _feed.After(after)) if (!Emit(change)) return; }", TestName = "Stays: a helper of the sync")]
    [TestCase("private void Tick(object? state) => _feed.Log(\"\");", "{ _handler = handler; using var timer = new Timer(Tick, null, 0, 10); handler.HandleResult(1L); }", TestName = "Stays: a timer for something else")]
    [TestCase("private sealed class Rest(ISyncTokenResultsHandler<Person> handler) : IDisposable { private readonly ISyncTokenResultsHandler<Person> _rest = handler; public void Dispose() { if (_rest.Handle(SyncDelta.Delete<Person>(1L, \"1\"))) _rest.HandleResult(1L); } }", "{ _handler = handler; using var rest = new Rest(handler); }", TestName = "Stays: an object within the sync delivers the rest")]
    public Task Fields_left_alone(string member, string body) => Verify<EscapingHandlerAnalyzer>.Clean(Connectors.Sync(body, members: "private ISyncTokenResultsHandler<Person>? _handler; " + member));
}
