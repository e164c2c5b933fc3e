using Microsoft.CodeAnalysis;

namespace Sluice.Analyzers.Flow;

/// <summary>The results handlers and the annotations, resolved once per compilation.</summary>
internal sealed class HandlerSymbols
{
    private static readonly string[] HandlerNames = ["ISyncResultsHandler", "IAsyncSyncResultsHandler"];
    private static readonly string[] TokenHandlerNames = ["ISyncTokenResultsHandler", "IAsyncSyncTokenResultsHandler"];

    private readonly HashSet<ISymbol> _handlers = new(SymbolEqualityComparer.Default);
    private readonly HashSet<ISymbol> _tokenHandlers = new(SymbolEqualityComparer.Default);
    private readonly HashSet<ISymbol> _syncs = new(SymbolEqualityComparer.Default);
    private readonly HashSet<ISymbol> _latests = new(SymbolEqualityComparer.Default);
    private readonly INamedTypeSymbol? _doesNotReturn;

    private HandlerSymbols(Compilation compilation)
    {
        foreach (var arity in new[] { "", "`1" })
        {
            Resolve(compilation, _syncs, "SyncAttribute" + arity);
            Resolve(compilation, _latests, "LatestSyncTokenAttribute" + arity);
            foreach (var name in HandlerNames)
                Resolve(compilation, _handlers, name + arity);
            foreach (var name in TokenHandlerNames)
                Resolve(compilation, _tokenHandlers, name + arity);
        }

        CancellationToken = compilation.GetTypeByMetadataName("System.Threading.CancellationToken");
        _doesNotReturn = compilation.GetTypeByMetadataName("System.Diagnostics.CodeAnalysis.DoesNotReturnAttribute");
    }

    /// <summary>The type whose <c>IsCancellationRequested</c> ends a run early.</summary>
    public INamedTypeSymbol? CancellationToken { get; }

    /// <summary>The symbols, or null where the compilation does not know them.</summary>
    public static HandlerSymbols? Of(Compilation compilation)
    {
        var symbols = new HandlerSymbols(compilation);
        return symbols._handlers.Count + symbols._tokenHandlers.Count > 0 && symbols._syncs.Count > 0 ? symbols : null;
    }

    /// <summary>Whether the type is one of the results handlers.</summary>
    public bool IsHandler(ITypeSymbol? type) => type is not null && (_handlers.Contains(type.OriginalDefinition) || IsTokenHandler(type));

    /// <summary>Whether the type is a results handler that takes a token result.</summary>
    public bool IsTokenHandler(ITypeSymbol? type) => type is not null && _tokenHandlers.Contains(type.OriginalDefinition);

    /// <summary>Whether the method is <c>Handle</c> or <c>HandleAsync</c>.</summary>
    public bool IsHandle(IMethodSymbol method) => method.Name is "Handle" or "HandleAsync" && IsHandler(method.ContainingType);

    /// <summary>Whether the method is <c>HandleResult</c>.</summary>
    public bool IsHandleResult(IMethodSymbol method) => string.Equals(method.Name, "HandleResult", StringComparison.Ordinal) && IsTokenHandler(method.ContainingType);

    /// <summary>The handler of a method that is a handler-shaped sync; null of any other.</summary>
    public IParameterSymbol? HandlerOf(IMethodSymbol method)
        => IsAnnotated(method, _syncs) ? method.Parameters.FirstOrDefault(parameter => parameter.RefKind == RefKind.None && IsHandler(parameter.Type)) : null;

    /// <summary>Whether the type, or one around it, has a handler-shaped sync.</summary>
    public bool HasSync(INamedTypeSymbol? type)
    {
        for (; type is not null; type = type.ContainingType)
        {
            if (type.GetMembers().OfType<IMethodSymbol>().Any(method => HandlerOf(method) is not null))
                return true;
        }

        return false;
    }

    /// <summary>Whether the method is a sync, of whatever shape.</summary>
    public bool IsSync(IMethodSymbol method) => IsAnnotated(method, _syncs);

    /// <summary>Whether the method asks the source for its latest token.</summary>
    public bool IsLatestToken(IMethodSymbol method) => IsAnnotated(method, _latests);

    /// <summary>Whether a call of the method is the end of a path.</summary>
    public bool NeverReturns(IMethodSymbol method)
        => _doesNotReturn is not null && method.GetAttributes().Any(attribute => SymbolEqualityComparer.Default.Equals(attribute.AttributeClass, _doesNotReturn));

    private static void Resolve(Compilation compilation, HashSet<ISymbol> into, string name)
    {
        if (compilation.GetTypeByMetadataName("Sluice." + name) is { } type)
            into.Add(type);
    }

    private static bool IsAnnotated(IMethodSymbol method, HashSet<ISymbol> annotations)
        => method.GetAttributes().Any(attribute => attribute.AttributeClass is { } type && annotations.Contains(type.OriginalDefinition));
}
