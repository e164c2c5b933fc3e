using Sluice.Analyzers.Handlers;
using Sluice.Analyzers.Tests.Flow;
using Sluice.Testing;

namespace Sluice.Analyzers.Tests.Handlers;

/// <summary>SLC314.</summary>
public sealed class HeldLockTests
{
    private const string Gates = "private readonly object _gate = new(); private readonly SemaphoreSlim _one = new(1, 1); private readonly SemaphoreSlim _some = new(4);";

    [Test]
    public Task A_lock() => Verify<HeldLockAnalyzer>.Reports(
        Connectors.Sync("{ {|SLC314:lock|} (_gate) { foreach (var change in _feed.After(after)) if (!handler.Handle(change.Delta)) return; } handler.HandleResult(1L); }", members: Gates),
        ("SLC314", "'_gate' is held while 'Sync' delivers, for as long as its host takes; copy what is needed under the lock, and deliver outside of it"));

    [TestCase("{ _one.{|SLC314:Wait|}(); try { foreach (var change in _feed.After(after)) if (!handler.Handle(change.Delta)) return; } finally { _one.Release(); } handler.HandleResult(1L); }", TestName = "Held: semaphore")]
    [TestCase("{ foreach (var change in _feed.After(after)) { {|SLC314:lock|} (this) { if (change.Uid != \"\" && !handler.Handle(change.Delta)) return; } } handler.HandleResult(1L); }", TestName = "Held: for each delta")]
    public Task Reported(string body) => Verify<HeldLockAnalyzer>.Reports(Connectors.Sync(body, members: Gates));

    [TestCase("{ Change[] changes; lock (_gate) { changes = [.. _feed.After(after)]; } foreach (var change in changes) if (!handler.Handle(change.Delta)) return; handler.HandleResult(1L); }", TestName = "Not held: a copy is made")]
    [TestCase("{ _some.Wait(); try { foreach (var change in _feed.After(after)) if (!handler.Handle(change.Delta)) return; } finally { _some.Release(); } handler.HandleResult(1L); }", TestName = "Not held: several get through")]
    [TestCase("{ foreach (var change in _feed.After(after)) { lock (_gate) { _feed.Acknowledge(change.Number); } if (!handler.Handle(change.Delta)) return; } handler.HandleResult(1L); }", TestName = "Not held: released before")]
    [TestCase("{ _some.Wait(); try { foreach (var change in _feed.After(after)) if (!handler.Handle(change.Delta)) return; } finally { _one.Release(); } handler.HandleResult(1L); }", TestName = "Not held: it waited for another one")]
    [TestCase("{ try { foreach (var change in _feed.After(after)) if (!handler.Handle(change.Delta)) return; } finally { _one.Release(); } _one.Wait(); handler.HandleResult(1L); }", TestName = "Not held: it waits afterwards")]
    [TestCase("{ var more = true; _one.Wait(); try { _feed.Log(\"reading\"); } finally { _one.Release(); foreach (var change in _feed.After(after)) more = more && handler.Handle(change.Delta); } if (more) handler.HandleResult(1L); }", TestName = "Not held: delivered after the release")]
    public Task Left_alone(string body) => Verify<HeldLockAnalyzer>.Clean(Connectors.Sync(body, members: Gates));
}
