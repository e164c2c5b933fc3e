using System.Diagnostics.CodeAnalysis;

namespace Sluice.Runtime;

/// <summary>The attributes that a caller gives for a new object, checked against the schema.</summary>
internal sealed class GivenAttributes : IAttributeSource
{
    private readonly Dictionary<string, object?> _values;

    /// <exception cref="InvalidAttributeValueException">An attribute is unknown, cannot be given, or is given twice.</exception>
    public GivenAttributes(ObjectClassInfo? info, IReadOnlyCollection<ObjectAttribute> attributes)
    {
        _values = new Dictionary<string, object?>(attributes.Count, AttributeNames.Comparer);
        foreach (var attribute in attributes)
        {
            if (info is not null && !AttributeNames.Comparer.Equals(attribute.Name, AttributeNames.Uid))
            {
                var known = info.Find(attribute.Name)
                    ?? throw new InvalidAttributeValueException($"{info.ObjectClass} has no attribute {attribute.Name}; it has {string.Join(", ", info.Attributes.Select(one => one.Name))}.") { ObjectClass = info.ObjectClass };
                if (known.Traits.HasFlag(AttributeTraits.NotCreatable))
                    throw new InvalidAttributeValueException($"The attribute {known.Name} of {info.ObjectClass} cannot be given when an object is created.") { ObjectClass = info.ObjectClass };
            }

            if (!_values.TryAdd(attribute.Name, attribute.Value))
                throw new InvalidAttributeValueException($"The attribute {attribute.Name} is given twice.") { ObjectClass = info?.ObjectClass };
        }
    }

    public bool TryGet(string attribute, [NotNullWhen(true)] out object? value) => _values.TryGetValue(attribute, out value);

    public ConnectorObject ToObject(ObjectClass objectClass)
    {
        var name = _values.GetValueOrDefault(AttributeNames.Name) switch
        {
            string text => text,
            Name given => given.Value,
            _ => throw new InvalidAttributeValueException($"An object of {objectClass} is created with its {AttributeNames.Name}.") { ObjectClass = objectClass },
        };
        var uid = _values.GetValueOrDefault(AttributeNames.Uid) as string ?? name;
        var builder = ConnectorObject.Build(objectClass, new Uid(uid), new Name(name));
        foreach (var (key, value) in _values)
        {
            if (!AttributeNames.IsIdentity(key))
                builder.Set(key, value);
        }

        return builder.Build();
    }
}
