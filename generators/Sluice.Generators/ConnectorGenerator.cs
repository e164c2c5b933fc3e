using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Sluice.Generators.Emission;
using Sluice.Generators.Infrastructure;
using Sluice.Generators.Model;
using Sluice.Generators.Parsing;

namespace Sluice.Generators;

/// <summary>Facade, dispatch and registration for each class with <c>[Connector]</c>, and the assembly's catalogue of them.</summary>
[Generator(LanguageNames.CSharp)]
public sealed class ConnectorGenerator : IIncrementalGenerator
{
    private const string CatalogHintName = "ConnectorCatalog.g.cs";

    /// <inheritdoc/>
    public void Initialize(IncrementalGeneratorInitializationContext context)
    {
        var connectors = context.SyntaxProvider
            .ForAttributeWithMetadataName(ConnectorParser.AttributeName, static (node, _) => node is TypeDeclarationSyntax, Parse)
            .Where(static model => model is not null)
            .Select(static (model, _) => model!)
            .WithTrackingName(ConnectorSteps.Parse);

        // Only the names meet, so that a new connector does not touch the files of the others.
        var ambiguous = connectors
            .Select(static (model, _) => model.Type.HintName())
            .Collect()
            .Select(static (names, _) => names.Add(CatalogHintName)
                .GroupBy(name => name, StringComparer.OrdinalIgnoreCase)
                .Where(group => group.Skip(1).Any())
                .Select(group => group.Key.ToUpperInvariant())
                .OrderBy(name => name, StringComparer.Ordinal)
                .ToEquatableArray())
            .WithTrackingName(ConnectorSteps.Ambiguous);

        var files = connectors
            .Combine(ambiguous)
            .Select(static (pair, _) => new ConnectorFile(pair.Left, pair.Right.Contains(pair.Left.Type.HintName(), StringComparer.OrdinalIgnoreCase)))
            .WithTrackingName(ConnectorSteps.File);

        context.RegisterSourceOutput(files, static (output, file) => output.AddSource(
            file.Model.Type.HintName(withHash: file.NeedsHash),
            ConnectorEmitter.Emit(file.Model)));

        var entries = connectors
            .Where(static model => model.IsListed)
            .Select(static (model, _) => CatalogParser.Entry(model))
            .WithTrackingName(ConnectorSteps.CatalogEntry);

        var catalogNamespace = context.CompilationProvider
            .Select(static (compilation, _) => CatalogParser.Namespace(compilation))
            .WithTrackingName(ConnectorSteps.CatalogNamespace);

        var catalog = entries
            .Collect()
            .Combine(catalogNamespace)
            .Select(static (pair, _) => CatalogParser.Catalog(pair.Left, pair.Right))
            .WithTrackingName(ConnectorSteps.CatalogFile);

        context.RegisterSourceOutput(catalog, static (output, model) =>
        {
            if (!model.Entries.IsEmpty)
                output.AddSource(CatalogHintName, CatalogEmitter.Emit(model));
        });
    }

    private static ConnectorModel? Parse(GeneratorAttributeSyntaxContext context, CancellationToken cancellation)
    {
        if (context.TargetSymbol is not INamedTypeSymbol type)
            return null;

        // The attribute on two parts is the compiler's error; one file is enough.
        var first = type.GetAttributes().FirstOrDefault(attribute => attribute.IsAnnotation("ConnectorAttribute"))?.ApplicationSyntaxReference;
        return first is not null && first.SyntaxTree == context.TargetNode.SyntaxTree && context.TargetNode.Span.Contains(first.Span)
            ? ConnectorParser.Parse(type, context.SemanticModel.Compilation, report: null, cancellation)
            : null;
    }
}
