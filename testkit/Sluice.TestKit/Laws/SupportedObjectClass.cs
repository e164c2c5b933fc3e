namespace Sluice.TestKit;

/// <summary>An unknown class is refused aloud, and what the facade says it supports is true.</summary>
internal sealed class SupportedObjectClass : IContractLaw
{
    public string Id => SyncLawIds.Slc101SupportedObjectClass;

    public bool NeedsSync => false;

    public bool Concerns(ObjectClass objectClass) => !objectClass.IsAll;

    public async Task ProveAsync(LawContext context)
    {
        var supported = context.Facade.Supports(context.ObjectClass);
        if (!supported.HasFlag(ConnectorOperations.Sync) || !supported.HasFlag(ConnectorOperations.LatestSyncToken))
            throw LawContext.Broken($"The facade says of {context.ObjectClass} that it supports {supported}; the contract lists it among the classes that are synced.");
        if (!context.Facade.ObjectClasses.Contains(context.ObjectClass))
            throw LawContext.Broken($"The facade syncs {context.ObjectClass}, but its object classes are {string.Join(", ", context.Facade.ObjectClasses)}.");
        var unknown = new ObjectClass(context.ObjectClass.Name.Trim('_') + "Unknown");
        if (context.Facade.Supports(unknown) != ConnectorOperations.None)
            throw LawContext.Broken($"The facade says that it supports {context.Facade.Supports(unknown)} for {unknown}, a class that there is not.");
        await RefusesAsync(context, unknown, "The sync", c => context.Facade.SyncAsync(unknown, SyncPosition.Beginning, SyncHandler.FromAsync((_, _) => ValueTask.FromResult(SyncAnswer.Continue)), cancellation: c)).ConfigureAwait(false);
        await RefusesAsync(context, unknown, "The latest token", c => context.Facade.GetLatestSyncTokenAsync(unknown, cancellation: c)).ConfigureAwait(false);
    }

    private static async Task RefusesAsync<T>(LawContext context, ObjectClass unknown, string what, Func<CancellationToken, ValueTask<T>> call)
    {
        try
        {
            var answer = await context.FacadeAsync(what, call, null).ConfigureAwait(false);
            context.Story.Add(StoryStepKind.Position, $"{what} of {unknown} answered {answer}");
        }
        catch (ProofEndedException ended) when (ended.InnerException is UnsupportedObjectClassException or UnsupportedConnectorOperationException)
        {
            context.Story.Add(StoryStepKind.Threw, $"{what} of {unknown}: {LawContext.Name(ended.InnerException)}");
            return;
        }

        throw LawContext.Broken($"{what} of {unknown}, a class that there is not, was served instead of refused.");
    }
}
