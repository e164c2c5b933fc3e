namespace Sluice.TestKit;

/// <summary>Every attribute delivered is in the schema, and what must not be readable is not delivered.</summary>
internal sealed class AttributesAreDeclared : IContractLaw
{
    public string Id => SyncLawIds.Slc408AttributesAreDeclared;

    public bool ForEachFace => true;

    public Task ProveAsync(LawContext context) => EachDelta.LookAtAsync(context, (delta, _) =>
    {
        if (delta.Object is not { } changed)
            return;
        var info = context.InfoOf(delta.ObjectClass);
        foreach (var attribute in changed)
        {
            if (AttributeNames.Comparer.Equals(attribute.Name, AttributeNames.Uid))
                continue;
            var declared = info.Find(attribute.Name) ?? throw LawContext.Broken($"The object '{changed.Uid}' has the attribute {attribute.Name}, which the schema of {delta.ObjectClass} does not know.");
            if (declared.Traits.HasFlag(AttributeTraits.NotReadable) && attribute.Value is not null)
                throw LawContext.Broken($"The object '{changed.Uid}' has a value of {attribute.Name}, which the schema says cannot be read.");
        }
    });
}
