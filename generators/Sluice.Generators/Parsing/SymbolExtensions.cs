using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Sluice.Generators.Parsing;

/// <summary>What the parsers ask symbols, in words that read as predicates.</summary>
internal static class SymbolExtensions
{
    private const string DataAnnotations = "System.ComponentModel.DataAnnotations";

    extension(ISymbol symbol)
    {
        /// <summary>Where the user wrote it; null for what comes from a reference.</summary>
        public Location? SourceLocation => symbol.Locations.FirstOrDefault(location => location.IsInSource);

        /// <summary>Whether naming it makes the compiler warn.</summary>
        public bool WarnsOfUse => symbol.GetAttributes().Any(attribute => attribute.IsSystemAttribute("ObsoleteAttribute"));

        /// <summary>Whether naming it is an error.</summary>
        public bool ForbidsUse => symbol.GetAttributes()
            .Any(attribute => attribute.IsSystemAttribute("ObsoleteAttribute") && attribute.ConstructorArguments is [_, { Value: true }, ..]);
    }

    extension(ITypeSymbol type)
    {
        /// <summary>The type as generated code names it, without a question mark of its own.</summary>
        public string Code => type.WithNullableAnnotation(NullableAnnotation.None).ToDisplayString(SymbolDisplayFormat.FullyQualifiedFormat);

        /// <summary>The type as its author writes it.</summary>
        public string ShortName => type.ToDisplayString(SymbolDisplayFormat.MinimallyQualifiedFormat);

        /// <summary>The type behind <c>Nullable</c>, or null.</summary>
        public ITypeSymbol? NullableValue
            => type is INamedTypeSymbol { OriginalDefinition.SpecialType: SpecialType.System_Nullable_T, TypeArguments: [var value] } ? value : null;

        /// <summary>Whether the type promises a value: in code that says nothing about null, only value types do.</summary>
        public bool PromisesValue => type.IsValueType ? type.NullableValue is null : type.NullableAnnotation == NullableAnnotation.NotAnnotated;

        /// <summary>Whether it is any class of <c>System.ComponentModel.DataAnnotations</c>.</summary>
        public bool IsDataAnnotation => type.IsNamed(DataAnnotations, type.Name);

        /// <summary>Whether this is a top-level type of that namespace and name, whatever its type arguments.</summary>
        public bool IsNamed(string containingNamespace, string name)
            => type is INamedTypeSymbol { ContainingType: null } named
                && string.Equals(named.Name, name, StringComparison.Ordinal)
                && string.Equals(named.ContainingNamespace.ToDisplayString(), containingNamespace, StringComparison.Ordinal);
    }

    extension(INamedTypeSymbol type)
    {
        /// <summary>The type and those around it, innermost first.</summary>
        public IEnumerable<INamedTypeSymbol> SelfAndContainers
        {
            get
            {
                for (var current = type; current is not null; current = current.ContainingType)
                    yield return current;
            }
        }

        /// <summary>The base types and the type itself, the root of the hierarchy first; without <c>object</c>.</summary>
        public IEnumerable<INamedTypeSymbol> BasesAndSelf
        {
            get
            {
                var levels = new Stack<INamedTypeSymbol>();
                for (var current = type; current is { SpecialType: not SpecialType.System_Object, TypeKind: not TypeKind.Error }; current = current.BaseType)
                    levels.Push(current);
                return levels;
            }
        }

        /// <summary>Whether it, or a type around it, can be seen in its file only.</summary>
        public bool IsInFileScope => type.SelfAndContainers.Any(level => level.IsFileLocal);

        /// <summary>Whether every declaration says <c>partial</c>.</summary>
        public bool IsDeclaredPartial(CancellationToken cancellation) => type.DeclaringSyntaxReferences
            .All(part => part.GetSyntax(cancellation) is TypeDeclarationSyntax declaration && declaration.Modifiers.Any(SyntaxKind.PartialKeyword));
    }

    extension(AttributeData attribute)
    {
        /// <summary>Whether this is that annotation of ours.</summary>
        public bool IsAnnotation(string name) => attribute.AttributeClass is { } type && type.IsNamed("Sluice", name);

        /// <summary>Whether this is that attribute of the framework.</summary>
        public bool IsSystemAttribute(string name) => attribute.AttributeClass is { } type && type.IsNamed("System", name);

        /// <summary>Where the user wrote it.</summary>
        public Location? WrittenAt => attribute.ApplicationSyntaxReference is { } written ? written.SyntaxTree.GetLocation(written.Span) : null;

        /// <summary>The first constructor argument if it is a text.</summary>
        public string? FirstText => attribute.ConstructorArguments is [{ Kind: TypedConstantKind.Primitive, Value: string text }, ..] ? text : null;

        /// <summary>Whether this is that validation attribute of <c>System.ComponentModel.DataAnnotations</c>.</summary>
        public bool IsDataAnnotation(string name) => attribute.AttributeClass is { } type && type.IsNamed(DataAnnotations, name);

        /// <summary>Whether the attribute checks values.</summary>
        public bool IsValidation => attribute.AttributeClass is { } type && type.BasesAndSelf.Any(level => level.IsNamed(DataAnnotations, "ValidationAttribute"));
    }

    extension(AttributeData? attribute)
    {
        /// <summary>A named argument; the default if it is not there or not written to the end.</summary>
        public T? Argument<T>(string name)
        {
            foreach (var argument in attribute?.NamedArguments ?? [])
            {
                if (string.Equals(argument.Key, name, StringComparison.Ordinal) && argument.Value is { Kind: TypedConstantKind.Primitive, Value: T value })
                    return value;
            }

            return default;
        }
    }

    /// <summary>As declared; parts in several files in the order of the files' names, not in that of the compilation.</summary>
    public static IEnumerable<T> InDeclaredOrder<T>(this IEnumerable<T> symbols)
        where T : ISymbol
        => symbols
            .OrderBy(symbol => symbol.SourceLocation?.SourceTree?.FilePath ?? "", StringComparer.Ordinal)
            .ThenBy(symbol => symbol.SourceLocation?.SourceSpan.Start ?? 0);
}
