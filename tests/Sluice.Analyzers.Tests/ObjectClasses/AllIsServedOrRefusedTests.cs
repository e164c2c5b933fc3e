using Sluice.Analyzers.ObjectClasses;
using Sluice.Testing;

namespace Sluice.Analyzers.Tests.ObjectClasses;

/// <summary>SLC104 and SLC106: what becomes of <c>__ALL__</c>.</summary>
public sealed class AllIsServedOrRefusedTests
{
    private const string Classes = "ObjectClasses.Account, ObjectClasses.All";
    private const string Accounts = "{ foreach (var one in _source.Read(\"people\", after)) yield return one; }";

    [Test]
    public Task The_message_tells_the_ways_out() => Verify<ClassDispatchAnalyzer>.Reports(
        Dispatch.Iterator("{ if ({|SLC104:objectClass == ObjectClass.All|}) yield break; " + Accounts + " }", Classes),
        ("SLC104", "'Sync' is declared for __ALL__ and does nothing for it; deliver all classes, throw UnsupportedObjectClassException, or leave __ALL__ out of the annotation: the facade then runs the classes one after another"));

    [TestCase("{ if ({|SLC104:objectClass.IsAll|}) yield break; " + Accounts + " }", TestName = "Empty: IsAll")]
    [TestCase("{ switch (objectClass.Name) { case {|SLC104:ObjectClasses.All|}: break; default: " + Accounts + " break; } }", TestName = "Empty: a case")]
    [TestCase("{ {|SLC104:switch|} (objectClass.Name) { case ObjectClasses.Account: " + Accounts + " break; } }", TestName = "Empty: no case")]
    [TestCase("=> objectClass switch { {|SLC104:{ IsAll: true }|} => [], _ => _source.Read(objectClass.Name, after) };", TestName = "Empty: an arm")]
    [TestCase("{ if (objectClass == ObjectClass.Account) " + Accounts + " else if ({|SLC104:objectClass == ObjectClass.All|}) Log.LogDebug(\"all\"); }", TestName = "Empty: only logged")]
    public Task Reported(string body) => Verify<ClassDispatchAnalyzer>.Reports(Dispatch.Iterator(body, Classes));

    [TestCase("{ if (objectClass.IsAll) throw new UnsupportedObjectClassException(objectClass, [ObjectClass.Account], \"Sync\"); " + Accounts + " }", TestName = "Served or refused: thrown")]
    [TestCase("{ if (objectClass.IsAll) { foreach (var one in _source.Read(\"people\", after).Concat(_source.Read(\"groups\", after))) yield return one; yield break; } " + Accounts + " }", TestName = "Served or refused: merged")]
    [TestCase("=> objectClass.IsAll ? Everything(after) : _source.Read(\"people\", after);", TestName = "Served or refused: by another method")]
    [TestCase("=> _source.Read(objectClass.IsAll ? \"%\" : objectClass.Name, after);", TestName = "Served or refused: by another query")]
    public Task Left_alone(string body) => Verify<ClassDispatchAnalyzer>.Clean(Dispatch.Iterator(body, Classes, "private IEnumerable<SyncDelta> Everything(long? after) => _source.Read(\"%\", after); private object Used => (Device, Log);"));

    [Test]
    public Task An_empty_body() => Verify<ClassDispatchAnalyzer>.Reports(Dispatch.Of("""
        [LatestSyncToken(ObjectClasses.All)] public long? Latest() => null;
        [Sync(ObjectClasses.All)] public void {|SLC104:Sync|}(long? after, ISyncTokenResultsHandler handler) { }
        [Search(ObjectClasses.All)] public IEnumerable<ConnectorObject> {|SLC104:Find|}() => [];
        """));

    [Test]
    public Task A_page_of_nothing() => Verify<ClassDispatchAnalyzer>.Reports(Dispatch.Of("""
        [LatestSyncToken(ObjectClasses.All)] public string? Latest() => null;
        [Sync(ObjectClasses.All)] public Task<SyncPage> {|SLC104:SyncAsync|}(string? after) => Task.FromResult(new SyncPage([], after ?? "0", false));
        """));

    [Test]
    public Task A_delta_of_no_class() => Verify<ClassDispatchAnalyzer>.Reports(
        Dispatch.Iterator("{ foreach (var number in new[] { 1L, 2L }) yield return SyncDelta.Delete(number, {|SLC106:objectClass|}, \"1\"); }", "ObjectClasses.All"),
        ("SLC106", "'objectClass' is __ALL__ here, the class of no object, so this call fails; name the class of the object that changed"));

    [TestCase("{ yield return SyncDelta.Delete(1L, {|SLC106:ObjectClass.All|}, \"1\"); }", TestName = "No class: the constant")]
    [TestCase("{ var all = new ObjectClass(ObjectClasses.All); yield return SyncDelta.Delete(1L, {|SLC106:all|}, \"1\"); }", TestName = "No class: a local")]
    [TestCase("{ yield return SyncDelta.Update(1L, ConnectorObject.Build({|SLC106:objectClass|}, \"1\", \"one\").Build()); }", TestName = "No class: an object")]
    [TestCase("{ var wanted = objectClass; yield return SyncDelta.Delete(1L, {|SLC106:wanted|}, \"1\"); }", TestName = "No class: by another name")]
    [TestCase("=> _source.Read(\"%\", after).Select(one => SyncDelta.Delete(one.Token, {|SLC106:objectClass|}, one.Uid));", TestName = "No class: in a lambda")]
    [TestCase("{ if (objectClass == ObjectClass.Account) yield break; yield return SyncDelta.Delete(1L, {|SLC106:objectClass|}, \"1\"); }", TestName = "No class: on the way of all")]
    public Task Without_a_class(string body) => Verify<ClassDispatchAnalyzer>.Reports(Dispatch.Iterator(body, Classes));

    [TestCase("{ foreach (var one in _source.Read(\"%\", after)) yield return SyncDelta.Delete(one.Token, one.ObjectClass, one.Uid); }", TestName = "Named: from the log")]
    [TestCase("{ foreach (var one in _source.Read(\"%\", after)) yield return SyncDelta.Delete(one.Token, objectClass.IsAll ? one.ObjectClass : objectClass, one.Uid); }", TestName = "Named: from the log for all")]
    [TestCase("{ if (objectClass.IsAll) { foreach (var one in _source.Read(\"%\", after)) yield return one; } else yield return SyncDelta.Delete(1L, objectClass, \"1\"); }", TestName = "Named: not on the way of all")]
    [TestCase("=> _source.Read(\"%\", after).Select(one => { if (objectClass.IsAll) return one; return SyncDelta.Delete(one.Token, objectClass, one.Uid); });", TestName = "Named: a lambda that asks")]
    [TestCase("=> _source.Read(\"%\", after).Select(one => SyncDelta.Delete(one.Token, objectClass.IsAll ? one.ObjectClass : objectClass, one.Uid));", TestName = "Named: a lambda that chooses")]
    [TestCase("{ yield return SyncDelta.Delete(1L, Device, \"1\"); }", TestName = "Named: a constant")]
    public Task With_a_class(string body) => Verify<ClassDispatchAnalyzer>.Clean(Dispatch.Iterator(body, Classes));
}
