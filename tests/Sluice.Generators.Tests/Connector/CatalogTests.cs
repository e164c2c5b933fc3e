using Microsoft.CodeAnalysis.CSharp;
using Sluice.Generators.Parsing;

namespace Sluice.Generators.Tests.Connector;

public sealed class CatalogTests
{
    [TestCase("Acme.Connectors", "", "Acme.Connectors")]
    [TestCase("acme-hr.2x", "", "acme_hr._2x")]
    [TestCase("my.class", "", "my.@class")]
    [TestCase("..", "", "Connectors")]
    [TestCase("", "", "Connectors")]
    [TestCase("A.B", "namespace A { class B; }", "A.B_")]
    [TestCase("A", "class A; class A_;", "A__")]
    [TestCase("A", "namespace A { class ConnectorCatalog; }", "A.Generated")]
    public void ItsNamespaceIsTheAssemblysName(string assembly, string source, string expected)
        => Assert.That(CatalogParser.Namespace(CSharpCompilation.Create(assembly, [CSharpSyntaxTree.ParseText(source)])), Is.EqualTo(expected));

    [Test]
    public async Task ItCreatesFacadesFromProperties() => Assert.That(
        await ConnectorProject.Execute("""
            [Connector("b")]
            public sealed partial class B(HrConfiguration configuration)
            {
                [ResolveUserName<Person>] public string Resolve(string name) => configuration.DataSource;
            }

            [Connector("a")]
            internal sealed partial class A
            {
                [ResolveUserName<Person>] public string Resolve(string name) => "none";
            }

            public static class Scenario
            {
                public static async Task<string> Run()
                {
                    var seen = "";
                    foreach (var connector in Consumer.ConnectorCatalog.All)
                    {
                        await using var facade = connector.CreateFacade(new Dictionary<string, object?> { ["DataSource"] = "x" });
                        seen += $"{connector.Info.Name} {string.Join(",", connector.Configuration.Select(property => property.Name))} {await facade.ResolveUserNameAsync(ObjectClass.Account, "n")}; ";
                    }

                    return seen;
                }
            }
            """),
        Is.EqualTo("a  none; b DataSource x; "));
}
