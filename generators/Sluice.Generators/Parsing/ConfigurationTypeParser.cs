using Microsoft.CodeAnalysis;
using Sluice.Generators.Model;

namespace Sluice.Generators.Parsing;

/// <summary>The table of types that a configuration property may have.</summary>
internal static class ConfigurationTypeParser
{
    /// <summary>The supported types, for a message.</summary>
    public const string Supported = "string, bool, int, long, double, decimal, Guid, Uri, TimeSpan, DateTimeOffset, GuardedString, an enum, "
        + "or an array or IReadOnlyList of string, int, long, Guid or Uri";

    /// <summary>Finds a type in the table; the type is null if it is not there.</summary>
    public static (ConfigurationTypeModel? Type, bool IsNullable) Parse(ITypeSymbol type)
    {
        // Code that says nothing about null means that it may be null.
        var isNullable = type.IsReferenceType
            ? type.NullableAnnotation != NullableAnnotation.NotAnnotated
            : type.NullableValue is not null;
        return type switch
        {
            IArrayTypeSymbol { IsSZArray: true } array => (List(ConfigurationShape.Array, array.ElementType), isNullable),
            INamedTypeSymbol { OriginalDefinition.SpecialType: SpecialType.System_Collections_Generic_IReadOnlyList_T } list
                => (List(ConfigurationShape.List, list.TypeArguments[0]), isNullable),
            _ => (Single(type.NullableValue ?? type), isNullable),
        };
    }

    private static ConfigurationTypeModel? Single(ITypeSymbol type) => KindOf(type) is { } kind
        ? new(kind, ConfigurationShape.Single, kind == ConfigurationValueKind.Enum ? type.ToDisplayString(SymbolDisplayFormat.FullyQualifiedFormat) : null)
        : null;

    private static ConfigurationTypeModel? List(ConfigurationShape shape, ITypeSymbol item)
    {
        var kind = item.NullableAnnotation == NullableAnnotation.Annotated ? null : KindOf(item);
        return kind is ConfigurationValueKind.String or ConfigurationValueKind.Int32 or ConfigurationValueKind.Int64
            or ConfigurationValueKind.Guid or ConfigurationValueKind.Uri
            ? new(kind.Value, shape, EnumName: null)
            : null;
    }

    private static ConfigurationValueKind? KindOf(ITypeSymbol type) => type switch
    {
        { SpecialType: SpecialType.System_String } => ConfigurationValueKind.String,
        { SpecialType: SpecialType.System_Boolean } => ConfigurationValueKind.Boolean,
        { SpecialType: SpecialType.System_Int32 } => ConfigurationValueKind.Int32,
        { SpecialType: SpecialType.System_Int64 } => ConfigurationValueKind.Int64,
        { SpecialType: SpecialType.System_Double } => ConfigurationValueKind.Double,
        { SpecialType: SpecialType.System_Decimal } => ConfigurationValueKind.Decimal,
        { TypeKind: TypeKind.Enum } => ConfigurationValueKind.Enum,
        _ when type.IsNamed("System", "Guid") => ConfigurationValueKind.Guid,
        _ when type.IsNamed("System", "Uri") => ConfigurationValueKind.Uri,
        _ when type.IsNamed("System", "TimeSpan") => ConfigurationValueKind.TimeSpan,
        _ when type.IsNamed("System", "DateTimeOffset") => ConfigurationValueKind.DateTimeOffset,
        _ when type.IsNamed("Sluice", "GuardedString") => ConfigurationValueKind.GuardedString,
        _ => null,
    };
}
