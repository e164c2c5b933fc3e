namespace Sluice.Runtime;

/// <summary>Checks an object that a connector built itself against the schema of its class (SLC405, SLC408).</summary>
internal static class SchemaCheck
{
    /// <summary>What is wrong with the object, as the rest of a sentence about the connector; null when it fits.</summary>
    public static (string LawId, string Deed)? Fault(ConnectorObject candidate, ObjectClassInfo info)
    {
        var shape = candidate.Shape;
        var values = candidate.Values;
        for (var slot = 0; slot < values.Length; slot++)
        {
            var value = values[slot];
            if (slot == shape.UidIndex || ReferenceEquals(value, ConnectorObject.Absent))
                continue;
            var attribute = ReferenceEquals(shape, info.Shape) ? info.AttributeAt(slot) : info.Find(shape.NameAt(slot));
            if (attribute is null)
                return (SyncLawIds.Slc408AttributesAreDeclared, $"returned the attribute {shape.NameAt(slot)}, which its schema does not declare");
            if (value is null ? attribute.Traits.HasFlag(AttributeTraits.Required) : !Fits(value, attribute))
                return (SyncLawIds.Slc405ValuesFitSchema, $"returned {Describe(value)} for the attribute {attribute.Name}, which its schema declares as {attribute}");
        }

        return null;
    }

    private static bool Fits(object value, ObjectAttributeInfo attribute)
    {
        if (value is not object[] many)
            return !attribute.Traits.HasFlag(AttributeTraits.MultiValued) && AttributeTypes.Fits(value, attribute.Type);
        if (!attribute.Traits.HasFlag(AttributeTraits.MultiValued))
            return false;
        foreach (var one in many)
        {
            if (!AttributeTypes.Fits(one, attribute.Type))
                return false;
        }

        return true;
    }

    private static string Describe(object? value) => value switch
    {
        null => "null",
        object[] many => $"{many.Length} values",
        _ => "a " + value.GetType().Name,
    };
}
