using Sluice.Analyzers.Handlers;
using Sluice.Analyzers.Tests.Flow;
using Sluice.CodeFixes.Handlers;
using Sluice.Testing;

namespace Sluice.Analyzers.Tests.Handlers;

/// <summary>SLC304.</summary>
public sealed class SwallowedExceptionTests
{
    [Test]
    public Task Logged_and_forgotten() => Verify<SwallowedExceptionAnalyzer>.Reports(
        Connectors.Sync("""
            {
                foreach (var change in _feed.After(after))
                {
                    try { if (!handler.Handle(change.Delta)) return; }
                    {|SLC304:catch|} (Exception exception) { _feed.Log(exception.Message); }
                }
                handler.HandleResult(_feed.Latest());
            }
            """),
        ("SLC304", "This catch swallows what 'Handle' throws, so a change that failed counts as handled; rethrow, or keep the call out of the try"));

    [TestCase("{ try { foreach (var change in _feed.After(after)) if (!handler.Handle(change.Delta)) return; } {|SLC304:catch|} { } }", TestName = "Swallowed: bare catch")]
    [TestCase("{ try { foreach (var change in _feed.After(after)) if (!handler.Handle(change.Delta)) return; } catch (IOException) { throw; } {|SLC304:catch|} (Exception) { return; } }", TestName = "Swallowed: last of several")]
    [TestCase("{ foreach (var change in _feed.After(after)) if (!Emit(change)) return; bool Emit(Change change) { try { return handler.Handle(change.Delta); } {|SLC304:catch|} (Exception) { return true; } } }", TestName = "Swallowed: in a local function")]
    [TestCase("{ foreach (var change in _feed.After(after)) { try { try { if (!handler.Handle(change.Delta)) return; } finally { _feed.Log(\"\"); } } {|SLC304:catch|} (Exception e) { Console.WriteLine($\"{e.Message}\"); continue; } } }", TestName = "Swallowed: around a finally")]
    public Task Reported(string body) => Verify<SwallowedExceptionAnalyzer>.Reports(Connectors.Sync(body));

    [TestCase("{ try { if (!handler.Handle(SyncDelta.Delete<Person>(1L, \"1\"))) return; } catch (Exception e) { _feed.Log(e.Message); throw; } }", TestName = "Passed on: rethrown")]
    [TestCase("{ try { if (!handler.Handle(SyncDelta.Delete<Person>(1L, \"1\"))) return; } catch (Exception e) { throw new InvalidOperationException(\"\", e); } }", TestName = "Passed on: wrapped")]
    [TestCase("{ try { if (!handler.Handle(SyncDelta.Delete<Person>(1L, \"1\"))) return; } catch (IOException) { } }", TestName = "Passed on: the source's own exceptions only")]
    [TestCase("{ try { if (!handler.Handle(SyncDelta.Delete<Person>(1L, \"1\"))) return; } catch (Exception e) when (e is IOException) { } }", TestName = "Passed on: filtered")]
    [TestCase("{ Exception? error = null; try { if (!handler.Handle(SyncDelta.Delete<Person>(1L, \"1\"))) return; } catch (Exception e) { error = e; } if (error is not null) throw error; }", TestName = "Passed on: kept")]
    [TestCase("{ foreach (var change in _feed.After(after)) { SyncDelta<Person> delta; try { delta = change.Delta; } catch (Exception) { continue; } if (!handler.Handle(delta)) return; } }", TestName = "Passed on: the call is outside")]
    public Task Left_alone(string body) => Verify<SwallowedExceptionAnalyzer>.Clean(Connectors.Sync(body));

    [Test]
    public Task Fixed() => Verify<SwallowedExceptionAnalyzer, SwallowedExceptionFix>.Fixes(
        Connectors.Sync("""
            {
                foreach (var change in _feed.After(after))
                {
                    try
                    {
                        if (!handler.Handle(change.Delta)) return;
                    }
                    {|SLC304:catch|} (Exception exception)
                    {
                        _feed.Log(exception.Message);
                    }
                }
                try { if (!handler.Handle(SyncDelta.Delete<Person>(1L, "1"))) return; }
                {|SLC304:catch|} (Exception) { return; }
                try { if (!handler.Handle(SyncDelta.Delete<Person>(1L, "1"))) return; }
                {|SLC304:catch|} { }
            }
            """),
        Connectors.Sync("""
            {
                foreach (var change in _feed.After(after))
                {
                    try
                    {
                        if (!handler.Handle(change.Delta)) return;
                    }
                    catch (Exception exception)
                    {
                        _feed.Log(exception.Message);
                        throw;
                    }
                }
                try { if (!handler.Handle(SyncDelta.Delete<Person>(1L, "1"))) return; }
                catch (Exception) { throw; }
                try { if (!handler.Handle(SyncDelta.Delete<Person>(1L, "1"))) return; }
                catch { throw; }
            }
            """));
}
