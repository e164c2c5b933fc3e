namespace Sluice.TestKit;

/// <summary>An object is the same whether a sync delivers it, a search finds it or a get reads it.</summary>
internal sealed class SyncAndSearchAgree : IContractLaw
{
    public string Id => SyncLawIds.Slc913SyncAndSearchAgree;

    public bool Concerns(ObjectClass objectClass) => !objectClass.IsAll;

    public async Task ProveAsync(LawContext context)
    {
        var facade = context.Facade;
        var searches = facade.Supports(context.ObjectClass, ConnectorOperations.Search);
        var gets = facade.Supports(context.ObjectClass, ConnectorOperations.Get);
        if (!searches && !gets)
            LawContext.NotApplicable("The connector has neither search nor get.");
        await Scenario.TellAsync(context).ConfigureAwait(false);
        var synced = new Mirror().Apply((await context.DrainAsync(SyncPosition.Beginning).ConfigureAwait(false)).Deltas);
        if (searches)
        {
            var found = await context.FacadeAsync("SearchAsync", async c =>
            {
                var objects = new List<ConnectorObject>();
                await foreach (var item in facade.SearchAsync(context.ObjectClass, cancellation: c).ConfigureAwait(false))
                    objects.Add(item);
                return Mirror.Of(objects);
            }, null).ConfigureAwait(false);
            Compare(context, synced, found, "A search");
        }

        if (!gets)
            return;
        var read = new List<ConnectorObject>();
        foreach (var (_, uid) in synced.Objects.Keys)
        {
            if (await context.FacadeAsync("GetAsync", c => facade.GetAsync(context.ObjectClass, uid, cancellation: c), null).ConfigureAwait(false) is { } item)
                read.Add(item);
        }

        Compare(context, synced, Mirror.Of(read), "A get of each object");
    }

    private static void Compare(LawContext context, Mirror synced, Mirror found, string what)
    {
        var wrong = context.Differences(synced, found);
        foreach (var step in wrong)
            context.Story.Add(step.Kind, $"in the sync: {step.Text}");
        if (wrong.Count > 0)
            throw LawContext.Broken($"{what} tells {wrong.Count} objects otherwise than a first run does.");
    }
}
