namespace Sluice;

/// <summary>One attribute of an object: a name with null, one value, or a list of values. Null and an empty list are different things.</summary>
public readonly struct ObjectAttribute
{
    private readonly string? _name;

    /// <summary>Makes an attribute; lists and bytes are copied.</summary>
    /// <param name="name">The attribute's name, not blank.</param>
    /// <param name="value">Null, one value of a supported type, or a list of such values.</param>
    /// <exception cref="ArgumentException">The name is blank or a value's type is not supported.</exception>
    public ObjectAttribute(string name, object? value)
    {
        Value = AttributeValue.Checked(name, value);
        _name = name;
    }

    private ObjectAttribute(string name, object? value, bool _)
    {
        _name = name;
        Value = value;
    }

    /// <summary>The name.</summary>
    public string Name => _name ?? "";

    /// <summary>Null, one value, or an <see cref="IReadOnlyList{T}"/> of values; not to be changed.</summary>
    public object? Value { get; }

    /// <summary>Whether the value is a list, be it empty.</summary>
    public bool IsMultiValued => Value is object[];

    /// <summary>The values: none for null, one for a single value.</summary>
    public IReadOnlyList<object> Values => Value switch
    {
        null => [],
        object[] values => values,
        var single => [single],
    };

    /// <summary>The name only: values may be secret.</summary>
    public override string ToString() => Name;

    internal static ObjectAttribute Trusted(string name, object? value) => new(name, value, default);
}
