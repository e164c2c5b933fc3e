namespace Sluice.Runtime;

/// <summary>Checks a patch against the schema before a connector sees it.</summary>
internal static class PatchCheck
{
    /// <returns>The patch, with numbers in the width that the schema declares.</returns>
    /// <exception cref="InvalidAttributeValueException">An attribute is unknown or cannot be changed, or a value does not fit.</exception>
    public static ObjectPatch Check(ObjectPatch patch, ObjectClassInfo? info)
    {
        if (patch.Changes.Count == 0)
            throw new ArgumentException("The patch changes nothing.", nameof(patch));
        if (info is null)
            return patch;
        var changes = new AttributeChange[patch.Changes.Count];
        for (var index = 0; index < changes.Length; index++)
        {
            var change = patch.Changes[index];
            var attribute = info.Find(change.Name)
                ?? throw Refused($"{info.ObjectClass} has no attribute {change.Name}; it has {string.Join(", ", info.Attributes.Select(one => one.Name))}.", info);
            if (attribute.Traits.HasFlag(AttributeTraits.NotUpdateable))
                throw Refused($"The attribute {attribute.Name} of {info.ObjectClass} cannot be changed.", info);
            if (change.Kind == AttributeChangeKind.Clear && attribute.Traits.HasFlag(AttributeTraits.Required))
                throw Refused($"The attribute {attribute.Name} of {info.ObjectClass} is required; it can be set to another value, not cleared.", info);
            if (change.Kind == AttributeChangeKind.Modify && !attribute.Traits.HasFlag(AttributeTraits.MultiValued))
                throw Refused($"The attribute {attribute.Name} of {info.ObjectClass} has one value; set it instead of adding or removing values.", info);
            if (change.Value is object[] && !attribute.Traits.HasFlag(AttributeTraits.MultiValued))
                throw Refused($"The attribute {attribute.Name} of {info.ObjectClass} has one value, not a list (SLC405).", info);
            changes[index] = new(change.Name, change.Kind, change.Value is { } value ? Fitting(value, attribute, info) : null, Fitting(change.Added, attribute, info), Fitting(change.Removed, attribute, info));
        }

        return ObjectPatch.Of(changes);
    }

    private static object[] Fitting(IReadOnlyList<object> values, ObjectAttributeInfo attribute, ObjectClassInfo info) =>
        [.. values.Select(value => Fitting(value, attribute, info))];

    // As a create takes it: a host may have lost the width of a number on the way.
    private static object Fitting(object value, ObjectAttributeInfo attribute, ObjectClassInfo info) => value switch
    {
        object[] many => Fitting((IReadOnlyList<object>)many, attribute, info),
        int narrow when attribute.Type == AttributeType.Int64 => (long)narrow,
        long wide and >= int.MinValue and <= int.MaxValue when attribute.Type == AttributeType.Int32 => (int)wide,
        string text when attribute.AllowedValues is { } allowed && !allowed.Contains(text, StringComparer.Ordinal) =>
            throw Refused($"The attribute {attribute.Name} of {info.ObjectClass} is '{text}'; it is one of {string.Join(", ", allowed)} (SLC405).", info),
        _ when AttributeTypes.Fits(value, attribute.Type) => value,
        // Only types are named: the value may be a secret in the wrong attribute.
        _ => throw Refused($"The attribute {attribute.Name} of {info.ObjectClass} holds a {value.GetType().Name}; a {AttributeTypes.ClrType(attribute.Type).Name} is wanted (SLC405).", info),
    };

    private static InvalidAttributeValueException Refused(string message, ObjectClassInfo info) => new(message) { ObjectClass = info.ObjectClass };
}
