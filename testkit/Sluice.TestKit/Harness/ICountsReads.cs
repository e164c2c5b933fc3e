namespace Sluice.TestKit;

/// <summary>What the connector reads can be counted (SLC305, SLC908, SLC217).</summary>
public interface ICountsReads
{
    /// <summary>How many rows, entries or changes the source has handed to facades so far; it only grows.</summary>
    /// <param name="cancellation">Ends the wait.</param>
    ValueTask<long> CountReadsAsync(CancellationToken cancellation);
}
