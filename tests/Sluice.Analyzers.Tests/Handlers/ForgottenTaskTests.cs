using Sluice.Analyzers.Handlers;
using Sluice.Analyzers.Tests.Flow;
using Sluice.Testing;

namespace Sluice.Analyzers.Tests.Handlers;

/// <summary>SLC308.</summary>
public sealed class ForgottenTaskTests
{
    [Test]
    public Task An_operation_that_nobody_can_wait_for() => Verify<ForgottenTaskAnalyzer>.Reports(
        Connectors.Sync("{ await Task.Yield(); handler.HandleResult(_feed.Latest()); }", result: "async {|SLC308:void|}"),
        ("SLC308", "'Sync' is async void: nobody can wait for it, and an exception in it ends the process; answer a Task"));

    [Test]
    public Task Work_that_nobody_waits_for() => Verify<ForgottenTaskAnalyzer>.Reports(
        Connectors.Sync("{ _feed.{|SLC308:PageAfterAsync|}(after); handler.HandleResult(_feed.Latest()); }"),
        ("SLC308", "Nobody awaits 'PageAfterAsync', so its errors vanish and it goes on after 'Sync' returned; await it, or write '_ =' where that is meant"));

    [TestCase("{ Feed? feed = _feed; feed?.{|SLC308:PageAfterAsync|}(after); handler.HandleResult(1L); }", TestName = "Forgotten: conditional")]
    [TestCase("{ _feed.{|SLC308:LatestAsync|}().ConfigureAwait(false); handler.HandleResult(1L); }", TestName = "Forgotten: configured only")]
    [TestCase("{ Action work = {|SLC308:async|} () => await _feed.PageAfterAsync(after); work(); handler.HandleResult(1L); }", TestName = "Forgotten: async void lambda")]
    [TestCase("{ new List<long>().ForEach({|SLC308:async|} token => await _feed.PageAfterAsync(token)); handler.HandleResult(1L); }", TestName = "Forgotten: async ForEach")]
    [TestCase("{ Go(); handler.HandleResult(1L); async {|SLC308:void|} Go() => await _feed.PageAfterAsync(after); }", TestName = "Forgotten: async void local function")]
    [TestCase("{ Task.{|SLC308:Run|}(() => _feed.Log(\"\")); handler.HandleResult(1L); }", TestName = "Forgotten: Task.Run")]
    public Task Reported(string body) => Verify<ForgottenTaskAnalyzer>.Reports(Connectors.Sync(body));

    [TestCase("{ _ = _feed.PageAfterAsync(after); handler.HandleResult(1L); }", TestName = "Not forgotten: said so")]
    [TestCase("{ var tasks = new Dictionary<long, Task>(); tasks.GetValueOrDefault(1); tasks.TryAdd(1, _feed.PageAfterAsync(after)); handler.HandleResult(1L); }", TestName = "Not forgotten: a task by accident")]
    [TestCase("{ Func<Task> work = async () => await _feed.PageAfterAsync(after); _ = work; handler.HandleResult(1L); }", TestName = "Not forgotten: asynchronous lambda with a task")]
    [TestCase("{ Task? last = null; Interlocked.Exchange(ref last, _feed.PageAfterAsync(after)); handler.HandleResult(1L); }", TestName = "Not forgotten: exchanged")]
    [TestCase("{ Task.Run(() => handler.HandleResult(1L)); }", TestName = "Not forgotten: SLC303 says more")]
    public Task Left_alone(string body) => Verify<ForgottenTaskAnalyzer>.Clean(Connectors.Sync(body));

    [Test]
    public Task Event_handlers_are_async_void() => Verify<ForgottenTaskAnalyzer>.Clean(Connectors.Sync(
        "{ AppDomain.CurrentDomain.ProcessExit += OnExit; AppDomain.CurrentDomain.ProcessExit += async (_, _) => await Task.Yield(); handler.HandleResult(1L); }",
        members: "private async void OnExit(object? sender, EventArgs e) => await Task.Yield();"));
}
