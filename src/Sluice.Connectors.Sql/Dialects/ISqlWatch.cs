namespace Sluice.Connectors.Sql;

/// <summary>
/// Sees each session and each row that is read, so that a test can count them, break the connection between two rows, or let a read wait.
/// A host has none.
/// </summary>
internal interface ISqlWatch
{
    /// <summary>A session was opened.</summary>
    void Opened();

    /// <summary>A session was closed.</summary>
    void Closed();

    /// <summary>A row was read.</summary>
    ValueTask ReadAsync(CancellationToken cancellation);
}
