namespace Sluice.TestKit;

/// <summary>A read of the source can be made to wait (SLC306).</summary>
public interface IStallsReads
{
    /// <summary>Lets a number of reads pass; the next one waits until <see cref="ReleaseReadsAsync"/> or its own cancellation.</summary>
    /// <param name="reads">How many reads still succeed.</param>
    /// <param name="cancellation">Ends the wait.</param>
    /// <returns>A task that is done when a read waits.</returns>
    ValueTask<Task> StallAfterAsync(int reads, CancellationToken cancellation);

    /// <summary>Lets every read go on.</summary>
    /// <param name="cancellation">Ends the wait.</param>
    ValueTask ReleaseReadsAsync(CancellationToken cancellation);
}
