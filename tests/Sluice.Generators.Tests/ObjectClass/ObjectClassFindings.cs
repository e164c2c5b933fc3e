using Microsoft.CodeAnalysis;
using Sluice.Generators.Parsing;
using Sluice.Testing;

namespace Sluice.Generators.Tests.ObjectClass;

/// <summary>Runs the parser the way an analyzer does.</summary>
internal static class ObjectClassFindings
{
    /// <summary>The findings of a project, as <c>law at token: arguments</c>.</summary>
    public static string[] Of(Sources sources)
    {
        var compilation = GeneratorRun.OfBroken(sources, new() { Generators = [new ObjectClassGenerator()] }).Input;
        var findings = new List<Finding>();
        foreach (var type in Types(compilation.Assembly.GlobalNamespace))
        {
            if (type.GetAttributes().Any(attribute => attribute.AttributeClass?.Name == "ObjectClassAttribute"))
                ObjectClassParser.Parse(type, compilation, findings.Add, CancellationToken.None);
        }

        return [.. findings.Select(finding => $"{finding.LawId} at {finding.Location.SourceTree!.GetText().ToString(finding.Location.SourceSpan)}: {string.Join(" | ", finding.Arguments)}")];
    }

    private static IEnumerable<INamedTypeSymbol> Types(INamespaceOrTypeSymbol container) => container.GetMembers().OfType<INamespaceOrTypeSymbol>()
        .SelectMany(member => member is INamedTypeSymbol type ? Types(type).Prepend(type) : Types(member));
}
