using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Sluice.Generators.Parsing;

namespace Sluice.Analyzers.Shape;

/// <summary>Reports what keeps a type with <c>[ConnectorConfiguration]</c> from being bound and validated completely.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class ConfigurationShapeAnalyzer : DiagnosticAnalyzer
{
    /// <inheritdoc/>
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } =
        [ShapeRules.PartialTypes, ShapeRules.UsableClass, ShapeRules.ConfigurationProperty, ShapeRules.ValidationAttributeFits];

    /// <inheritdoc/>
    public override void Initialize(AnalysisContext context)
    {
        context.ConfigureGeneratedCodeAnalysis(GeneratedCodeAnalysisFlags.None);
        context.EnableConcurrentExecution();
        context.RegisterCompilationStartAction(static start =>
        {
            if (start.Compilation.GetTypeByMetadataName(ConfigurationParser.AttributeName) is not { } annotation)
                return;
            start.RegisterSymbolAction(
                symbol =>
                {
                    if (symbol.Symbol is INamedTypeSymbol type && type.HasAnnotation(annotation))
                        ConfigurationParser.Parse(type, symbol.Compilation, finding => symbol.ReportDiagnostic(ShapeRules.Diagnose(finding, type, symbol.Compilation)), symbol.CancellationToken);
                },
                SymbolKind.NamedType);
        });
    }
}
