using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Sluice.Generators.Parsing;

namespace Sluice.Analyzers.Shape;

/// <summary>Reports what keeps the schema and the mapping of a type with <c>[ObjectClass]</c> from being generated completely.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class ObjectClassShapeAnalyzer : DiagnosticAnalyzer
{
    /// <inheritdoc/>
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } =
    [
        ShapeRules.PartialTypes, ShapeRules.UsableClass, ShapeRules.OneUidOneName, ShapeRules.SupportedAttributeType, ShapeRules.UniqueAttributeNames, ShapeRules.SecretsAreGuarded,
    ];

    /// <inheritdoc/>
    public override void Initialize(AnalysisContext context)
    {
        context.ConfigureGeneratedCodeAnalysis(GeneratedCodeAnalysisFlags.None);
        context.EnableConcurrentExecution();
        context.RegisterCompilationStartAction(static start =>
        {
            if (start.Compilation.GetTypeByMetadataName(ObjectClassParser.AttributeName) is not { } annotation)
                return;
            start.RegisterSymbolAction(
                symbol =>
                {
                    // On anything but a class the compiler refuses the annotation itself.
                    if (symbol.Symbol is INamedTypeSymbol { TypeKind: TypeKind.Class } type && type.HasAnnotation(annotation))
                        ObjectClassParser.Parse(type, symbol.Compilation, finding => symbol.ReportDiagnostic(ShapeRules.Diagnose(WithMember(finding, type, symbol.Compilation), type, symbol.Compilation)), symbol.CancellationToken);
                },
                SymbolKind.NamedType);
        });
    }

    private static Finding WithMember(Finding finding, INamedTypeSymbol type, Compilation compilation)
        => finding.Facts.TryGetValue(FindingFacts.Mark, out var mark) && mark is not null && ObviousIdentity.Find(type, mark, finding.Location.SourceTree, compilation) is { } member
            ? finding with { Facts = finding.Facts.Add(FindingFacts.Member, member) }
            : finding;
}
