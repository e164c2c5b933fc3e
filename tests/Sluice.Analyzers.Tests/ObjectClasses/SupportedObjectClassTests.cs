using Sluice.Analyzers.ObjectClasses;
using Sluice.Testing;

namespace Sluice.Analyzers.Tests.ObjectClasses;

/// <summary>SLC101: what a known facade cannot be asked for.</summary>
public sealed class SupportedObjectClassTests
{
    private const string Served = "it serves \"__ACCOUNT__\", \"__GROUP__\", \"device\"";

    [TestCase("await facade.DeleteAsync({|SLC101:new ObjectClass(\"printer\")|}, \"1\");", "'HrConnector' does not serve the object class \"printer\"; " + Served)]
    [TestCase("await facade.GetLatestSyncTokenAsync({|SLC101:ObjectClass.Of(\"devices\")|});", "'HrConnector' does not serve the object class \"devices\" (did you mean \"device\"?); " + Served)]
    [TestCase("await facade.SyncAsync({|SLC101:new ObjectClass(\"account\")|}, SyncPosition.Beginning, handler);", "'HrConnector' does not serve the object class \"account\" (did you mean \"__ACCOUNT__\"?); " + Served)]
    [TestCase("if (facade.Supports({|SLC101:new(\"devcie\")|}) == 0) return;", "'HrConnector' does not serve the object class \"devcie\" (did you mean \"device\"?); " + Served)]
    [TestCase("await facade.{|SLC101:DeleteAsync|}(ObjectClass.Account, \"1\");", "'HrConnector' has no Delete for the object class \"__ACCOUNT__\"; of that class it has Sync, LatestSyncToken, SearchPage, Search, Get")]
    [TestCase("facade.{|SLC101:Sync|}(new SyncRun(ObjectClass.Account, SyncPosition.Beginning), taker);", "'HrConnector' has no SynchronousSync for the object class \"__ACCOUNT__\"; of that class it has Sync, LatestSyncToken, SearchPage, Search, Get")]
    [TestCase("await facade.{|SLC101:SearchPageAsync|}(ObjectClass.Group);", "'HrConnector' has no SearchPage for the object class \"__GROUP__\"; of that class it has Search, Get")]
    [TestCase("await facade.Person.{|SLC101:DeleteAsync|}(\"1\");", "'HrConnector' has no Delete for the object class \"__ACCOUNT__\"; of that class it has Sync, LatestSyncToken, SearchPage, Search, Get")]
    [TestCase("facade.{|SLC101:Sync|}(ObjectClass.All, SyncPosition.Beginning, taker);", "'HrConnector' has no SynchronousSync for the object class \"__ALL__\"; of that class it has Sync, LatestSyncToken")]
    [TestCase("await facade.Person.SyncAsync(new SyncRun({|SLC101:ObjectClass.Of(\"device\")|}, SyncPosition.Beginning), null!);", "This run is over \"device\", but 'Person' is the face of \"__ACCOUNT__\"; make the run over 'Person.ObjectClass'")]
    public Task Reported(string body, string message) => Verify<SupportedObjectClassAnalyzer>.Reports(Hosts.Method(body), ("SLC101", message));

    [TestCase("ObjectClass wanted = new(\"printer\"); await facade.DeleteAsync({|SLC101:wanted|}, \"1\");", "")]
    [TestCase("const string name = \"printer\"; var run = new SyncRun({|SLC101:new ObjectClass(name)|}, SyncPosition.Beginning); await facade.SyncAsync(run, handler);", "")]
    [TestCase("await facade.DeleteAsync({|SLC101:Printer|}, \"1\");", "    private static readonly ObjectClass Printer = ObjectClass.Of(Name); private const string Name = \"printer\";")]
    [TestCase("await facade.DeleteAsync({|SLC101:Printer|}, \"1\");", "    private static ObjectClass Printer { get; } = new(\"printer\");")]
    [TestCase("await facade.DeleteAsync({|SLC101:Printer|}, \"1\");", "    private static ObjectClass Printer => new(\"printer\");")]
    [TestCase("await facade.DeleteAsync({|SLC101:Printer|}, \"1\");", "    private static readonly ObjectClass Printer; static Host() { Printer = new(\"printer\"); }")]
    [TestCase("IConnectorFacade any = HrConnector.CreateFacade(); await any.DeleteAsync({|SLC101:new(\"printer\")|}, \"1\");", "")]
    [TestCase("await using (IConnectorFacade any = HrConnector.CreateFacade()) { await foreach (var one in any.SearchAsync({|SLC101:new(\"printer\")|})) Console.WriteLine(one); }", "")]
    [TestCase("await Any.DeleteAsync({|SLC101:new(\"printer\")|}, \"1\");", "    private static readonly IConnectorFacade Any = HrConnector.CreateFacade();")]
    [TestCase("var person = facade.Person; await person.{|SLC101:DeleteAsync|}(\"1\");", "")]
    [TestCase("Func<Task> later = async () => await facade.DeleteAsync({|SLC101:new(\"printer\")|}, \"1\"); await later();", "")]
    [TestCase("await ConnectorFacadeExtensions.SyncAsync(handler: handler, from: SyncPosition.Beginning, objectClass: {|SLC101:new(\"printer\")|}, facade: facade);", "")]
    public Task Seen_through(string body, string members) => Verify<SupportedObjectClassAnalyzer>.Reports(Hosts.Method(body, members));

