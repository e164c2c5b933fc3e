using Sluice.Testing;

namespace Sluice.Generators.Tests.Connector;

/// <summary>The forms of the operations other than sync, typed and untyped.</summary>
public sealed class OperationFormTests
{
    private static IEnumerable<TestCaseData> Forms()
    {
        yield return Form("Search", "IAsyncEnumerable<T>", "Later(Two())", "a b");
        yield return Form("Search", "IAsyncEnumerable<T>", "Later(Two())", "a b", "OperationOptions options, Filter? filter, CancellationToken cancellation");
        yield return Form("Search", "IEnumerable<T>", "Two()", "a b", "Filter? filter");
        yield return Form("Search", "IReadOnlyList<T>", "Two()", "a b");
        yield return Form("Search", "T[]", "Two()", "a b", "CancellationToken cancellation");
        yield return Form("Search", "SearchPage<T>", "new(Two(), \"next\")", "page a b next", "Filter? filter, OperationOptions options");
        yield return Form("Search", "Task<SearchPage<T>>", "Task.FromResult(new SearchPage<T>(Two(), \"next\"))", "page a b next");
        yield return Form("Search", "ValueTask<SearchPage<T>>", "new(new SearchPage<T>(Two(), null))", "page a b ");
        yield return Form("Get", "T?", "One(uid)", "a", "string uid");
        yield return Form("Get", "T", "One(uid)", "a", "CancellationToken cancellation, string uid");
        yield return Form("Get", "Task<T?>", "Task.FromResult<T?>(One(uid.Value))", "a", "Uid uid");
        yield return Form("Get", "Task<T>", "Task.FromResult(One(uid.Value))", "a", "Uid uid");
        yield return Form("Get", "ValueTask<T?>", "default", "null", "Uid uid, OperationOptions options");
        yield return Form("Get", "ValueTask<T>", "new(One(uid))", "a", "string uid");
        yield return Form("Create", "Uid", "\"new\"", "new", "T source");
        yield return Form("Create", "string", "\"new\"", "new", "CancellationToken cancellation, T source");
        yield return Form("Create", "Task<Uid>", "Task.FromResult<Uid>(\"new\")", "new", "T source");
        yield return Form("Create", "Task<string>", "Task.FromResult(\"new\")", "new", "T source");
        yield return Form("Create", "ValueTask<Uid>", "new((Uid)\"new\")", "new", "T source, OperationOptions options");
        yield return Form("Create", "ValueTask<string>", "new(\"new\")", "new", "T source");
        yield return Form("Update", "void", "_ = 0", "a", "string uid, ObjectPatch patch");
        yield return Form("Update", "Task", "Task.CompletedTask", "a", "ObjectPatch patch, Uid uid, CancellationToken cancellation");
        yield return Form("Update", "ValueTask", "default", "a", "Uid uid, ObjectPatch patch");
        yield return Form("Update", "Uid", "\"moved\"", "moved", "Uid uid, ObjectPatch patch");
        yield return Form("Update", "string", "\"moved\"", "moved", "Uid uid, ObjectPatch patch");
        yield return Form("Update", "Task<string>", "Task.FromResult(\"moved\")", "moved", "Uid uid, ObjectPatch patch");
        yield return Form("Update", "ValueTask<Uid>", "new((Uid)\"moved\")", "moved", "Uid uid, ObjectPatch patch, OperationOptions options");
        yield return Form("Delete", "void", "_ = 0", "done", "Uid uid");
        yield return Form("Delete", "Task", "Task.CompletedTask", "done", "string uid");
        yield return Form("Delete", "ValueTask", "default", "done", "string uid, CancellationToken cancellation");
        yield return Form("Authenticate", "Uid", "userName", "x", "string userName, GuardedString password");
        yield return Form("Authenticate", "Task<string>", "Task.FromResult(userName)", "x", "GuardedString password, string userName, CancellationToken cancellation");
        yield return Form("Authenticate", "ValueTask<Uid>", "new((Uid)userName)", "x", "string userName, GuardedString password, OperationOptions options");
        yield return Form("ResolveUserName", "string", "userName", "x", "string userName");
        yield return Form("ResolveUserName", "ValueTask<string>", "new(userName)", "x", "CancellationToken cancellation, string userName");

        static TestCaseData Form(string operation, string answer, string body, string expected, string parameters = "")
            => new TestCaseData(operation, answer, body, expected, parameters).SetName($"{{m}}({operation} {answer} {parameters})");
    }

    private const string Scenario = """
        public static class Scenario
        {
            public static async Task<string> Run()
            {
                await using var facade = C.CreateFacade();
                var found = "";
                switch (C.Operation)
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

    [TestCaseSource(nameof(Forms))]
    public async Task Typed(string operation, string answer, string body, string expected, string parameters) => Assert.That(
        await ConnectorProject.Execute(Scenario, $$"""
            using T = Person;

