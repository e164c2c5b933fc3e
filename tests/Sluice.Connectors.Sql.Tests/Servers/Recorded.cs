namespace Sluice.Connectors.Sql.Tests;

/// <summary>One run with what it delivered.</summary>
internal sealed class Recorded
{
    public List<SyncDelta> Deltas { get; } = [];

    public SyncPosition Position { get; private set; }

    /// <summary>In short: <c>a b -c a&gt;d</c> for two upserts, a delete and a rename.</summary>
    public string Told => string.Join(' ', Deltas.Select(delta => delta.Type == SyncDeltaType.Delete ? "-" + delta.Uid : delta.PreviousUid is { } previous ? $"{previous}>{delta.Uid}" : delta.Uid.ToString()));

    public static async Task<Recorded> RunAsync(IConnectorFacade facade, SyncPosition from, int stopAfter = int.MaxValue, OperationOptions? options = null)
    {
        var recorded = new Recorded();
        var result = await facade.SyncAsync(ObjectClass.Account, from, SyncHandler.FromAsync((delta, _) =>
        {
            recorded.Deltas.Add(delta);
            return new(recorded.Deltas.Count >= stopAfter ? SyncAnswer.AcceptAndStop : SyncAnswer.Continue);
        }), options);

        // As a host does: through text.
        recorded.Position = SyncPosition.Parse(result.Position.ToString());
        return recorded;
    }
}
