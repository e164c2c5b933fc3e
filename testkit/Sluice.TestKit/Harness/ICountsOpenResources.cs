namespace Sluice.TestKit;

/// <summary>What the connector holds open can be counted (SLC309, SLC306, SLC315).</summary>
public interface ICountsOpenResources
{
    /// <summary>How many connections, readers, files and the like are open on behalf of the facades.</summary>
    /// <param name="cancellation">Ends the wait.</param>
    ValueTask<int> CountOpenAsync(CancellationToken cancellation);
}
