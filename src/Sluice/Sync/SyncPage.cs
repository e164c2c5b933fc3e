namespace Sluice;

/// <summary>One page of changes.</summary>
/// <param name="deltas">The page's deltas, in order.</param>
/// <param name="next">
/// The position after the whole page; where <paramref name="hasMore"/> it is beyond the position asked for (SLC220). Null where the
/// source has no position to tell, as an empty one that never had a change; then nothing follows.
/// </param>
/// <param name="hasMore">Whether another page may follow.</param>
/// <exception cref="ArgumentException">The page has more, but <paramref name="next"/> does not say where it is.</exception>
public sealed class SyncPage(IReadOnlyList<SyncDelta> deltas, SyncToken? next, bool hasMore)
{
    /// <summary>The page's deltas, in order.</summary>
    public IReadOnlyList<SyncDelta> Deltas { get; } = deltas ?? throw new ArgumentNullException(nameof(deltas));

    /// <summary>The position after the whole page; null where the page moves none beyond its deltas.</summary>
    public SyncToken? Next { get; } = After(next, hasMore);

    /// <summary>Whether another page may follow.</summary>
    public bool HasMore { get; } = hasMore;

    internal static SyncToken? After(in SyncToken? next, bool hasMore) => next switch
    {
        { } token => SyncDelta.Given(token),
        null when hasMore => throw new ArgumentException("A page that has more says where the next one begins: give its position, or say that there is no more (SLC220).", nameof(next)),
        null => default(SyncToken?),
    };
}
