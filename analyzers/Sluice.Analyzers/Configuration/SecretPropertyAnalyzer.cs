using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Sluice.Analyzers.Shape;
using Sluice.Generators.Parsing;

namespace Sluice.Analyzers.Configuration;

/// <summary>SLC501: a configuration property holds a secret as text.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class SecretPropertyAnalyzer : DiagnosticAnalyzer
{
    private static readonly DiagnosticDescriptor Rule = LawRule.Create(
        SyncLawIds.Slc501SecretIsConfidential,
        DiagnosticSeverity.Warning,
        "'{0}' is a secret by its name, but its type is {1}, which is shown, stored and logged as it is; make it a GuardedString");

    /// <inheritdoc/>
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } = [Rule];

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
                    if (symbol.Symbol is not INamedTypeSymbol type || !type.HasAnnotation(annotation))
                        return;
                    foreach (var property in ConfigurationMembers.Of(type).Properties.Where(SecretNames.IsSecretText))
                    {
                        // A base class has its own finding, or is not the user's to change.
                        if (SymbolEqualityComparer.Default.Equals(property.ContainingType, type) && property.SourceLocation is { } place)
                            symbol.ReportDiagnostic(Diagnostic.Create(Rule, place, property.Name, property.Type.ShortName));
                    }
                },
                SymbolKind.NamedType);
        });
    }
}
