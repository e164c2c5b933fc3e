namespace Sluice;

/// <summary>An object class as a schema declares it.</summary>
public sealed class ObjectClassInfo
{
    private readonly ObjectAttributeInfo?[] _bySlot;

    /// <summary>Declares an object class.</summary>
    /// <param name="objectClass">The class, not <see cref="ObjectClass.All"/>.</param>
    /// <param name="attributes">Its attributes, <c>__NAME__</c> among them, <c>__UID__</c> not (every object has one); unique ignoring case.</param>
    /// <param name="description">A description for people.</param>
    public ObjectClassInfo(ObjectClass objectClass, IReadOnlyList<ObjectAttributeInfo> attributes, string? description = null)
    {
        ArgumentNullException.ThrowIfNull(objectClass);
        ArgumentNullException.ThrowIfNull(attributes);
        var declared = new ObjectAttributeInfo[attributes.Count];
        var names = new List<string>(attributes.Count + 1) { AttributeNames.Uid, AttributeNames.Name };
        var isNamed = false;
        for (var i = 0; i < declared.Length; i++)
        {
            declared[i] = attributes[i];
            if (AttributeNames.Comparer.Equals(declared[i].Name, AttributeNames.Name))
                isNamed = true;
            else
                names.Add(declared[i].Name);
        }

        if (!isNamed)
        {
            throw new ArgumentException($"Class '{objectClass}' has no attribute {AttributeNames.Name}.", nameof(attributes));
        }

        Attributes = Array.AsReadOnly(declared);
        Description = description;
        Shape = new ObjectShape(objectClass, names);
        _bySlot = new ObjectAttributeInfo?[Shape.Count];
        foreach (var attribute in declared)
        {
            ref var slot = ref _bySlot[Shape.IndexOf(attribute.Name)];
            slot = slot is null ? attribute : throw new ArgumentException($"Class '{objectClass}' declares {attribute.Name} twice.", nameof(attributes));
        }
    }

    /// <summary>The class.</summary>
    public ObjectClass ObjectClass => Shape.ObjectClass;

    /// <summary>The attributes in declared order, without the uid.</summary>
    public IReadOnlyList<ObjectAttributeInfo> Attributes { get; }

    /// <summary>A description for people.</summary>
    public string? Description { get; }

    /// <summary>The shape of its objects: <c>__UID__</c>, <c>__NAME__</c>, then the other attributes in declared order.</summary>
    public ObjectShape Shape { get; }

    /// <summary>The attribute of that name, or null; null too for <c>__UID__</c>, which is not declared.</summary>
    /// <param name="name">The attribute's name, in any case.</param>
    public ObjectAttributeInfo? Find(string name)
    {
        var slot = Shape.IndexOf(name);
        return slot < 0 ? null : _bySlot[slot];
    }

    /// <summary>The attribute in a slot of <see cref="Shape"/>; null for the uid's.</summary>
    /// <param name="slot">The slot.</param>
    public ObjectAttributeInfo? AttributeAt(int slot) => _bySlot[slot];

    /// <summary>The class and its attributes' names.</summary>
    public override string ToString() => Shape.ToString();
}
