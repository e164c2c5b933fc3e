namespace Sluice.TestKit;

/// <summary>Runs that happen at once, of one facade or two, of one class or two, do not disturb each other.</summary>
internal sealed class RunsAreIndependent : IContractLaw
{
    public string Id => SyncLawIds.Slc916RunsAreIndependent;

    public async Task ProveAsync(LawContext context)
    {
        var scenario = await Scenario.TellAsync(context).ConfigureAwait(false);
        foreach (var objectClass in context.ServedClasses.Where(other => !context.Classes.Contains(other)))
        {
            await context.Native.CreateAsync(objectClass).ConfigureAwait(false);
            await context.Native.CreateAsync(objectClass).ConfigureAwait(false);
        }

        var first = context.Facade;
        var mark = context.Story.Mark();
        foreach (var twoFacades in new[] { false, true })
        {
            if (twoFacades)
                await context.RestartAsync(keepsOld: true).ConfigureAwait(false);
            foreach (var other in context.ServedClasses.Append(context.ObjectClass).Distinct())
            {
                context.Story.Rewind(mark);
                context.Story.Add(StoryStepKind.Note, $"during each delta of a run, another run of {other}{(twoFacades ? " on a second facade" : "")}");
                await InterleaveAsync(context, scenario, first, other).ConfigureAwait(false);
            }
        }
    }

    private static async Task InterleaveAsync(LawContext context, Scenario scenario, IConnectorFacade facade, ObjectClass other)
    {
        var inner = new List<ObservedRun>();
        var outer = await context.RunAsync(
            scenario.Start,
            async (_, index, cancellation) =>
            {
                inner.Add(await context.RunAsync(
                    other == context.ObjectClass && index % 2 == 0 ? scenario.Start : SyncPosition.Beginning,
                    (_, i, _) => ValueTask.FromResult(i == index ? SyncAnswer.AcceptAndStop : SyncAnswer.Continue),
                    objectClass: other,
                    cancellation: cancellation).ConfigureAwait(false));
                return SyncAnswer.Continue;
            },
            facade: facade,
            limit: context.Settings.LawLimit).ConfigureAwait(false);
        if (outer.Exception is not null)
            throw LawContext.Unexpected(outer);
        scenario.CheckRest(outer.Deltas, 0, 0, $"While runs of {other} went on, a run");
        foreach (var run in inner)
        {
            if (run.Exception is not null)
                throw LawContext.Unexpected(run);
            if (other == context.ObjectClass && run.From == scenario.Start && !run.Deltas.Zip(scenario.Deltas).All(pair => context.Comparison.TellTheSame(pair.First, pair.Second)))
                throw LawContext.Broken("A run inside another one delivered other changes than alone.");
            if (run.Deltas.Any(delta => !other.IsAll && delta.ObjectClass != other))
                throw LawContext.Broken($"A run of {other} inside one of {context.ObjectClass} delivered deltas of another class.");
        }
    }
}
