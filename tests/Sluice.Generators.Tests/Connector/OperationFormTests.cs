using Sluice.Testing;

namespace Sluice.Generators.Tests.Connector;

/// <summary>The forms of the operations other than sync, typed and untyped.</summary>
[TestFixture(true)]
[TestFixture(false)]
public sealed class OperationFormTests(bool typed)
{
    private EmittedAssembly _connectors = null!;

    private static IEnumerable<Form> Forms()
    {
        yield return new("Search", "IAsyncEnumerable<T>", "Later(Two())", "a b");
        yield return new("Search", "IAsyncEnumerable<T>", "Later(Two())", "a b", "OperationOptions options, Filter? filter, CancellationToken cancellation");
        yield return new("Search", "IEnumerable<T>", "Two()", "a b", "Filter? filter");
        yield return new("Search", "IReadOnlyList<T>", "Two()", "a b");
        yield return new("Search", "T[]", "Two()", "a b", "CancellationToken cancellation");
        yield return new("Search", "SearchPage<T>", "new(Two(), \"next\")", "page a b next", "Filter? filter, OperationOptions options");
        yield return new("Search", "Task<SearchPage<T>>", "Task.FromResult(new SearchPage<T>(Two(), \"next\"))", "page a b next");
        yield return new("Search", "ValueTask<SearchPage<T>>", "new(new SearchPage<T>(Two(), null))", "page a b ");
        yield return new("Get", "T?", "One(uid)", "a", "string uid");
        yield return new("Get", "T", "One(uid)", "a", "CancellationToken cancellation, string uid");
        yield return new("Get", "Task<T?>", "Task.FromResult<T?>(One(uid.Value))", "a", "Uid uid");
        yield return new("Get", "Task<T>", "Task.FromResult(One(uid.Value))", "a", "Uid uid");
        yield return new("Get", "ValueTask<T?>", "default", "null", "Uid uid, OperationOptions options");
        yield return new("Get", "ValueTask<T>", "new(One(uid))", "a", "string uid");
        yield return new("Create", "Uid", "\"new\"", "new", "T source");
        yield return new("Create", "string", "\"new\"", "new", "CancellationToken cancellation, T source");
        yield return new("Create", "Task<Uid>", "Task.FromResult<Uid>(\"new\")", "new", "T source");
        yield return new("Create", "Task<string>", "Task.FromResult(\"new\")", "new", "T source");
        yield return new("Create", "ValueTask<Uid>", "new((Uid)\"new\")", "new", "T source, OperationOptions options");
        yield return new("Create", "ValueTask<string>", "new(\"new\")", "new", "T source");
        yield return new("Update", "void", "_ = 0", "a", "string uid, ObjectPatch patch");
        yield return new("Update", "Task", "Task.CompletedTask", "a", "ObjectPatch patch, Uid uid, CancellationToken cancellation");
        yield return new("Update", "ValueTask", "default", "a", "Uid uid, ObjectPatch patch");
        yield return new("Update", "Uid", "\"moved\"", "moved", "Uid uid, ObjectPatch patch");
        yield return new("Update", "string", "\"moved\"", "moved", "Uid uid, ObjectPatch patch");
        yield return new("Update", "Task<string>", "Task.FromResult(\"moved\")", "moved", "Uid uid, ObjectPatch patch");
        yield return new("Update", "ValueTask<Uid>", "new((Uid)\"moved\")", "moved", "Uid uid, ObjectPatch patch, OperationOptions options");
        yield return new("Delete", "void", "_ = 0", "done", "Uid uid");
        yield return new("Delete", "Task", "Task.CompletedTask", "done", "string uid");
        yield return new("Delete", "ValueTask", "default", "done", "string uid, CancellationToken cancellation");
        yield return new("Authenticate", "Uid", "userName", "x", "string userName, GuardedString password");
        yield return new("Authenticate", "Task<string>", "Task.FromResult(userName)", "x", "GuardedString password, string userName, CancellationToken cancellation");
        yield return new("Authenticate", "ValueTask<Uid>", "new((Uid)userName)", "x", "string userName, GuardedString password, OperationOptions options");
        yield return new("ResolveUserName", "string", "userName", "x", "string userName");
        yield return new("ResolveUserName", "ValueTask<string>", "new(userName)", "x", "CancellationToken cancellation, string userName");
    }

