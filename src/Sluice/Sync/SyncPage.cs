namespace Sluice;

/// <summary>One page of changes.</summary>
/// <param name="deltas">The page's deltas, in order.</param>
/// <param name="next">The position after the whole page; where <paramref name="hasMore"/> it is beyond the position asked for (SLC220).</param>
/// <param name="hasMore">Whether another page may follow.</param>
public sealed class SyncPage(IReadOnlyList<SyncDelta> deltas, SyncToken next, bool hasMore)
{
    /// <summary>The page's deltas, in order.</summary>
    public IReadOnlyList<SyncDelta> Deltas { get; } = deltas ?? throw new ArgumentNullException(nameof(deltas));

    /// <summary>The position after the whole page.</summary>
    public SyncToken Next { get; } = SyncDelta.Given(next);

    /// <summary>Whether another page may follow.</summary>
    public bool HasMore { get; } = hasMore;
}
