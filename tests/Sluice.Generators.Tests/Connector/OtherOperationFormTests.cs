namespace Sluice.Generators.Tests.Connector;

/// <summary>Forms that are not of both kinds.</summary>
public sealed class OtherOperationFormTests
{
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
