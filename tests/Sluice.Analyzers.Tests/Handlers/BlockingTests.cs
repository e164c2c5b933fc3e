using Sluice.Analyzers.Handlers;
using Sluice.Analyzers.Tests.Flow;
using Sluice.Testing;

namespace Sluice.Analyzers.Tests.Handlers;

/// <summary>SLC307.</summary>
public sealed class BlockingTests
{
    [Test]
    public Task A_result_is_waited_for() => Verify<BlockingAnalyzer>.Reports(
        Connectors.Sync("{ handler.HandleResult(_feed.LatestAsync().AsTask().{|SLC307:Result|}); }"),
        ("SLC307", "'Result' blocks a thread of 'Sync' until asynchronous work is done; await it, in an operation that answers a task or an IAsyncEnumerable"));

    [TestCase("{ var page = _feed.PageAfterAsync(after); page.{|SLC307:Wait|}(); }", TestName = "Blocks: Wait")]
    [TestCase("{ var page = _feed.PageAfterAsync(after); page.{|SLC307:Wait|}(TimeSpan.FromSeconds(1)); }", TestName = "Blocks: Wait with a limit")]
    [TestCase("{ handler.HandleResult(_feed.LatestAsync().ConfigureAwait(false).GetAwaiter().{|SLC307:GetResult|}()); }", TestName = "Blocks: configured awaiter")]
    [TestCase("{ foreach (var change in _feed.StreamAfter(after).{|SLC307:ToBlockingEnumerable|}()) if (!handler.Handle(change.Delta)) return; }", TestName = "Blocks: blocking enumerable")]
    [TestCase("{ Func<long> latest = () => _feed.LatestAsync().AsTask().{|SLC307:Result|}; handler.HandleResult(latest()); }", TestName = "Blocks: in a lambda")]
    [TestCase("{ handler.HandleResult(Latest()); long Latest() => _feed.LatestAsync().AsTask().{|SLC307:Result|}; }", TestName = "Blocks: in a local function")]
    [TestCase("{ var one = _feed.PageAfterAsync(after); var other = _feed.PageAfterAsync(null); Task.{|SLC307:WaitAny|}(one, other); }", TestName = "Blocks: WaitAny")]
    public Task Reported(string body) => Verify<BlockingAnalyzer>.Reports(Connectors.Sync(body));

    [TestCase("{ var latest = _feed.LatestAsync(cancellation); handler.HandleResult(latest.IsCompletedSuccessfully ? latest.Result : await latest); }", TestName = "Does not block: asked before")]
    [TestCase("{ var pages = new[] { _feed.PageAfterAsync(after), _feed.PageAfterAsync(null) }; await Task.WhenAll(pages); handler.HandleResult(pages[0].Result.Next + pages.Sum(page => page.Result.Next)); }", TestName = "Does not block: all awaited")]
    [TestCase("{ var page = _feed.PageAfterAsync(after); await page; handler.HandleResult(page.Result.Next); }", TestName = "Does not block: awaited before")]
    [TestCase("{ handler.HandleResult(await _feed.PageAfterAsync(after).ContinueWith(page => page.Result.Next, TaskScheduler.Default)); }", TestName = "Does not block: continuation")]
    [TestCase("{ await Task.Yield(); handler.HandleResult(Task.FromResult(1L).Result); }", TestName = "Does not block: done from the start")]
    [TestCase("{ var page = _feed.PageAfterAsync(after); if (page.Wait(0)) handler.HandleResult((await page).Next); }", TestName = "Does not block: asks whether it is done")]
    [TestCase("{ using var gate = new SemaphoreSlim(1); gate.Wait(cancellation); await Task.Yield(); handler.HandleResult(1L); }", TestName = "Does not block: a semaphore is no task")]
    public Task Left_alone(string body) => Verify<BlockingAnalyzer>.Clean(Connectors.Async(body));

    [Test]
    public Task Disposing_has_no_asynchronous_form_everywhere() => Verify<BlockingAnalyzer>.Clean(Connectors.Sync(
        "{ handler.HandleResult(_feed.Latest()); }",
        members: "public void Dispose() => _feed.LatestAsync().AsTask().Wait();"));

    [Test]
    public Task Elsewhere_it_is_nobodys_business() => Verify<BlockingAnalyzer>.Clean("class Program { static int Answer(System.Threading.Tasks.Task<int> task) => task.Result; }");
}
