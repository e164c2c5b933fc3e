namespace Sluice.TestKit;

/// <summary>The source can be replaced by another instance: a replica, a rebuilt server (SLC215).</summary>
public interface IReplacesSource
{
    /// <summary>Puts another instance with the same objects in the place of the source; its changes are counted otherwise.</summary>
    /// <param name="cancellation">Ends the wait.</param>
    ValueTask ReplaceAsync(CancellationToken cancellation);
}
