using Sluice.Testing;

namespace Sluice.Generators.Tests.Connector;

/// <summary>What the parser finds, word by word, and that the rest is generated all the same.</summary>
public sealed class ConnectorFindingTests
{
    [TestCase("class C;", "SLC001 C: C | C")]
    [TestCase("partial class Outer { [Connector(\"c\")] class C; }", "SLC001 C: C | C")]
    [TestCase("class Outer { [Connector(\"c\")] partial class C; }", "SLC001 Outer: Outer | C")]
    [TestCase("class Outer { [Connector(\"c\")] class C; }", "SLC001 C: C | C\nSLC001 Outer: Outer | C")]
    [TestCase("abstract partial class C;", "SLC002 C: C | a facade creates its connector, so it cannot be abstract; move [Connector] to the classes derived from it, which inherit its operations")]
    [TestCase("static partial class C;", "SLC002 C: C | a facade creates its connector, so it cannot be static")]
    [TestCase("partial class C<T>;", "SLC002 C: C | a connector has one facade, so neither it nor a type around it can be generic")]
    [TestCase("partial class Outer<T> { [Connector(\"c\")] partial class C; }", "SLC002 C: C | a connector has one facade, so neither it nor a type around it can be generic")]
    [TestCase("file partial class C;", "SLC002 C: C | a file-scoped type cannot have a part in another file")]
    [TestCase("partial class C { private C() { } }", "SLC002 C: C | it has no accessible constructor, so nobody can create it: make one public or internal")]
    [TestCase("partial class C { public C() { } public C(HrConfiguration c) { } }", "SLC002 C: C | it has 2 constructors, and which one creates it is undecided: leave one, or make the others private")]
    [TestCase("partial class C { public C() { } private C(int c) { } internal C(string s) { } }", "")]
    [TestCase("partial class C(ref int a);", "SLC002 a: C | its constructor's parameter a can be given neither the configuration nor a service")]
    [TestCase("partial class C(string path);", "SLC002 path: C | its constructor's parameter path is a string, which is no service: make it a property of the configuration, or give it a default")]
    [TestCase("partial class C { public required int Size { get; set; } }", "SLC002 C: C | its required member Size is set by nobody: take it in the constructor")]
    [TestCase("partial class C { public required int Size { get; set; } [System.Diagnostics.CodeAnalysis.SetsRequiredMembers] public C() { } }", "")]
    [TestCase("partial class C { [Obsolete(\"no\", true)] public C() { } internal C(HrConfiguration configuration) { } }", "")]
    [TestCase("partial record C(string Path = \"x\", int Retries = 3);", "")]
    public void OfTheDeclaration(string declaration, string expected)
        => Assert.That(ConnectorProject.Findings(declaration.Contains("Connector(", StringComparison.Ordinal) ? declaration : $"[Connector(\"c\")] {declaration}"), Is.EqualTo(expected));

    [TestCase("", "SLC003 Connector(\"\"): C")]
    [TestCase("  ", "SLC003 Connector(\"  \"): C")]
    public void ABlankName(string name, string expected) => Assert.That(ConnectorProject.Findings($"[Connector(\"{name}\")] partial class C;"), Is.EqualTo(expected));

    [Test]
    public void TwoConfigurations() => Assert.That(
        ConnectorProject.Findings("[ConnectorConfiguration] public partial class Other; [Connector(\"c\")] partial class C(HrConfiguration one, Other other);"),
        Is.EqualTo("SLC002 other: C | its constructor takes two configurations, HrConfiguration and Other; a connector has one"));

    [TestCase("[Sync<Person>] IEnumerable<SyncDelta<Person>> M(long? a) => null!;", "SLC004 M: Person | [Sync] | [LatestSyncToken<Person>]")]
    [TestCase("[LatestSyncToken<Person>] long M() => 0;", "SLC004 M: Person | [LatestSyncToken] | [Sync<Person>]")]
    [TestCase("[Sync(\"x\")] IEnumerable<SyncDelta> M(long? a) => null!;", "SLC004 M: the object class x | [Sync] | [LatestSyncToken(\"x\")]")]
    [TestCase("[LatestSyncToken<Person>] long M() => 0; [Sync<Person>] int N() => 0;", "SLC005 N: N | [Sync<Person>] | answers int, which delivers no SyncDelta<Person> | IAsyncEnumerable<SyncDelta<Person>> N(long? after, CancellationToken cancellation)")]
    public void ASyncWithoutALatestToken(string members, string expected) => Assert.That(Members(members), Is.EqualTo(expected));

