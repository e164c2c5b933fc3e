namespace Sluice;

/// <summary>The one table of value types: what an attribute's value may be.</summary>
public static class AttributeTypes
{
    private static readonly (AttributeType Type, Type Clr, string Keyword)[] Table =
    [
        (AttributeType.String, typeof(string), "string"),
        (AttributeType.Boolean, typeof(bool), "bool"),
        (AttributeType.Int32, typeof(int), "int"),
        (AttributeType.Int64, typeof(long), "long"),
        (AttributeType.Double, typeof(double), "double"),
        (AttributeType.Decimal, typeof(decimal), "decimal"),
        (AttributeType.DateTimeOffset, typeof(DateTimeOffset), "DateTimeOffset"),
        (AttributeType.Date, typeof(DateOnly), "DateOnly"),
        (AttributeType.Guid, typeof(Guid), "Guid"),
        (AttributeType.Bytes, typeof(byte[]), "byte[]"),
        (AttributeType.GuardedString, typeof(GuardedString), "GuardedString"),
    ];

    /// <summary>The supported types, for messages.</summary>
    internal static string Listed { get; } = string.Join(", ", Table.Select(row => row.Keyword));

    /// <summary>The attribute type of a .NET type, or null when values of that type are not supported.</summary>
    /// <param name="type">A .NET type.</param>
    public static AttributeType? Of(Type type)
    {
        ArgumentNullException.ThrowIfNull(type);
        foreach (var row in Table)
        {
            if (row.Clr == type)
            {
                return row.Type;
            }
        }

        return null;
    }

    /// <summary>The attribute type of one value; false when its type is not supported.</summary>
    /// <param name="value">One value, not a list.</param>
    /// <param name="type">Its type.</param>
    public static bool TryOf(object value, out AttributeType type)
    {
        ArgumentNullException.ThrowIfNull(value);

        // Compared by exact type: to the runtime an sbyte[] "is" a byte[], and an enum unboxes as its number.
        var clr = value.GetType();
        foreach (var row in Table)
        {
            if (row.Clr == clr)
            {
                type = row.Type;
                return true;
            }
        }

        type = default;
        return false;
    }

    /// <summary>The .NET type of an attribute type's values.</summary>
    /// <param name="type">An attribute type.</param>
    public static Type ClrType(AttributeType type) =>
        (uint)type < (uint)Table.Length ? Table[(int)type].Clr : throw new ArgumentOutOfRangeException(nameof(type), type, "Not an attribute type.");

    /// <summary>Whether a value may stand where this type is declared: null, one value of exactly this type, or a list of such.</summary>
    /// <param name="value">An attribute's value.</param>
    /// <param name="type">The declared type.</param>
    public static bool Fits(object? value, AttributeType type)
    {
        if (value is null)
        {
            return true;
        }

        var clr = ClrType(type);
        if (value.GetType() == clr)
        {
            return true;
        }

        if (value is not object[] values)
        {
            return false;
        }

        foreach (var item in values)
        {
            if (item?.GetType() != clr)
            {
                return false;
            }
        }

        return true;
    }
}
