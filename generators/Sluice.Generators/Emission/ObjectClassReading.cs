using Sluice.Generators.Infrastructure;
using Sluice.Generators.Model;

namespace Sluice.Generators.Emission;

/// <summary>The expressions that read members.</summary>
internal static class ObjectClassReading
{
    /// <summary>A slot's value.</summary>
    public static string Value(ObjectClassSlot slot)
    {
        if (slot.Member is null)
            return "null";
        if ((slot.Traits & ObjectClassTraits.NotReadable) != ObjectClassTraits.None)
            return "Absent";
        var access = $"source.{CSharpLiteral.Identifier(slot.Member)}";
        return (slot.Value.Collection, slot.Value.Conversion) switch
        {
            (ObjectClassCollection.None, ObjectClassConversion.SharedBox) => $"Box({access})",
            (ObjectClassCollection.None, ObjectClassConversion.EnumName) => $"NameOf({access})",
            (ObjectClassCollection.None, _) => Text(access, slot.Value.Conversion),
            (_, ObjectClassConversion.EnumName) => $"List({access}, static item => NameOf(item))",
            _ => $"List({access})",
        };
    }

    /// <summary>The uid as the interface gives it.</summary>
    public static string Uid(ObjectClassSlot slot)
        => slot.Member is null ? "default" : $"new({Text($"this.{CSharpLiteral.Identifier(slot.Member)}", slot.Value.Conversion)}{(slot.Value.IsNullable ? "!" : "")})";

    private static string Text(string access, ObjectClassConversion conversion) => conversion switch
    {
        ObjectClassConversion.WrappedText or ObjectClassConversion.GuidText => $"{access}.ToString()",
        ObjectClassConversion.NumberText => $"{access}.ToString(global::System.Globalization.CultureInfo.InvariantCulture)",
        _ => access,
    };
}
