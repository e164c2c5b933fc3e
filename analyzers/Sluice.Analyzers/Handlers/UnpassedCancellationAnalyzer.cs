using System.Collections.Concurrent;
using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Operations;
using Sluice.Analyzers.Flow;

namespace Sluice.Analyzers.Handlers;

/// <summary>SLC306: the run's cancellation does not reach a call that would take it.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class UnpassedCancellationAnalyzer : DiagnosticAnalyzer
{
    /// <summary>What the code fix needs to know: the token that is at hand.</summary>
    internal const string Token = nameof(Token);

    /// <summary>What the code fix needs to know: the parameter that takes it; nothing where a sequence is read.</summary>
    internal const string Parameter = nameof(Parameter);

    /// <summary>What the code fix needs to know: set where the parameter does not follow the arguments that are there.</summary>
    internal const string Named = nameof(Named);

    private static readonly DiagnosticDescriptor Call = LawRule.Create(
        SyncLawIds.Slc306CancellationReachesSource,
        DiagnosticSeverity.Warning,
        "'{0}' would take a CancellationToken and goes on without it after the run was cancelled; pass '{1}' on");

    private static readonly DiagnosticDescriptor Sequence = LawRule.Create(
        SyncLawIds.Slc306CancellationReachesSource,
        DiagnosticSeverity.Warning,
        "'{0}' is read without a CancellationToken, so a cancelled run waits for its next item; add WithCancellation({1})");

    private static readonly DiagnosticDescriptor Method = LawRule.Create(
        SyncLawIds.Slc306CancellationReachesSource,
        DiagnosticSeverity.Warning,
        "'{0}' has no CancellationToken for '{1}', so it goes on after the run was cancelled; give it a CancellationToken parameter and pass it on");

    /// <inheritdoc/>
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } = [Call, Sequence, Method];

    /// <inheritdoc/>
    public override void Initialize(AnalysisContext context)
    {
        context.ConfigureGeneratedCodeAnalysis(GeneratedCodeAnalysisFlags.None);
        context.EnableConcurrentExecution();
        context.RegisterCompilationStartAction(static start =>
        {
            if (ConnectorSymbols.Of(start.Compilation) is not { Handlers.CancellationToken: not null } symbols)
                return;
            start.RegisterSymbolStartAction(
                type =>
                {
                    if (symbols.IsConnector((INamedTypeSymbol)type.Symbol))
                        AnalyzeType(type, symbols);
                },
                SymbolKind.NamedType);
        });
    }

    private static void AnalyzeType(SymbolStartAnalysisContext type, ConnectorSymbols symbols)
    {
        // Methods without a token, with the first call in them that would take one; and who calls what.
        var lacking = new ConcurrentDictionary<IMethodSymbol, string>(SymbolEqualityComparer.Default);
        var calls = new ConcurrentBag<(IMethodSymbol From, IMethodSymbol To, bool HasToken)>();
        type.RegisterOperationBlockAction(block =>
        {
            if (block.OwningSymbol is not IMethodSymbol { MethodKind: MethodKind.Ordinary or MethodKind.ExplicitInterfaceImplementation } method
                || ConnectorSymbols.IsDisposal(method)
                || block.OperationBlocks.OfType<IBlockOperation>().FirstOrDefault() is not { } root)
            {
                return;
            }

            foreach (var operation in root.Descendants())
            {
                var found = operation switch
                {
                    IInvocationOperation call => OfCall(call, symbols),
                    IForEachLoopOperation { IsAsynchronous: true } each => OfSequence(each, symbols),
                    _ => null,
                };
                if (operation is IInvocationOperation { TargetMethod: { MethodKind: MethodKind.Ordinary } target })
                    calls.Add((method, target.OriginalDefinition, TokenAt(operation, method, symbols) is not null));
                if (found is not { } slot || IsClosing(operation, root))
                    continue;
                if (TokenAt(operation, method, symbols) is { } token)
                    block.ReportDiagnostic(Report(slot, token));
                else if (!HasToken(operation, method, symbols))
                    lacking.TryAdd(method, slot.Name);
            }
        });
        type.RegisterSymbolEndAction(end => ReportMethods(end, lacking, calls));
    }

    // An operation, and what an operation calls: there the run's token can be had.
    private static void ReportMethods(SymbolAnalysisContext end, ConcurrentDictionary<IMethodSymbol, string> lacking, ConcurrentBag<(IMethodSymbol From, IMethodSymbol To, bool HasToken)> calls)
    {
        var reached = new HashSet<IMethodSymbol>(lacking.Keys.Where(static method => ConnectorSymbols.OperationOf(method) is not null), SymbolEqualityComparer.Default);
        reached.UnionWith(calls.Where(static call => call.HasToken).Select(static call => call.To));
        for (var count = -1; count != reached.Count;)
        {
            count = reached.Count;
            reached.UnionWith(calls.Where(call => reached.Contains(call.From)).Select(static call => call.To).ToArray());
        }

        foreach (var pair in lacking.Where(pair => reached.Contains(pair.Key)))
        {
            if (pair.Key is { IsOverride: false, ExplicitInterfaceImplementations.IsEmpty: true } && !IsOfInterface(pair.Key) && pair.Key.Locations.FirstOrDefault(static location => location.IsInSource) is { } place)
                end.ReportDiagnostic(Diagnostic.Create(Method, place, pair.Key.Name, pair.Value));
        }
    }

    // Its parameters are somebody else's.
    private static bool IsOfInterface(IMethodSymbol method)
        => method.ContainingType.AllInterfaces.Any(face => face.GetMembers(method.Name).Any(member => SymbolEqualityComparer.Default.Equals(method.ContainingType.FindImplementationForInterfaceMember(member), method)));

    private static Diagnostic Report(Slot slot, string token) => Diagnostic.Create(
        slot.Parameter is null ? Sequence : Call,
        slot.Place,
        ImmutableDictionary<string, string?>.Empty.Add(Token, token).Add(Parameter, slot.Parameter).Add(Named, slot.IsNamed ? Named : null),
        slot.Name,
        token);

    private static Slot? OfCall(IInvocationOperation call, ConnectorSymbols symbols)
    {
        if (CancellationSlot.Of(call, symbols) is not { } parameter)
            return null;
        // A sequence that is not read here may get its token from whoever reads it.
        if (ConnectorSymbols.IsAsyncSequence(call.Type) && !IsReadHere(call))
            return null;
        // Another default before it, or an argument that has its name: then this one needs its own.
        var isNamed = call.Arguments.Any(argument => argument.ArgumentKind == ArgumentKind.DefaultValue && !symbols.IsCancellation(argument.Parameter?.Type)
            || argument.Syntax is ArgumentSyntax { NameColon: not null });
        return new(OperationTree.NameOf(call), call.TargetMethod.Name, parameter, isNamed);
    }

    private static Slot? OfSequence(IForEachLoopOperation each, ConnectorSymbols symbols)
    {
        var source = OperationTree.Core(each.Collection);
        if (!CancellationSlot.IsUnread(each.Collection, symbols) || source is IInvocationOperation call && CancellationSlot.Of(call, symbols) is not null)
            return null;
        var written = each.Collection.Syntax;
        return new(written.GetLocation(), source is IInvocationOperation { TargetMethod.Name: var name } ? name : written.ToString(), null, IsNamed: false);
    }

    private static bool IsReadHere(IInvocationOperation sequence)
    {
        IOperation value = sequence;
        while (value.Parent is IConversionOperation || value.Parent is IArgumentOperation { Parent: IInvocationOperation { TargetMethod.Name: "ConfigureAwait" } })
            value = value.Parent is IArgumentOperation argument ? argument.Parent! : value.Parent;
        return value.Parent is IForEachLoopOperation { IsAsynchronous: true };
    }

    // Rolling back and closing are done however the run ended.
    private static bool IsClosing(IOperation operation, IOperation root)
    {
        for (var at = operation; at.Parent is { } parent && at != root; at = parent)
        {
            if (parent is ICatchClauseOperation || parent is ITryOperation { Finally: { } last } && last == at)
                return true;
        }

        return false;
    }

    // The token of the innermost function that has one and can be seen from here.
    private static string? TokenAt(IOperation operation, IMethodSymbol method, ConnectorSymbols symbols)
    {
        foreach (var function in Functions(operation, method))
        {
            var tokens = function.Parameters.Where(parameter => symbols.IsCancellation(parameter.Type)).ToArray();
            if (tokens.Length > 0)
                return tokens is [{ Name: not "_" } token] && token.RefKind == RefKind.None ? token.Name : null;
            if (function.IsStatic && function.MethodKind != MethodKind.Ordinary)
                return null;
        }

        return null;
    }

    // A token that is hidden or not to be told from another is a token nevertheless; so is one in a local.
    private static bool HasToken(IOperation operation, IMethodSymbol method, ConnectorSymbols symbols)
        => Functions(operation, method).Any(function => function.Parameters.Any(parameter => symbols.IsCancellation(parameter.Type) || HoldsToken(parameter.Type, symbols)))
            || operation.SemanticModel is { } model && model.LookupSymbols(operation.Syntax.SpanStart).Any(symbol => symbol is ILocalSymbol { Type: var type } && symbols.IsCancellation(type));

    private static bool HoldsToken(ITypeSymbol type, ConnectorSymbols symbols)
        => type.GetMembers().OfType<IPropertySymbol>().Any(property => symbols.IsCancellation(property.Type));

    private static IEnumerable<IMethodSymbol> Functions(IOperation operation, IMethodSymbol method)
    {
        for (var at = operation.Parent; at is not null; at = at.Parent)
        {
            if (at is IAnonymousFunctionOperation lambda)
                yield return lambda.Symbol;
            else if (at is ILocalFunctionOperation local)
                yield return local.Symbol;
        }

        yield return method;
    }

    private readonly record struct Slot(Location Place, string Name, string? Parameter, bool IsNamed);
}
