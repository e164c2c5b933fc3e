using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Sluice.Testing;

namespace Sluice.Generators.Tests.Connector;

/// <summary>Connectors in unusual places and of unusual make: generated, compiled without a warning, and where it matters run.</summary>
public sealed class ConnectorDeclarationTests
{
    private const string Delete = "[Delete<Person>] public void Delete(Uid uid) { }";

    [TestCase("namespace A.@class.B; [Connector(\"c\")] public partial class @event { " + Delete + " }", "A.class.B.event.g.cs", "AddeventConnector")]
    [TestCase("[Connector(\"c\")] partial record C { " + Delete + " }", "C.g.cs", "AddCConnector")]
    [TestCase("[Connector(\"c\")] sealed partial record C(HrConfiguration Configuration) { " + Delete + " }", "C.g.cs", "AddCConnector")]
    [TestCase("partial struct O { internal partial interface I { [Connector(\"c\")] internal partial class C { " + Delete + " } } }", "O.I.C.g.cs", "AddOICConnector")]
    [TestCase("partial class O { [Connector(\"c\")] private partial class C(HrConfiguration configuration) { public override string ToString() => configuration.DataSource; " + Delete + " } }", "O.C.g.cs", null)]
    [TestCase("public partial class O { [Connector(\"c\")] protected internal partial class HrConnector { " + Delete + " } }", "O.HrConnector.g.cs", "internal static class OHrConnectorServiceCollectionExtensions")]
    [TestCase("[Connector(\"c\")] public partial class C { " + Delete + " } public partial class C { [Get<Person>] public Person? Get(Uid uid) => null; }", "C.g.cs", "AddCConnector")]
    [TestCase("[Connector(\"c\")] public partial class C { public int Facade; " + Delete + " }", "C.g.cs", "class CFacade")]
    [TestCase("[Connector(\"c\")] public partial class C { public int CreateFacade; " + Delete + " }", "C.g.cs", "CreateCFacade(")]
    [TestCase("[Connector(\"c\")] public partial class C { public static int CreateFacade(int other) => other; " + Delete + " }", "C.g.cs", "C.Facade CreateFacade(")]
    [TestCase("[Connector(\"c\")] public partial class C { public static object? CreateFacade(IServiceProvider? services, FacadeSettings? settings) => null; " + Delete + " }", "C.g.cs", "CreateCFacade(")]
    [TestCase("public static class CConnectorServiceCollectionExtensions; [Connector(\"c\")] public partial class C { " + Delete + " }", "C.g.cs", "class CConnectorRegistration")]
    [TestCase("[Connector(\"c\")] public partial class C { [Obsolete] public C() { } [Obsolete(\"old\"), Delete<Person>] public void Delete(Uid uid) { } }", "C.g.cs", "disable CS0612, CS0618 //")]
    [TestCase("[Obsolete(\"old\", DiagnosticId = \"OLD1\"), Connector(\"c\")] public partial class C { " + Delete + " }", "C.g.cs", "disable OLD1 //")]
    [TestCase("[System.Diagnostics.CodeAnalysis.Experimental(\"NEW1\"), Connector(\"c\")] public partial class C { " + Delete + " }", "C.g.cs", "disable NEW1 //")]
    [TestCase("[Connector(\"a<b> & \\\"c\\\"\\n\", DisplayName = \"x\\u2028y\", Description = \"*/\")] public partial class C { [Delete(\"a<b>\\n\", \"\\u2029\", \"___\")] public void M(ObjectClass c, Uid uid) { } }", "C.g.cs", "ABAndClassOperations")]
    [TestCase("namespace Sluice.System { [Connector(\"c\")] public partial class Sluice { " + Delete + " } }", "Sluice.System.Sluice.g.cs", "AddSluiceConnector")]
    [TestCase("[ObjectClass(\"s\")] public partial record Settings([Uid] string Id, [Name] string N); [ObjectClass(\"f\")] public partial record Facade([Uid] string Id, [Name] string N); [Connector(\"c\")] public partial class C { [Delete<Settings>] public void M(Uid uid) { } [Delete<Facade>] public void N(Uid uid) { } }", "C.g.cs", "FacadeObjects { get; }")]
    [TestCase("namespace A { [ObjectClass(\"s\")] public partial record T([Uid] string Id, [Name] string N); } namespace B { [ObjectClass(\"f\")] public partial record T([Uid] string Id, [Name] string N); } [Connector(\"c\")] public partial class C { [Delete<A.T>] public void M(Uid uid) { } [Delete<B.T>] public void N(Uid uid) { } }", "C.g.cs", "IObjectClassFacade<global::B.T> BT { get; }")]
    [TestCase("[ObjectClass(\"s\")] partial record T([Uid] string Id, [Name] string N); [Connector(\"c\")] public partial class C { [Delete<T>] public void M(Uid uid) { } }", "C.g.cs", "internal global::Sluice.IObjectClassFacade<global::T> T")]
    [TestCase("[Connector(\"c\")] public partial class C { [ObjectClass(\"s\")] private partial record T([Uid] string Id, [Name] string N); [Delete<T>] public void M(Uid uid) { } }", "C.g.cs", "private global::Sluice.IObjectClassFacade<global::C.T> T")]
    [TestCase("[ConnectorConfiguration] partial class Conf; [Connector(\"c\")] public partial class C { internal C(Conf conf) => _ = conf; " + Delete + " }", "C.g.cs", "internal static global::C.Facade CreateFacade(")]
    [TestCase("[Connector(\"c\")] public partial class C { [ConnectorConfiguration] internal protected partial class Conf; internal C(Conf conf) => _ = conf; " + Delete + " }", "C.g.cs", "internal static global::C.Facade CreateFacade(")]
    [TestCase("[Connector(\"c\")] public partial class Facade { " + Delete + " }", "Facade.g.cs", "class FacadeFacade")]
    [TestCase("[Connector(\"c\")] public partial class CreateFacade { " + Delete + " }", "CreateFacade.g.cs", "CreateCreateFacadeFacade(")]
    [TestCase("[ObjectClass(\"s\")] public partial record Position([Uid] string Id, [Name] string N); [Connector(\"c\")] public partial class C { [Delete<Position>] public void M(Uid uid) { } }", "C.g.cs", "IObjectClassFacade<global::Position> Position {")]
    [TestCase("[Connector(\"c\")] public partial class C(params string[] more) { public int Count => more.Length; " + Delete + " }", "C.g.cs", "new global::C()")]
    [TestCase("[Connector(\"c\")] public partial class C { [Delete<Person>] public void Delete(string uid, string more = \"\", params int[] rest) { } }", "C.g.cs", "Delete(uid.Value)")]
    [TestCase("[Connector(\"c\")] public partial class C { [Delete<Person>] public void Delete(int first = 1, in Uid uid = default) { } }", "C.g.cs", "Delete(uid: uid)")]
    public void IsGenerated(string source, string file, string? expected)
    {
        var run = GeneratorRun.Of(ConnectorProject.Usings.Replace("using Sluice;", "using global::Sluice;", StringComparison.Ordinal) + ConnectorProject.Objects[ConnectorProject.Usings.Length..].Insert(0, source.Contains("namespace A.", StringComparison.Ordinal) ? source + "\n" : "") + (source.Contains("namespace A.", StringComparison.Ordinal) ? "" : "\n" + source), ConnectorProject.Whole);
        Assert.That(run.Source(file), expected is null ? Does.Not.Contain("ServiceCollection") : Does.Contain(expected));
    }

