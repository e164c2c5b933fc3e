using System.Reflection;

namespace Sluice.Connectors.Sql.Tests;

/// <summary>What the page shows is code that compiles and runs: this one.</summary>
public sealed class DocumentationTests
{
    [Test]
    public async Task The_page_shows_this_code()
    {
        using var password = GuardedString.FromString("invented");
        // snippet
        var people = new SqlClass
        {
            Class = ObjectClasses.Account,
            Table = "person",
            Key = ["id"],
            Name = "login",
            Columns = [new("mail"), new("enabled", AttributeNames.Enabled)],
        };
        var configuration = new SqlConfiguration
        {
            Provider = SqlProvider.PostgreSql,
            ConnectionString = "Host=hr.example;Database=hr;Username=sync",
            Password = password,
            Classes = [people.ToString()],
        };
        Console.Write(SqlSetup.Script(configuration)); // for the database administrator, once
        await using var facade = SqlConnector.CreateFacade(configuration);
        // end

        Assert.That(facade.ValidateConfiguration(), Is.Empty);
        var root = typeof(DocumentationTests).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>().Single(one => one.Key == "RepositoryRoot").Value!;
        var source = await File.ReadAllTextAsync(Path.Combine(root, "tests", "Sluice.Connectors.Sql.Tests", "Documentation", "DocumentationTests.cs"));
        var shown = (await File.ReadAllTextAsync(Path.Combine(root, "docs", "sql-connector.md"))).Split("```csharp fragment\n")[1].Split("```")[0];
        var lines = source.Split("// snippet\n")[1].Split("        // end\n")[0].Split('\n').Select(line => line.StartsWith("        ", StringComparison.Ordinal) ? line[8..] : line);

        Assert.That(shown, Is.EqualTo(string.Join('\n', lines)));
    }
}
