namespace Sluice.TestKit;

/// <summary><c>__ALL__</c> delivers what its classes deliver, no more and no less.</summary>
internal sealed class AllIsUnion : IContractLaw
{
    public string Id => SyncLawIds.Slc914AllIsUnion;

    public bool Concerns(ObjectClass objectClass) => objectClass.IsAll;

    public async Task ProveAsync(LawContext context)
    {
        if (context.ServedClasses.Count == 0)
            LawContext.NotApplicable("The connector syncs all classes at once, and none by itself that this could be compared with.");
        await context.Native.CreateAsync(4 * context.Classes.Count).ConfigureAwait(false);
        var starts = new Dictionary<ObjectClass, SyncPosition>();
        foreach (var objectClass in context.Classes)
            starts[objectClass] = await context.LatestAsync(objectClass).ConfigureAwait(false);
        var scenario = await Scenario.BeginAsync(context, 0).ConfigureAwait(false);
        await scenario.WriteMixtureAsync().ConfigureAwait(false);
        if (context.SeesDeletes)
        {
            foreach (var objectClass in context.Classes)
                await context.Native.DeleteAsync(context.Native.Live.First(item => item.ObjectClass == objectClass)).ConfigureAwait(false);
        }

        foreach (var fromBeginning in new[] { true, false })
        {
            var all = await context.DrainAsync(fromBeginning ? SyncPosition.Beginning : scenario.Start).ConfigureAwait(false);
            var union = fromBeginning ? new Mirror() : scenario.Baseline.Copy();
            foreach (var objectClass in context.Classes)
                union.Apply((await context.DrainAsync(fromBeginning ? SyncPosition.Beginning : starts[objectClass], objectClass: objectClass).ConfigureAwait(false)).Deltas);
            var wrong = context.Differences((fromBeginning ? new Mirror() : scenario.Baseline.Copy()).Apply(all.Deltas), union);
            foreach (var step in wrong)
                context.Story.Add(step.Kind, $"in __ALL__: {step.Text}");
            if (wrong.Count > 0)
                throw LawContext.Broken($"A run of __ALL__ from {all.From} leads to another state than runs of {string.Join(", ", context.Classes)}: {wrong.Count} objects differ.");
        }
    }
}
