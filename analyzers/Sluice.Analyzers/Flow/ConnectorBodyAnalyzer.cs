using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace Sluice.Analyzers.Flow;

/// <summary>An analyzer that looks at the methods of connectors, body by body.</summary>
public abstract class ConnectorBodyAnalyzer : DiagnosticAnalyzer
{
    private protected ConnectorBodyAnalyzer(params DiagnosticDescriptor[] rules) => SupportedDiagnostics = [.. rules];

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
            start.RegisterOperationBlockAction(block =>
            {
                if (!symbols.IsConnector(block.OwningSymbol.ContainingType))
                    return;
                foreach (var body in ConnectorBody.Of(block, symbols))
                    Check(body, block.ReportDiagnostic);
            });
        });
    }

    private protected abstract void Check(ConnectorBody body, Action<Diagnostic> report);
}
