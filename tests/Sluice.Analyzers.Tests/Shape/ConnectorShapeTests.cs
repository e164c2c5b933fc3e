using Sluice.Analyzers.Shape;
using Sluice.Testing;

namespace Sluice.Analyzers.Tests.Shape;

/// <summary>What keeps a facade from being generated completely, where it is underlined, and what the user reads.</summary>
public sealed class ConnectorShapeTests
{
    [TestCase("[Connector(\"hr\")] public class {|SLC001:Hr|} { }",
        "Make 'Hr' partial: the generated half of 'Hr' cannot be written otherwise")]
    [TestCase("[Connector(\"hr\")] public abstract partial class {|SLC002:Hr|} { }",
        "Code for 'Hr' cannot be generated as it stands: a facade creates its connector, so it cannot be abstract; move [Connector] to the classes derived from it, which inherit its operations")]
    [TestCase("[Connector(\"hr\")] public partial class {|SLC002:Hr|}<T> { }",
        "Code for 'Hr' cannot be generated as it stands: a connector has one facade, so neither it nor a type around it can be generic")]
    [TestCase("[Connector(\"hr\")] public partial class Hr(string {|SLC002:path|}) { public string Path => path; }",
        "Code for 'Hr' cannot be generated as it stands: its constructor's parameter path is a string, which is no service: make it a property of the configuration, or give it a default")]
    [TestCase("[{|SLC003:Connector(\" \")|}] public partial class Hr { }",
        "Connector 'Hr' has a blank name; give it the one that hosts find it by, as in [Connector(\"hr\")]")]
    [TestCase("[Connector(\"hr\")] public partial class Hr { [Sync<Person>] public IEnumerable<SyncDelta<Person>> {|SLC004:Sync|}(long? after) => []; }",
        "A method with [LatestSyncToken<Person>] is missing: Person has [Sync] only")]
    [TestCase("[Connector(\"hr\")] public partial class Hr { [LatestSyncToken(\"device\")] public long? {|SLC004:Latest|}() => null; }",
        "A method with [Sync(\"device\")] is missing: the object class device has [LatestSyncToken] only")]
    [TestCase("[Connector(\"hr\")] public partial class Hr { [Delete<Person>] public Task<bool> {|SLC005:DeleteAsync|}(string uid) => Task.FromResult(true); }",
        "'DeleteAsync' with [Delete<Person>] answers bool, but a delete answers nothing; the nearest documented shape is 'Task DeleteAsync(string uid, CancellationToken cancellation)'")]
    [TestCase("[Connector(\"hr\")] public partial class Hr { [Get(\"device\")] public void {|SLC005:Read|}(string uid) { } }",
        "'Read' with [Get(\"device\")] answers void, not ConnectorObject; the nearest documented shape is 'ValueTask<ConnectorObject?> Read(ObjectClass objectClass, string uid, CancellationToken cancellation)'")]
    [TestCase("[Connector(\"hr\")] public partial class Hr { [TestConnection] public void Ping() { } [TestConnection] public void {|SLC006:Pong|}() { } }",
        "'Pong' has [TestConnection] for the connector, which 'Ping' serves already; keep one of them")]
    [TestCase("[Connector(\"hr\")] public partial class Hr { [Delete<Person>] public void Delete(string uid) { } [Delete<Person>] public void {|SLC006:Remove|}(Uid uid) { } }",
        "'Remove' has [Delete<Person>] for Person, which 'Delete' serves already; keep one of them")]
    public async Task IsReported(string source, string message)
    {
        var found = await Verify<ConnectorShapeAnalyzer>.Reports(ConnectorSource.Usings + ConnectorSource.Person + source);

        Assert.That(found.Select(diagnostic => diagnostic.GetMessage(System.Globalization.CultureInfo.InvariantCulture)), Is.EqualTo(new[] { message }));
    }

    [Test]
    public async Task ANameIsSharedByTheWholeAssembly() => await Verify<ConnectorShapeAnalyzer>.Reports(
        [
            ("A.cs", "using Sluice; [{|#0:Connector(\"hr\")|}] public partial class First { } [Connector(\"crm\")] public partial class Other { }"),
            ("B.cs", "using Sluice; [{|SLC003:Connector(\"HR\")|}] public partial class Second { }"),
        ],
        ("SLC003", "'Second' has the connector name \"HR\", and so has 'First' (names compare ignoring case); give one of them another name"));

    [TestCase("[LatestSyncToken<Person>] public long? Latest() => null; [Sync<Person>] public void Sync(long? after, ISyncTokenResultsHandler<Person> handler) { }")]
    [TestCase("[LatestSyncToken(\"a\", \"b\")] public long? Latest() => null; [Sync(\"A\", \"B\")] public IEnumerable<SyncDelta> Sync(ObjectClass objectClass, long? after) => [];")]
    [TestCase("[LatestSyncToken<Person>] public long? Latest() => null; [Sync<Person>] public {|CS0246:Unknown|} Sync(long? after) => null!;", Description = "half-typed: the compiler speaks")]
    [TestCase("public void Helper(System.DateTime when) { }")]
    public async Task NothingIsWrong(string members) => await Verify<ConnectorShapeAnalyzer>.Clean(ConnectorSource.With(members));
}
