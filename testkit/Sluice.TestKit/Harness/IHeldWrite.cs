namespace Sluice.TestKit;

/// <summary>A write in an open transaction; disposing it without a commit rolls it back.</summary>
public interface IHeldWrite : IAsyncDisposable
{
    /// <summary>The object written.</summary>
    Uid Uid { get; }

    /// <summary>Commits: from now on everybody sees the write.</summary>
    /// <param name="cancellation">Ends the wait.</param>
    ValueTask CommitAsync(CancellationToken cancellation);
}
