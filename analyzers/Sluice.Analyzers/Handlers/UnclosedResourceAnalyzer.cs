using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Operations;
using Sluice.Analyzers.Flow;

namespace Sluice.Analyzers.Handlers;

/// <summary>SLC309: what is opened before a delivery stays open when nobody comes back for the rest.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class UnclosedResourceAnalyzer : ConnectorBodyAnalyzer
{
    private static readonly DiagnosticDescriptor Rule = LawRule.Create(
        SyncLawIds.Slc309IteratorCloses,
        DiagnosticSeverity.Info,
        "'{0}' stays open when the run ends while '{1}' delivers; declare it with {2}");

    private static readonly string[] Openers = ["Open", "Create", "Begin", "Connect", "Execute", "Start", "Acquire", "Rent", "GetEnumerator", "GetAsyncEnumerator", "GetStream", "GetResponse"];

    /// <summary>Makes the analyzer.</summary>
    public UnclosedResourceAnalyzer()
        : base(Rule)
    {
    }

    private protected override void Check(ConnectorBody body, Action<Diagnostic> report)
    {
        if (body.Deliveries.Count == 0)
            return;
        foreach (var declarator in body.Own.OfType<IVariableDeclaratorOperation>())
        {
            if (declarator is { Initializer.Value: { } value, Syntax: VariableDeclaratorSyntax syntax }
                && !IsUsing(declarator)
                && DisposalOf(declarator.Symbol.Type, body.Function.IsAsync) is { } keyword
                && IsOpened(OperationTree.Core(value))
                && body.Deliveries.Any(delivery => Scope(syntax).Contains(delivery.Syntax.Span) && delivery.Syntax.SpanStart > syntax.Span.End)
                && !IsClosedOrPassedOn(declarator.Symbol, body))
            {
                report(Diagnostic.Create(Rule, syntax.Identifier.GetLocation(), declarator.Symbol.Name, body.Function.Name, keyword));
            }
        }
    }

    private static bool IsUsing(IVariableDeclaratorOperation declarator) => OperationTree.Around<IUsingDeclarationOperation>(declarator) is not null
        || OperationTree.Around<IUsingOperation>(declarator) is { Resources: { } resources } && resources.Syntax.Span.Contains(declarator.Syntax.Span);

    // The block that the variable lives in.
    private static Microsoft.CodeAnalysis.Text.TextSpan Scope(SyntaxNode declarator)
        => declarator.FirstAncestorOrSelf<StatementSyntax>()?.Parent?.Span ?? default;

    private static string? DisposalOf(ITypeSymbol type, bool isAsync)
    {
        // Nothing is open in these, or they are shared.
        if (type.Name is "Task" or "MemoryStream" or "StringReader" or "StringWriter" or "HttpClient" or "DataTable" or "DataSet" || type.IsRefLikeType)
            return null;
        var (now, later) = (Is(type, "IDisposable"), Is(type, "IAsyncDisposable"));
        return later && (isAsync || !now) ? "await using" : now ? "using" : null;
    }

    private static bool Is(ITypeSymbol type, string disposable)
        => IsSystem(type, disposable) || type.AllInterfaces.Any(face => IsSystem(face, disposable));

    private static bool IsSystem(ITypeSymbol type, string name) => type is { ContainingNamespace.Name: "System" } && string.Equals(type.Name, name, StringComparison.Ordinal);

    // What a `Get` answers may be somebody else's.
    private static bool IsOpened(IOperation value) => value switch
    {
        IObjectCreationOperation => true,
        IInvocationOperation { TargetMethod.Name: var name } => Array.Exists(Openers, opener => name.StartsWith(opener, StringComparison.Ordinal)),
        _ => false,
    };

    private static bool IsClosedOrPassedOn(ILocalSymbol local, ConnectorBody body)
        => body.Root.Descendants().Any(part => part is ILocalReferenceOperation reference && SymbolEqualityComparer.Default.Equals(reference.Local, local) && IsClosingOrPassingOn(reference, body));

    private static bool IsClosingOrPassingOn(ILocalReferenceOperation reference, ConnectorBody body)
    {
        // In a lambda anything may be done with it.
        if (OperationTree.Around<IAnonymousFunctionOperation>(reference, body.Root) is not null || OperationTree.Around<ILocalFunctionOperation>(reference, body.Root) is not null)
            return true;
        IOperation value = reference;
        while (value.Parent is IConversionOperation or IAwaitOperation or IConditionalAccessOperation)
            value = value.Parent;
        return value.Parent switch
        {
            IArgumentOperation or IReturnOperation or IAssignmentOperation or IUsingOperation or IVariableInitializerOperation or IArrayInitializerOperation or ICollectionExpressionOperation or ITupleOperation => true,
            IInvocationOperation { TargetMethod.Name: "ConfigureAwait" } => true,
            _ => IsInFinally(reference),
        };
    }

    private static bool IsInFinally(IOperation reference)
    {
        for (var at = reference; at.Parent is { } parent; at = parent)
        {
            if (parent is ITryOperation { Finally: { } last } && last == at)
                return true;
        }

        return false;
    }
}
