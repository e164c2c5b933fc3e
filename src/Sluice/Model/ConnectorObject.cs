using System.Diagnostics.CodeAnalysis;
using System.Text.Json.Serialization;

namespace Sluice;

/// <summary>
/// An object of a connected system: a class, a uid, a name and attributes. It never changes.
/// An attribute may be absent (not delivered), null (delivered, without a value) or a list, be it empty: three different things.
/// </summary>
[JsonConverter(typeof(ConnectorJsonConverter))]
public sealed class ConnectorObject : IEquatable<ConnectorObject>, IAttributeSource
{
    /// <summary>Stands in the slot of an attribute that the object does not have.</summary>
    internal static readonly object Absent = new AbsentValue();

    private readonly object?[] _values;

    private ConnectorObject(ObjectShape shape, object?[] values)
    {
        Shape = shape;
        _values = values;
    }

    /// <summary>The object's attribute names, shared with other objects of its class.</summary>
    public ObjectShape Shape { get; }

    /// <summary>The object's class.</summary>
    public ObjectClass ObjectClass => Shape.ObjectClass;

    /// <summary>The object's unique id.</summary>
    public Uid Uid => Uid.Trusted((string?)_values[Shape.UidIndex]);

    /// <summary>The object's name.</summary>
    public Name Name => Name.Trusted((string?)_values[Shape.NameIndex]);

    /// <summary>The number of attributes that the object has, uid and name included.</summary>
    public int Count
    {
        get
        {
            var count = 0;
            foreach (var value in _values)
            {
                if (!ReferenceEquals(value, Absent))
                {
                    count++;
                }
            }

            return count;
        }
    }

    /// <summary>The values in slot order, <see cref="Absent"/> among them.</summary>
    internal ReadOnlySpan<object?> Values => _values;

    /// <summary>The attribute's value: null when it is null or absent.</summary>
    /// <param name="name">The attribute's name, in any case.</param>
    public object? this[string name] => TryGet(name, out var value) ? value : null;

    /// <summary>The value in a slot of <see cref="Shape"/>: null when it is null or absent. For readers of many objects that look up each slot once.</summary>
    /// <param name="slot">A slot, from 0; see <see cref="ObjectShape.IndexOf"/>.</param>
    /// <exception cref="IndexOutOfRangeException">The shape has no such slot.</exception>
    public object? ValueAt(int slot)
    {
        var value = _values[slot];
        return ReferenceEquals(value, Absent) ? null : value;
    }

    /// <summary>Starts an object whose attributes are named one by one.</summary>
    /// <param name="objectClass">Its class, not <see cref="ObjectClass.All"/>.</param>
    /// <param name="uid">Its unique id.</param>
    /// <param name="name">Its name.</param>
    public static ConnectorObjectBuilder Build(ObjectClass objectClass, Uid uid, Name name) => new(objectClass, uid, name);

    /// <summary>Starts an object of a known shape: its names are shared, and other names are refused.</summary>
    /// <param name="shape">The shape, for instance <see cref="ObjectClassInfo.Shape"/>.</param>
    /// <param name="uid">Its unique id.</param>
    /// <param name="name">Its name.</param>
    public static ConnectorObjectBuilder Build(ObjectShape shape, Uid uid, Name name) => new(shape, uid, name);

    /// <summary>Whether the object has the attribute, be it null.</summary>
    /// <param name="name">The attribute's name, in any case.</param>
    public bool Has(string name) => TryGet(name, out _);

    /// <summary>Reads an attribute; false when it is absent.</summary>
    /// <param name="attribute">The attribute's name, in any case.</param>
    /// <param name="value">Null, one value, or an <see cref="IReadOnlyList{T}"/> of values; not to be changed.</param>
    public bool TryGet(string attribute, out object? value)
    {
        var index = Shape.IndexOf(attribute);
        if (index >= 0)
        {
            value = _values[index];
            if (!ReferenceEquals(value, Absent))
            {
                return true;
            }
        }

        value = null;
        return false;
    }

    /// <summary>The attribute's value as a <typeparamref name="T"/>; default when it is null or absent (ask for <c>int?</c> to tell that from 0).</summary>
    /// <typeparam name="T">The value's type.</typeparam>
    /// <param name="name">The attribute's name, in any case.</param>
    /// <exception cref="InvalidCastException">The value is of another type.</exception>
    public T? Get<T>(string name) => this[name] switch
    {
        null => default,
        T value => value,
        var other => throw new InvalidCastException(
            $"Attribute '{name}' of {ObjectClass} '{Uid}' is {(other is object[]? "a list of values" : other.GetType().Name)}, not {typeof(T).Name}."),
    };

    /// <summary>The attribute's values: none when it is null or absent, one for a single value.</summary>
    /// <param name="name">The attribute's name, in any case.</param>
    public IReadOnlyList<object> GetValues(string name) => this[name] switch
    {
        null => [],
        object[] values => values,
        var single => [single],
    };

    /// <summary>Enumerates the attributes that the object has, without allocating.</summary>
    public Enumerator GetEnumerator() => new(this);

    /// <summary>Whether two objects have the same class and attributes with exactly the same values; the order of attributes does not matter.</summary>
    /// <param name="other">The other object.</param>
    public bool Equals([NotNullWhen(true)] ConnectorObject? other)
    {
        if (ReferenceEquals(this, other))
        {
            return true;
        }

        if (other is null || ObjectClass != other.ObjectClass)
        {
            return false;
        }

        if (ReferenceEquals(Shape, other.Shape))
        {
            for (var i = 0; i < _values.Length; i++)
            {
                if (!AttributeValue.Equals(_values[i], other._values[i]))
                {
                    return false;
                }
            }

            return true;
        }

        if (Count != other.Count)
        {
            return false;
        }

        foreach (var attribute in this)
        {
            if (!other.TryGet(attribute.Name, out var value) || !AttributeValue.Equals(attribute.Value, value))
            {
                return false;
            }
        }

        return true;
    }

    /// <inheritdoc/>
    public override bool Equals([NotNullWhen(true)] object? obj) => Equals(obj as ConnectorObject);

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(ObjectClass, Uid);

    /// <summary>Class, uid, name and the names of the attributes; never their values.</summary>
    public override string ToString()
    {
        var names = new List<string>(_values.Length);
        foreach (var attribute in this)
        {
            names.Add(attribute.Name);
        }

        return $"{ObjectClass} uid '{Uid}' name '{Name}' ({string.Join(", ", names)})";
    }

    /// <summary>An object of a shape, from values that were checked and are handed over: nothing is looked at, nothing is copied.</summary>
    internal static ConnectorObject OfShape(ObjectShape shape, object?[] values) => new(shape, values);

    /// <summary>Enumerates the attributes that an object has.</summary>
    public struct Enumerator
    {
        private readonly ConnectorObject _object;
        private int _slot;

        internal Enumerator(ConnectorObject source)
        {
            _object = source;
            _slot = -1;
        }

        /// <summary>The present attribute.</summary>
        public readonly ObjectAttribute Current => ObjectAttribute.Trusted(_object.Shape.NameAt(_slot), _object._values[_slot]);

        /// <summary>Moves to the next attribute.</summary>
        public bool MoveNext()
        {
            var values = _object._values;
            while (++_slot < values.Length)
            {
                if (!ReferenceEquals(values[_slot], Absent))
                {
                    return true;
                }
            }

            return false;
        }
    }

    private sealed class AbsentValue
    {
        public override string ToString() => "(absent)";
    }
}