    [TestCase("[Sync<Person>] IEnumerable<SyncDelta<Person>> M(Guid? a) => null!; [LatestSyncToken<Person>] long? N() => 0;", "SLC210 M: M | [Sync<Person>] | takes 'Guid? a', which is no token type | IEnumerable<SyncDelta<Person>> M(long? after)")]
    [TestCase("[LatestSyncToken<Person>] decimal N() => 0; [Sync<Person>] IEnumerable<SyncDelta<Person>> M(long? a) => null!;", "SLC210 N: N | [LatestSyncToken<Person>] | answers decimal, which is no token type | long? N(CancellationToken cancellation)")]
    [TestCase("[Sync<Person>] IEnumerable<SyncDelta<Person>> M(long a) => null!; [LatestSyncToken<Person>] long? N() => 0;", "SLC211 long: a | M | long")]
    [TestCase("[Sync<Person>] IEnumerable<SyncDelta<Person>> M(string? a) => null!; [LatestSyncToken<Person>] long? N() => 0;", "SLC208 N: N | long? | M | string?")]
    [TestCase("[Sync<Person>] IEnumerable<SyncDelta<Person>> M(long? a) => null!; [LatestSyncToken<Person>] int N() => 0;", "")]
    [TestCase("[Sync<Person>] IEnumerable<SyncDelta<Person>> M(SyncToken? a) => null!; [LatestSyncToken<Person>] string N() => \"\";", "")]
    public void AToken(string members, string expected) => Assert.That(Members(members), Is.EqualTo(expected));

