using System.Collections.Immutable;
using Microsoft.CodeAnalysis;

namespace Sluice.Generators.Infrastructure;

/// <summary>Where a type is declared: enough to write another part of it.</summary>
/// <param name="Namespace">As written in code, keywords escaped; empty for the global namespace.</param>
/// <param name="MetadataName">The full metadata name, <c>Ns.Outer`1+Inner</c>.</param>
/// <param name="Types">From the outermost containing type to the type itself.</param>
internal sealed record TypeHierarchy(string Namespace, string MetadataName, EquatableArray<TypeDeclaration> Types)
{
    private static readonly SymbolDisplayFormat NamespaceFormat = SymbolDisplayFormat.FullyQualifiedFormat
        .WithGlobalNamespaceStyle(SymbolDisplayGlobalNamespaceStyle.Omitted);

    /// <summary>The type itself.</summary>
    public TypeDeclaration Target => Types[Types.Count - 1];

    /// <summary>The type as other code names it: <c>global::Ns.Outer&lt;T&gt;.Inner</c>.</summary>
    public string FullyQualifiedName
    {
        get
        {
            var path = string.Join(".", Types.Select(type => type.NameWithParameters));
            return Namespace.Length == 0 ? $"global::{path}" : $"global::{Namespace}.{path}";
        }
    }

    /// <summary>The generated file for this type; see <see cref="Infrastructure.HintName.For"/>.</summary>
    public string HintName(string? part = null, bool withHash = false) => Infrastructure.HintName.For(MetadataName, part, withHash);

    /// <summary>Reads the hierarchy of a type.</summary>
    public static TypeHierarchy Of(INamedTypeSymbol type)
    {
        var types = ImmutableArray.CreateBuilder<TypeDeclaration>();
        for (var current = type; current is not null; current = current.ContainingType)
            types.Add(TypeDeclaration.Of(current));
        types.Reverse();

        var isGlobal = type.ContainingNamespace.IsGlobalNamespace;
        return new(
            isGlobal ? "" : type.ContainingNamespace.ToDisplayString(NamespaceFormat),
            FullMetadataName(type),
            types.ToImmutable());
    }

    /// <summary>
    /// Opens the namespace and the partial declarations; disposing the result closes them.
    /// </summary>
    /// <param name="writer">Where to.</param>
    /// <param name="baseList">Interfaces this part adds to the target, without the colon.</param>
    /// <param name="attributes">Lines above the target's declaration: attributes, doc comments.</param>
    public Parts Open(SourceWriter writer, string? baseList = null, params ReadOnlySpan<string> attributes)
    {
        if (Namespace.Length > 0)
        {
            writer.WriteLine($"namespace {Namespace};");
            writer.WriteLine();
        }

        for (var i = 0; i < Types.Count; i++)
        {
            var isTarget = i == Types.Count - 1;
            if (isTarget)
            {
                foreach (var line in attributes)
                    writer.WriteLine(line);
            }

            _ = writer.Block(isTarget && baseList is not null ? $"{Types[i].Header} : {baseList}" : Types[i].Header);
        }

        return new(writer, Types.Count);
    }

    private static string FullMetadataName(INamedTypeSymbol type)
    {
        if (type.ContainingType is { } outer)
            return $"{FullMetadataName(outer)}+{type.MetadataName}";
        // Not the display string, which escapes keywords: reflection and hint names want the bare name.
        var name = type.MetadataName;
        for (var space = type.ContainingNamespace; space is { IsGlobalNamespace: false }; space = space.ContainingNamespace)
            name = $"{space.MetadataName}.{name}";
        return name;
    }

    /// <summary>The open declarations.</summary>
    public readonly struct Parts(SourceWriter writer, int count) : IDisposable
    {
        public void Dispose()
        {
            for (var i = 0; i < count; i++)
                new SourceWriter.Scope(writer, "}").Dispose();
        }
    }
}
