using System.Globalization;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace Sluice.Generators.Infrastructure;

/// <summary>Values and names as C# source, the same under every culture.</summary>
internal static class CSharpLiteral
{
    /// <summary>A name as it must be written in code: <c>class</c> becomes <c>@class</c>.</summary>
    public static string Identifier(string name)
        => SyntaxFacts.GetKeywordKind(name) != SyntaxKind.None || IsContextualKeyword(name) ? $"@{name}" : name;

    /// <summary>A string literal, or <c>null</c>.</summary>
    public static string Of(string? value) => value is null ? "null" : SymbolDisplay.FormatLiteral(value, quote: true);

    public static string Of(char value) => SymbolDisplay.FormatLiteral(value, quote: true);

    public static string Of(bool value) => value ? "true" : "false";

    public static string Of(int value) => value.ToString(CultureInfo.InvariantCulture);

    public static string Of(long value) => value.ToString(CultureInfo.InvariantCulture) + "L";

    public static string Of(decimal value) => value.ToString(CultureInfo.InvariantCulture) + "M";

    public static string Of(double value) => value switch
    {
        double.NaN => "double.NaN",
        double.PositiveInfinity => "double.PositiveInfinity",
        double.NegativeInfinity => "double.NegativeInfinity",
        // Older frameworks print negative zero without its sign.
        0 when double.IsNegativeInfinity(1 / value) => "-0D",
        _ => value.ToString("R", CultureInfo.InvariantCulture) + "D",
    };

    public static string Of(float value) => value switch
    {
        float.NaN => "float.NaN",
        float.PositiveInfinity => "float.PositiveInfinity",
        float.NegativeInfinity => "float.NegativeInfinity",
        0 when float.IsNegativeInfinity(1 / value) => "-0F",
        _ => value.ToString("R", CultureInfo.InvariantCulture) + "F",
    };

    /// <summary>A primitive constant, with the cast or suffix that keeps its type where no target type is known.</summary>
    public static string OfPrimitive(object? value) => value switch
    {
        null => "null",
        string text => Of(text),
        char character => Of(character),
        bool flag => Of(flag),
        int number => Of(number),
        long number => Of(number),
        double number => Of(number),
        float number => Of(number),
        decimal number => Of(number),
        uint number => number.ToString(CultureInfo.InvariantCulture) + "U",
        ulong number => number.ToString(CultureInfo.InvariantCulture) + "UL",
        byte number => "(byte)" + number.ToString(CultureInfo.InvariantCulture),
        sbyte number => "(sbyte)" + number.ToString(CultureInfo.InvariantCulture),
        short number => "(short)" + number.ToString(CultureInfo.InvariantCulture),
        ushort number => "(ushort)" + number.ToString(CultureInfo.InvariantCulture),
        _ => throw new ArgumentException($"'{value.GetType()}' is not the type of a constant.", nameof(value)),
    };

    /// <summary>An attribute's argument.</summary>
    public static string Of(TypedConstant constant) => constant switch
    {
        { IsNull: true } => "null",
        { Kind: TypedConstantKind.Type, Value: ITypeSymbol type } => $"typeof({type.ToDisplayString(SymbolDisplayFormat.FullyQualifiedFormat)})",
        { Kind: TypedConstantKind.Enum, Type: INamedTypeSymbol type, Value: { } value } => OfEnum(type, value),
        { Kind: TypedConstantKind.Array, Type: IArrayTypeSymbol type } => constant.Values.IsEmpty
            ? $"new {ElementType(type)}[0]"
            : $"new {ElementType(type)}[] {{ {string.Join(", ", constant.Values.Select(Of))} }}",
        _ => OfPrimitive(constant.Value),
    };

    /// <summary>The default value of an optional parameter or any constant of a known type.</summary>
    public static string OfConstant(ITypeSymbol type, object? value)
    {
        if (value is null)
            return type.IsReferenceType || type.OriginalDefinition.SpecialType == SpecialType.System_Nullable_T ? "null" : "default";
        var underlying = type is INamedTypeSymbol { OriginalDefinition.SpecialType: SpecialType.System_Nullable_T } nullable ? nullable.TypeArguments[0] : type;
        return underlying is INamedTypeSymbol { TypeKind: TypeKind.Enum } enumType ? OfEnum(enumType, value) : OfPrimitive(value);
    }

    /// <summary>An enum value by its member's name; a combination of flags by theirs; else a cast.</summary>
    public static string OfEnum(INamedTypeSymbol type, object value)
    {
        var name = type.ToDisplayString(SymbolDisplayFormat.FullyQualifiedFormat);
        var wanted = Bits(value);
        var members = type.GetMembers().OfType<IFieldSymbol>()
            .Where(field => field.ConstantValue is not null)
            .Select(field => (Code: $"{name}.{Identifier(field.Name)}", Bits: Bits(field.ConstantValue!)))
            .ToArray();
        foreach (var member in members)
        {
            if (member.Bits == wanted)
                return member.Code;
        }

        var isFlags = type.GetAttributes().Any(attribute => attribute.AttributeClass is { Name: "FlagsAttribute", ContainingNamespace: { Name: "System", ContainingNamespace.IsGlobalNamespace: true } });
        if (isFlags)
        {
            var parts = members.Where(member => member.Bits != 0 && (member.Bits & wanted) == member.Bits).ToArray();
            if (parts.Aggregate(0UL, (bits, member) => bits | member.Bits) == wanted)
                return string.Join(" | ", parts.Select(member => member.Code));
        }

        return $"({name})({Convert.ToString(value, CultureInfo.InvariantCulture)})";
    }

    // Through long, so that a negative member keeps its bits.
    private static ulong Bits(object value)
        => value is ulong unsigned ? unsigned : unchecked((ulong)Convert.ToInt64(value, CultureInfo.InvariantCulture));

    private static string ElementType(IArrayTypeSymbol type) => type.ElementType.ToDisplayString(SymbolDisplayFormat.FullyQualifiedFormat);

    // Keywords only in places where generated code puts names; the rest of the contextual keywords read better bare.
    private static bool IsContextualKeyword(string name) => name
        is "allows" or "and" or "async" or "await" or "dynamic" or "extension" or "field" or "file" or "global" or "init" or "managed"
        or "nameof" or "nint" or "not" or "notnull" or "nuint" or "or" or "partial" or "record" or "required" or "scoped"
        or "unmanaged" or "var" or "when" or "where" or "with" or "yield";
}
