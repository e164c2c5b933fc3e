namespace Sluice.Connectors.Sql;

/// <summary>Changes in order.</summary>
/// <param name="Deltas">What is delivered.</param>
/// <param name="Last">The position after the page, also where its last change is not delivered.</param>
/// <param name="IsFull">Whether another page may follow.</param>
internal sealed record ChangePage(IReadOnlyList<SyncDelta> Deltas, SqlToken Last, bool IsFull);
