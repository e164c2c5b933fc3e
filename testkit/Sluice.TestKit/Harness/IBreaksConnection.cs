namespace Sluice.TestKit;

/// <summary>The connection between connector and source can be broken (SLC911, SLC313).</summary>
public interface IBreaksConnection
{
    /// <summary>Lets a number of reads pass and breaks the next one, once; every facade is concerned.</summary>
    /// <param name="reads">How many reads (rows, entries, requests: what the source reads one by one) still succeed.</param>
    /// <param name="cancellation">Ends the wait.</param>
    ValueTask BreakAfterAsync(int reads, CancellationToken cancellation);

    /// <summary>Takes a break back that has not happened yet.</summary>
    /// <param name="cancellation">Ends the wait.</param>
    ValueTask HealAsync(CancellationToken cancellation);
}
