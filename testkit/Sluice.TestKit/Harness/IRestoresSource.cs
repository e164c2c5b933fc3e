namespace Sluice.TestKit;

/// <summary>The source can be set back to an older copy, as an administrator does after a loss (SLC215).</summary>
public interface IRestoresSource
{
    /// <summary>Keeps a copy of the source as it is now.</summary>
    /// <param name="cancellation">Ends the wait.</param>
    ValueTask BackUpAsync(CancellationToken cancellation);

    /// <summary>Puts the kept copy in the place of the source, with all that a real restore does (a new incarnation, where the system marks one).</summary>
    /// <param name="cancellation">Ends the wait.</param>
    ValueTask RestoreAsync(CancellationToken cancellation);
}