    private const string Scenario = """
        public static class Scenario
        {
            public static async Task<string> Run(string name, string operation)
            {
                await using var facade = Consumer.ConnectorCatalog.All.First(connector => connector.Info.Name == name).CreateFacade(new Dictionary<string, object?>());
                var found = "";
                switch (operation)
                {
                    case "Search" when facade.Supports(ObjectClass.Account).HasFlag(ConnectorOperations.SearchPage):
                        var page = await facade.SearchPageAsync(ObjectClass.Account);
                        return $"page {string.Join(" ", page.Objects.Select(one => one.Uid))} {page.Cookie}";
                    case "Search":
                        await foreach (var one in facade.SearchAsync(ObjectClass.Account))
                            found += $"{one.Uid} ";
                        return found.Trim();
                    case "Get":
                        return (await facade.GetAsync(ObjectClass.Account, "a"))?.Uid.Value ?? "null";
                    case "Create":
                        return (await facade.CreateAsync(ObjectClass.Account, [new("__UID__", "a"), new("__NAME__", "n")])).Value;
                    case "Update":
                        return (await facade.UpdateAsync(ObjectClass.Account, "a", ObjectPatch.Build().Set("__NAME__", "m").Build())).Value;
                    case "Delete":
                        await facade.DeleteAsync(ObjectClass.Account, "a");
                        return "done";
                    case "Authenticate":
                        return (await facade.AuthenticateAsync(ObjectClass.Account, "x", GuardedString.FromString("y"))).Value;
                    default:
                        return (await facade.ResolveUserNameAsync(ObjectClass.Account, "x")).Value;
                }
            }
        }
        """;

    public static IEnumerable<string> Names => Forms().Select(form => form.Name);

    // One project for all of them: compiling is what takes time.
    [OneTimeSetUp]
    public void Compile() => _connectors = GeneratorRun.Of(
        Sources.Of(
            ("Alias.cs", Alias + ConnectorProject.Usings + Connectors(form => form)),
            ("Objects.cs", ConnectorProject.Objects),
            ("Scenario.cs", ConnectorProject.Usings + Scenario)),
        ConnectorProject.Whole).Emit();

    [OneTimeTearDown]
    public void Unload() => _connectors?.Dispose();

    [TestCaseSource(nameof(Names))]
    public async Task Answers(string name)
    {
        var form = Forms().First(form => form.Name == name);
        Assert.That(await _connectors.RunAsync(arguments: [name, form.Operation]), Is.EqualTo(form.Expected));
    }

    [Test]
    public void AllOfThemCompileCleanlyWhereNothingIsSaidAboutNull()
    {
        var connectors = Connectors(form => form with
        {
            Answer = form.Answer.Replace("?", "", StringComparison.Ordinal),
            Parameters = form.Parameters.Replace("?", "", StringComparison.Ordinal),
            Body = "throw new NotSupportedException()",
        });
        var run = GeneratorRun.Of(Alias + ConnectorProject.Usings + connectors, ConnectorProject.Oblivious with { Allow = ["CS8019", "CS0414", "CS0169"] });
        Assert.That(run.Generated, Has.Length.EqualTo(Names.Count() + 1));
    }

    private string Alias => $"using T = {(typed ? "Person" : "Sluice.ConnectorObject")};\n";

    private string Connectors(Func<Form, Form> rewrite) => string.Join("\n", Forms().Select((form, i) => (Written: rewrite(form), form.Name, Place: i)).Select(form => $$"""
        [Connector("{{form.Name}}")]
        public sealed partial class C{{form.Place}}
        {
            [{{form.Written.Operation}}{{(typed ? "<Person>" : "(ObjectClasses.Account)")}}]
            public {{form.Written.Answer}} M({{(typed ? "" : form.Written.Parameters.Length == 0 ? "ObjectClass objectClass" : "ObjectClass objectClass, ")}}{{form.Written.Parameters}}) => {{form.Written.Body}};

            private static T One(string uid) => {{(typed ? "new(uid, \"name\")" : "T.Build(ObjectClass.Account, uid, \"name\").Build()")}};
            private static T[] Two() => new[] { One("a"), One("b") };
            private static async IAsyncEnumerable<T> Later(IEnumerable<T> all)
            {
                await Task.Yield();
                foreach (var one in all)
                    yield return one;
            }
        }
        """));

    private sealed record Form(string Operation, string Answer, string Body, string Expected, string Parameters = "")
    {
        public string Name => $"{Operation} {Answer} ({Parameters})";
    }
}
