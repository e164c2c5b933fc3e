namespace Sluice.Runtime;

/// <summary>Checks a patch against the schema before a connector sees it.</summary>
internal static class PatchCheck
{
    /// <exception cref="InvalidAttributeValueException">An attribute is unknown or cannot be changed, or a value does not fit.</exception>
    public static void Check(ObjectPatch patch, ObjectClassInfo? info)
    {
        if (patch.Changes.Count == 0)
            throw new ArgumentException("The patch changes nothing.", nameof(patch));
        if (info is null)
            return;
        foreach (var change in patch.Changes)
        {
            var attribute = info.Find(change.Name)
                ?? throw Refused($"{info.ObjectClass} has no attribute {change.Name}; it has {string.Join(", ", info.Attributes.Select(one => one.Name))}.", info);
            if (attribute.Traits.HasFlag(AttributeTraits.NotUpdateable))
                throw Refused($"The attribute {attribute.Name} of {info.ObjectClass} cannot be changed.", info);
            if (change.Kind == AttributeChangeKind.Clear && attribute.Traits.HasFlag(AttributeTraits.Required))
                throw Refused($"The attribute {attribute.Name} of {info.ObjectClass} is required; it can be set to another value, not cleared.", info);
            if (change.Kind == AttributeChangeKind.Modify && !attribute.Traits.HasFlag(AttributeTraits.MultiValued))
                throw Refused($"The attribute {attribute.Name} of {info.ObjectClass} has one value; set it instead of adding or removing values.", info);
        }
    }

    private static InvalidAttributeValueException Refused(string message, ObjectClassInfo info) => new(message) { ObjectClass = info.ObjectClass };
}
