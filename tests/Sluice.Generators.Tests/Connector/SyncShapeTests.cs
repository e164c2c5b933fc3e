using Sluice.Testing;

namespace Sluice.Generators.Tests.Connector;

/// <summary>Every way to write a sync delivers the same: from the beginning, after a token, and stopped in the middle.</summary>
[TestFixture(true)]
[TestFixture(false)]
public sealed class SyncShapeTests(bool typed)
{
    private EmittedAssembly _connectors = null!;

    // What a source with the changes 1 to 3 has to say to all of them.
    private const string Expected = """
        beginning: 1 2 3, after:int64:3
        after:int64:1: 2 3, after:int64:3
        stopped at 1: 1, after:int64:1
        """;

    private const string TypedDeltas = """
        public static class Source
        {
            public static IEnumerable<SyncDelta<Person>> After(long? after)
                => Enumerable.Range(1, 3).Where(number => number > (after ?? 0)).Select(number => SyncDelta.Create((long)number, new Person($"{number}", "p")));
        }
        """;

    private const string UntypedDeltas = """
        public static class Source
        {
            public static IEnumerable<SyncDelta> After(long? after, ObjectClass? objectClass = null)
                => Enumerable.Range(1, 3).Where(number => number > (after ?? 0)).Select(number => SyncDelta.Delete((long)number, objectClass ?? ObjectClass.Account, $"{number}"));
        }
        """;

    private const string Scenario = """
        public static class Scenario
        {
            public static async Task<string> Run(string name)
            {
                await using var facade = Consumer.ConnectorCatalog.All.First(connector => connector.Info.Name == name).CreateFacade(new Dictionary<string, object?>());
                var asynchronous = new List<string>();
                var synchronous = new List<string>();
                foreach (var (title, from, stop) in new[] { ("beginning", SyncPosition.Beginning, false), ("after:int64:1", SyncPosition.After(1L), false), ("stopped at 1", SyncPosition.Beginning, true) })
                {
                    var uids = new List<string>();
                    SyncAnswer Answer(SyncDelta delta)
                    {
                        uids.Add(delta.Uid.Value);
                        return stop ? SyncAnswer.AcceptAndStop : SyncAnswer.Continue;
                    }

                    var run = new SyncRun(ObjectClass.Account, from);
                    await facade.SyncAsync(run, SyncHandler.FromAsync((delta, _) => new(Answer(delta))));
                    asynchronous.Add($"{title}: {string.Join(" ", uids)}, {run.Position}");
                    if (!facade.Supports(ObjectClass.Account).HasFlag(ConnectorOperations.SynchronousSync))
                        continue;
                    uids.Clear();
                    run = new SyncRun(ObjectClass.Account, from);
                    facade.Sync(run, SyncHandler.From(Answer));
                    synchronous.Add($"{title}: {string.Join(" ", uids)}, {run.Position}");
                }

                var result = string.Join("\n", asynchronous);
                return synchronous.Count == 0 || string.Join("\n", synchronous) == result ? $"{synchronous.Count > 0}\n{result}" : $"{result}\nbut synchronously\n{string.Join("\n", synchronous)}";
            }
        }
        """;

