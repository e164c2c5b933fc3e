using Microsoft.CodeAnalysis;

namespace Sluice.Generators.Parsing;

/// <summary>The value types of attributes, as the compiler sees them: the same table as <c>Sluice.AttributeTypes</c>.</summary>
internal static class AttributeTypeTable
{
    /// <summary>The name in <c>Sluice.AttributeType</c> for one value of this type, or null. Enums are texts.</summary>
    public static string? Find(ITypeSymbol type) => type.SpecialType switch
    {
        SpecialType.System_String => "String",
        SpecialType.System_Boolean => "Boolean",
        SpecialType.System_Int32 => "Int32",
        SpecialType.System_Int64 => "Int64",
        SpecialType.System_Double => "Double",
        SpecialType.System_Decimal => "Decimal",
        _ when type is IArrayTypeSymbol { IsSZArray: true, ElementType.SpecialType: SpecialType.System_Byte } => "Bytes",
        _ when type.IsNamed("System", "DateTimeOffset") => "DateTimeOffset",
        _ when type.IsNamed("System", "DateOnly") => "Date",
        _ when type.IsNamed("System", "Guid") => "Guid",
        _ when type.IsNamed("Sluice", "GuardedString") => "GuardedString",
        _ when type.TypeKind == TypeKind.Enum && !IsFlags(type) => "String",
        _ => null,
    };

    /// <summary>Why a type that is not in the table is refused, and what to use instead: the rest of a sentence about the member.</summary>
    /// <param name="type">The member's type.</param>
    /// <param name="value">The same, or the type of its items where it is a list.</param>
    public static string Refusal(ITypeSymbol type, ITypeSymbol value)
        => $"has the type {type.ShortName}, which is no attribute type; {(IsBytes(type) ? "use byte[]" : Remedy(value))}";

    private static string Remedy(ITypeSymbol type) => type switch
    {
        { SpecialType: SpecialType.System_DateTime } => "use DateTimeOffset, or DateOnly for a day",
        { SpecialType: SpecialType.System_SByte or SpecialType.System_Byte or SpecialType.System_Int16 or SpecialType.System_UInt16 } => "use int",
        { SpecialType: SpecialType.System_UInt32 or SpecialType.System_IntPtr } => "use long",
        { SpecialType: SpecialType.System_UInt64 or SpecialType.System_UIntPtr } => "use decimal",
        { SpecialType: SpecialType.System_Single } => "use double",
        { SpecialType: SpecialType.System_Char } => "use string",
        { SpecialType: SpecialType.System_Object } or { TypeKind: TypeKind.Dynamic } => "an attribute has one type: string, bool, int, long, double, decimal, DateTimeOffset, DateOnly, Guid, byte[], GuardedString or an enum",
        { TypeKind: TypeKind.Enum } => "a value with several flags is several values: use IReadOnlyList of an enum without [Flags]",
        _ when type.IsNamed("System", "Half") => "use double",
        _ when type.IsNamed("System", "Int128") || type.IsNamed("System", "UInt128") || type.IsNamed("System.Numerics", "BigInteger") => "use decimal or string",
        _ when type.IsNamed("System", "TimeSpan") || type.IsNamed("System", "TimeOnly") || type.IsNamed("System", "Uri") => "use string",
        _ when type.IsNamed("System.Security", "SecureString") => "use GuardedString",
        _ when type.IsNamed("Sluice", "Uid") || type.IsNamed("Sluice", "Name") => "use string",
        _ when IsBytes(type) => "use byte[]",
        _ when IsDictionary(type) => "attributes are flat: give each entry a member of its own",
        _ when IsSequence(type) => "use IReadOnlyList, ImmutableArray, List or an array of an attribute type",
        _ => "attributes are flat: spread its members over this class, or hold the uid of the other object; [Ignore] leaves the member out",
    };

    private static bool IsFlags(ITypeSymbol type) => type.GetAttributes().Any(attribute => attribute.IsSystemAttribute("FlagsAttribute"));

    private static bool IsBytes(ITypeSymbol type)
        => type is INamedTypeSymbol { TypeArguments: [{ SpecialType: SpecialType.System_Byte }] };

    private static bool IsDictionary(ITypeSymbol type)
        => type is INamedTypeSymbol { Arity: 2 } && (type.Name.EndsWith("Dictionary", StringComparison.Ordinal) || type.AllInterfaces.Any(face => face.IsNamed("System.Collections", "IDictionary")));

    private static bool IsSequence(ITypeSymbol type)
        => type is IArrayTypeSymbol || type.IsNamed("System.Collections", "IEnumerable") || type.AllInterfaces.Any(face => face.IsNamed("System.Collections", "IEnumerable"));
}