    [TestCase("[Sync<Person>] void M(int? a, ISyncResultsHandler<Team> h) { }", "takes the handler of other deltas than SyncDelta<Person>, or one that is not a results handler", "void M(int? after, ISyncTokenResultsHandler<Person> handler)")]
    [TestCase("[Sync<Person>] void M(int? a, ISyncHandler<Person> h) { }", "takes the handler of other deltas than SyncDelta<Person>, or one that is not a results handler", "void M(int? after, ISyncTokenResultsHandler<Person> handler)")]
    [TestCase("[Sync<Person>] Task M(string a, ISyncResultsHandler<Person> h) => null!;", "is awaited, so it needs an asynchronous handler to wait for", "Task M(string? after, IAsyncSyncTokenResultsHandler<Person> handler, CancellationToken cancellation)")]
    [TestCase("[Sync<Person>] void M(long? a, IAsyncSyncResultsHandler<Person> h) { }", "takes an asynchronous handler, so it must be awaited: answer Task or ValueTask", "void M(long? after, ISyncTokenResultsHandler<Person> handler)")]
    [TestCase("[Sync<Person>] int M(long? a, ISyncResultsHandler<Person> h) => 0;", "takes a handler, so it answers nothing: void with a synchronous handler, Task or ValueTask with an asynchronous one", "void M(long? after, ISyncTokenResultsHandler<Person> handler)")]
    [TestCase("[Sync<Person>] void M(long? a) { }", "answers nothing and takes no handler", "IAsyncEnumerable<SyncDelta<Person>> M(long? after, CancellationToken cancellation)")]
    [TestCase("[Sync<Person>] IEnumerable<SyncDelta<Team>> M(long? a) => null!;", "answers IEnumerable<SyncDelta<Team>>, which delivers no SyncDelta<Person>", "IEnumerable<SyncDelta<Person>> M(long? after)")]
    [TestCase("[Sync<Person>] IEnumerable<SyncDelta<Person>> M() => null!;", "takes no token to go on after", "IEnumerable<SyncDelta<Person>> M(long? after)")]
    [TestCase("[Sync<Person>] Task<SyncPage<Person>> M(long? a, Guid b) => null!;", "takes 'Guid b', which it cannot be given", "Task<SyncPage<Person>> M(long? after, int pageSize, CancellationToken cancellation)")]
    [TestCase("[Sync<Person>] IEnumerable<SyncDelta<Person>> M(ref long? a) => null!;", "takes 'long? a' by reference", "IEnumerable<SyncDelta<Person>> M(long? after)")]
    [TestCase("[Search<Person>] Task<List<Person>> M() => null!;", "answers Task<List<Person>>, which is neither a sequence nor a page of Person", "Task<SearchPage<Person>> M(Filter? filter, OperationOptions options, CancellationToken cancellation)")]
    [TestCase("[Search<Person>] IEnumerable<Person> M(Filter filter) => null!;", "takes 'Filter filter', but a search for everything has no filter: make it Filter?", "IEnumerable<Person> M(Filter? filter, CancellationToken cancellation)")]
    [TestCase("[Search<Person>] IEnumerable<Person>? M() => null;", "answers IEnumerable<Person>?, but where nothing is found the answer is empty, not null", "IEnumerable<Person> M(Filter? filter, CancellationToken cancellation)")]
    [TestCase("[Search<Person>] IEnumerable<Person?> M() => null!;", "answers IEnumerable<Person?>, which is neither a sequence nor a page of Person", "IEnumerable<Person> M(Filter? filter, CancellationToken cancellation)")]
    [TestCase("[Get<Person>] Task<Team> M(Uid uid) => null!;", "answers Task<Team>, not Person", "Task<Person?> M(Uid uid, CancellationToken cancellation)")]
    [TestCase("[Get<Person>] Task<Person> M() => null!;", "takes no uid", "Task<Person?> M(Uid uid, CancellationToken cancellation)")]
    [TestCase("[Create<Person>] ValueTask M(Person person) => default;", "answers nothing, but the uid is wanted", "ValueTask<Uid> M(Person source, CancellationToken cancellation)")]
    [TestCase("[Create<Person>] string? M(Person person) => null;", "answers string?, but a uid is never null: throw where there is none", "Uid M(Person source, CancellationToken cancellation)")]
    [TestCase("[Create<Person>] Uid M(Team team) => \"\";", "takes 'Team team', which it cannot be given", "Uid M(Person source, CancellationToken cancellation)")]
    [TestCase("[Update<Person>] void M(string uid, Person person) { }", "takes 'Person person', which it cannot be given", "void M(string uid, ObjectPatch patch, CancellationToken cancellation)")]
    [TestCase("[Delete<Person>] Task<bool> M(Uid uid) => null!;", "answers bool, but a delete answers nothing", "Task M(Uid uid, CancellationToken cancellation)")]
    [TestCase("[Authenticate<Person>] Uid M(string a, string b) => \"\";", "takes 'string b', a second one of its kind", "Uid M(string userName, GuardedString password, CancellationToken cancellation)")]
    [TestCase("[ResolveUserName<Person>] bool M(string a) => true;", "answers bool, not a Uid or a string that is one", "Uid M(string userName, CancellationToken cancellation)")]
    [TestCase("[TestConnection] bool M() => true;", "answers bool, but a test answers nothing: it throws where the system cannot be reached", "void M(CancellationToken cancellation)")]
    [TestCase("[Schema] string M() => \"\";", "answers string, not a ConnectorSchema", "ConnectorSchema M(CancellationToken cancellation)")]
    [TestCase("[ObjectClassSource] string M() => \"\";", "answers string, not an IReadOnlyList<ObjectClassInfo>", "IReadOnlyList<ObjectClassInfo> M(CancellationToken cancellation)")]
    [TestCase("[Delete<Person>] void M<T>(Uid uid) { }", "is generic, and nothing tells its type arguments", "void M(Uid uid, CancellationToken cancellation)")]
    [TestCase("[Delete<Person>, System.Runtime.InteropServices.DllImport(\"x\")] static extern void M(Uid uid);", "is extern; call it from an ordinary method", "void M(Uid uid, CancellationToken cancellation)")]
    [TestCase("[Delete<Person>, Obsolete(\"no\", true)] void M(Uid uid) { }", "is obsolete, and its use is an error", "void M(Uid uid, CancellationToken cancellation)")]
    [TestCase("[Delete<string>] void M(Uid uid) { }", "is for String, which has no [ObjectClass]", "void M(Uid uid, CancellationToken cancellation)")]
    [TestCase("[Delete(\" \")] void M(ObjectClass c, Uid uid) { }", "names a blank object class", "void M(ObjectClass objectClass, Uid uid, CancellationToken cancellation)")]
    [TestCase("[Delete] void M(ObjectClass c, Uid uid) { }", "names no object class; name them, or tell them at run time by a method with [ObjectClassSource]", "void M(ObjectClass objectClass, Uid uid, CancellationToken cancellation)")]
    public void AShape(string members, string problem, string nearest)
    {
        var found = Members(members).Split('\n').Single(finding => !finding.StartsWith("SLC004", StringComparison.Ordinal)).Split(" | ");
        Assert.That(found[0], Is.EqualTo("SLC005 M: M"));
        Assert.That(found[2..], Is.EqualTo(new[] { problem, nearest }));
    }

