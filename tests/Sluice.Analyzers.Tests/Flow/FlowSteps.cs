using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.FlowAnalysis;
using Microsoft.CodeAnalysis.Operations;
using Sluice.Analyzers.Flow;
using Sluice.Testing;

namespace Sluice.Analyzers.Tests.Flow;

/// <summary>How many steps the analysis of a sync takes until its fix point: the same on every machine.</summary>
internal static class FlowSteps
{
    public static int Of(Sources sources)
    {
        var compilation = CSharpCompilation.Create(
            "Consumer",
            sources.Files.Select(static file => CSharpSyntaxTree.ParseText(file.Text, path: file.Path)),
            ConsumerReferences.All,
            new(OutputKind.DynamicallyLinkedLibrary));
        var symbols = HandlerSymbols.Of(compilation)!;
        var tree = compilation.SyntaxTrees[0];
        var model = compilation.GetSemanticModel(tree);
        var declaration = tree.GetRoot().DescendantNodes().OfType<MethodDeclarationSyntax>().First();
        var sync = model.GetDeclaredSymbol(declaration)!;
        var body = ControlFlowGraph.Create((IMethodBodyOperation)model.GetOperation(declaration)!);
        var bodies = new Dictionary<ISymbol, FlowGraph>(SymbolEqualityComparer.Default) { [sync] = new(body) };

        var facts = HandlerFlow.Analyze(symbols, sync, symbols.HandlerOf(sync)!, bodies, CancellationToken.None);
        Assert.That(facts, Is.Not.Null, "the analysis gave up");
        TestContext.Out.WriteLine(facts!.Steps);
        return facts.Steps;
    }
}