    [Test]
    public async Task OperationsAreInherited() => Assert.That(
        await ConnectorProject.Execute("""
            public abstract class Base
            {
                [Get<Person>] protected Person? Get(Uid uid) => new(uid.Value, "from base");
                [ResolveUserName<Person>] protected virtual string Resolve(string name) => "base";
                [Authenticate<Person>] public string Authenticate(string name, GuardedString password) => "base";
                [Delete<Person>] protected static void Delete(string uid) => throw new UnknownUidException(uid);
            }

            [Connector("a")]
            public partial class A : Base
            {
                protected override string Resolve(string name) => "derived";
                public new string Authenticate(string name, GuardedString password) => "hidden";
            }

            [Connector("b")]
            public sealed partial class B : A
            {
                [Create<Person>] public string Create(Person person) => person.Id;
            }

            public static class Scenario
            {
                public static async Task<string> Run()
                {
                    await using var facade = B.CreateFacade();
                    var got = await facade.Person.GetAsync("1");
                    try
                    {
                        await facade.DeleteAsync(ObjectClass.Account, "gone");
                    }
                    catch (UnknownUidException exception)
                    {
                        return $"{got!.Login} {await facade.ResolveUserNameAsync(ObjectClass.Account, "x")} {exception.Message} {await facade.Person.CreateAsync(got)} {facade.Supports(ObjectClass.Account).HasFlag(ConnectorOperations.Authenticate)} {A.Facade.ConnectorInfo.Name} {Consumer.ConnectorCatalog.All.Count}";
                    }

                    return "";
                }
            }
            """),
        Is.EqualTo("from base derived gone 1 False a 2"));

