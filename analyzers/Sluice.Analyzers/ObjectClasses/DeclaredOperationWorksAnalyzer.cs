using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Operations;
using Sluice.Generators.Model;
using Sluice.Generators.Parsing;

namespace Sluice.Analyzers.ObjectClasses;

/// <summary>SLC107: an operation that the facade advertises, and whose method does nothing or is not written yet.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class DeclaredOperationWorksAnalyzer : DiagnosticAnalyzer
{
    private static readonly DiagnosticDescriptor Rule = LawRule.Create(
        SyncLawIds.Slc107DeclaredOperationWorks,
        DiagnosticSeverity.Warning,
        "The facade offers {0}, but '{1}' {2}; write it, or take the annotation away until it is written");

    /// <inheritdoc/>
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } = [Rule];

    /// <inheritdoc/>
    public override void Initialize(AnalysisContext context)
    {
        context.ConfigureGeneratedCodeAnalysis(GeneratedCodeAnalysisFlags.None);
        context.EnableConcurrentExecution();
        context.RegisterCompilationStartAction(static start =>
        {
            if (start.Compilation.GetTypeByMetadataName(ConnectorParser.AttributeName) is null || start.Compilation.GetTypeByMetadataName("System.NotImplementedException") is not { } notImplemented)
                return;
            start.RegisterOperationBlockAction(block =>
            {
                if (block.OwningSymbol is IMethodSymbol { IsVirtual: false, IsAbstract: false } method
                    && Declaration(method) is { } declaration
                    && block.OperationBlocks.OfType<IBlockOperation>().FirstOrDefault() is { } body
                    && Problem(declaration, body, notImplemented) is { } problem)
                {
                    block.ReportDiagnostic(Diagnostic.Create(Rule, method.Locations[0], declaration.Text, method.Name, problem));
                }
            });
        });
    }

    private static OperationDeclaration? Declaration(IMethodSymbol method)
    {
        foreach (var attribute in method.GetAttributes())
        {
            if (OperationDeclaration.KindOf(attribute.AttributeClass) is { } kind)
                return new(method, attribute, kind, 0);
        }

        return null;
    }

    private static string? Problem(OperationDeclaration declaration, IBlockOperation body, INamedTypeSymbol notImplemented)
    {
        var statements = body.Operations.Where(operation => operation is not (IEmptyOperation or ILabeledOperation { Operation: null })).ToArray();
        if (statements.Length == 0)
        {
            // An empty __ALL__ has a law of its own.
            return declaration.Kind == ConnectorOperation.Sync && declaration.Method.ReturnsVoid && !declaration.ObjectClasses.Contains("__ALL__", StringComparer.OrdinalIgnoreCase)
                ? "is empty: every run succeeds and delivers nothing"
                : null;
        }

        return statements is [var only] && Thrown(only) is { } exception && SymbolEqualityComparer.Default.Equals(exception.Type, notImplemented)
            ? "is not implemented: every call fails"
            : null;
    }

    private static IOperation? Thrown(IOperation statement) => statement switch
    {
        IThrowOperation { Exception: { } exception } => exception is IConversionOperation conversion ? conversion.Operand : exception,
        IReturnOperation { ReturnedValue: { } value } => Thrown(value),
        IExpressionStatementOperation expression => Thrown(expression.Operation),
        IConversionOperation conversion => Thrown(conversion.Operand),
        _ => null,
    };
}
