using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Operations;
using Sluice.Analyzers.Shape;

namespace Sluice.Analyzers.Deltas;

/// <summary>SLC406, the half about objects that are built by names: a password is set as a text. The half about annotated classes is the shape rules'.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class SecretAsTextAnalyzer : DiagnosticAnalyzer
{
    /// <inheritdoc/>
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } = [ShapeRules.SecretsAreGuarded];

    /// <inheritdoc/>
    public override void Initialize(AnalysisContext context)
    {
        context.ConfigureGeneratedCodeAnalysis(GeneratedCodeAnalysisFlags.None);
        context.EnableConcurrentExecution();
        context.RegisterCompilationStartAction(static start =>
        {
            var targets = ImmutableArray.Create("Sluice.ConnectorObjectBuilder", "Sluice.ObjectPatch+Builder", "Sluice.ObjectAttribute").Select(start.Compilation.GetTypeByMetadataName).OfType<INamedTypeSymbol>()
                .ToImmutableHashSet<ISymbol>(SymbolEqualityComparer.Default);
            if (targets.IsEmpty)
                return;
            start.RegisterOperationAction(
                operation =>
                {
                    var call = (IInvocationOperation)operation.Operation;
                    if (call.TargetMethod.Name is "Set" or "SetValues" or "AddValues" && targets.Contains(call.TargetMethod.ContainingType))
                        Check(operation, call.Arguments);
                },
                OperationKind.Invocation);
            start.RegisterOperationAction(
                operation =>
                {
                    var creation = (IObjectCreationOperation)operation.Operation;
                    if (creation.Type is { } type && targets.Contains(type))
                        Check(operation, creation.Arguments);
                },
                OperationKind.ObjectCreation);
        });
    }

    private static void Check(OperationAnalysisContext context, ImmutableArray<IArgumentOperation> arguments)
    {
        var name = Argument("name");
        var value = Argument("value") ?? Argument("values");
        if (name?.Value.ConstantValue is not { HasValue: true, Value: string text } || !IsSecret(text) || value is null)
            return;
        var given = value.Value;
        while (given is IConversionOperation conversion)
            given = conversion.Operand;
        if (IsText(given))
            context.ReportDiagnostic(Diagnostic.Create(ShapeRules.SecretsAreGuarded, given.Syntax.GetLocation(), text, "is set to a text, which ends up in logs and dumps; give it as a GuardedString"));

        IArgumentOperation? Argument(string parameter) => arguments.FirstOrDefault(argument => string.Equals(argument.Parameter?.Name, parameter, StringComparison.Ordinal));
    }

    private static bool IsSecret(string name) => string.Equals(name, "__PASSWORD__", StringComparison.OrdinalIgnoreCase) || string.Equals(name, "__CURRENT_PASSWORD__", StringComparison.OrdinalIgnoreCase);

    private static bool IsText(IOperation value) => value switch
    {
        { ConstantValue: { HasValue: true, Value: null } } => false,
        { Type.SpecialType: SpecialType.System_String } => true,
        { Type: IArrayTypeSymbol { ElementType.SpecialType: SpecialType.System_String } } => true,
        { Type: INamedTypeSymbol { TypeArguments: [{ SpecialType: SpecialType.System_String }] } } => true,
        _ => false,
    };
}