    [Test]
    public async Task ConstructorsGetWhatTheyAskFor() => Assert.That(
        await ConnectorProject.Execute("""
            public interface IService;
            public sealed class Service : IService;

            [Connector("c")]
            public sealed partial class C(ILoggerFactory loggers, HrConfiguration configuration, ILogger<C> logger, TimeProvider clock, IServiceProvider provider, IService service, IService? maybe, [FromKeyedServices("k")] IService keyed, IEnumerable<string?> all, int retries = 3, string text = "t", string? path = null, [FromKeyedServices(2)] IService? noKey = null, Uri? other = null)
            {
                [ResolveUserName<Person>] public string Resolve(string name)
                    => string.Join(",", loggers is not null, configuration.DataSource, logger is not null, clock == TimeProvider.System, provider is not null, service is Service, maybe is Service, keyed is Service && keyed != service, all.Count(), retries, text, path is null, noKey is null, other is null);
            }

            [Connector("d")]
            public sealed partial class D(IService service)
            {
                [ResolveUserName<Person>] public string Resolve(string name) => $"{service}";
            }

            public static class Scenario
            {
                public static async Task<string> Run()
                {
                    var services = new ServiceCollection().AddSingleton<IService>(new Service()).AddKeyedSingleton<IService>("k", new Service()).AddSingleton("one").AddCConnector(new HrConfiguration { DataSource = "x" }).BuildServiceProvider();
                    await using var facade = services.GetRequiredService<C.Facade>();
                    var resolved = await facade.ResolveUserNameAsync(ObjectClass.Account, "a");
                    await using var without = D.CreateFacade();
                    try
                    {
                        await without.ResolveUserNameAsync(ObjectClass.Account, "a");
                        return "";
                    }
                    catch (InvalidOperationException exception)
                    {
                        return $"{resolved}\n{exception.Message}";
                    }
                }
            }
            """),
        Is.EqualTo("True,x,True,True,True,True,True,True,1,3,t,True,True,True\nThe connector 'd' needs a IService: pass the host's services to CreateFacade."));

