using System.Globalization;

namespace Sluice;

/// <summary>
/// Reads the attributes of an object into an annotated type: a missing required value and a value of another type are clear
/// errors, numbers that lost their width on the way (an int32 for an int64) are tolerated.
/// </summary>
public sealed class AttributeReader
{
    private readonly ObjectClassInfo _info;
    private readonly IAttributeSource _source;

    /// <summary>Reads from a source.</summary>
    /// <param name="info">The schema that slots refer to.</param>
    /// <param name="source">The attributes.</param>
    public AttributeReader(ObjectClassInfo info, IAttributeSource source)
    {
        ArgumentNullException.ThrowIfNull(info);
        ArgumentNullException.ThrowIfNull(source);
        _info = info;
        _source = source;
    }

    /// <summary>Whether the source has the attribute, be it with a null value.</summary>
    /// <param name="slot">The slot of <see cref="ObjectClassInfo.Shape"/>.</param>
    public bool Has(int slot) => _source.TryGet(_info.Shape.NameAt(slot), out _);

    /// <summary>Whether the source has the attribute, and with a value.</summary>
    /// <param name="slot">The slot of <see cref="ObjectClassInfo.Shape"/>.</param>
    public bool HasValue(int slot) => Find(slot) is not null;

    /// <summary>
    /// The uid's text; empty where there is none yet, as when an object is created whose uid the system assigns.
    /// </summary>
    public string Uid() => Find(_info.Shape.UidIndex) switch
    {
        null => "",
        Uid uid => uid.Value,
        string text => text,
        var other => throw Unfit(_info.Shape.UidIndex, other, typeof(string)),
    };

    /// <summary>The uid as a number or a Guid; its default where there is none yet.</summary>
    /// <typeparam name="TValue">The member's type.</typeparam>
    /// <exception cref="InvalidAttributeValueException">The uid is another text.</exception>
    public TValue Uid<TValue>()
        where TValue : struct, IParsable<TValue>, IFormattable => Uid() is { Length: > 0 } uid ? Parse<TValue>(_info.Shape.UidIndex, uid) : default;

    /// <summary>The name's text.</summary>
    /// <exception cref="InvalidAttributeValueException">There is none.</exception>
    public string Name() => Required<string>(_info.Shape.NameIndex);

    /// <summary>The name as a number or a Guid.</summary>
    /// <typeparam name="TValue">The member's type.</typeparam>
    /// <exception cref="InvalidAttributeValueException">There is none, or it is another text.</exception>
    public TValue Name<TValue>()
        where TValue : struct, IParsable<TValue>, IFormattable => Parse<TValue>(_info.Shape.NameIndex, Name());

    /// <summary>A required value.</summary>
    /// <typeparam name="TValue">The member's type, from the table in <see cref="AttributeTypes"/>.</typeparam>
    /// <param name="slot">The slot of <see cref="ObjectClassInfo.Shape"/>.</param>
    /// <exception cref="InvalidAttributeValueException">The value is missing or of another type.</exception>
    public TValue Required<TValue>(int slot)
        where TValue : notnull => Find(slot) is { } value ? Convert<TValue>(slot, value) : throw Missing(slot);

    /// <summary>An optional value of a reference type.</summary>
    /// <typeparam name="TValue">The member's type.</typeparam>
    /// <param name="slot">The slot of <see cref="ObjectClassInfo.Shape"/>.</param>
    /// <exception cref="InvalidAttributeValueException">The value is of another type.</exception>
    public TValue? Optional<TValue>(int slot)
        where TValue : class => Find(slot) is { } value ? Convert<TValue>(slot, value) : null;

    /// <summary>An optional value of a value type.</summary>
    /// <typeparam name="TValue">The member's type.</typeparam>
    /// <param name="slot">The slot of <see cref="ObjectClassInfo.Shape"/>.</param>
    /// <exception cref="InvalidAttributeValueException">The value is of another type.</exception>
    public TValue? OptionalValue<TValue>(int slot)
        where TValue : struct => Find(slot) is { } value ? Convert<TValue>(slot, value) : null;

    /// <summary>The values of a multi-valued attribute; null where it is absent or null.</summary>
    /// <typeparam name="TItem">The values' type.</typeparam>
    /// <param name="slot">The slot of <see cref="ObjectClassInfo.Shape"/>.</param>
    /// <exception cref="InvalidAttributeValueException">A value is of another type.</exception>
    public TItem[]? Values<TItem>(int slot)
        where TItem : notnull => Find(slot) switch
        {
            null => null,
            IReadOnlyList<object> many => [.. many.Select(value => Convert<TItem>(slot, value))],
            var one => [Convert<TItem>(slot, one)],
        };

    /// <summary>The values of a multi-valued attribute that is required; there may be none of them.</summary>
    /// <typeparam name="TItem">The values' type.</typeparam>
    /// <param name="slot">The slot of <see cref="ObjectClassInfo.Shape"/>.</param>
    /// <exception cref="InvalidAttributeValueException">The attribute is missing, or a value is of another type.</exception>
    public TItem[] RequiredValues<TItem>(int slot)
        where TItem : notnull => Values<TItem>(slot) ?? throw Missing(slot);

