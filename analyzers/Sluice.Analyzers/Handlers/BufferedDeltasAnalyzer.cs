using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Operations;
using Sluice.Analyzers.Flow;
using Sluice.Generators.Model;

namespace Sluice.Analyzers.Handlers;

/// <summary>SLC305: all changes are in memory before the first one is delivered.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class BufferedDeltasAnalyzer : ConnectorBodyAnalyzer
{
    private static readonly DiagnosticDescriptor Rule = LawRule.Create(
        SyncLawIds.Slc305DeltasStream,
        DiagnosticSeverity.Info,
        "'{0}' holds all changes before '{1}' delivers the first one; deliver each as it is read, or answer pages");

    /// <summary>Makes the analyzer.</summary>
    public BufferedDeltasAnalyzer()
        : base(Rule)
    {
    }

    private protected override void Check(ConnectorBody body, Action<Diagnostic> report)
    {
        if (!body.IsOfSync)
            return;
        foreach (var call in body.Own.OfType<IInvocationOperation>())
        {
            if (IsCopyOfAll(call) && IsDelivered(call, body))
                report(Diagnostic.Create(Rule, OperationTree.NameOf(call), call.TargetMethod.Name, body.Function.Name));
        }

        foreach (var declarator in body.Own.OfType<IVariableDeclaratorOperation>())
        {
            if (IsList(declarator.Symbol.Type) && IsFilledAndDelivered(declarator.Symbol, body))
                report(Diagnostic.Create(Rule, Identifier(declarator), declarator.Symbol.Name, body.Function.Name));
        }
    }

    // Of what is in memory already a copy holds no more; of so many, it is a page.
    private static bool IsCopyOfAll(IInvocationOperation call)
    {
        if (call.TargetMethod.Name is not ("ToList" or "ToArray" or "ToListAsync" or "ToArrayAsync" or "ToImmutableArray" or "ToImmutableList") || LoopSyntax.Around(call.Syntax).Any())
            return false;
        var source = OperationTree.Receiver(call);
        while (source is not null)
        {
            source = OperationTree.Core(source);
            if (IsInMemory(source.Type))
                return false;
            if (source is not IInvocationOperation inner)
                return true;
            if (inner.Arguments.Any(static argument => argument.Parameter?.Type.SpecialType == SpecialType.System_Int32) || inner.TargetMethod.Name is "Take" or "TakeWhile" or "Chunk" or "Distinct")
                return false;
            if (OperationTree.Receiver(inner) is not { } next || !IsSequence(next.Type))
                return IsSequence(inner.Type);
            source = next;
        }

        return false;
    }

    private static bool IsSequence(ITypeSymbol? type)
        => type is INamedTypeSymbol { Name: "IEnumerable" or "IAsyncEnumerable" or "IQueryable" or "IOrderedQueryable" or "IOrderedEnumerable" or "IOrderedAsyncEnumerable" or "ConfiguredCancelableAsyncEnumerable" or "ParallelQuery", Arity: 1 }
            || type?.AllInterfaces.Any(static face => face.Name is "IQueryable" && face.Arity == 1) == true;

    private static bool IsInMemory(ITypeSymbol? type)
        => type is IArrayTypeSymbol || type is { SpecialType: SpecialType.System_String } || IsCollection(type) || type?.AllInterfaces.Any(IsCollection) == true;

    private static bool IsCollection(ITypeSymbol? type) => type is { Name: "ICollection" or "IReadOnlyCollection" or "IGrouping" };

    private static bool IsDelivered(IInvocationOperation copy, ConnectorBody body)
    {
        var value = Outermost(copy);
        switch (value.Parent)
        {
            case IForEachLoopOperation each:
                return Delivers(each, body);
            case IReturnOperation { Kind: OperationKind.Return }:
                return body.Deliveries.Count == 0 && ConnectorSymbols.OperationOf(body.Function) == ConnectorOperation.Sync && ConnectorBody.SequenceOf(body.Function.ReturnType) is not null;
            case IVariableInitializerOperation { Parent: IVariableDeclaratorOperation { Symbol: var list } }:
                return body.Own.OfType<IForEachLoopOperation>().Any(each => IsOver(each, list) && Delivers(each, body)) && !IsShortened(list, body);
            default:
                return false;
        }
    }

    private static bool IsFilledAndDelivered(ILocalSymbol list, ConnectorBody body)
    {
        var fills = body.Own.OfType<IInvocationOperation>().Where(call => call.TargetMethod.Name is "Add" or "AddRange" or "Enqueue" or "Insert" && SymbolEqualityComparer.Default.Equals(VariableFacts.SymbolOf(call.Instance ?? call), list)).ToArray();
        if (fills.Length == 0 || fills.Any(static fill => !LoopSyntax.Around(fill.Syntax).Any()) || IsShortened(list, body))
            return false;
        var filling = fills.Select(static fill => LoopSyntax.Around(fill.Syntax).Last()).ToArray();
        // One loop around both is a loop of pages or of groups.
        return body.Own.OfType<IForEachLoopOperation>().Any(each => IsOver(each, list)
            && Delivers(each, body)
            && !LoopSyntax.Around(each.Syntax).Any()
            && filling.All(loop => loop.Span.End <= each.Syntax.SpanStart));
    }

    // Whoever asks how many there are, or empties it, keeps it small.
    private static bool IsShortened(ILocalSymbol list, ConnectorBody body)
        => body.Own.Any(operation => operation switch
        {
            IInvocationOperation { TargetMethod.Name: "Clear" or "RemoveAt" or "Remove" or "RemoveAll" or "RemoveRange" or "Dequeue" } call => SymbolEqualityComparer.Default.Equals(VariableFacts.SymbolOf(call.Instance ?? call), list),
            IPropertyReferenceOperation { Property.Name: "Count" or "Length", Instance: { } instance } property => SymbolEqualityComparer.Default.Equals(VariableFacts.SymbolOf(instance), list) && LoopSyntax.IsIn(property.Syntax),
            ISimpleAssignmentOperation { Target: ILocalReferenceOperation target } => SymbolEqualityComparer.Default.Equals(target.Local, list),
            _ => false,
        });

    private static bool IsOver(IForEachLoopOperation each, ILocalSymbol list) => SymbolEqualityComparer.Default.Equals(VariableFacts.SymbolOf(OperationTree.Core(each.Collection)), list);

    private static bool Delivers(IForEachLoopOperation each, ConnectorBody body) => body.Deliveries.Any(delivery => each.Body.Syntax.Span.Contains(delivery.Syntax.Span));

    private static bool IsList(ITypeSymbol type) => type is INamedTypeSymbol { Name: "List" or "Queue" or "LinkedList", ContainingNamespace.Name: "Generic" };

    private static IOperation Outermost(IOperation value)
    {
        while (value.Parent is IAwaitOperation or IConversionOperation || value.Parent is IArgumentOperation { Parent: IInvocationOperation { TargetMethod.Name: "ToAsyncEnumerable" or "ConfigureAwait" } })
            value = value.Parent is IArgumentOperation argument ? argument.Parent! : value.Parent;
        return value.Parent is IInvocationOperation { TargetMethod.Name: "ConfigureAwait" } configured ? Outermost(configured) : value;
    }

    private static Location Identifier(IVariableDeclaratorOperation declarator)
        => declarator.Syntax is VariableDeclaratorSyntax syntax ? syntax.Identifier.GetLocation() : declarator.Syntax.GetLocation();
}
