namespace Sluice.TestKit;

/// <summary>A token goes through text and JSON and is then used by a new facade, and means the same.</summary>
internal sealed class TokenSurvivesTransport : IContractLaw
{
    public string Id => SyncLawIds.Slc910TokenSurvivesTransport;

    public bool ForEachFace => true;

    public async Task ProveAsync(LawContext context)
    {
        var scenario = await Scenario.TellAsync(context).ConfigureAwait(false);
        var mark = context.Story.Mark();
        for (var index = -1; index < scenario.Count; index++)
        {
            context.Story.Rewind(mark);
            var position = index < 0 ? scenario.Start : SyncPosition.After(scenario.Deltas[index].Token);
            var asText = SyncPosition.Parse(position.ToString());
            var asJson = ConnectorJson.Default.Deserialize<SyncPosition>(ConnectorJson.Default.Serialize(position));
            if (asText != position || asJson != position)
                throw LawContext.Broken($"The position {position} is {asText} after its way through text, and {asJson} through JSON.");
            await context.RestartAsync().ConfigureAwait(false);
            var rest = await context.DrainAsync(index % 2 == 0 ? asText : asJson).ConfigureAwait(false);
            var from = index < 0 ? 0 : scenario.GroupEnd(index);
            scenario.CheckRest(rest.Deltas, index < 0 ? 0 : scenario.EarliestFromTokenOf(index), from, $"In a new process, a run from {position}");
        }

        await context.RestartAsync().ConfigureAwait(false);
        var idle = await context.DrainAsync(SyncPosition.Parse(scenario.Whole.Position.ToString())).ConfigureAwait(false);
        if (idle.Deltas.Count > scenario.Repeatable())
            throw LawContext.Broken($"In a new process, a run from the position after everything ({scenario.Whole.Position}) delivered {idle.Deltas.Count} changes.");
    }
}
