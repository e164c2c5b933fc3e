namespace Sluice.TestKit;

/// <summary>The source forgets old changes (SLC214).</summary>
public interface ITrimsChangeLog
{
    /// <summary>Makes the source forget every change so far; the objects stay.</summary>
    /// <param name="cancellation">Ends the wait.</param>
    ValueTask TrimAsync(CancellationToken cancellation);
}
