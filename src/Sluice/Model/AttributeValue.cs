using System.Collections;

namespace Sluice;

/// <summary>What is done with attribute values everywhere: check and copy them when they enter, compare them exactly.</summary>
internal static class AttributeValue
{
    /// <summary>A value as it is stored: null, one supported value, or an array of them; what the caller could change later is copied.</summary>
    /// <exception cref="ArgumentException">The attribute's name is blank, or a value's type is not supported.</exception>
    public static object? Checked(string name, object? value)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(name);
        return value switch
        {
            null => null,
            IEnumerable list and not string when !AttributeTypes.TryOf(value, out _) => CheckedList(name, list),
            _ => CheckedSingle(name, value),
        };
    }

    /// <summary>Several values as they are stored.</summary>
    public static object[] CheckedList(string name, IEnumerable values)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(name);
        ArgumentNullException.ThrowIfNull(values);
        var result = new List<object>();
        foreach (var value in values)
        {
            result.Add(value is null
                ? throw new ArgumentException($"Attribute '{name}': a list of values holds no null.", nameof(values))
                : CheckedSingle(name, value));
        }

        return result.Count == 0 ? [] : result.ToArray();
    }

    /// <summary>One value as it is stored.</summary>
    public static object CheckedSingle(string name, object value)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(name);
        ArgumentNullException.ThrowIfNull(value);
        if (!AttributeTypes.TryOf(value, out var type))
        {
            throw new ArgumentException(
                $"Attribute '{name}': a value of type {value.GetType()} is not supported; supported are {AttributeTypes.Listed}, and lists of them.", nameof(value));
        }

        if (AttributeNames.IsSecret(name) && type != AttributeType.GuardedString)
        {
            throw new ArgumentException($"Attribute '{name}' is a secret: its value is a GuardedString, never a {value.GetType().Name} (SLC406).", nameof(value));
        }

        if (AttributeNames.IsIdentity(name) && (value is not string text || string.IsNullOrWhiteSpace(text)))
        {
            throw new ArgumentException($"Attribute '{name}' is one text that is not blank.", nameof(value));
        }

        return value is byte[] bytes ? bytes.Clone() : value;
    }

    /// <summary>Whether two values are the same in every respect: type, scale, offset, order, each character and byte.</summary>
    public static new bool Equals(object? left, object? right) => (left, right) switch
    {
        _ when ReferenceEquals(left, right) => true,
        (null, _) or (_, null) => false,
        (string a, string b) => string.Equals(a, b, StringComparison.Ordinal),
        (decimal a, decimal b) => a == b && a.Scale == b.Scale,
        (double a, double b) => BitConverter.DoubleToInt64Bits(a) == BitConverter.DoubleToInt64Bits(b),
        (DateTimeOffset a, DateTimeOffset b) => a.EqualsExact(b),
        (byte[] a, byte[] b) => a.AsSpan().SequenceEqual(b),
        (object[] a, object[] b) => EqualLists(a, b),
        _ => left.Equals(right),
    };

    private static bool EqualLists(object[] left, object[] right)
    {
        if (left.Length != right.Length)
        {
            return false;
        }

        for (var i = 0; i < left.Length; i++)
        {
            if (!Equals(left[i], right[i]))
            {
                return false;
            }
        }

        return true;
    }
}