    private static IEnumerable<Shape> Shapes(bool typed)
    {
        var (t, source) = typed ? ("<Person>", "Source.After(after)") : ("", "Source.After(after)");
        var delta = $"SyncDelta{t}";
        var syncEvent = $"SyncEvent{t}";
        string Iterator(string item, string parameters) => $$"""
            public async IAsyncEnumerable<{{item}}> M({{parameters}})
            {
                await Task.Yield();
                foreach (var one in {{source}})
                    yield return one;
            }
            """;
        string Handler(string answer, string handler, string call, string end) => $$"""
            public {{answer}} M(long? after, {{handler}} handler)
            {
                foreach (var one in {{source}})
                {
                    if (!{{call}}(one))
                        return{{end}};
                }
                {{(handler.Contains("Token", StringComparison.Ordinal) ? "handler.HandleResult(3L);" : "")}}
                return{{end}};
            }
            """;
        string Pages(string answer, string wrap) => $$"""
            public {{answer}} M(long? after, int pageSize)
            {
                var page = {{source}}.Take(2).ToArray();
                return {{wrap}}(new SyncPage{{t}}(page, page.Length == 0 ? 3L : page[^1].Token, page.Length == 2));
            }
            """;

        yield return Case("async iterator of deltas", false, Iterator(delta, "long? after"));
        yield return Case("async iterator of deltas with cancellation", false, Iterator(delta, "[EnumeratorCancellation] CancellationToken cancellation, OperationOptions options, long? after"));
        yield return Case("async iterator of events", false, Iterator(syncEvent, "long? after"));
        yield return Case("iterator of deltas", true, $"public IEnumerable<{delta}> M(long? after) => {source};");
        yield return Case("list of deltas", true, $"public List<{delta}> M(CancellationToken cancellation, long? after) => {source}.ToList();");
        yield return Case("struct of deltas", true, $"public System.Collections.Immutable.ImmutableArray<{delta}> M(long? after) => [.. {source}];");
        yield return Case("handler among overloads", true, Handler("void", $"ISyncResultsHandler{t}", "handler.Handle", "") + $"public ValueTask M(long? after, IAsyncSyncResultsHandler{t} handler) => throw new NotSupportedException();");
        yield return Case("optional parameter among overloads", true, $"public IEnumerable<{delta}> M(long? after, DayOfWeek day = DayOfWeek.Friday, Guid id = default) => day == DayOfWeek.Friday ? {source} : []; public IEnumerable<{delta}> M(long? after) => throw new NotSupportedException();");
        yield return Case("iterator of events", true, $"public IEnumerable<{syncEvent}> M(long? after) => {source}.Select(one => ({syncEvent})one);");
        yield return Case("handler", true, Handler("void", $"ISyncResultsHandler{t}", "handler.Handle", ""));
        yield return Case("token handler", true, Handler("void", $"ISyncTokenResultsHandler{t}", "handler.Handle", ""));
        yield return Case("async handler", false, Handler("async ValueTask", $"IAsyncSyncResultsHandler{t}", "await handler.HandleAsync", ""));
        yield return Case("async token handler", false, Handler("async Task", $"IAsyncSyncTokenResultsHandler{t}", "await handler.HandleAsync", ""));
        yield return Case("page", true, Pages($"SyncPage{t}", ""));
        yield return Case("page in a task", false, Pages($"Task<SyncPage{t}>", "Task.FromResult"));
        yield return Case("page in a value task", false, Pages($"ValueTask<SyncPage{t}>", $"new ValueTask<SyncPage{t}>"));
        yield return Case("page without a size", true, $"public SyncPage{t} M(long? after) => new({source}.ToArray(), 3L, false);");
        yield return Case("page without a position", true, $"public SyncPage{t} M(long? after) => new({source}.ToArray(), null, false);");
        yield return Case("page with the size first", true, $"public SyncPage{t} M(int pageSize, OperationOptions options, long? after) => new({source}.ToArray(), 3L, false);");
        yield return Case("static", true, $"internal static IEnumerable<{delta}> M(long? after) => {source};");
        yield return Case("private", true, $"private IEnumerable<{delta}> M(long? after) => {source};");
        yield return Case("with a parameter left out", true, $"public IEnumerable<{delta}> M(int more = 0, long? after = null) => {source};");
        yield return Case("a keyword as name", true, $"public IEnumerable<{delta}> @class(long? after) => {source};");

        static Shape Case(string name, bool isSynchronous, string method) => new(name, isSynchronous, method);
    }

    public static IEnumerable<string> Names => Shapes(typed: true).Select(shape => shape.Name);

    // One project for all of them: compiling is what takes time.
    [OneTimeSetUp]
    public void Compile() => _connectors = ConnectorProject.Run([typed ? TypedDeltas : UntypedDeltas, Scenario, Connectors(typed)]).Emit();

    [OneTimeTearDown]
    public void Unload() => _connectors?.Dispose();

    [TestCaseSource(nameof(Names))]
    public async Task DeliversTheSame(string name) => Assert.That(
        await _connectors.RunAsync(arguments: name),
        Is.EqualTo($"{Shapes(typed).First(shape => shape.Name == name).IsSynchronous}\n{Expected}"));

    [Test]
    public void AllOfThemCompileCleanlyWhereNothingIsSaidAboutNull()
    {
        var source = (typed ? TypedDeltas : UntypedDeltas).Replace("ObjectClass? objectClass", "ObjectClass objectClass", StringComparison.Ordinal);
        var run = GeneratorRun.Of(ConnectorProject.Usings + source + Connectors(typed), ConnectorProject.Oblivious);
        Assert.That(run.Generated, Has.Length.EqualTo(Names.Count() + 1));
    }

    private static string Connectors(bool typed)
    {
        var objectClass = typed ? "<Person>" : "(ObjectClasses.Account)";
        return string.Join("\n", Shapes(typed).Select((shape, i) => $$"""
            [Connector("{{shape.Name}}")]
            public sealed partial class C{{i}}
            {
                [LatestSyncToken{{objectClass}}] public long Latest() => 3;
                [Sync{{objectClass}}] {{shape.Method}}
            }
            """));
    }

    private sealed record Shape(string Name, bool IsSynchronous, string Method);
}
