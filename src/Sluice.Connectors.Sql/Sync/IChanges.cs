namespace Sluice.Connectors.Sql;

/// <summary>Where the changes of a table come from: its change log, or its changed column.</summary>
internal interface IChanges
{
    /// <summary>Makes the token of the newest position; everything up to it is visible, and nothing can come before it any more.</summary>
    ValueTask<SqlToken> HeadAsync(SqlSession session, string source, CancellationToken cancellation);

    /// <summary>Whether everything after a position can still be told.</summary>
    /// <exception cref="SyncTokenExpiredException">What changed since is gone, or the source has another history (SLC214, SLC215).</exception>
    ValueTask CheckAsync(SqlSession session, SqlToken position, CancellationToken cancellation);

    /// <summary>The next changes after a position, at most a page of them; none beyond the head.</summary>
    ValueTask<ChangePage> PageAsync(SqlSession session, SqlToken after, SqlToken head, Selection selection, int pageSize, CancellationToken cancellation);
}
