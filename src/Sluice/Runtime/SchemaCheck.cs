namespace Sluice.Runtime;

/// <summary>Checks objects that a connector built itself against the schema of their class (SLC405, SLC408).</summary>
internal sealed class SchemaCheck
{
    private readonly ObjectClassInfo _info;
    private readonly ObjectAttributeInfo[] _required;

    private SchemaCheck(ObjectClassInfo info, OperationOptions options)
    {
        _info = info;
        var hidden = options.AttributesToGet is null ? AttributeTraits.NotReadable | AttributeTraits.NotReturnedByDefault : AttributeTraits.NotReadable;
        _required = [.. info.Attributes.Where(one =>
            Has(one, AttributeTraits.Required)
            && (one.Traits & hidden) == AttributeTraits.None
            && options.AttributesToGet?.Contains(one.Name, AttributeNames.Comparer) != false)];
    }

    public static SchemaCheck? Of(ObjectClassInfo? info, OperationOptions options) => info is null ? null : new SchemaCheck(info, options);

    /// <summary>What is wrong with the object, as the rest of a sentence about the connector; null when it fits.</summary>
    public (string LawId, string Deed)? Fault(ConnectorObject candidate)
    {
        var shape = candidate.Shape;
        var values = candidate.Values;
        for (var slot = 0; slot < values.Length; slot++)
        {
            var value = values[slot];
            if (slot == shape.UidIndex || ReferenceEquals(value, ConnectorObject.Absent))
                continue;
            var attribute = ReferenceEquals(shape, _info.Shape) ? _info.AttributeAt(slot) : _info.Find(shape.NameAt(slot));
            if (attribute is null)
                return (SyncLawIds.Slc408AttributesAreDeclared, $"returned the attribute {shape.NameAt(slot)}, which its schema does not declare");
            if (value is null ? Has(attribute, AttributeTraits.Required) : !Fits(value, attribute))
                return (SyncLawIds.Slc405ValuesFitSchema, $"returned {Describe(value)} for the attribute {attribute.Name}, which its schema declares as {attribute}");
        }

        foreach (var attribute in _required)
        {
            var slot = shape.IndexOf(attribute.Name);
            if (slot < 0 || ReferenceEquals(values[slot], ConnectorObject.Absent))
                return (SyncLawIds.Slc405ValuesFitSchema, $"returned an object without the attribute {attribute.Name}, which its schema declares as {attribute}");
        }

        return null;
    }

    private static bool Fits(object value, ObjectAttributeInfo attribute)
    {
        if (value is not object[] many)
            return !Has(attribute, AttributeTraits.MultiValued) && AttributeTypes.Fits(value, attribute.Type);
        if (!Has(attribute, AttributeTraits.MultiValued))
            return false;
        foreach (var one in many)
        {
            if (!AttributeTypes.Fits(one, attribute.Type))
                return false;
        }

        return true;
    }

    // Enum.HasFlag boxes until the method is compiled with optimizations, and this runs for each value of each delta.
    private static bool Has(ObjectAttributeInfo attribute, AttributeTraits trait) => (attribute.Traits & trait) != AttributeTraits.None;

    private static string Describe(object? value) => value switch
    {
        null => "null",
        object[] many => $"{many.Length} values",
        _ => "a " + value.GetType().Name,
    };
}
