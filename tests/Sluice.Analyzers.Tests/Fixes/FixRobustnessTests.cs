using System.Globalization;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeActions;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Text;
using Sluice.Analyzers.Tests.Rules;
using Sluice.Testing;

namespace Sluice.Analyzers.Tests.Fixes;

/// <summary>A light bulb in half-typed code offers something that can be applied, or nothing.</summary>
public sealed class FixRobustnessTests
{
    [TestCase(1)]
    [TestCase(2)]
    public async Task MutantsAreFixedOrLeftAlone(int seed)
    {
        var source = string.Join("\n", AllRules.Fixes.SelectMany(fix => fix.FixableDiagnosticIds).Select(id => LawPages.Blocks(LawPages.Read(id), "wrong")[0])
            .Select((block, i) => string.Create(CultureInfo.InvariantCulture, $"namespace Law{i} {{\n{block}}}")));
        using var workspace = new AdhocWorkspace();
        var project = workspace.AddProject(ProjectInfo.Create(
            ProjectId.CreateNewId(), VersionStamp.Default, "Consumer", "Consumer", LanguageNames.CSharp,
            compilationOptions: new CSharpCompilationOptions(OutputKind.DynamicallyLinkedLibrary, nullableContextOptions: NullableContextOptions.Enable),
            metadataReferences: Consumer.Default.References)).AddDocument("Usings.cs", LawPages.Usings).Project;

        var applied = 0;
        foreach (var mutant in Mutations.Of(source, seed, count: 100))
            applied += await Apply(project.AddDocument("Source.cs", SourceText.From(mutant)));
        Assert.That(applied, Is.GreaterThan(100));
    }

    private static async Task<int> Apply(Document document)
    {
        var compilation = await document.Project.GetCompilationAsync();
        var found = await compilation!.WithAnalyzers([.. AllRules.Analyzers]).GetAnalyzerDiagnosticsAsync();
        Assert.That(found.Select(diagnostic => diagnostic.Id), Has.None.EqualTo("AD0001"));

        var applied = 0;
        foreach (var diagnostic in found)
        {
            foreach (var fix in AllRules.Fixes.Where(fix => fix.FixableDiagnosticIds.Contains(diagnostic.Id)))
            {
                var actions = new List<CodeAction>();
                await fix.RegisterCodeFixesAsync(new CodeFixContext(document, diagnostic, (action, _) => actions.Add(action), CancellationToken.None));
                foreach (var action in actions)
                {
                    var operations = await action.GetOperationsAsync(CancellationToken.None);
                    var changed = operations.OfType<ApplyChangesOperation>().Single().ChangedSolution.GetDocument(document.Id)!;
                    Assert.That((await changed.GetTextAsync()).ToString(), Is.Not.EqualTo((await document.GetTextAsync()).ToString()), action.Title);
                    applied++;
                }
            }
        }

        return applied;
    }
}
