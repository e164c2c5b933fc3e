using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace Sluice.Generators.Tests.Harness;

/// <summary>Type names begin in upper case: something small to report and to fix. Derived ones do it wrongly.</summary>
internal class UpperCaseTypeAnalyzer : DiagnosticAnalyzer
{
    private static readonly DiagnosticDescriptor UpperCase = new("HRN200", "Type begins in lower case", "Rename '{0}'", "Test", DiagnosticSeverity.Warning, isEnabledByDefault: true);

    public sealed override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics => Rules;

    protected virtual ImmutableArray<DiagnosticDescriptor> Rules => [UpperCase];
    protected virtual GeneratedCodeAnalysisFlags GeneratedCode => GeneratedCodeAnalysisFlags.None;

    public sealed override void Initialize(AnalysisContext context)
    {
        context.ConfigureGeneratedCodeAnalysis(GeneratedCode);
        context.EnableConcurrentExecution();
        context.RegisterSymbolAction(
            symbol =>
            {
                if (symbol.Symbol.Name is [>= 'a' and <= 'z', ..])
                    symbol.ReportDiagnostic(Report(symbol.Symbol));
            },
            SymbolKind.NamedType);
    }

    protected virtual Diagnostic Report(ISymbol symbol)
        => Diagnostic.Create(Rules[0], symbol.Locations[0], symbol.Locations.Skip(1), symbol.Name);

    internal sealed class InGeneratedCode : UpperCaseTypeAnalyzer
    {
        protected override GeneratedCodeAnalysisFlags GeneratedCode => GeneratedCodeAnalysisFlags.Analyze | GeneratedCodeAnalysisFlags.ReportDiagnostics;
    }

    internal sealed class WithoutArgument : UpperCaseTypeAnalyzer
    {
        protected override Diagnostic Report(ISymbol symbol) => Diagnostic.Create(UpperCase, symbol.Locations[0]);
    }

    internal sealed class WithoutPlace : UpperCaseTypeAnalyzer
    {
        protected override Diagnostic Report(ISymbol symbol) => Diagnostic.Create(UpperCase, Location.None, symbol.Name);
    }

    internal sealed class Throwing : UpperCaseTypeAnalyzer
    {
        protected override Diagnostic Report(ISymbol symbol) => throw new InvalidOperationException("broken");
    }

    internal sealed class OffByDefault : UpperCaseTypeAnalyzer
    {
        private static readonly DiagnosticDescriptor Off = new("HRN201", "Type begins in lower case", "Rename '{0}'", "Test", DiagnosticSeverity.Warning, isEnabledByDefault: false);

        protected override ImmutableArray<DiagnosticDescriptor> Rules => [Off];
    }

    internal sealed class OfSeveralRules : UpperCaseTypeAnalyzer
    {
        private static readonly DiagnosticDescriptor Other = new("HRN202", "Other", "Other", "Test", DiagnosticSeverity.Warning, isEnabledByDefault: true);

        protected override ImmutableArray<DiagnosticDescriptor> Rules => [UpperCase, Other];
    }
}
