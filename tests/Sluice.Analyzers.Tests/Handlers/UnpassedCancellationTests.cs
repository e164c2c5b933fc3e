using Sluice.Analyzers.Handlers;
using Sluice.Analyzers.Tests.Flow;
using Sluice.Testing;

namespace Sluice.Analyzers.Tests.Handlers;

/// <summary>SLC306.</summary>
public sealed class UnpassedCancellationTests
{
    private const string Members = """
        private IAsyncEnumerable<Change> Changes => _feed.StreamAfter(null);
        private static Task WaitAsync(Task work) => work;
        private static Task WaitAsync(Task work, CancellationToken cancellation) => work.WaitAsync(cancellation);
        private static Task OldAsync() => Task.CompletedTask;
        [Obsolete("x")] private static Task OldAsync(CancellationToken cancellation) => Task.CompletedTask;
        private static Task<T> PickAsync<T>(T value) => Task.FromResult(value);
        private static Task<T> PickAsync<T>(T value, CancellationToken cancellation) => Task.FromResult(value);
        private static Task OtherAsync(string text) => Task.CompletedTask;
        private static ValueTask OtherAsync(string text, CancellationToken cancellation) => default;
        private static Task RollbackAsync(CancellationToken cancellation = default) => Task.CompletedTask;
        private static async IAsyncEnumerable<Change> Local() { await Task.Yield(); yield break; }
        """;

    [Test]
    public Task A_call() => Verify<UnpassedCancellationAnalyzer>.Reports(
        Connectors.Async("{ var page = await _feed.{|SLC306:PageAfterAsync|}(after); handler.HandleResult(page.Next); }"),
        ("SLC306", "'PageAfterAsync' would take a CancellationToken and goes on without it after the run was cancelled; pass 'cancellation' on"));

    [Test]
    public Task A_sequence() => Verify<UnpassedCancellationAnalyzer>.Reports(
        Connectors.Async("{ await foreach (var change in {|SLC306:_feed.StreamAfter(after)|}) if (!await handler.HandleAsync(change.Delta)) return; handler.HandleResult(1L); }"),
        ("SLC306", "'StreamAfter' is read without a CancellationToken, so a cancelled run waits for its next item; add WithCancellation(cancellation)"));

    [Test]
    public Task An_operation_without_a_token() => Verify<UnpassedCancellationAnalyzer>.Reports(
        Connectors.Async("{ handler.HandleResult(await _feed.LatestAsync()); }", "long? after, IAsyncSyncTokenResultsHandler<Person> handler").Replacing("Sync(long", "{|SLC306:Sync|}(long"),
        ("SLC306", "'Sync' has no CancellationToken for 'LatestAsync', so it goes on after the run was cancelled; give it a CancellationToken parameter and pass it on"));

    [Test]
    public Task A_helper_of_an_operation() => Verify<UnpassedCancellationAnalyzer>.Reports(
        Connectors.Async("{ cancellation.ThrowIfCancellationRequested(); handler.HandleResult(await NextAsync(after)); }", members: """
            private async Task<long> NextAsync(long? after) => await LastAsync(after);
            private async Task<long> {|SLC306:LastAsync|}(long? after) => (await _feed.PageAfterAsync(after)).Next;
            private async Task<long> UnusedAsync(long? after) => (await _feed.PageAfterAsync(after)).Next;
            """));

    [TestCase("{ await {|SLC306:WaitAsync|}(Task.CompletedTask); handler.HandleResult(1L); }", TestName = "Not passed: overload")]
    [TestCase("{ handler.HandleResult(await {|SLC306:PickAsync|}(1L)); }", TestName = "Not passed: generic overload")]
    [TestCase("{ await foreach (var change in {|SLC306:Changes|}) if (!await handler.HandleAsync(change.Delta)) return; }", TestName = "Not passed: property")]
    [TestCase("{ await foreach (var change in {|SLC306:_feed.StreamAfter(after).ConfigureAwait(false)|}) if (!await handler.HandleAsync(change.Delta)) return; }", TestName = "Not passed: configured")]
    [TestCase("{ Func<Task<Page>> read = async () => await _feed.{|SLC306:PageAfterAsync|}(after); handler.HandleResult((await read()).Next); }", TestName = "Not passed: captured")]
    [TestCase("{ handler.HandleResult(await Next()); async Task<long> Next() => (await _feed.{|SLC306:PageAfterAsync|}(after)).Next; }", TestName = "Not passed: local function")]
    [TestCase("{ using var gate = new SemaphoreSlim(1); await gate.{|SLC306:WaitAsync|}(); handler.HandleResult(1L); }", TestName = "Not passed: semaphore")]
    [TestCase("{ await Task.{|SLC306:Delay|}(10); handler.HandleResult(1L); }", TestName = "Not passed: delay")]
    public Task Reported(string body) => Verify<UnpassedCancellationAnalyzer>.Reports(Connectors.Async(body, members: Members));

