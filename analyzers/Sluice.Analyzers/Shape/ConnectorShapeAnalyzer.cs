using System.Collections.Concurrent;
using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Sluice.Generators.Parsing;

namespace Sluice.Analyzers.Shape;

/// <summary>Reports what keeps the facade of a class with <c>[Connector]</c> from being generated completely.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class ConnectorShapeAnalyzer : DiagnosticAnalyzer
{
    /// <inheritdoc/>
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } =
    [
        ShapeRules.PartialTypes, ShapeRules.UsableClass, ShapeRules.ConnectorName, ShapeRules.UniqueConnectorName, ShapeRules.SyncNeedsLatestToken,
        ShapeRules.OperationShape, ShapeRules.OneMethodPerOperation, ShapeRules.OneTokenType, ShapeRules.TokenType, ShapeRules.NullableToken,
    ];

    /// <inheritdoc/>
    public override void Initialize(AnalysisContext context)
    {
        context.ConfigureGeneratedCodeAnalysis(GeneratedCodeAnalysisFlags.None);
        context.EnableConcurrentExecution();
        context.RegisterCompilationStartAction(static start =>
        {
            if (start.Compilation.GetTypeByMetadataName(ConnectorParser.AttributeName) is not { } annotation)
                return;
            var connectors = new ConcurrentDictionary<INamedTypeSymbol, (string Name, Location Location)>(SymbolEqualityComparer.Default);
            start.RegisterSymbolAction(
                symbol =>
                {
                    if (symbol.Symbol is not INamedTypeSymbol type || !type.HasAnnotation(annotation))
                        return;
                    if (ConnectorParser.NameOf(type) is { Location.IsInSource: true } named)
                        connectors[type] = named;
                    ConnectorParser.Parse(type, symbol.Compilation, finding => symbol.ReportDiagnostic(ShapeRules.Diagnose(OperationFacts.AddTo(finding, type, symbol.Compilation), type, symbol.Compilation)), symbol.CancellationToken);
                },
                SymbolKind.NamedType);
            start.RegisterCompilationEndAction(end => ReportSharedNames(connectors, end));
        });
    }

    // Names are looked up as they are written; the first connector of a name keeps it.
    private static void ReportSharedNames(ConcurrentDictionary<INamedTypeSymbol, (string Name, Location Location)> connectors, CompilationAnalysisContext context)
    {
        foreach (var group in connectors.GroupBy(connector => connector.Value.Name, StringComparer.OrdinalIgnoreCase))
        {
            var sharing = group
                .OrderBy(connector => connector.Value.Location.SourceTree!.FilePath, StringComparer.Ordinal)
                .ThenBy(connector => connector.Value.Location.SourceSpan.Start)
                .ToArray();
            foreach (var (type, named) in sharing.Skip(1).Select(connector => (connector.Key, connector.Value)))
                context.ReportDiagnostic(Diagnostic.Create(ShapeRules.UniqueConnectorName, named.Location, [sharing[0].Value.Location], type.Name, named.Name, sharing[0].Key.Name));
        }
    }
}
