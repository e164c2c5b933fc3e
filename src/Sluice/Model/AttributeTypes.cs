namespace Sluice;

/// <summary>The one table of value types: what an attribute's value may be.</summary>
public static class AttributeTypes
{
    /// <summary>The supported types, for messages.</summary>
    internal const string Listed = "string, bool, int, long, double, decimal, DateTimeOffset, DateOnly, Guid, byte[], GuardedString";

    // At the index of each type.
    private static readonly Type[] ClrTypes =
    [
        typeof(string), typeof(bool), typeof(int), typeof(long), typeof(double), typeof(decimal), typeof(DateTimeOffset), typeof(DateOnly), typeof(Guid), typeof(byte[]), typeof(GuardedString),
    ];

    /// <summary>The attribute type of a .NET type, or null when values of that type are not supported.</summary>
    /// <param name="type">A .NET type.</param>
    public static AttributeType? Of(Type type)
    {
        ArgumentNullException.ThrowIfNull(type);
        var index = Array.IndexOf(ClrTypes, type);
        return index < 0 ? null : (AttributeType)index;
    }

    /// <summary>The attribute type of one value; false when its type is not supported.</summary>
    /// <param name="value">One value, not a list.</param>
    /// <param name="type">Its type.</param>
    public static bool TryOf(object value, out AttributeType type)
    {
        ArgumentNullException.ThrowIfNull(value);

        // Compared by exact type: to the runtime an sbyte[] "is" a byte[], and an enum unboxes as its number.
        var clr = value.GetType();
        for (var i = 0; i < ClrTypes.Length; i++)
        {
            if (ClrTypes[i] == clr)
            {
                type = (AttributeType)i;
                return true;
            }
        }

        type = default;
        return false;
    }

    /// <summary>The .NET type of an attribute type's values.</summary>
    /// <param name="type">An attribute type.</param>
    public static Type ClrType(AttributeType type) =>
        (uint)type < (uint)ClrTypes.Length ? ClrTypes[(int)type] : throw new ArgumentOutOfRangeException(nameof(type), type, "Not an attribute type.");

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