    /// <summary>A required enum, by name.</summary>
    /// <typeparam name="TEnum">The enum.</typeparam>
    /// <param name="slot">The slot of <see cref="ObjectClassInfo.Shape"/>.</param>
    /// <param name="parse">The value of a name, null for an unknown one.</param>
    /// <exception cref="InvalidAttributeValueException">The value is missing, of another type, or no name.</exception>
    public TEnum RequiredEnum<TEnum>(int slot, Func<string, TEnum?> parse)
        where TEnum : struct, Enum => ParseName(slot, Required<string>(slot), parse);

    /// <summary>An optional enum, by name.</summary>
    /// <typeparam name="TEnum">The enum.</typeparam>
    /// <param name="slot">The slot of <see cref="ObjectClassInfo.Shape"/>.</param>
    /// <param name="parse">The value of a name, null for an unknown one.</param>
    /// <exception cref="InvalidAttributeValueException">The value is of another type, or no name.</exception>
    public TEnum? OptionalEnum<TEnum>(int slot, Func<string, TEnum?> parse)
        where TEnum : struct, Enum => Optional<string>(slot) is { } name ? ParseName(slot, name, parse) : null;

    /// <summary>Several values of an enum, by name; null where the attribute is absent or null.</summary>
    /// <typeparam name="TEnum">The enum.</typeparam>
    /// <param name="slot">The slot of <see cref="ObjectClassInfo.Shape"/>.</param>
    /// <param name="parse">The value of a name, null for an unknown one.</param>
    /// <exception cref="InvalidAttributeValueException">A value is of another type, or no name.</exception>
    public TEnum[]? EnumValues<TEnum>(int slot, Func<string, TEnum?> parse)
        where TEnum : struct, Enum => Values<string>(slot) is { } names ? Array.ConvertAll(names, name => ParseName(slot, name, parse)) : null;

    /// <summary>Several values of an enum, by name, of an attribute that is required.</summary>
    /// <typeparam name="TEnum">The enum.</typeparam>
    /// <param name="slot">The slot of <see cref="ObjectClassInfo.Shape"/>.</param>
    /// <param name="parse">The value of a name, null for an unknown one.</param>
    /// <exception cref="InvalidAttributeValueException">The attribute is missing, or a value is of another type, or no name.</exception>
    public TEnum[] RequiredEnumValues<TEnum>(int slot, Func<string, TEnum?> parse)
        where TEnum : struct, Enum => EnumValues(slot, parse) ?? throw Missing(slot);

    private TEnum ParseName<TEnum>(int slot, string name, Func<string, TEnum?> parse)
        where TEnum : struct, Enum
    {
        ArgumentNullException.ThrowIfNull(parse);
        return parse(name) ?? throw new InvalidAttributeValueException(
            $"The attribute {_info.Shape.NameAt(slot)} of {_info.ObjectClass} is '{name}'; it is one of {string.Join(", ", _info.Find(_info.Shape.NameAt(slot))?.AllowedValues ?? [])} (SLC405).")
        {
            ObjectClass = _info.ObjectClass,
        };
    }

    // Uids compare exactly, so another spelling of the same number is another uid.
    private TValue Parse<TValue>(int slot, string text)
        where TValue : struct, IParsable<TValue>, IFormattable
        => TValue.TryParse(text, CultureInfo.InvariantCulture, out var value) && string.Equals(value.ToString(null, CultureInfo.InvariantCulture), text, StringComparison.Ordinal)
            ? value
            : throw new InvalidAttributeValueException(
            $"The attribute {_info.Shape.NameAt(slot)} of {_info.ObjectClass} is '{text}'; a {typeof(TValue).Name} is wanted (SLC405).")
            {
                ObjectClass = _info.ObjectClass,
            };

    private object? Find(int slot) => _source.TryGet(_info.Shape.NameAt(slot), out var value) ? value : null;

    private TValue Convert<TValue>(int slot, object value)
        where TValue : notnull => value switch
        {
            TValue fit => fit,
            int narrow when typeof(TValue) == typeof(long) => (TValue)(object)(long)narrow,
            long wide when typeof(TValue) == typeof(int) && wide is >= int.MinValue and <= int.MaxValue => (TValue)(object)(int)wide,
            Name name when typeof(TValue) == typeof(string) => (TValue)(object)name.Value,
            IReadOnlyList<object> { Count: 1 } single => Convert<TValue>(slot, single[0]),
            _ => throw Unfit(slot, value, typeof(TValue)),
        };

    private InvalidAttributeValueException Missing(int slot) => new(
        $"The attribute {_info.Shape.NameAt(slot)} of {_info.ObjectClass} is required and has no value (SLC405).")
    { ObjectClass = _info.ObjectClass };

    // Only types are named: the value may be a secret in the wrong attribute.
    private InvalidAttributeValueException Unfit(int slot, object value, Type wanted) => new(
        $"The attribute {_info.Shape.NameAt(slot)} of {_info.ObjectClass} holds {(value is IReadOnlyList<object> many ? $"{many.Count} values" : $"a {value.GetType().Name}")}; a {wanted.Name} is wanted (SLC405).")
    {
        ObjectClass = _info.ObjectClass,
    };
}
