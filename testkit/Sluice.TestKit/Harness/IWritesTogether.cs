namespace Sluice.TestKit;

/// <summary>The source gives several changes one position: one transaction, one batch, one tick (SLC216).</summary>
public interface IWritesTogether
{
    /// <summary>Writes new objects at one stroke.</summary>
    /// <param name="drafts">The objects, of one class.</param>
    /// <param name="cancellation">Ends the wait.</param>
    /// <returns>Their uids, in the same order.</returns>
    ValueTask<IReadOnlyList<Uid>> CreateTogetherAsync(IReadOnlyList<ObjectDraft> drafts, CancellationToken cancellation);
}
