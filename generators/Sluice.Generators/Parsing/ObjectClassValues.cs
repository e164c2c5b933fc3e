using Microsoft.CodeAnalysis;
using Sluice.Generators.Model;

namespace Sluice.Generators.Parsing;

/// <summary>Reads the types of members and constructor parameters.</summary>
internal static class ObjectClassValues
{
    /// <summary>A text: what stands in for a member that is missing.</summary>
    public static ObjectClassValue Text { get; } = new("String", "string", IsValueType: false, IsNullable: false, ObjectClassConversion.None, ObjectClassCollection.None);

    /// <summary>The type of an attribute.</summary>
    /// <param name="type">The member's type.</param>
    /// <param name="refusal">Why there is none; null for a type that the compiler does not know either.</param>
    public static ObjectClassValue? Of(ITypeSymbol type, out string? refusal)
    {
        var value = type.NullableValue ?? type;
        var collection = ObjectClassCollection.None;
        if (AttributeTypeTable.Find(value) is null)
            (collection, value) = ItemOf(value);

        refusal = null;
        if (ContainsError(type))
            return null;
        if (AttributeTypeTable.Find(value) is not { } attributeType)
        {
            refusal = collection != ObjectClassCollection.None && value.NullableValue is { } item
                ? $"has the type {type.ShortName}, and a list holds no nulls; use {item.ShortName}"
                : AttributeTypeTable.Refusal(type, value);
            return null;
        }

        if (value.TypeKind == TypeKind.Enum && ObjectClassEnums.NamesOf((INamedTypeSymbol)value).IsEmpty)
        {
            refusal = $"has the type {value.ShortName}, which is an enum without names";
            return null;
        }

        var conversion = value switch
        {
            { TypeKind: TypeKind.Enum } => ObjectClassConversion.EnumName,
            { SpecialType: SpecialType.System_Boolean } => ObjectClassConversion.SharedBox,
            _ => ObjectClassConversion.None,
        };
        return new(attributeType, value.Code, value.IsValueType, !type.PromisesValue, conversion, collection);
    }

    /// <summary>The type of a uid or a name.</summary>
    /// <inheritdoc cref="Of"/>
    public static ObjectClassValue? OfIdentity(ITypeSymbol type, out string? refusal)
    {
        refusal = null;
        if (ContainsError(type))
            return null;
        ObjectClassConversion? conversion = type switch
        {
            { SpecialType: SpecialType.System_String } => ObjectClassConversion.None,
            { SpecialType: SpecialType.System_Int32 or SpecialType.System_Int64 } => ObjectClassConversion.NumberText,
            _ when type.IsNamed("System", "Guid") => ObjectClassConversion.GuidText,
            _ when type.IsNamed("Sluice", "Uid") || type.IsNamed("Sluice", "Name") => ObjectClassConversion.WrappedText,
            _ => null,
        };
        if (conversion is { } known)
            return new("String", type.Code, type.IsValueType, !type.PromisesValue, known, ObjectClassCollection.None);
        refusal = $"has the type {type.ShortName}, which identifies nothing; a uid or a name is a string, Uid, Name, Guid, int or long";
        return null;
    }

    private static (ObjectClassCollection Kind, ITypeSymbol Item) ItemOf(ITypeSymbol type) => type switch
    {
        IArrayTypeSymbol { IsSZArray: true } array => (ObjectClassCollection.Array, array.ElementType),
        INamedTypeSymbol { Arity: 1, TypeArguments: [var item] } generic when IsGeneric(generic, "IReadOnlyList", "IReadOnlyCollection", "IEnumerable") => (ObjectClassCollection.Array, item),
        INamedTypeSymbol { Arity: 1, TypeArguments: [var item] } generic when IsGeneric(generic, "List") => (ObjectClassCollection.List, item),
        INamedTypeSymbol { Arity: 1, TypeArguments: [var item] } generic when generic.IsNamed("System.Collections.Immutable", "ImmutableArray") => (ObjectClassCollection.ImmutableArray, item),
        _ => (ObjectClassCollection.None, type),
    };

    private static bool IsGeneric(INamedTypeSymbol type, params string[] names)
        => Array.IndexOf(names, type.Name) >= 0 && type.IsNamed("System.Collections.Generic", type.Name);

    private static bool ContainsError(ITypeSymbol type) => type switch
    {
        { TypeKind: TypeKind.Error } => true,
        IArrayTypeSymbol array => ContainsError(array.ElementType),
        INamedTypeSymbol named => named.TypeArguments.Any(ContainsError),
        _ => false,
    };
}
