namespace Sluice.TestKit;

/// <summary>Required attributes are there; types and multiplicity are those of the schema.</summary>
internal sealed class ValuesFitSchema : IContractLaw
{
    public string Id => SyncLawIds.Slc405ValuesFitSchema;

    public bool ForEachFace => true;

    public Task ProveAsync(LawContext context) => EachDelta.LookAtAsync(context, (delta, _) =>
    {
        if (delta.Object is not { } changed)
            return;
        foreach (var attribute in context.InfoOf(delta.ObjectClass).Attributes)
        {
            if (attribute.IsRequired && Drafts.IsComparable(attribute) && changed[attribute.Name] is null)
                throw LawContext.Broken($"The object '{changed.Uid}' lacks the required attribute {attribute.Name}.");
            if (!changed.TryGet(attribute.Name, out var value) || value is null)
                continue;
            if (!AttributeTypes.Fits(value, attribute.Type))
                throw LawContext.Broken($"The attribute {attribute.Name} of '{changed.Uid}' is {(value is object[]? "a list of other values" : value.GetType().Name)}; the schema says {attribute.Type}.");
            if (value is object[] && !attribute.IsMultiValued)
                throw LawContext.Broken($"The attribute {attribute.Name} of '{changed.Uid}' holds a list; the schema says that it has one value.");
            if (attribute.AllowedValues is { } allowed && changed.GetValues(attribute.Name).FirstOrDefault(item => !allowed.Contains(item as string, StringComparer.Ordinal)) is { } other)
                throw LawContext.Broken($"The attribute {attribute.Name} of '{changed.Uid}' is '{other}', which is not one of {string.Join(", ", allowed)}.");
        }
    });
}
