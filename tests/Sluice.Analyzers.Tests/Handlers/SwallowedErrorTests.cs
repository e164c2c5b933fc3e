using Sluice.Analyzers.Handlers;
using Sluice.Analyzers.Tests.Flow;
using Sluice.Testing;

namespace Sluice.Analyzers.Tests.Handlers;

/// <summary>SLC313.</summary>
public sealed class SwallowedErrorTests
{
    [Test]
    public Task One_record() => Verify<SwallowedErrorAnalyzer>.Reports(
        Connectors.Sync("{ foreach (var change in _feed.After(after)) { SyncDelta<Person> delta; try { delta = change.Delta; } {|SLC313:catch|} (Exception e) { _feed.Log(e.Message); continue; } if (!handler.Handle(delta)) return; } handler.HandleResult(1L); }"),
        ("SLC313", "This catch leaves out a change that failed, and the position of 'Sync' moves over it; rethrow, or keep the record where somebody looks after it"));

    [Test]
    public Task The_source() => Verify<SwallowedErrorAnalyzer>.Reports(
        Connectors.Sync("{ var latest = _feed.Latest(); IEnumerable<Change> changes = []; try { changes = _feed.ListAfter(after); } {|SLC313:catch|} (IOException) { } foreach (var change in changes) if (!handler.Handle(change.Delta)) return; handler.HandleResult(latest); }"),
        ("SLC313", "This catch turns an error of the source into no changes, and 'Sync' reports a position behind them; rethrow, or report no position"));

    [TestCase("{ using var reader = _feed.Open(after); while (reader.Read()) { SyncDelta<Person> delta; try { delta = reader.Current.Delta; } {|SLC313:catch|} { continue; } if (!handler.Handle(delta)) return; } handler.HandleResult(1L); }", TestName = "Swallowed: reader")]
    [TestCase("{ var list = _feed.ListAfter(after); for (var i = 0; i < list.Count; i++) { SyncDelta<Person> delta; try { delta = list[i].Delta; } {|SLC313:catch|} (Exception) { Console.WriteLine(i); continue; } if (!handler.Handle(delta)) return; } handler.HandleResult(1L); }", TestName = "Swallowed: list")]
    [TestCase("{ var latest = _feed.Latest(); IReadOnlyList<Change> changes; try { changes = _feed.ListAfter(after); } {|SLC313:catch|} (Exception) { changes = []; } foreach (var change in changes) if (!handler.Handle(change.Delta)) return; handler.HandleResult(latest); }", TestName = "Swallowed: nothing instead")]
    public Task Reported(string body) => Verify<SwallowedErrorAnalyzer>.Reports(Connectors.Sync(body));

    [TestCase("{ foreach (var change in _feed.After(after)) { SyncDelta<Person> delta; try { delta = change.Delta; } catch (FormatException) { continue; } if (!handler.Handle(delta)) return; } handler.HandleResult(1L); }", TestName = "Decided: one kind of error")]
    [TestCase("{ foreach (var change in _feed.After(after)) { SyncDelta<Person> delta; try { delta = change.Delta; } catch (Exception e) { Keep(change, e); continue; } if (!handler.Handle(delta)) return; } handler.HandleResult(1L); }", TestName = "Decided: kept")]
    [TestCase("{ foreach (var change in _feed.After(after)) { SyncDelta<Person> delta; try { delta = change.Delta; } catch (Exception e) { _feed.Log(e.Message); throw; } if (!handler.Handle(delta)) return; } handler.HandleResult(1L); }", TestName = "Decided: thrown again")]
    [TestCase("{ foreach (var change in _feed.After(after)) { SyncDelta<Person> delta; try { delta = change.Delta; } catch (Exception) { return; } if (!handler.Handle(delta)) return; } handler.HandleResult(1L); }", TestName = "Decided: the run ends")]
    [TestCase("{ foreach (var change in _feed.After(after)) { var delta = SyncDelta.Delete<Person>(change.Number, change.Uid); try { delta = change.Delta; } catch (Exception e) { _feed.Log(e.Message); } if (!handler.Handle(delta)) return; } handler.HandleResult(1L); }", TestName = "Decided: something else is delivered")]
    [TestCase("{ foreach (var change in _feed.After(after)) { try { if (!handler.Handle(change.Delta)) return; } catch (Exception) { continue; } } handler.HandleResult(1L); }", TestName = "Decided: SLC304 says so")]
    [TestCase("{ var last = after; try { foreach (var change in _feed.After(after)) { if (!handler.Handle(change.Delta)) return; last = change.Number; } } catch (IOException) { } if (last is { } reached) handler.HandleResult(reached); }", TestName = "Decided: the position that was reached")]
    [TestCase("{ var latest = _feed.Latest(); try { foreach (var change in _feed.After(after)) if (!handler.Handle(change.Delta)) return; } catch (IOException) { return; } handler.HandleResult(latest); }", TestName = "Decided: no position")]
    [TestCase("{ var failed = false; var latest = _feed.Latest(); try { foreach (var change in _feed.After(after)) if (!handler.Handle(change.Delta)) return; } catch (IOException) { failed = true; } if (!failed) handler.HandleResult(latest); }", TestName = "Decided: remembered")]
    [TestCase("{ while (true) { Page page; try { page = _feed.PageAfter(after); } catch (Exception) { continue; } foreach (var change in page.Changes) if (!handler.Handle(change.Delta)) return; if (!page.HasMore) break; after = page.Next; } handler.HandleResult(1L); }", TestName = "Decided: the same page again")]
    [TestCase("{ var latest = _feed.Latest(); try { _feed.Log(\"\"); } catch (IOException) when (after is null) { } foreach (var change in _feed.After(after)) if (!handler.Handle(change.Delta)) return; handler.HandleResult(latest); }", TestName = "Decided: filtered")]
    public Task Left_alone(string body) => Verify<SwallowedErrorAnalyzer>.Clean(Connectors.Sync(body, members: "private static void Keep(Change change, Exception error) { }"));

    [Test]
    public Task Where_no_position_moves_it_is_the_authors_affair() => Verify<SwallowedErrorAnalyzer>.Clean(Connectors.Of("""
        [Search<Person>]
        public IEnumerable<Person> Search()
        {
            foreach (var change in _feed.After(null))
            {
                Person? found;
                try { found = change.After; } catch (Exception) { continue; }
                if (found is not null)
                    yield return found;
            }
        }
        """));
}
