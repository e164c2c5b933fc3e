using Microsoft.CodeAnalysis;

namespace Sluice.Generators.Parsing;

/// <summary>How public generated members can be without showing less public types.</summary>
internal static class ConnectorAccess
{
    /// <summary>The accessibility of a member of the connector that names these types.</summary>
    public static string Of(INamedTypeSymbol connector, params IEnumerable<ITypeSymbol> named)
    {
        var lowest = named.Select(type => RankIn(connector, type)).DefaultIfEmpty(Rank.Public).Min();
        return lowest >= RankOf(connector) ? "public" : lowest == Rank.Internal ? "internal" : "private";
    }

    /// <summary>The accessibility of a class beside the connector; null if it could not name it.</summary>
    public static string? Beside(INamedTypeSymbol connector, params IEnumerable<ITypeSymbol> named)
        => named.Select(type => RankIn(connector, type)).Append(RankOf(connector)).Min() switch
        {
            Rank.Public => "public",
            Rank.Internal => "internal",
            _ => null,
        };

    private enum Rank
    {
        /// <summary>Seen in the connector only.</summary>
        Own,

        /// <summary>Seen in the types around the connector.</summary>
        Nested,

        /// <summary>Seen in the assembly.</summary>
        Internal,

        /// <summary>Seen everywhere.</summary>
        Public,
    }

    private static Rank RankIn(INamedTypeSymbol connector, ITypeSymbol type)
    {
        if (type is IArrayTypeSymbol array)
            return RankIn(connector, array.ElementType);
        if (type is not INamedTypeSymbol named)
            return Rank.Public;
        var own = RankOf(named);
        if (own == Rank.Nested && named.ContainingType is { } outer && outer.SelfAndContainers.Contains(connector, SymbolEqualityComparer.Default))
            own = Rank.Own;
        return named.TypeArguments.Select(argument => RankIn(connector, argument)).Append(own).Min();
    }

    private static Rank RankOf(INamedTypeSymbol type)
        => type.SelfAndContainers.Select(level => level.DeclaredAccessibility switch
        {
            Accessibility.Public => Rank.Public,
            Accessibility.Internal or Accessibility.ProtectedOrInternal or Accessibility.NotApplicable => Rank.Internal,
            _ => Rank.Nested,
        }).Min();
}
