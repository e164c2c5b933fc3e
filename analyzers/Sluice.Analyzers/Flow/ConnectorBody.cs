using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Operations;
using Sluice.Generators.Model;

namespace Sluice.Analyzers.Flow;

/// <summary>The body of a connector's method, or of a local function in it, without what is nested in it.</summary>
internal sealed class ConnectorBody
{
    private ConnectorBody(ConnectorSymbols symbols, IMethodSymbol member, IMethodSymbol function, IOperation root)
    {
        Symbols = symbols;
        Member = member;
        Function = function;
        Root = root;
        Own = [.. OperationTree.Own(root)];
        Deliveries = [.. Own.Where(IsDelivery)];
    }

    public ConnectorSymbols Symbols { get; }

    /// <summary>The method of the type.</summary>
    public IMethodSymbol Member { get; }

    /// <summary>The member itself, or a local function of it.</summary>
    public IMethodSymbol Function { get; }

    public IOperation Root { get; }

    /// <summary>All operations, but for those in lambdas and local functions.</summary>
    public IReadOnlyList<IOperation> Own { get; }

    /// <summary>Where deltas, or objects of a search, leave the connector: what is yielded, and calls of the handler.</summary>
    public IReadOnlyList<IOperation> Deliveries { get; }

    /// <summary>Whether the body answers deltas, or is given a handler for them.</summary>
    public bool IsOfSync => SequenceOf(Function.ReturnType) is { } item && ConnectorSymbols.IsDelta(item) || Function.Parameters.Any(parameter => Symbols.Handlers.IsHandler(parameter.Type));

    /// <summary>The bodies of a method, that of its local functions included.</summary>
    public static IEnumerable<ConnectorBody> Of(OperationBlockAnalysisContext context, ConnectorSymbols symbols)
    {
        if (context.OwningSymbol is not IMethodSymbol member || context.OperationBlocks.OfType<IBlockOperation>().FirstOrDefault() is not { } root)
            yield break;
        yield return new(symbols, member, member, root);
        foreach (var function in root.Descendants().OfType<ILocalFunctionOperation>())
        {
            if (function.Body is { } body)
                yield return new(symbols, member, function.Symbol, body);
        }
    }

    /// <summary>The type of the items of a sequence, synchronous or not.</summary>
    public static ITypeSymbol? SequenceOf(ITypeSymbol? type)
        => type is INamedTypeSymbol { Name: "IEnumerable" or "IAsyncEnumerable", TypeArguments: [var item] } ? item : null;

    // A helper that yields something else is one step before the delivery; what it does is not decided here.
    private bool IsDelivery(IOperation operation) => operation switch
    {
        IReturnOperation { Kind: OperationKind.YieldReturn } => IsOfSync
            || (SymbolEqualityComparer.Default.Equals(Member, Function) && ConnectorSymbols.OperationOf(Member) is ConnectorOperation.Sync or ConnectorOperation.Search),
        IInvocationOperation call => Symbols.Handlers.IsHandle(call.TargetMethod),
        _ => false,
    };
}
