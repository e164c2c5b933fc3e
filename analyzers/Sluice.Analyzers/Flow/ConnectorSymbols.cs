using System.Collections.Concurrent;
using Microsoft.CodeAnalysis;
using Sluice.Analyzers.Shape;
using Sluice.Generators.Model;
using Sluice.Generators.Parsing;

namespace Sluice.Analyzers.Flow;

/// <summary>Connectors and what their operations deal in, resolved once per compilation.</summary>
internal sealed class ConnectorSymbols
{
    private readonly ConcurrentDictionary<INamedTypeSymbol, bool> _connectors = new(SymbolEqualityComparer.Default);
    private readonly INamedTypeSymbol _annotation;

    private ConnectorSymbols(INamedTypeSymbol annotation, HandlerSymbols handlers, Compilation compilation)
    {
        _annotation = annotation;
        Handlers = handlers;
        Exception = compilation.GetTypeByMetadataName("System.Exception");
    }

    /// <summary>The results handlers.</summary>
    public HandlerSymbols Handlers { get; }

    /// <summary>What every exception is.</summary>
    public INamedTypeSymbol? Exception { get; }

    /// <summary>The symbols, or null where the compilation does not know them.</summary>
    public static ConnectorSymbols? Of(Compilation compilation)
        => compilation.GetTypeByMetadataName(ConnectorParser.AttributeName) is { } annotation && HandlerSymbols.Of(compilation) is { } handlers
            ? new(annotation, handlers, compilation)
            : null;

    /// <summary>Whether the type, or one around it, is a connector or the base class of one: it has operations.</summary>
    public bool IsConnector(INamedTypeSymbol? type)
    {
        for (; type is not null; type = type.ContainingType)
        {
            if (_connectors.GetOrAdd(type.OriginalDefinition, candidate => candidate.HasAnnotation(_annotation) || candidate.GetMembers().OfType<IMethodSymbol>().Any(method => OperationOf(method) is not null)))
                return true;
        }

        return false;
    }

    /// <summary>The operation that a method serves; an override serves that of what it overrides.</summary>
    public static ConnectorOperation? OperationOf(IMethodSymbol method)
    {
        for (var current = method; current is not null; current = current.OverriddenMethod)
        {
            foreach (var attribute in current.GetAttributes())
            {
                if (OperationDeclaration.KindOf(attribute.AttributeClass) is { } kind)
                    return kind;
            }
        }

        return null;
    }

    /// <summary>Whether the type is a delta, or what a sync may yield instead of one.</summary>
    public static bool IsDelta(ITypeSymbol? type)
        => type is { Name: "SyncDelta" or "SyncEvent", ContainingNamespace: { Name: "Sluice", ContainingNamespace.IsGlobalNamespace: true } };

    /// <summary>Whether the type is a page of deltas.</summary>
    public static bool IsPage(ITypeSymbol? type)
        => type is { Name: "SyncPage", ContainingNamespace: { Name: "Sluice", ContainingNamespace.IsGlobalNamespace: true } };

    /// <summary>Whether the type is a task, with or without a value.</summary>
    public static bool IsTask(ITypeSymbol? type)
        => type is { Name: "Task" or "ValueTask" or "ConfiguredTaskAwaitable" or "ConfiguredValueTaskAwaitable", ContainingNamespace: { Name: "Tasks" or "CompilerServices", ContainingNamespace: { Name: "Threading" or "Runtime", ContainingNamespace.Name: "System" } } };

    /// <summary>Whether the type is an asynchronous sequence.</summary>
    public static bool IsAsyncSequence(ITypeSymbol? type)
        => type is { Name: "IAsyncEnumerable" or "ConfiguredCancelableAsyncEnumerable", ContainingNamespace.Name: "Generic" or "CompilerServices" };

    /// <summary>Whether the type is the one that a run is cancelled with.</summary>
    public bool IsCancellation(ITypeSymbol? type) => type is not null && SymbolEqualityComparer.Default.Equals(type, Handlers.CancellationToken);

    /// <summary>Whether the method ends something's life: what happens there is not part of an operation.</summary>
    public static bool IsDisposal(IMethodSymbol method)
        => method.MethodKind == MethodKind.Destructor || method.Name.EndsWith("Dispose", StringComparison.Ordinal) || method.Name.EndsWith("DisposeAsync", StringComparison.Ordinal) || method.Name.EndsWith("DisposeAsyncCore", StringComparison.Ordinal);
}