    [TestCase("await facade.DeleteAsync(new ObjectClass(\"DEVICE\"), \"1\");", TestName = "Served: names compare ignoring case")]
    [TestCase("await facade.GetAsync(ObjectClass.Account, \"1\"); await facade.GetAsync(ObjectClass.Group, \"1\");", TestName = "Served: a search can get")]
    [TestCase("await foreach (var one in facade.SearchAsync(ObjectClass.Account)) Console.WriteLine(one);", TestName = "Served: pages are a search")]
    [TestCase("await facade.SyncAsync(ObjectClass.All, SyncPosition.Beginning, handler); await facade.GetLatestSyncTokenAsync(ObjectClass.All);", TestName = "Served: the facade composes all classes")]
    [TestCase("await facade.SyncAsync(new SyncRun(facade.Person.ObjectClass, SyncPosition.Beginning), handler);", TestName = "Served: the face knows its class")]
    [TestCase("var wanted = ObjectClass.Account; if (handler is null) wanted = new(\"printer\"); await facade.SyncAsync(wanted, SyncPosition.Beginning, handler!);", TestName = "Unknown: the class has two values")]
    [TestCase("foreach (var wanted in facade.ObjectClasses) await facade.SyncAsync(wanted, SyncPosition.Beginning, handler);", TestName = "Unknown: the class is asked for")]
    [TestCase("IConnectorFacade any = handler is null ? HrConnector.CreateFacade() : OpenConnector.CreateFacade(); await any.DeleteAsync(new(\"printer\"), \"1\");", TestName = "Unknown: the connector is one of two")]
    [TestCase("IConnectorFacade any = HrConnector.CreateFacade(); any = OpenConnector.CreateFacade(); await any.DeleteAsync(new(\"printer\"), \"1\");", TestName = "Unknown: the connector changes")]
    [TestCase("await Each(facade, new(\"printer\")); static async Task Each(IConnectorFacade any, ObjectClass wanted) => await any.DeleteAsync(wanted, \"1\");", TestName = "Unknown: both are parameters")]
    [TestCase("var open = OpenConnector.CreateFacade(); await open.GetAsync(new(\"table\"), \"1\");", TestName = "Unknown: classes are known at run time")]
    [TestCase("var open = OpenConnector.CreateFacade(); await open.SyncAsync(ObjectClass.All, SyncPosition.Beginning, handler);", TestName = "Unknown: all classes of run time")]
    [TestCase("if (facade.Supports(ObjectClass.Group, ConnectorOperations.Delete)) await facade.DeleteAsync(ObjectClass.Group, \"1\");", TestName = "Asked first: Supports")]
    [TestCase("if (facade.ObjectClasses.Contains(new(\"printer\"))) await facade.DeleteAsync(new(\"printer\"), \"1\");", TestName = "Asked first: ObjectClasses")]
    [TestCase("Console.WriteLine(facade.Supports(new(\"printer\")));", TestName = "A question")]
    [TestCase("try { await facade.DeleteAsync(ObjectClass.Group, \"1\"); } catch (UnsupportedObjectClassException refused) { Console.WriteLine(refused.Message); }", TestName = "Expected: caught")]
    [TestCase("try { await facade.DeleteAsync(ObjectClass.Group, \"1\"); } catch (ConnectorException refused) when (refused is UnsupportedObjectClassException or UnsupportedConnectorOperationException) { }", TestName = "Expected: caught by a filter")]
    [TestCase("await Throws<UnsupportedObjectClassException>(async () => await facade.DeleteAsync(ObjectClass.Group, \"1\")); static Task Throws<T>(Func<Task> act) where T : Exception => act();", TestName = "Expected: a test")]
    [TestCase("await Throws(typeof(UnsupportedObjectClassException), async () => await facade.DeleteAsync(ObjectClass.Group, \"1\")); static Task Throws(Type type, Func<Task> act) => act();", TestName = "Expected: a test with a type")]
    public Task Left_alone(string body) => Verify<SupportedObjectClassAnalyzer>.Clean(Hosts.Method(body));

    [Test]
    public Task What_is_declared_beside_run_time_classes_is_certain() => Verify<SupportedObjectClassAnalyzer>.Reports(
        Hosts.Method("var open = OpenConnector.CreateFacade(); await open.{|SLC101:DeleteAsync|}(new(\"fixed\"), \"1\");"),
        ("SLC101", "'OpenConnector' has no Delete for the object class \"fixed\"; of that class it has Search, Get"));

    [Test]
    public Task A_field_of_a_host() => Verify<SupportedObjectClassAnalyzer>.Reports(Hosts.Type("""
        public sealed class Host
        {
            private readonly IConnectorFacade _facade;
            private readonly IConnectorFacade _other;
            private IConnectorFacade _changing = HrConnector.CreateFacade();
            public Host(IConnectorFacade other) { _facade = HrConnector.CreateFacade(); _other = other; }
            public void Change(IConnectorFacade facade) => _changing = facade;
            public async Task RunAsync()
            {
                await _facade.DeleteAsync({|SLC101:new("printer")|}, "1");
                await _other.DeleteAsync(new("printer"), "1");
                await _changing.DeleteAsync(new("printer"), "1");
            }
        }
        """));

    [Test]
    public Task A_connector_with_defects_is_not_judged() => Verify<SupportedObjectClassAnalyzer>.Clean("""
        using Sluice;
        [Connector("half")]
        public sealed partial class Half
        {
            [Delete("device")] public bool Delete(string uid) => true;
            public static async System.Threading.Tasks.Task RunAsync() => await CreateFacade().DeleteAsync(new("device"), "1");
        }
        """);
}
