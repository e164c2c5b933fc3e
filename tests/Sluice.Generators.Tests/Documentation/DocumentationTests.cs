using System.Reflection;
using System.Text.RegularExpressions;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Sluice.Testing;

namespace Sluice.Generators.Tests.Documentation;

/// <summary>What the documentation shows compiles, with the generators and without a warning.</summary>
public sealed partial class DocumentationTests
{
    private const string ImplicitUsings = """
        global using System;
        global using System.Collections.Generic;
        global using System.IO;
        global using System.Linq;
        global using System.Threading;
        global using System.Threading.Tasks;
        """;

    private static readonly Consumer Project = Consumer.Default with
    {
        Generators = [new ObjectClassGenerator(), new ConfigurationGenerator(), new ConnectorGenerator()],
        Allow = ["CS8019", "CS8933"],   // a page repeats the usings that a new project has anyway
    };

    private static readonly string Root = typeof(DocumentationTests).Assembly
        .GetCustomAttributes<AssemblyMetadataAttribute>()
        .First(metadata => metadata.Key == "RepositoryRoot")
        .Value!;

    public static IEnumerable<string> Pages => Directory.EnumerateFiles(Path.Combine(Root, "docs"), "*.md", SearchOption.AllDirectories)
        .Append(Path.Combine(Root, "README.md"))
        .Where(page => Blocks(page).Any())
        .Select(page => Path.GetRelativePath(Root, page).Replace('\\', '/'))
        .Order(StringComparer.Ordinal);

    [TestCaseSource(nameof(Pages))]
    public void CodeCompiles(string page)
    {
        var blocks = Blocks(Path.Combine(Root, page)).Select((block, i) => (SourceFile)($"Block{i + 1}.cs", AsFile(block, i + 1)));
        GeneratorRun.Of(Sources.Of([.. blocks, ("ImplicitUsings.cs", ImplicitUsings)]), Project);
    }

    [Test]
    public void ABlockThatDoesNotCompileIsFound()
        => Assert.That(() => GeneratorRun.Of(Sources.Of(AsFile("Console.WriteLine(undefined);", 1), ImplicitUsings), Project), Throws.InstanceOf<AssertionException>().With.Message.Contains("CS0103"));

    private static IEnumerable<string> Blocks(string path) => CodeBlock().Matches(File.ReadAllText(path).ReplaceLineEndings("\n")).Select(match => match.Groups["code"].Value);

    /// <summary>Statements at the top of a block become a method, since a library has none.</summary>
    private static string AsFile(string block, int number)
    {
        var unit = CSharpSyntaxTree.ParseText(block).GetCompilationUnitRoot();
        if (!unit.Members.OfType<GlobalStatementSyntax>().Any())
            return block;
        var statements = block[unit.Members[0].FullSpan.Start..];
        return $"{unit.Usings.ToFullString()}\ninternal static class Block{number}\n{{\n    internal static async Task RunAsync()\n    {{\n        await Task.Yield();\n{statements}\n    }}\n}}\n";
    }

    // A block marked `csharp fragment` shows a part of something and is not compiled.
    [GeneratedRegex("^```csharp\n(?<code>.*?)^```$", RegexOptions.Multiline | RegexOptions.Singleline | RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 5000)]
    private static partial Regex CodeBlock();
}
