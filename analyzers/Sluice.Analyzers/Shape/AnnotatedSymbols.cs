using Microsoft.CodeAnalysis;

namespace Sluice.Analyzers.Shape;

/// <summary>What the analyzers ask annotated symbols.</summary>
internal static class AnnotatedSymbols
{
    extension(INamedTypeSymbol type)
    {
        /// <summary>Whether the type itself has the annotation; none of ours is inherited.</summary>
        public bool HasAnnotation(INamedTypeSymbol annotation)
            => type.GetAttributes().Any(attribute => SymbolEqualityComparer.Default.Equals(attribute.AttributeClass, annotation));
    }
}
