using Microsoft.CodeAnalysis;
using Sluice.Generators.Model;

namespace Sluice.Generators.Parsing;

/// <summary>A method with one of its operation attributes.</summary>
/// <param name="Method">The method.</param>
/// <param name="Attribute">The attribute.</param>
/// <param name="Kind">The operation that the attribute stands for.</param>
/// <param name="Order">Its place among all of the connector.</param>
internal sealed record OperationDeclaration(IMethodSymbol Method, AttributeData Attribute, ConnectorOperation Kind, int Order)
{
    /// <summary>The annotated type, for typed attributes.</summary>
    public INamedTypeSymbol? Target => Attribute.AttributeClass is { TypeArguments: [INamedTypeSymbol target] } ? target : null;

    /// <summary>Whether the operation is one of the connector as a whole.</summary>
    public bool IsOfConnector => Kind is ConnectorOperation.TestConnection or ConnectorOperation.Schema or ConnectorOperation.ObjectClassSource;

    /// <summary>The object class names, for untyped attributes; none where they are known at run time only.</summary>
    public IReadOnlyList<string> ObjectClasses => Attribute.ConstructorArguments is [{ Kind: TypedConstantKind.Array, IsNull: false } names]
        ? [.. names.Values.Select(name => name.Value as string ?? "")]
        : [];

    /// <summary>The attribute as its author writes it.</summary>
    public string Text
    {
        get
        {
            var name = $"{Kind}";
            if (Target is not null)
                return $"[{name}<{Target.ShortName}>]";
            return ObjectClasses.Count == 0 ? $"[{name}]" : $"[{name}({string.Join(", ", ObjectClasses.Select(one => $"\"{one}\""))})]";
        }
    }

    /// <summary>Where findings about the method go.</summary>
    public Location Place => Method.SourceLocation ?? Attribute.WrittenAt ?? Location.None;

    /// <summary>The operation that an attribute class stands for, or null.</summary>
    public static ConnectorOperation? KindOf(INamedTypeSymbol? attribute) => attribute is { ContainingType: null, Arity: 0 or 1 } && attribute.ContainingNamespace is { Name: "Sluice", ContainingNamespace.IsGlobalNamespace: true }
        ? attribute.Name switch
        {
            "SyncAttribute" => ConnectorOperation.Sync,
            "LatestSyncTokenAttribute" => ConnectorOperation.LatestSyncToken,
            "SearchAttribute" => ConnectorOperation.Search,
            "GetAttribute" => ConnectorOperation.Get,
            "CreateAttribute" => ConnectorOperation.Create,
            "UpdateAttribute" => ConnectorOperation.Update,
            "DeleteAttribute" => ConnectorOperation.Delete,
            "AuthenticateAttribute" => ConnectorOperation.Authenticate,
            "ResolveUserNameAttribute" => ConnectorOperation.ResolveUserName,
            "TestConnectionAttribute" => ConnectorOperation.TestConnection,
            "SchemaAttribute" => ConnectorOperation.Schema,
            "ObjectClassSourceAttribute" => ConnectorOperation.ObjectClassSource,
            _ => null,
        }
        : null;

    /// <summary>The operation methods of a connector, base classes first; an override stands in for what it overrides, and a hiding method for what it hides.</summary>
    public static List<OperationDeclaration> Of(INamedTypeSymbol connector)
    {
        var methods = new List<IMethodSymbol>();
        foreach (var level in connector.BasesAndSelf)
        {
            foreach (var method in level.GetMembers().OfType<IMethodSymbol>().InDeclaredOrder())
            {
                var replaced = methods.FindIndex(other => IsReplaced(other, method));
                if (replaced >= 0)
                    methods[replaced] = method;
                else if (AttributesOf(method).Any(attribute => KindOf(attribute.AttributeClass) is not null))
                    methods.Add(method);
            }
        }

        var declarations = new List<OperationDeclaration>();
        foreach (var method in methods)
        {
            foreach (var attribute in AttributesOf(method))
            {
                if (KindOf(attribute.AttributeClass) is { } kind)
                    declarations.Add(new(method, attribute, kind, declarations.Count));
            }
        }

        return declarations;
    }

    // Operation attributes are inherited by overrides, but the compiler's model does not say so.
    private static IEnumerable<AttributeData> AttributesOf(IMethodSymbol method)
    {
        var seen = new HashSet<INamedTypeSymbol>(SymbolEqualityComparer.Default);
        for (var current = method; current is not null; current = current.OverriddenMethod)
        {
            foreach (var attribute in current.GetAttributes().Where(attribute => attribute.AttributeClass is { } type && !seen.Contains(type)))
                yield return attribute;
            seen.UnionWith(current.GetAttributes().Select(attribute => attribute.AttributeClass).OfType<INamedTypeSymbol>());
        }
    }

    private static bool IsReplaced(IMethodSymbol known, IMethodSymbol method)
        => !SymbolEqualityComparer.Default.Equals(known.ContainingType, method.ContainingType)
            && string.Equals(known.Name, method.Name, StringComparison.Ordinal)
            && known.Arity == method.Arity
            && known.DeclaredAccessibility != Accessibility.Private
            && known.Parameters.Select(parameter => parameter.Type).SequenceEqual(method.Parameters.Select(parameter => parameter.Type), SymbolEqualityComparer.Default);
}