    [Test]
    public void AnExplicitInterfaceMember() => Assert.That(
        ConnectorProject.Findings("interface IFace { void M(Uid uid); } [Connector(\"c\")] partial class C : IFace { [Delete<Person>] void IFace.M(Uid uid) { } }"),
        Is.EqualTo("SLC005 M: M | [Delete<Person>] | is an explicit interface implementation, which cannot be called by its name | void M(Uid uid, CancellationToken cancellation)"));

    [Test]
    public void APrivateMethodOfABaseClass() => Assert.That(
        ConnectorProject.Findings("abstract class Base { [Delete<Person>] private void M(Uid uid) { } } [Connector(\"c\")] partial class C : Base;"),
        Is.EqualTo("SLC005 M: M | [Delete<Person>] | is not accessible in C | void M(Uid uid, CancellationToken cancellation)"));

    [TestCase("[Delete<Person>] void M(Uid uid) { } [Delete<Person>] void N(Uid uid) { }", "SLC006 N: N | [Delete<Person>] | Person | M")]
    [TestCase("[Delete(\"x\")] void M(Uid uid) { } [Delete(\"y\", \"X\")] void N(Uid uid) { }", "SLC006 N: N | [Delete(\"y\", \"X\")] | the object class x | M")]
    [TestCase("[Delete(\"__account__\")] void M(Uid uid) { } [Get<Person>] Person? N(Uid uid) => null;", "SLC006 M: M | [Delete(\"__account__\")] | the object class __account__ | Person")]
    [TestCase("[TestConnection] void M() { } [TestConnection] void N() { }", "SLC006 N: N | [TestConnection] | the connector | M")]
    [TestCase("[Search<Person>] IEnumerable<Person> M() => []; [Search<Person>] SearchPage<Person> N() => null!;", "")]
    public void TwoMethodsForOneOperation(string members, string expected) => Assert.That(Members(members), Is.EqualTo(expected));

    [Test]
    public void TwoTypesForOneObjectClass() => Assert.That(
        ConnectorProject.Findings("[ObjectClass(\"__account__\")] public partial record Other([Uid] string Id, [Name] string N); [Connector(\"c\")] partial class C { [Get<Person>] Person? M(Uid uid) => null; [Get<Other>] Other? N(Uid uid) => null; }"),
        Is.EqualTo("SLC006 N: N | [Get<Other>] | the object class __account__ | Person"));

    [Test]
    public void TheRestIsGeneratedAllTheSame()
    {
        var run = GeneratorRun.Of(
            ConnectorProject.Usings + """
            [Connector(" ")]
            public partial class C(HrConfiguration configuration)
            {
                public C(HrConfiguration configuration, int more) : this(configuration) => _ = configuration.DataSource;

                [Sync<Person>] public int Wrong() => 0;
                [Search<Person>] public IEnumerable<Person> Find() => [];
                [Get<Team>] public string WrongToo(Uid uid) => "";
                [Delete<Person>] public void Delete(Uid uid) { }
                [Delete<Person>] public void DeleteAgain(Uid uid) => _ = configuration;
            }
            """,
            ConnectorProject.Alone);
        Assert.That(run.Source("C.g.cs"), Does.Contain("SearchResult.Sequence(_facade._connector.Find())").And.Contain("_facade._connector.Delete(uid)").And.Contain("IObjectClassFacade<global::Team> Team"));
    }

    private static string Members(string members) => ConnectorProject.Findings($"[Connector(\"c\")] partial class C {{ {members} }}");
}
