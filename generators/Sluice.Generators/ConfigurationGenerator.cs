using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Sluice.Generators.Emission;
using Sluice.Generators.Infrastructure;
using Sluice.Generators.Model;
using Sluice.Generators.Parsing;

namespace Sluice.Generators;

/// <summary>Binding, validation and description for each class with <c>[ConnectorConfiguration]</c>.</summary>
[Generator(LanguageNames.CSharp)]
public sealed class ConfigurationGenerator : IIncrementalGenerator
{
    /// <inheritdoc/>
    public void Initialize(IncrementalGeneratorInitializationContext context)
    {
        var configurations = context.SyntaxProvider
            .ForAttributeWithMetadataName(ConfigurationParser.AttributeName, static (node, _) => node is TypeDeclarationSyntax, Parse)
            .Where(static model => model is not null)
            .Select(static (model, _) => model!)
            .WithTrackingName(ConfigurationSteps.Parse);

        // Only the names meet, so that a new class does not touch the files of the others.
        var ambiguous = configurations
            .Select(static (model, _) => model.Type.HintName())
            .Collect()
            .Select(static (names, _) => names
                .GroupBy(name => name, StringComparer.OrdinalIgnoreCase)
                .Where(group => group.Count() > 1)
                .Select(group => group.Key.ToUpperInvariant())
                .OrderBy(name => name, StringComparer.Ordinal)
                .ToEquatableArray())
            .WithTrackingName(ConfigurationSteps.Ambiguous);

        var files = configurations
            .Combine(ambiguous)
            .Select(static (pair, _) => (Model: pair.Left, HintName: HintName(pair.Left.Type, pair.Right)))
            .WithTrackingName(ConfigurationSteps.File);

        context.RegisterSourceOutput(files, static (output, file) => output.AddSource(file.HintName, ConfigurationWriter.Write(file.Model)));
    }

    private static string HintName(TypeHierarchy type, EquatableArray<string> ambiguous)
        => type.HintName(withHash: ambiguous.Contains(type.HintName(), StringComparer.OrdinalIgnoreCase));

    private static ConfigurationModel? Parse(GeneratorAttributeSyntaxContext context, CancellationToken cancellation)
    {
        if (context.TargetSymbol is not INamedTypeSymbol type)
            return null;
        // The attribute on two parts is the compiler's error; one file is enough.
        var first = type.GetAttributes().FirstOrDefault(attribute => attribute.IsAnnotation("ConnectorConfigurationAttribute"))?.ApplicationSyntaxReference;
        return first is not null && first.SyntaxTree == context.TargetNode.SyntaxTree && context.TargetNode.Span.Contains(first.Span)
            ? ConfigurationParser.Parse(type, context.SemanticModel.Compilation, report: null, cancellation)
            : null;
    }
}
