using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Operations;
using Sluice.Analyzers.Flow;

namespace Sluice.Analyzers.Handlers;

/// <summary>SLC304: what the handler throws ends in a catch for everything.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class SwallowedExceptionAnalyzer : DiagnosticAnalyzer
{
    private static readonly DiagnosticDescriptor Rule = LawRule.Create(
        SyncLawIds.Slc304HandlerExceptionPasses,
        DiagnosticSeverity.Error,
        "This catch swallows what '{0}' throws, so a change that failed counts as handled; rethrow, or keep the call out of the try");

    /// <inheritdoc/>
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } = [Rule];

    /// <inheritdoc/>
    public override void Initialize(AnalysisContext context)
    {
        context.ConfigureGeneratedCodeAnalysis(GeneratedCodeAnalysisFlags.None);
        context.EnableConcurrentExecution();
        context.RegisterCompilationStartAction(static start =>
        {
            if (HandlerSymbols.Of(start.Compilation) is not { } symbols)
                return;
            start.RegisterOperationAction(
                operation =>
                {
                    var attempt = (ITryOperation)operation.Operation;
                    if (symbols.HasSync(operation.ContainingSymbol.ContainingType)
                        && attempt.Catches.FirstOrDefault(IsForEverything) is { Syntax: CatchClauseSyntax clause } swallowing
                        && !PassesOn(swallowing)
                        && FirstHandle(attempt.Body, symbols) is { } call)
                    {
                        operation.ReportDiagnostic(Diagnostic.Create(Rule, clause.CatchKeyword.GetLocation(), [call.Syntax.GetLocation()], call.TargetMethod.Name));
                    }
                },
                OperationKind.Try);
        });
    }

    private static bool IsForEverything(ICatchClauseOperation clause)
        => clause.Filter is null && (clause.ExceptionType is not { } type || type.SpecialType == SpecialType.System_Object || type is { Name: "Exception", ContainingNamespace.Name: "System" });

    // Thrown again, or given to something else than a log: somebody may throw it later.
    private static bool PassesOn(ICatchClauseOperation clause)
    {
        var caught = clause.Locals.FirstOrDefault();
        foreach (var operation in clause.Handler.Descendants())
        {
            if (operation is IThrowOperation)
                return true;
            if (caught is not null && operation is ILocalReferenceOperation reference && SymbolEqualityComparer.Default.Equals(reference.Local, caught) && !IsLogged(reference))
                return true;
        }

        return false;
    }

    private static bool IsLogged(IOperation reference)
    {
        for (var operation = reference.Parent; operation is not null; operation = operation.Parent)
        {
            switch (operation)
            {
                case IPropertyReferenceOperation or IInterpolatedStringOperation or IInterpolationOperation or IConversionOperation or IArgumentOperation or IBinaryOperation:
                case IArrayInitializerOperation or IArrayCreationOperation:
                    break;
                case IInvocationOperation call:
                    return HandlerCalls.IsHarmless(call.TargetMethod);
                default:
                    return false;
            }
        }

        return false;
    }

    // A catch that is closer to the call comes first; it is reported by itself.
    private static IInvocationOperation? FirstHandle(IOperation body, HandlerSymbols symbols)
    {
        foreach (var operation in body.ChildOperations)
        {
            if (operation is IAnonymousFunctionOperation or ILocalFunctionOperation || (operation is ITryOperation inner && inner.Catches.Any(IsForEverything)))
                continue;
            if (operation is IInvocationOperation call && symbols.IsHandle(call.TargetMethod))
                return call;
            if (FirstHandle(operation, symbols) is { } found)
                return found;
        }

        return null;
    }
}