    [TestCase("{ handler.HandleResult((await _feed.PageAfterAsync(after, cancellation)).Next); }", TestName = "Passed: given")]
    [TestCase("{ handler.HandleResult((await _feed.PageAfterAsync(after, CancellationToken.None)).Next); }", TestName = "Passed: none is a decision")]
    [TestCase("{ handler.HandleResult((await _feed.PageAfterAsync(after, default)).Next); }", TestName = "Passed: default is one, too")]
    [TestCase("{ using var linked = CancellationTokenSource.CreateLinkedTokenSource(cancellation); handler.HandleResult((await _feed.PageAfterAsync(after, linked.Token)).Next); }", TestName = "Passed: linked")]
    [TestCase("{ await foreach (var change in _feed.StreamAfter(after).WithCancellation(cancellation).ConfigureAwait(false)) if (!await handler.HandleAsync(change.Delta)) return; }", TestName = "Passed: WithCancellation")]
    [TestCase("{ try { handler.HandleResult(1L); } catch { await RollbackAsync(); throw; } finally { await _feed.PageAfterAsync(null); } }", TestName = "Passed: rolled back and finally")]
    [TestCase("{ await RollbackAsync(); handler.HandleResult(1L); }", TestName = "Passed: a rollback has to come to its end")]
    [TestCase("{ await OldAsync(); handler.HandleResult(1L); }", TestName = "Passed: an obsolete overload")]
    [TestCase("{ await OtherAsync(\"\"); handler.HandleResult(1L); }", TestName = "Passed: another answer")]
    [TestCase("{ await Task.Run(() => _feed.Latest()); handler.HandleResult(1L); }", TestName = "Passed: Task.Run begins at once")]
    [TestCase("{ await foreach (var change in Local()) if (!await handler.HandleAsync(change.Delta)) return; }", TestName = "Passed: an iterator that looks at none")]
    [TestCase("{ var changes = _feed.StreamAfter(after).WithCancellation(cancellation); await foreach (var change in changes) if (!await handler.HandleAsync(change.Delta)) return; }", TestName = "Passed: in a variable")]
    [TestCase("{ Func<CancellationToken, Task<Page>> read = async _ => await _feed.PageAfterAsync(after); handler.HandleResult((await read(cancellation)).Next); }", TestName = "Passed: dropped on purpose")]
    [TestCase("{ handler.HandleResult(await Next()); static async Task<long> Next() => (await new Feed().PageAfterAsync(null)).Next; }", TestName = "Passed: a static local function sees none")]
    public Task Left_alone(string body) => Verify<UnpassedCancellationAnalyzer>.Clean(Connectors.Async(body, members: Members));

    [Test]
    public Task An_interface_says_what_the_parameters_are() => Verify<UnpassedCancellationAnalyzer>.Clean(Connectors.Async(
        "{ cancellation.ThrowIfCancellationRequested(); handler.HandleResult(await NextAsync()); }",
        members: "public interface INext { Task<long> NextAsync(); }").Replacing("class Hr", "class Hr : Hr.INext").Replacing("public interface INext", "public async Task<long> NextAsync() => (await _feed.PageAfterAsync(null)).Next; public interface INext"));

    [Test]
    public Task Elsewhere_the_sdk_says_it() => Verify<UnpassedCancellationAnalyzer>.Clean(
        "using System.Threading; using System.Threading.Tasks; class A { static Task Go(CancellationToken cancellation) => Task.Delay(1); }");
}
