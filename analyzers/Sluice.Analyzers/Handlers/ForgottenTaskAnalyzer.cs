using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Operations;
using Sluice.Analyzers.Flow;

namespace Sluice.Analyzers.Handlers;

/// <summary>SLC308: work that nobody can wait for, and work that nobody waits for.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class ForgottenTaskAnalyzer : ConnectorBodyAnalyzer
{
    private static readonly DiagnosticDescriptor Void = LawRule.Create(
        SyncLawIds.Slc308OperationIsAwaited,
        DiagnosticSeverity.Warning,
        "{0} is async void: nobody can wait for it, and an exception in it ends the process; answer a Task");

    private static readonly DiagnosticDescriptor Forgotten = LawRule.Create(
        SyncLawIds.Slc308OperationIsAwaited,
        DiagnosticSeverity.Warning,
        "Nobody awaits '{0}', so its errors vanish and it goes on after '{1}' returned; await it, or write '_ =' where that is meant");

    /// <summary>Makes the analyzer.</summary>
    public ForgottenTaskAnalyzer()
        : base(Void, Forgotten)
    {
    }

    private protected override void Check(ConnectorBody body, Action<Diagnostic> report)
    {
        if (body.Function is { IsAsync: true, ReturnsVoid: true } && !IsEventHandler(body.Function) && ReturnType(body.Function) is { } answer)
            report(Diagnostic.Create(Void, answer.GetLocation(), $"'{body.Function.Name}'"));
        if (!SymbolEqualityComparer.Default.Equals(body.Member, body.Function))
            return;
        foreach (var operation in body.Root.Descendants())
        {
            if (operation is IAnonymousFunctionOperation { Symbol: { IsAsync: true, ReturnsVoid: true } lambda, Syntax: AnonymousFunctionExpressionSyntax syntax } && !IsEventHandler(lambda) && !IsOfEvent(operation))
                report(Diagnostic.Create(Void, syntax.AsyncKeyword.GetLocation(), "This lambda"));
            else if (operation is IExpressionStatementOperation statement && Call(statement.Operation) is { } call && IsForgotten(call, body))
                report(Diagnostic.Create(Forgotten, OperationTree.NameOf(call), call.TargetMethod.Name, body.Member.Name));
        }
    }

    // What the caller sees of a generic method may be a task by accident: `GetOrAdd(key, task)`.
    private static bool IsForgotten(IInvocationOperation call, ConnectorBody body)
        => body.Member.MethodKind is MethodKind.Ordinary or MethodKind.ExplicitInterfaceImplementation
            && !ConnectorSymbols.IsDisposal(body.Member)
            && ConnectorSymbols.IsTask(call.TargetMethod.OriginalDefinition.ReturnType)
            && call.TargetMethod.Name is not ("ContinueWith" or "FromResult")
            // SLC303 says more about these.
            && !body.Symbols.Handlers.IsHandle(call.TargetMethod)
            && !(HandlerUse.IsTaskStart(call.TargetMethod) && HandlerUse.IsGiven(call.Arguments, body.Symbols.Handlers));

    private static IInvocationOperation? Call(IOperation statement) => statement switch
    {
        IConditionalAccessOperation access => Call(access.WhenNotNull),
        IInvocationOperation { TargetMethod.Name: "ConfigureAwait", Instance: IInvocationOperation inner } => inner,
        IInvocationOperation call => call,
        _ => null,
    };

    private static bool IsEventHandler(IMethodSymbol method)
        => method.Parameters is [{ Type.SpecialType: SpecialType.System_Object }, { Type: var arguments }] && arguments.Name.EndsWith("EventArgs", StringComparison.Ordinal);

    private static bool IsOfEvent(IOperation lambda) => lambda.Parent is IDelegateCreationOperation { Parent: IEventAssignmentOperation };

    private static SyntaxNode? ReturnType(IMethodSymbol method) => method.DeclaringSyntaxReferences.FirstOrDefault()?.GetSyntax() switch
    {
        MethodDeclarationSyntax declaration => declaration.ReturnType,
        LocalFunctionStatementSyntax declaration => declaration.ReturnType,
        _ => null,
    };
}
