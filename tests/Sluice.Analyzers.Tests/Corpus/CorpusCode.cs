using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Sluice.Testing;

namespace Sluice.Analyzers.Tests.Corpus;

/// <summary>Parts of the corpus as one project.</summary>
internal static class CorpusCode
{
    /// <summary>All defective connectors about a law.</summary>
    public static Sources About(string law) => Join(CorpusFile.About(law));

    /// <summary>Several connectors in one project. Programs are left out: there is one entry point only.</summary>
    public static Sources Join(IEnumerable<CorpusFile> files) => Sources.Of(
        [("/Usings.cs", CorpusFile.ImplicitUsings), .. files.Where(file => file.Project.OutputKind == Consumer.Default.OutputKind).SelectMany(file => file.Code.Skip(1))]);

    /// <summary>The same code, each file changed.</summary>
    public static Sources Select(this Sources sources, Func<SourceFile, SourceFile> change) => Sources.Of([.. Enumerable.Select(sources, change)]);

    /// <summary>The same code with one more attribute on each type that is not in another.</summary>
    public static Sources WithAttribute(this Sources sources, string attribute) => sources.Select(file =>
    {
        var types = CSharpSyntaxTree.ParseText(file.Text).GetCompilationUnitRoot().DescendantNodes(static node => node is CompilationUnitSyntax or BaseNamespaceDeclarationSyntax).OfType<BaseTypeDeclarationSyntax>();
        return file with { Text = types.Reverse().Aggregate(file.Text, (text, type) => text.Insert(type.SpanStart, $"[{attribute}] ")) };
    });
}
