namespace Sluice;

/// <summary>How filters compare values: by what they mean, so a number equals the same number of another type. No whole digit is rounded away.</summary>
internal static class ValueOrder
{
    public static bool AreEqual(object left, object right) => TryCompare(left, right, out var order) && order == 0;

    /// <summary>Compares two values; false when they have no order among each other.</summary>
    public static bool TryCompare(object left, object right, out int order)
    {
        switch (left, right)
        {
            case (string a, string b):
                order = string.CompareOrdinal(a, b);
                return true;
            case (bool a, bool b):
                order = a.CompareTo(b);
                return true;
            case (DateTimeOffset a, DateTimeOffset b):
                order = a.CompareTo(b);
                return true;
            case (DateOnly a, DateOnly b):
                order = a.CompareTo(b);
                return true;
            case (Guid a, Guid b):
                order = a.CompareTo(b);
                return true;
            case (byte[] a, byte[] b):
                order = a.AsSpan().SequenceCompareTo(b);
                return true;
            default:
                return TryCompareNumbers(left, right, out order);
        }
    }

    private static bool TryCompareNumbers(object left, object right, out int order)
    {
        order = 0;
        if (left is double a)
        {
            return right is double b ? TryCompareDoubles(a, b, out order) : TryDecimal(right, out var number) && TryCompare(a, number, out order);
        }

        if (right is double c)
        {
            var comparable = TryDecimal(left, out var number) && TryCompare(c, number, out order);
            order = -order;
            return comparable;
        }

        if (!TryDecimal(left, out var x) || !TryDecimal(right, out var y))
        {
            return false;
        }

        order = x.CompareTo(y);
        return true;
    }

    /// <summary>Every integer type of the table fits a decimal exactly.</summary>
    private static bool TryDecimal(object value, out decimal number)
    {
        (var isNumber, number) = value switch
        {
            int i => (true, i),
            long l => (true, l),
            decimal d => (true, d),
            _ => (false, 0m),
        };
        return isNumber;
    }

    private static bool TryCompareDoubles(double left, double right, out int order)
    {
        order = left.CompareTo(right);
        return !double.IsNaN(left) && !double.IsNaN(right);
    }

    /// <summary>A double against an exact number: whole parts first, then the fractions, so that no digit of a large integer is rounded away.</summary>
    private static bool TryCompare(double left, decimal right, out int order)
    {
        order = 0;
        if (double.IsNaN(left))
        {
            return false;
        }

        // 2^96 is one more than the largest decimal.
        const double Beyond = 79228162514264337593543950336.0;
        if (Math.Abs(left) >= Beyond)
        {
            order = Math.Sign(left);
            return true;
        }

        // The cast of a double to decimal keeps 15 digits; Int128 keeps them all.
        var whole = Math.Truncate(left);
        var wholeRight = decimal.Truncate(right);
        order = ((Int128)whole).CompareTo((Int128)wholeRight);
        if (order == 0)
        {
            order = ((decimal)(left - whole)).CompareTo(right - wholeRight);
        }

        return true;
    }
}
