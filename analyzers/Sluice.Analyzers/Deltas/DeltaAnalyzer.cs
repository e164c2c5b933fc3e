using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Operations;
using Sluice.Analyzers.Flow;

namespace Sluice.Analyzers.Deltas;

/// <summary>An analyzer that looks at the calls which make deltas, in connectors and in what maps for them.</summary>
public abstract class DeltaAnalyzer : DiagnosticAnalyzer
{
    private protected DeltaAnalyzer(DiagnosticDescriptor rule) => SupportedDiagnostics = [rule];

    /// <inheritdoc/>
    public sealed override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; }

    /// <inheritdoc/>
    public sealed override void Initialize(AnalysisContext context)
    {
        context.ConfigureGeneratedCodeAnalysis(GeneratedCodeAnalysisFlags.None);
        context.EnableConcurrentExecution();
        context.RegisterCompilationStartAction(start =>
        {
            if (ConnectorSymbols.Of(start.Compilation) is not { } symbols)
                return;
            start.RegisterOperationAction(
                operation =>
                {
                    // A test may well make a delta that is refused.
                    if (symbols.IsConnector(operation.ContainingSymbol.ContainingType) || (operation.ContainingSymbol is IMethodSymbol { ReturnType: var type } && IsOfDeltas(type)))
                        Check((IInvocationOperation)operation.Operation, operation.ReportDiagnostic);
                },
                OperationKind.Invocation);
        });
    }

    private protected abstract void Check(IInvocationOperation call, Action<Diagnostic> report);

    private static bool IsOfDeltas(ITypeSymbol type)
        => ConnectorSymbols.IsDelta(type) || ConnectorSymbols.IsPage(type) || (type is INamedTypeSymbol { TypeArguments: [var item] } && IsOfDeltas(item));
}
