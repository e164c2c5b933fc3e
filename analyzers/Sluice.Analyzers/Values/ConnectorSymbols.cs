using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;
using Sluice.Analyzers.Flow;
using Sluice.Generators.Parsing;

namespace Sluice.Analyzers.Values;

/// <summary>What the rules about values ask of symbols.</summary>
internal sealed class ConnectorSymbols
{
    private readonly HandlerSymbols _handlers;

    private ConnectorSymbols(HandlerSymbols handlers) => _handlers = handlers;

    /// <summary>The symbols, or null where the compilation does not know them.</summary>
    public static ConnectorSymbols? Of(Compilation compilation) => HandlerSymbols.Of(compilation) is { } handlers ? new(handlers) : null;

    /// <summary>Whether the type is a connector, or a base of connectors.</summary>
    public bool IsConnector(INamedTypeSymbol type)
        => type.TypeKind == TypeKind.Class
            && (type.GetAttributes().Any(static attribute => attribute.IsAnnotation("ConnectorAttribute")) || type.GetMembers().OfType<IMethodSymbol>().Any(method => IsSync(method) || IsLatestToken(method)));

    /// <summary>Whether the type is its own token codec.</summary>
    public static bool IsCodec(INamedTypeSymbol type)
        => type.AllInterfaces.Any(static face => face.IsNamed("Sluice", "ISyncTokenCodec"));

    /// <summary>Whether the type is the configuration of a connector.</summary>
    public static bool IsConfiguration(ITypeSymbol? type)
        => type is INamedTypeSymbol && (type.GetAttributes().Any(static attribute => attribute.IsAnnotation("ConnectorConfigurationAttribute")) || type.AllInterfaces.Any(static face => face.IsNamed("Sluice", "IConnectorConfiguration")));

    /// <summary>Whether the method has <c>[Sync]</c>.</summary>
    public bool IsSync(IMethodSymbol method) => _handlers.IsSync(method);

    /// <summary>Whether the method has <c>[LatestSyncToken]</c>.</summary>
    public bool IsLatestToken(IMethodSymbol method) => _handlers.IsLatestToken(method);

    /// <summary>Whether the facade calls the method: its arguments are not the connector's.</summary>
    public static bool IsOperation(IMethodSymbol method)
        => method.GetAttributes().Any(static attribute => OperationDeclaration.KindOf(attribute.AttributeClass) is not null);

    /// <summary>Whether the call hands over a delta to the handler.</summary>
    public bool IsHandle(IMethodSymbol method) => _handlers.IsHandle(method);

    /// <summary>The position that a sync starts from; null of any other method.</summary>
    public IParameterSymbol? InputOf(IMethodSymbol method)
    {
        if (!IsSync(method))
            return null;
        var tokens = method.Parameters.Where(static parameter => parameter.RefKind == RefKind.None && TokenTypes.Find(parameter.Type) is not null).ToImmutableArray();
        return tokens.FirstOrDefault(static parameter => TokenTypes.Find(parameter.Type)!.AllowsNull) ?? tokens.FirstOrDefault();
    }

    /// <summary>Whether the operation reads the position that a sync starts from.</summary>
    public bool IsInput(IOperation operation)
        => operation is IParameterReferenceOperation { Parameter: { ContainingSymbol: IMethodSymbol method } parameter } && SymbolEqualityComparer.Default.Equals(InputOf(method), parameter);

    /// <summary>The token that an operation hands over, where it does.</summary>
    public TokenPlace? TokenOf(IOperation operation, IMethodSymbol method) => operation switch
    {
        IInvocationOperation { TargetMethod: { Name: "Create" or "CreateOrUpdate" or "Update" or "Delete", ContainingType: { Name: "SyncDelta", Arity: 0 } } } call
            when IsSluice(call.TargetMethod.ContainingType) => Place(TokenPlaceKind.Delta, Argument(call.Arguments, "token"), method),
        IInvocationOperation { TargetMethod: { Name: "Checkpoint", ContainingType: { Name: "SyncEvent", Arity: 0 } } } call
            when IsSluice(call.TargetMethod.ContainingType) => Place(TokenPlaceKind.Checkpoint, Argument(call.Arguments, "token"), method),
        IInvocationOperation call when _handlers.IsHandleResult(call.TargetMethod) => Place(TokenPlaceKind.Final, Argument(call.Arguments, "token"), method),
        IObjectCreationOperation { Type: INamedTypeSymbol { Name: "SyncPage" } type } creation when IsSluice(type) => Place(TokenPlaceKind.Final, Argument(creation.Arguments, "next"), method),
        IReturnOperation { Kind: OperationKind.Return, ReturnedValue: { } value } when IsLatestToken(method) => new(TokenPlaceKind.Latest, value, operation, method),
        _ => null,
    };

    /// <summary>Whether the type is one of Sluice's own.</summary>
    public static bool IsSluice(ITypeSymbol type) => type.ContainingNamespace is { Name: "Sluice", ContainingNamespace.IsGlobalNamespace: true };

    private static IOperation? Argument(ImmutableArray<IArgumentOperation> arguments, string name)
        => arguments.FirstOrDefault(argument => argument.ArgumentKind == ArgumentKind.Explicit && string.Equals(argument.Parameter?.Name, name, StringComparison.Ordinal))?.Value;

    private static TokenPlace? Place(TokenPlaceKind kind, IOperation? value, IMethodSymbol method)
        => value is { Parent: IArgumentOperation { Parent: { } place } } ? new(kind, value, place, method) : null;
}
