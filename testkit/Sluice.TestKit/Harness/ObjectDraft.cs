using System.Globalization;

namespace Sluice.TestKit;

/// <summary>An object that the kit wants to be written natively: its whole content, made from the connector's schema.</summary>
public sealed class ObjectDraft
{
    private readonly ConnectorObject _content;
    private readonly string? _key;

    internal ObjectDraft(ObjectClassInfo info, int number, ConnectorObject content)
    {
        Info = info;
        Number = number;
        _content = content;
    }

    /// <summary>The object's class.</summary>
    public ObjectClass ObjectClass => Info.ObjectClass;

    /// <summary>The class as the connector's schema describes it.</summary>
    public ObjectClassInfo Info { get; }

    /// <summary>A number, at least 1, that no other object of this proof has; for systems whose uids are numbers.</summary>
    public int Number { get; }

    /// <summary>
    /// A text that no other object of this proof has; the uid where the writer chooses it. Kept by a change and by a re-creation. Short and
    /// plain, except where SLC917 tries uids that are neither; a system that refuses those may throw.
    /// </summary>
    public string Key
    {
        get => _key ?? string.Create(CultureInfo.InvariantCulture, $"k{Number:D4}");
        private init => _key = value;
    }

    /// <summary>What people know the object by; unique among the live objects of its class.</summary>
    public Name Name => _content.Name;

    /// <summary>The attributes that can be written, without uid and name. A null value means: has none.</summary>
    public IEnumerable<ObjectAttribute> Attributes
    {
        get
        {
            foreach (var attribute in _content)
            {
                if (!AttributeNames.Comparer.Equals(attribute.Name, AttributeNames.Uid) && !AttributeNames.Comparer.Equals(attribute.Name, AttributeNames.Name))
                    yield return attribute;
            }
        }
    }

    /// <summary>An attribute's value; null where it has none.</summary>
    /// <param name="name">The attribute's name.</param>
    public object? this[string name] => _content[name];

    /// <summary>An attribute's single value; the default where it has none.</summary>
    /// <typeparam name="T">One of the supported value types.</typeparam>
    /// <param name="name">The attribute's name.</param>
    public T? Get<T>(string name) => _content.Get<T>(name);

    /// <summary>An attribute's values; empty where it has none.</summary>
    /// <param name="name">The attribute's name.</param>
    public IReadOnlyList<object> GetValues(string name) => _content.GetValues(name);

    /// <summary>The draft with another value of one attribute, or with another name (<see cref="AttributeNames.Name"/>).</summary>
    /// <param name="attribute">The attribute's name.</param>
    /// <param name="value">The value; null for none.</param>
    public ObjectDraft With(string attribute, object? value)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(attribute);
        var isName = AttributeNames.Comparer.Equals(attribute, AttributeNames.Name);
        var builder = ConnectorObject.Build(Info.ObjectClass, _content.Uid, isName ? new Name((string)value!) : Name);
        var replaced = isName;
        foreach (var known in Attributes)
        {
            var same = AttributeNames.Comparer.Equals(known.Name, attribute);
            replaced |= same;
            builder.Set(known.Name, same ? value : known.Value);
        }

        if (!replaced)
            builder.Set(attribute, value);
        return new(Info, Number, builder.Build()) { Key = Key };
    }

    /// <summary>The draft with another key.</summary>
    internal ObjectDraft WithKey(string key) => new(Info, Number, _content) { Key = key };

    /// <summary>The draft as an object, for a harness that answers the truth from what it was given.</summary>
    /// <param name="uid">The object's uid.</param>
    public ConnectorObject ToObject(Uid uid)
    {
        var builder = ConnectorObject.Build(ObjectClass, uid, Name);
        foreach (var attribute in Attributes)
            builder.Set(attribute.Name, attribute.Value);
        return builder.Build();
    }

    /// <summary>The draft as the connector's annotated type, for a harness that writes objects.</summary>
    /// <typeparam name="T">The annotated type of the class.</typeparam>
    /// <param name="uid">The object's uid.</param>
    public T To<T>(Uid uid)
        where T : class, IMappedObject<T> => ObjectMapping.Of<T>().FromConnectorObject(ToObject(uid));

    /// <summary>The class, the key and the name.</summary>
    public override string ToString() => $"{ObjectClass} {Key} '{Name}'";
}
