namespace Sluice.TestKit;

/// <summary>Every delta is of the class that was asked for.</summary>
internal sealed class DeltaClassIsRequested : IContractLaw
{
    public string Id => SyncLawIds.Slc105DeltaClassIsRequested;

    public bool Concerns(ObjectClass objectClass) => !objectClass.IsAll;

    public bool ForEachFace => true;

    public async Task ProveAsync(LawContext context)
    {
        var position = await context.LatestAsync().ConfigureAwait(false);
        foreach (var objectClass in context.ServedClasses)
        {
            var item = await context.Native.CreateAsync(objectClass).ConfigureAwait(false);
            await context.Native.CreateAsync(objectClass).ConfigureAwait(false);
            if (context.SeesDeletes)
                await context.Native.DeleteAsync(item).ConfigureAwait(false);
        }

        foreach (var from in new[] { SyncPosition.Beginning, position })
        {
            foreach (var delta in (await context.DrainAsync(from).ConfigureAwait(false)).Deltas)
            {
                if (delta.ObjectClass != context.ObjectClass || (delta.Object is { } changed && changed.ObjectClass != context.ObjectClass))
                {
                    context.Story.Add(StoryStepKind.TooMuch, LawContext.Show(delta));
                    throw LawContext.Broken($"A sync of {context.ObjectClass} delivered a delta of {delta.ObjectClass}.");
                }

                if (context.Native.Objects.Any(item => item.Uid == delta.Uid && item.ObjectClass != context.ObjectClass)
                    && !context.Native.Objects.Any(item => item.Uid == delta.Uid && item.ObjectClass == context.ObjectClass))
                {
                    throw LawContext.Broken($"A sync of {context.ObjectClass} delivered uid '{delta.Uid}', which was written as another class.");
                }
            }
        }
    }
}
