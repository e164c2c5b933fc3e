using Microsoft.CodeAnalysis;
using Sluice.Generators.Model;

namespace Sluice.Generators.Parsing;

/// <summary>The table of token types (SLC210), as the compiler sees them.</summary>
internal static class TokenTypes
{
    /// <summary>The token of that type, or null where it can be none.</summary>
    public static TokenModel? Find(ITypeSymbol type)
    {
        var value = type.NullableValue ?? type;
        return KindOf(value) is { } kind
            ? new(
                kind,
                kind is TokenKind.Codec or TokenKind.CodecValue ? value.Code : null,
                kind is TokenKind.Codec or TokenKind.CodecValue && value.AllInterfaces.Any(face => face.IsNamed("System", "IComparable") && IsOf(face, value)),
                type.IsValueType ? type.NullableValue is not null : type.NullableAnnotation != NullableAnnotation.NotAnnotated)
            : null;
    }

    private static TokenKind? KindOf(ITypeSymbol type) => type.SpecialType switch
    {
        SpecialType.System_String => TokenKind.String,
        SpecialType.System_Int64 => TokenKind.Int64,
        SpecialType.System_Int32 => TokenKind.Int32,
        SpecialType.System_Double => TokenKind.Double,
        SpecialType.System_Boolean => TokenKind.Boolean,
        _ when type is IArrayTypeSymbol { IsSZArray: true, ElementType.SpecialType: SpecialType.System_Byte } => TokenKind.Bytes,
        _ when type.IsNamed("System", "DateTimeOffset") => TokenKind.DateTimeOffset,
        _ when type.IsNamed("Sluice", "SyncToken") => TokenKind.SyncToken,
        _ when type.AllInterfaces.Any(face => face.IsNamed("Sluice", "ISyncTokenCodec") && IsOf(face, type)) => type.IsValueType ? TokenKind.CodecValue : TokenKind.Codec,
        _ => null,
    };

    private static bool IsOf(INamedTypeSymbol face, ITypeSymbol type)
        => face.TypeArguments is [var argument] && SymbolEqualityComparer.Default.Equals(argument, type);
}
