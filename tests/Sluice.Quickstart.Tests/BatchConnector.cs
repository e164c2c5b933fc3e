namespace Sluice.Quickstart.Tests;

/// <summary>A thing that comes in batches.</summary>
[ObjectClass("thing")]
public sealed partial record Thing([Uid, Name] string Id, int Version);

/// <summary>How many things there are, and how many share a token.</summary>
[ConnectorConfiguration]
public sealed partial class BatchConfiguration
{
    [ConfigurationProperty]
    public int Deltas { get; set; } = 60;

    [ConfigurationProperty]
    public int GroupSize { get; set; } = 1;

    [ConfigurationProperty]
    public int Objects { get; set; }

    [ConfigurationProperty]
    public bool BreaksDown { get; set; }
}

/// <summary>A source whose deltas share tokens, as those of a transaction do.</summary>
[Connector("batches")]
public sealed partial class BatchConnector(BatchConfiguration configuration)
{
    [LatestSyncToken<Thing>]
    public int? Latest() => null;

    [Sync<Thing>]
    public IEnumerable<SyncDelta<Thing>> Sync(int? after)
    {
        // Every fifth delta removes what the one before it brought.
        for (var i = (after ?? 0) * configuration.GroupSize; i < configuration.Deltas; i++)
        {
            var token = (i / configuration.GroupSize) + 1;
            yield return i % 5 == 4 ? SyncDelta.Delete<Thing>(token, $"t{i - 1}") : SyncDelta.CreateOrUpdate(token, new Thing($"t{i}", i));
        }
    }

    [Search<Thing>]
    public IEnumerable<Thing> Search()
    {
        for (var i = 0; i < configuration.Objects; i++)
            yield return new Thing($"s{i}", i);
        if (configuration.BreaksDown)
            throw new ConnectionBrokenException("The line broke down.");
    }
}