            [Connector("c")]
            public sealed partial class C
            {
                public static string Operation => "{{operation}}";

                [{{operation}}<Person>] public {{answer}} M({{parameters}}) => {{body}};

                private static T One(string uid) => new(uid, "name");
                private static T[] Two() => [One("a"), One("b")];
                private static async IAsyncEnumerable<T> Later(IEnumerable<T> all)
                {
                    await Task.Yield();
                    foreach (var one in all)
                        yield return one;
                }
            }
            """),
        Is.EqualTo(expected));

    [TestCaseSource(nameof(Forms))]
    public async Task Untyped(string operation, string answer, string body, string expected, string parameters) => Assert.That(
        await ConnectorProject.Execute(Scenario, $$"""
            using T = Sluice.ConnectorObject;

            [Connector("c")]
            public sealed partial class C
            {
                public static string Operation => "{{operation}}";

                [{{operation}}(ObjectClasses.Account)] public {{answer}} M(ObjectClass objectClass{{(parameters.Length == 0 ? "" : ", ")}}{{parameters}}) => {{body}};

                private static T One(string uid) => T.Build(ObjectClass.Account, uid, "name").Build();
                private static T[] Two() => [One("a"), One("b")];
                private static async IAsyncEnumerable<T> Later(IEnumerable<T> all)
                {
                    await Task.Yield();
                    foreach (var one in all)
                        yield return one;
                }
            }
            """),
        Is.EqualTo(expected));

    [Test]
    public void AllOfThemCompileCleanlyWhereNothingIsSaidAboutNull([Values] bool typed)
    {
        var connectors = Forms().Select((form, i) => $$"""
            [Connector("c{{i}}")]
            public sealed partial class C{{i}}
            {
                [{{form.Arguments[0]}}{{(typed ? "<Person>" : "(ObjectClasses.Account)")}}] public {{Oblivious(form.Arguments[1])}} M({{Oblivious(form.Arguments[4])}}) => throw new NotSupportedException();
            }
            """);
        var run = GeneratorRun.Of($"using T = {(typed ? "Person" : "Sluice.ConnectorObject")};\n{ConnectorProject.Usings}{string.Join("\n", connectors)}", ConnectorProject.Oblivious);
        Assert.That(run.Generated, Has.Length.EqualTo(Forms().Count() + 1));

        static string Oblivious(object? text) => $"{text}".Replace("?", "", StringComparison.Ordinal);
    }

    [TestCase("SearchPage", "new([], null)")]
    [TestCase("Task<SearchPage>", "Task.FromResult(new SearchPage([], null))")]
    public async Task AnUntypedPageMayHaveItsShortName(string answer, string body) => Assert.That(
        await ConnectorProject.Execute($$"""
            [Connector("c")]
            public sealed partial class C
            {
                [Search("x")] public {{answer}} M() => {{body}};
            }

            public static class Scenario
            {
                public static async Task<int> Run()
                {
                    await using var facade = C.CreateFacade();
                    return (await facade.SearchPageAsync(ObjectClass.Of("x"))).Objects.Count;
                }
            }
            """),
        Is.Zero);

    [TestCase("void", "void", "_ = 0")]
    [TestCase("Task", "Task", "Task.CompletedTask")]
    [TestCase("ValueTask", "ValueTask", "default")]
    [TestCase("ConnectorSchema", "ConnectorSchema", "new([])")]
    [TestCase("Task<ConnectorSchema>", "ConnectorSchema", "Task.FromResult(new ConnectorSchema([]))")]
    [TestCase("ValueTask<ConnectorSchema>", "ConnectorSchema", "new(new ConnectorSchema([]))")]
    [TestCase("IReadOnlyList<ObjectClassInfo>", "list", "[]")]
    [TestCase("ObjectClassInfo[]", "list", "[]")]
    [TestCase("Task<List<ObjectClassInfo>>", "list", "Task.FromResult(new List<ObjectClassInfo>())")]
    [TestCase("ValueTask<IReadOnlyList<ObjectClassInfo>>", "list", "new([])")]
    public async Task OfTheConnectorAsAWhole(string answer, string what, string body)
    {
        var attribute = what switch { "ConnectorSchema" => "Schema", "list" => "ObjectClassSource", _ => "TestConnection" };
        foreach (var parameters in new[] { "", "CancellationToken cancellation" })
        {
            Assert.That(
                await ConnectorProject.Execute($$"""
                    [Connector("c")]
                    public sealed partial class C
                    {
                        [{{attribute}}] public {{answer}} M({{parameters}}) => {{body}};
                    }

                    public static class Scenario
                    {
                        public static async Task<int> Run()
                        {
                            await using var facade = C.CreateFacade();
                            {{(attribute == "TestConnection" ? "await facade.TestConnectionAsync();" : "")}}
                            return (await facade.GetSchemaAsync()).Classes.Count;
                        }
                    }
                    """),
                Is.Zero);
        }
    }
}