    [Test]
    public void TypesOfAssembliesWithoutGeneratorsAreRefused()
    {
        var library = CSharpCompilation.Create(
            "Library",
            [CSharpSyntaxTree.ParseText("[Sluice.ObjectClass(\"x\")] public partial class Thing { } [Sluice.ConnectorConfiguration] public partial class Conf { }")],
            ConsumerReferences.All,
            new(OutputKind.DynamicallyLinkedLibrary));
        using var image = new MemoryStream();
        library.Emit(image);
        var consumer = ConnectorProject.Alone with { References = [.. ConnectorProject.Alone.References, MetadataReference.CreateFromImage(image.ToArray())] };
        Assert.That(
            ConnectorProject.Findings("[Connector(\"c\")] public partial class C(Conf conf) { [Delete<Thing>] public void Delete(Uid uid) { } }", consumer),
            Is.EqualTo("""
                SLC002 conf: C | its configuration Conf comes from an assembly that was compiled without the generator of configurations
                SLC005 Delete: Delete | [Delete<Thing>] | is for Thing, whose assembly was compiled without the generator of object classes | void Delete(Uid uid, CancellationToken cancellation)
                """));
    }

    [Test]
    public void ManyObjectClassesKeepTheirOrder()
    {
        var names = Enumerable.Range(0, 40).Select(i => $"\"c{i * 7 % 40}\"").ToArray();
        var text = GeneratorRun.Of($"{ConnectorProject.Usings}[Connector(\"c\")] public partial class C {{ [Delete({string.Join(", ", names)})] public void Delete(ObjectClass c, Uid uid) {{ }} }}", ConnectorProject.Alone).Source("C.g.cs");
        Assert.That(text.Split('\n').Where(line => line.Contains("ObjectClass.Of(", StringComparison.Ordinal)).Select(line => line.Split('(', ')')[2]), Is.EqualTo(names));
    }

    [Test]
    public async Task ANativeAllIsServed() => Assert.That(
        await ConnectorProject.Execute("""
            [Connector("c")]
            public sealed partial class C
            {
                [LatestSyncToken<Person>] public long? Latest() => null;
                [Sync<Person>] public IEnumerable<SyncDelta<Person>> Sync(long? after) => [];
                [LatestSyncToken(ObjectClasses.All)] public long? LatestOfAll() => 8;
                [Sync(ObjectClasses.All, Granularity = TokenGranularity.PerDelta)] public IEnumerable<SyncDelta> SyncAll(long? after) => [SyncDelta.Delete(1L, ObjectClass.Group, "g")];
            }

            public static class Scenario
            {
                public static async Task<string> Run()
                {
                    await using var facade = C.CreateFacade();
                    var seen = "";
                    await facade.SyncAsync(new SyncRun(ObjectClass.All, SyncPosition.Beginning), SyncHandler.FromAsync((delta, _) => { seen += delta.ObjectClass; return new(SyncAnswer.Continue); }));
                    return $"{seen} {await facade.GetLatestSyncTokenAsync(ObjectClass.All)} {string.Join(" ", facade.ObjectClasses)}";
                }
            }
            """),
        Is.EqualTo("__GROUP__ after:int64:8 __ACCOUNT__"));

    [Test]
    public void ClassesServedByTheSameMethodsShareTheirOperations()
    {
        var text = GeneratorRun.Of(
            ConnectorProject.Usings + """
            [Connector("c")]
            public sealed partial class C
            {
                [Delete("a", "b", "c", "d")] public void Delete(ObjectClass c, Uid uid) { }
                [ResolveUserName("b", "d")] public string Resolve(ObjectClass c, string name) => name;
                [Delete<Person>] public void DeletePerson(Uid uid) { }
            }
            """,
            ConnectorProject.Alone).Source("C.g.cs");
        Assert.That(text, Does.Contain("""
                            new AAndCOperations(this, global::Sluice.ObjectClass.Of("a"), info: null),
                            new BAndDOperations(this, global::Sluice.ObjectClass.Of("b"), info: null),
                            new AAndCOperations(this, global::Sluice.ObjectClass.Of("c"), info: null),
                            new BAndDOperations(this, global::Sluice.ObjectClass.Of("d"), info: null),
                            personOperations);
            """));
    }
}
