namespace Sluice.TestKit;

/// <summary>A host that asks for fewer attributes gets the same changes.</summary>
internal sealed class ProjectionKeepsChanges : IContractLaw
{
    private const int Most = 6;

    public string Id => SyncLawIds.Slc407ProjectionKeepsChanges;

    public bool ForEachFace => true;

    public async Task ProveAsync(LawContext context)
    {
        var scenario = await Scenario.BeginAsync(context).ConfigureAwait(false);
        var changed = await ChangeOneAttributeEachAsync(context).ConfigureAwait(false);
        await scenario.WriteMixtureAsync().ConfigureAwait(false);
        await scenario.ReadAsync().ConfigureAwait(false);
        var mark = context.Story.Mark();
        foreach (var names in changed.Select(name => new[] { name }).Prepend([AttributeNames.Name]).Prepend([]))
        {
            context.Story.Rewind(mark);
            var run = await context.DrainAsync(scenario.Start, OperationOptions.Default with { AttributesToGet = names }).ConfigureAwait(false);
            var missing = scenario.Deltas.Where(delta => !run.Deltas.Any(other => other.Uid == delta.Uid && other.ObjectClass == delta.ObjectClass && (other.Type == SyncDeltaType.Delete) == (delta.Type == SyncDeltaType.Delete))).ToList();
            foreach (var delta in missing)
                context.Story.Add(StoryStepKind.Missing, LawContext.Show(delta));
            if (missing.Count > 0)
                throw LawContext.Broken($"A host that asks for {(names.Length == 0 ? "no attributes" : string.Join(", ", names))} does not get {missing.Count} of {scenario.Count} changes.");
        }
    }

    private static async Task<IReadOnlyList<string>> ChangeOneAttributeEachAsync(LawContext context)
    {
        var names = new List<string>();
        foreach (var objectClass in context.Classes)
        {
            foreach (var attribute in Drafts.Writable(context.InfoOf(objectClass)).Where(attribute => Drafts.IsComparable(attribute) && !attribute.Traits.HasFlag(AttributeTraits.NotUpdateable)).Take(Most))
            {
                var item = context.Native.Live.First(item => item.ObjectClass == objectClass);
                var other = Drafts.Make(context.InfoOf(objectClass), item.Draft.Number, item.Revision + 1, item.Renames);
                await context.Native.WriteAsync(item, context.Fit(item.Draft.With(attribute.Name, other[attribute.Name])), $"change only {attribute.Name} of").ConfigureAwait(false);
                names.Add(attribute.Name);
            }
        }

        return [.. names.Distinct(AttributeNames.Comparer)];
    }
}
