using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Operations;
using Sluice.Analyzers.Values;
using Sluice.Generators.Parsing;

namespace Sluice.Analyzers.Configuration;

/// <summary>SLC502: a secret is given to a log or to an exception.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class RevealedSecretAnalyzer : DiagnosticAnalyzer
{
    private static readonly DiagnosticDescriptor Rule = LawRule.Create(
        SyncLawIds.Slc502SecretIsNotLogged,
        DiagnosticSeverity.Warning,
        "'{0}' is a secret, and {1}, where many can read it; leave it out");

    /// <inheritdoc/>
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } = [Rule];

    /// <inheritdoc/>
    public override void Initialize(AnalysisContext context)
    {
        context.ConfigureGeneratedCodeAnalysis(GeneratedCodeAnalysisFlags.None);
        context.EnableConcurrentExecution();
        context.RegisterCompilationStartAction(static start =>
        {
            if (start.Compilation.GetTypeByMetadataName("Sluice.GuardedString") is not { } guarded)
                return;
            start.RegisterOperationAction(
                operation =>
                {
                    if (IsRevealed(operation.Operation, guarded) && operation.ContainingSymbol is IMethodSymbol method && Body(operation.Operation) is { } body
                        && body.Descendants().First(other => IsRevealed(other, guarded)) == operation.Operation)
                    {
                        Check(operation, method, body, guarded);
                    }
                },
                OperationKind.Invocation,
                OperationKind.PropertyReference);
        });
    }

    // The outermost block: lambdas are looked at with the method that they stand in, which its first secret answers for.
    private static IBlockOperation? Body(IOperation operation)
    {
        var body = default(IBlockOperation);
        for (var around = operation.Parent; around is not null; around = around.Parent)
            body = around as IBlockOperation ?? body;
        return body;
    }

    private static void Check(OperationAnalysisContext context, IMethodSymbol method, IBlockOperation body, INamedTypeSymbol guarded)
    {
        var values = new ValueFlow([(method, body)], context.CancellationToken);
        var reported = new HashSet<SyntaxNode>();
        foreach (var (operation, _) in values.Operations)
        {
            var (arguments, where) = operation switch
            {
                IInvocationOperation call when IsLog(call.TargetMethod) => (call.Arguments, "goes to a log here"),
                IObjectCreationOperation { Type: { } type } creation when IsException(type) => (creation.Arguments, "becomes a part of an exception here"),
                _ => ([], ""),
            };
            foreach (var value in arguments.SelectMany(static argument => Given(argument.Value)))
            {
                if (values.Reach(value).FirstOrDefault(source => (IsRevealed(source, guarded) && source.Type is { } type && IsText(type)) || IsInside(source, guarded)) is not null && reported.Add(value.Syntax))
                    context.ReportDiagnostic(Diagnostic.Create(Rule, value.Syntax.GetLocation(), value.Syntax, where));
            }
        }
    }

    private static IEnumerable<IOperation> Given(IOperation value)
    {
        while (value is IConversionOperation conversion)
            value = conversion.Operand;
        return value switch
        {
            IArrayCreationOperation { Initializer: { } initializer } => initializer.ElementValues.SelectMany(Given),
            ICollectionExpressionOperation collection => collection.Elements.SelectMany(Given),
            IInterpolatedStringOperation or IInterpolatedStringHandlerCreationOperation or IBinaryOperation { Type.SpecialType: SpecialType.System_String } => TextParts.Of(value).SelectMany(Given),
            IInvocationOperation call when TextParts.IsFormat(call.TargetMethod) => TextParts.Of(call).SelectMany(Given),
            _ => [value],
        };
    }

    // The text that was made of a secret, or a secret of the configuration that is a text (SLC501).
    private static bool IsRevealed(IOperation operation, INamedTypeSymbol guarded) => operation switch
    {
        IInvocationOperation { TargetMethod: { Name: "Access", ContainingType: { } type } } => SymbolEqualityComparer.Default.Equals(type, guarded),
        IPropertyReferenceOperation { Property: var property } => SecretNames.IsSecretText(property) && ConnectorSymbols.IsConfiguration(property.ContainingType),
        _ => false,
    };

    // The parameter of the callback that sees the secret.
    private static bool IsInside(IOperation operation, INamedTypeSymbol guarded)
    {
        if (operation is not IParameterReferenceOperation { Parameter: { ContainingSymbol: IMethodSymbol { MethodKind: MethodKind.AnonymousFunction } function } parameter } || !parameter.Type.IsNamed("System", "ReadOnlySpan"))
            return false;
        for (var around = operation.Parent; around is not null; around = around.Parent)
        {
            if (around is IAnonymousFunctionOperation lambda && SymbolEqualityComparer.Default.Equals(lambda.Symbol, function))
                return lambda.Parent is IDelegateCreationOperation { Parent: IArgumentOperation { Parent: IInvocationOperation { TargetMethod: { Name: "Access", ContainingType: { } type } } } } && SymbolEqualityComparer.Default.Equals(type, guarded);
        }

        return false;
    }

    private static bool IsText(ITypeSymbol type) => type.SpecialType == SpecialType.System_String || type is IArrayTypeSymbol { ElementType.SpecialType: SpecialType.System_Char or SpecialType.System_Byte };

    private static bool IsLog(IMethodSymbol method) => method.ContainingType is { } type
        && ((method.Name.StartsWith("Log", StringComparison.Ordinal) && type.ContainingNamespace.ToDisplayString().StartsWith("Microsoft.Extensions.Logging", StringComparison.Ordinal))
            || method.GetAttributes().Any(static attribute => attribute.AttributeClass?.Name is "LoggerMessageAttribute")
            || (method.Name is "Write" or "WriteLine" or "WriteIf" or "WriteLineIf" or "TraceError" or "TraceInformation" or "TraceWarning" && (type.IsNamed("System", "Console") || type.IsNamed("System.Diagnostics", "Debug") || type.IsNamed("System.Diagnostics", "Trace"))));

    private static bool IsException(ITypeSymbol type)
    {
        for (var level = type; level is not null; level = level.BaseType)
        {
            if (level.IsNamed("System", "Exception"))
                return true;
        }

        return false;
    }
}
