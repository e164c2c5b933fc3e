namespace Sluice;

/// <summary>Puts a <see cref="ConnectorObject"/> together; every value is checked, lists and bytes are copied.</summary>
public sealed class ConnectorObjectBuilder
{
    private readonly ObjectClass _objectClass;
    private readonly ObjectShape? _shape;
    private readonly List<string> _names = [];
    private readonly List<object?> _values = [];

    internal ConnectorObjectBuilder(ObjectClass objectClass, Uid uid, Name name)
    {
        ArgumentNullException.ThrowIfNull(objectClass);
        if (objectClass.IsAll)
        {
            throw new ArgumentException($"{ObjectClasses.All} is the class of no object.", nameof(objectClass));
        }

        _objectClass = objectClass;
        Add(AttributeNames.Uid, Given(uid.IsDefault, uid.ToString(), nameof(uid)));
        Add(AttributeNames.Name, Given(name.IsDefault, name.ToString(), nameof(name)));
    }

    internal ConnectorObjectBuilder(ObjectShape shape, Uid uid, Name name)
        : this((shape ?? throw new ArgumentNullException(nameof(shape))).ObjectClass, uid, name) => _shape = shape;

    /// <summary>Sets an attribute: null (it has no value), one value, or a list of values.</summary>
    /// <param name="name">The attribute's name; each only once, ignoring case.</param>
    /// <param name="value">The value.</param>
    /// <exception cref="ArgumentException">The name is blank, set before or not in the shape, or a value's type is not supported.</exception>
    public ConnectorObjectBuilder Set(string name, object? value)
    {
        Add(name, AttributeValue.Checked(name, value));
        return this;
    }

    /// <summary>Sets a multi-valued attribute; no values make an empty list, which is not the same as null.</summary>
    /// <typeparam name="TValue">Their type, any of <see cref="AttributeTypes"/>.</typeparam>
    /// <param name="name">The attribute's name; each only once, ignoring case.</param>
    /// <param name="values">The values, none of them null.</param>
    /// <exception cref="ArgumentException">The name is blank, set before or not in the shape, or a value's type is not supported.</exception>
    public ConnectorObjectBuilder SetValues<TValue>(string name, IEnumerable<TValue> values)
    {
        if (values is string or byte[])
        {
            throw new ArgumentException($"Attribute '{name}': one text or one byte array is a single value; use Set.", nameof(values));
        }

        Add(name, AttributeValue.CheckedList(name, values));
        return this;
    }

    /// <summary>Makes the object.</summary>
    public ConnectorObject Build()
    {
        if (_shape is null)
        {
            return ConnectorObject.OfShape(new ObjectShape(_objectClass, _names), _values.ToArray());
        }

        var slots = new object?[_shape.Count];
        Array.Fill(slots, ConnectorObject.Absent);
        for (var i = 0; i < _names.Count; i++)
        {
            slots[_shape.IndexOf(_names[i])] = _values[i];
        }

        return ConnectorObject.OfShape(_shape, slots);
    }

    private static string Given(bool isDefault, string text, string parameter) =>
        isDefault ? throw new ArgumentException("An object has a uid and a name; the default value is none.", parameter) : text;

    private void Add(string name, object? value)
    {
        foreach (var known in _names)
        {
            if (string.Equals(known, name, StringComparison.OrdinalIgnoreCase))
            {
                throw new ArgumentException(
                    AttributeNames.IsIdentity(name)
                        ? $"Attribute '{name}' is given when the object is started."
                        : $"Attribute '{name}' is set twice (as '{known}' before; names compare ignoring case).",
                    nameof(name));
            }
        }

        if (_shape is not null && _shape.IndexOf(name) < 0)
        {
            throw new ArgumentException($"Attribute '{name}' is not one of {_shape}.", nameof(name));
        }

        _names.Add(name);
        _values.Add(value);
    }
}
