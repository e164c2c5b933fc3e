using Sluice.Analyzers.Handlers;
using Sluice.Analyzers.Tests.Flow;
using Sluice.Testing;

namespace Sluice.Analyzers.Tests.Handlers;

/// <summary>SLC305.</summary>
public sealed class BufferedDeltasTests
{
    private const string Iterator = "long? after";

    [Test]
    public Task A_copy_of_everything() => Verify<BufferedDeltasAnalyzer>.Reports(
        Connectors.Sync("{ foreach (var change in _feed.After(after).{|SLC305:ToList|}()) yield return change.Delta; }", Iterator, "IEnumerable<SyncDelta<Person>>"),
        ("SLC305", "'ToList' holds all changes before 'Sync' delivers the first one; deliver each as it is read, or answer pages"));

    [Test]
    public Task A_list_that_is_filled_first() => Verify<BufferedDeltasAnalyzer>.Reports(
        Connectors.Sync("{ var {|SLC305:all|} = new List<Change>(); foreach (var change in _feed.After(after)) all.Add(change); foreach (var change in all) if (!handler.Handle(change.Delta)) return; handler.HandleResult(1L); }"),
        ("SLC305", "'all' holds all changes before 'Sync' delivers the first one; deliver each as it is read, or answer pages"));

    [TestCase("{ return _feed.After(after).Select(change => change.Delta).{|SLC305:ToArray|}(); }", TestName = "Held: returned")]
    [TestCase("=> _feed.After(after).Where(change => change.Uid != \"\").Select(change => change.Delta).{|SLC305:ToList|}();", TestName = "Held: expression body")]
    [TestCase("{ var sorted = _feed.After(after).OrderBy(change => change.Number).{|SLC305:ToArray|}(); foreach (var change in sorted) yield return change.Delta; }", TestName = "Held: in a variable")]
    public Task Reported(string body) => Verify<BufferedDeltasAnalyzer>.Reports(Connectors.Sync(body, Iterator, "IEnumerable<SyncDelta<Person>>"));

    [TestCase("{ foreach (var change in _feed.After(after).Take(100).ToList()) yield return change.Delta; }", TestName = "Not held: so many")]
    [TestCase("{ foreach (var change in _feed.ListAfter(after).ToList()) yield return change.Delta; }", TestName = "Not held: in memory before")]
    [TestCase("{ foreach (var group in _feed.After(after).GroupBy(change => change.Uid)) foreach (var change in group.ToList()) yield return change.Delta; }", TestName = "Not held: group by group")]
    [TestCase("{ while (true) { foreach (var change in _feed.After(after).ToList()) { yield return change.Delta; after = change.Number; } } }", TestName = "Not held: page by page")]
    [TestCase("{ foreach (var change in _feed.After(after)) { foreach (var uid in change.Uid.Split(',').ToList()) yield return SyncDelta.Delete<Person>(change.Number, uid); } }", TestName = "Not held: parts of one change")]
    [TestCase("{ var batch = new List<Change>(); foreach (var change in _feed.After(after)) { batch.Add(change); if (batch.Count < 10) continue; foreach (var one in batch) yield return one.Delta; batch.Clear(); } foreach (var one in batch) yield return one.Delta; }", TestName = "Not held: batches")]
    [TestCase("{ var seen = new List<string>(); foreach (var change in _feed.After(after)) { seen.Add(change.Uid); yield return change.Delta; } foreach (var uid in seen) _feed.Log(uid); }", TestName = "Not held: remembered, not delivered")]
    [TestCase("{ foreach (var name in _feed.After(after).Select(change => change.Uid).ToList()) _feed.Log(name); yield break; }", TestName = "Not held: read for something else")]
    public Task Left_alone(string body) => Verify<BufferedDeltasAnalyzer>.Clean(Connectors.Sync(body, Iterator, "IEnumerable<SyncDelta<Person>>"));
}
