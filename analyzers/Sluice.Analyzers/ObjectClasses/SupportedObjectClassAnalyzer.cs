using System.Collections.Concurrent;
using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Operations;
using Sluice.Generators.Parsing;

namespace Sluice.Analyzers.ObjectClasses;

/// <summary>SLC101: a facade of a known connector is asked for an object class, or for an operation on one, that it does not have.</summary>
/// <remarks>
/// Silent where the connector or the class is not known for certain, where classes are known at run time only, and where the code
/// asks first (<c>Supports</c>) or expects the refusal.
/// </remarks>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class SupportedObjectClassAnalyzer : DiagnosticAnalyzer
{
    private static readonly DiagnosticDescriptor ClassRule = LawRule.Create(
        SyncLawIds.Slc101SupportedObjectClass,
        DiagnosticSeverity.Error,
        "'{0}' does not serve the object class \"{1}\"{2}; it serves {3}");

    private static readonly DiagnosticDescriptor OperationRule = LawRule.Create(
        SyncLawIds.Slc101SupportedObjectClass,
        DiagnosticSeverity.Error,
        "'{0}' has no {1} for the object class \"{2}\"; of that class it has {3}");

    private static readonly DiagnosticDescriptor FaceRule = LawRule.Create(
        SyncLawIds.Slc101SupportedObjectClass,
        DiagnosticSeverity.Error,
        "This run is over \"{0}\", but '{1}' is the face of \"{2}\"; make the run over '{1}.ObjectClass'");

    /// <inheritdoc/>
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } = [ClassRule, OperationRule, FaceRule];

    /// <inheritdoc/>
    public override void Initialize(AnalysisContext context)
    {
        context.ConfigureGeneratedCodeAnalysis(GeneratedCodeAnalysisFlags.None);
        context.EnableConcurrentExecution();
        context.RegisterCompilationStartAction(static start =>
        {
            if (start.Compilation.GetTypeByMetadataName("Sluice.IConnectorFacade") is null)
                return;
            var connectors = new ConcurrentDictionary<INamedTypeSymbol, ServedClasses?>(SymbolEqualityComparer.Default);
            start.RegisterOperationAction(operation => Check(operation, connectors), OperationKind.Invocation);
        });
    }

    private static void Check(OperationAnalysisContext context, ConcurrentDictionary<INamedTypeSymbol, ServedClasses?> connectors)
    {
        var call = (IInvocationOperation)context.Operation;
        if (OperationOf(call.TargetMethod) is not { } wanted || (call.Instance ?? call.Arguments.FirstOrDefault(argument => argument.Parameter?.Type.IsNamed("Sluice", "IConnectorFacade") == true)?.Value) is not { } receiver)
            return;
        var asked = Asked(call, context.CancellationToken);
        var name = asked is null ? null : KnownValue.ClassName(asked, context.CancellationToken);
        var facade = KnownValue.Origin(receiver, context.CancellationToken);
        string? face = null;
        if (call.TargetMethod.ContainingType.IsNamed("Sluice", "IObjectClassFacade"))
        {
            if (facade is not IPropertyReferenceOperation { Instance: { } owner, Property: var property })
                return;
            (face, facade) = (property.Name, KnownValue.Origin(owner, context.CancellationToken));
        }
        else if (name is null)
        {
            return;
        }

        if (Served(facade, context, connectors) is not { } served || Finding(call, served, wanted, asked, name, face) is not { } finding || ExpectsRefusal(call))
            return;
        context.ReportDiagnostic(finding);
    }

    private static Diagnostic? Finding(IInvocationOperation call, ServedClasses served, string wanted, IOperation? asked, string? name, string? face)
    {
        if (face is not null)
        {
            if (served.Face(face) is not { Name: { } own } typed)
                return null;
            if (asked is not null && name is not null && !string.Equals(name, own, StringComparison.OrdinalIgnoreCase))
                return Diagnostic.Create(FaceRule, asked.Syntax.GetLocation(), name, face, own);
            return typed.Operations.Contains(wanted) ? null : Lacking(typed.Operations, own);
        }

        if (!served.IsCertainOf(name!))
            return null;
        var supported = served.SupportedFor(name!);
        if (supported.Count == 0)
        {
            var nearest = served.Nearest(name!);

            // A question may have the answer no; but not where it is mistyped.
            if (IsQuestion(wanted) && nearest is null)
                return null;
            return Diagnostic.Create(
                ClassRule,
                asked!.Syntax.GetLocation(),
                served.Connector,
                name,
                nearest is null ? "" : $" (did you mean \"{nearest}\"?)",
                served.Names.Count == 0 ? "none" : string.Join(", ", served.Names.Select(one => $"\"{one}\"")));
        }

        return IsQuestion(wanted) || supported.Contains(wanted) ? null : Lacking(supported, name!);

        Diagnostic Lacking(IReadOnlyCollection<string> operations, string objectClass) => Diagnostic.Create(
            OperationRule,
            NameOf(call).GetLocation(),
            served.Connector,
            wanted,
            objectClass,
            string.Join(", ", operations));
    }

    /// <summary>The operation that a method of a facade needs, as <c>ConnectorOperations</c> names it; null of any other method.</summary>
    private static string? OperationOf(IMethodSymbol method)
    {
        // Names first: this is asked of every call there is.
        var operation = method.Name switch
        {
            "SyncAsync" => "Sync",
            "Sync" => "SynchronousSync",
            "GetLatestSyncTokenAsync" => "LatestSyncToken",
            "SearchAsync" or "SearchPageAsync" or "GetAsync" or "CreateAsync" or "UpdateAsync" or "DeleteAsync" or "AuthenticateAsync" or "ResolveUserNameAsync"
                => method.Name.Substring(0, method.Name.Length - "Async".Length),
            "Supports" => method.Name,
            _ => null,
        };
        return operation is not null && IsOfFacade(method.ContainingType) ? operation : null;
    }

    private static bool IsQuestion(string wanted) => string.Equals(wanted, "Supports", StringComparison.Ordinal);

    // The class is an argument of its own, or of the run.
    private static IOperation? Asked(IInvocationOperation call, CancellationToken cancellation)
    {
        foreach (var argument in call.Arguments)
        {
            if (argument.Parameter is not { Type: var type })
                continue;
            if (type.IsNamed("Sluice", "ObjectClass"))
                return argument.Value;
            if (type.IsNamed("Sluice", "SyncRun"))
                return (KnownValue.Origin(argument.Value, cancellation) as IObjectCreationOperation)?.Arguments.FirstOrDefault(given => given.Parameter?.Type.IsNamed("Sluice", "ObjectClass") == true)?.Value;
        }

        return null;
    }

    // The type of a generated facade says which connector it is of; a value that is held as an interface has it from where it was created.
    // What a connector of another assembly serves is in its private methods, which a reference does not show.
    private static ServedClasses? Served(IOperation facade, OperationAnalysisContext context, ConcurrentDictionary<INamedTypeSymbol, ServedClasses?> connectors)
    {
        if (facade.Type is not INamedTypeSymbol { BaseType: { } type, ContainingType: { } connector } || !type.IsNamed("Sluice.Runtime", "ConnectorFacade") || !SymbolEqualityComparer.Default.Equals(connector.ContainingAssembly, context.Compilation.Assembly))
            return null;

        // A facade that somebody wrote by hand may serve anything.
        if (!facade.Type.GetAttributes().Any(attribute => attribute.AttributeClass is { Name: "GeneratedCodeAttribute" }))
            return null;
        var compilation = context.Compilation;
        var cancellation = context.CancellationToken;
        return connectors.GetOrAdd(connector, one => ServedClasses.Of(one, compilation, cancellation));
    }

    // Whoever asks the facade what it serves, or names the refusal, knows that there may be one.
    private static bool ExpectsRefusal(IInvocationOperation call) => KnownValue.Root(call).Descendants().Any(operation => operation switch
    {
        IInvocationOperation other when other != call && IsOfFacade(other.TargetMethod.ContainingType) && other.TargetMethod.Name is "Supports" => true,
        IPropertyReferenceOperation { Property: { Name: "ObjectClasses" or "Supported", ContainingType: var type } } when IsOfFacade(type) => true,
        IInvocationOperation { TargetMethod: { IsGenericMethod: true } method } => method.TypeArguments.Any(IsRefusal),
        IPropertyReferenceOperation or IObjectCreationOperation => operation.Type is INamedTypeSymbol { TypeArguments: [var argument] } && IsRefusal(argument),
        ICatchClauseOperation clause => IsRefusal(clause.ExceptionType),
        ITypeOfOperation type => IsRefusal(type.TypeOperand),
        IIsTypeOperation test => IsRefusal(test.TypeOperand),
        IPatternOperation pattern => IsRefusal(pattern.NarrowedType),
        _ => false,
    });

    private static bool IsOfFacade(INamedTypeSymbol type)
        => type.IsNamed("Sluice", "IConnectorFacade") || type.IsNamed("Sluice", "ConnectorFacadeExtensions") || type.IsNamed("Sluice", "IObjectClassFacade") || type.IsNamed("Sluice.Runtime", "ConnectorFacade");

    private static bool IsRefusal(ITypeSymbol? type)
        => type is not null && (type.IsNamed("Sluice", "UnsupportedObjectClassException") || type.IsNamed("Sluice", "UnsupportedConnectorOperationException"));

    private static SyntaxNode NameOf(IInvocationOperation call) => call.Syntax switch
    {
        InvocationExpressionSyntax { Expression: MemberAccessExpressionSyntax access } => access.Name,
        InvocationExpressionSyntax { Expression: MemberBindingExpressionSyntax binding } => binding.Name,
        InvocationExpressionSyntax invocation => invocation.Expression,
        var syntax => syntax,
    };
}
