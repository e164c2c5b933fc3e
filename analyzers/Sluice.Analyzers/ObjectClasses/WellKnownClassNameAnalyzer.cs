using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Operations;
using Sluice.Generators.Parsing;

namespace Sluice.Analyzers.ObjectClasses;

/// <summary>SLC102: an object class name that was meant to be a well-known one.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class WellKnownClassNameAnalyzer : DiagnosticAnalyzer
{
    /// <summary>The fact that names the constant in <c>ObjectClasses</c>.</summary>
    public const string Constant = nameof(Constant);

    private static readonly DiagnosticDescriptor Rule = LawRule.Create(
        SyncLawIds.Slc102WellKnownClassName,
        DiagnosticSeverity.Warning,
        "\"{0}\" is not the well-known object class name \"{1}\", so no host asks for it; write ObjectClasses.{2}");

    /// <inheritdoc/>
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } = [Rule];

    /// <inheritdoc/>
    public override void Initialize(AnalysisContext context)
    {
        context.ConfigureGeneratedCodeAnalysis(GeneratedCodeAnalysisFlags.None);
        context.EnableConcurrentExecution();
        context.RegisterCompilationStartAction(static start =>
        {
            if (WellKnownClasses.Of(start.Compilation) is not { } known)
                return;
            start.RegisterOperationAction(operation => Check(operation, known), OperationKind.ObjectCreation, OperationKind.Invocation, OperationKind.Attribute);
        });
    }

    private static void Check(OperationAnalysisContext context, WellKnownClasses known)
    {
        var arguments = context.Operation switch
        {
            IAttributeOperation { Operation: IObjectCreationOperation { Type: INamedTypeSymbol type } creation } when NamesObjectClasses(type) => creation.Arguments,
            IObjectCreationOperation { Type: { } type, Parent: not IAttributeOperation } creation when type.IsNamed("Sluice", "ObjectClass") => creation.Arguments,
            IInvocationOperation { TargetMethod: { Name: "Of", IsStatic: true, ContainingType: var type } } call when type.IsNamed("Sluice", "ObjectClass") => call.Arguments,
            _ => [],
        };
        foreach (var name in arguments.SelectMany(static argument => Names(argument.Value)))
        {
            if (name.ConstantValue is { HasValue: true, Value: string text } && known.MeantBy(text) is var (constant, meant))
                context.ReportDiagnostic(Diagnostic.Create(Rule, name.Syntax.GetLocation(), ImmutableDictionary<string, string?>.Empty.Add(Constant, constant), text, meant, constant));
        }
    }

    private static bool NamesObjectClasses(INamedTypeSymbol attribute)
        => attribute.IsNamed("Sluice", "ObjectClassAttribute") || OperationDeclaration.KindOf(attribute) is not null;

    private static IEnumerable<IOperation> Names(IOperation value) => value switch
    {
        IArrayCreationOperation { Initializer: { } names } => names.ElementValues,
        IConversionOperation conversion when conversion.ConstantValue is not { HasValue: true } => Names(conversion.Operand),
        ICollectionExpressionOperation names => names.Elements,
        _ => [value],
    };
}
