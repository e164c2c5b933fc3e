using Microsoft.Data.Sqlite;
using Npgsql;

namespace Sluice.Connectors.Sql.Tests;

/// <summary>Counts what the connector opens and reads, breaks its connection between two rows, lets a read wait. Also the services that give it to a facade.</summary>
internal sealed class WatchedReads(SqlProvider provider) : ISqlWatch, IServiceProvider
{
    private readonly Lock _lock = new();
    private int _open;
    private long _reads;
    private int _breakAfter = -1;
    private int _stallAfter = -1;
    private TaskCompletionSource _stalled = new();
    private TaskCompletionSource _release = new();

    public int Open => Volatile.Read(ref _open);

    public long Reads => Volatile.Read(ref _reads);

    public object? GetService(Type serviceType) => serviceType == typeof(ISqlWatch) ? this : null;

    public void BreakAfter(int reads)
    {
        lock (_lock)
            _breakAfter = reads;
    }

    public Task StallAfter(int reads)
    {
        lock (_lock)
        {
            _stallAfter = reads;
            _stalled = new(TaskCreationOptions.RunContinuationsAsynchronously);
            _release = new(TaskCreationOptions.RunContinuationsAsynchronously);
            return _stalled.Task;
        }
    }

    public void Release()
    {
        lock (_lock)
        {
            _stallAfter = -1;
            _release.TrySetResult();
        }
    }

    void ISqlWatch.Opened() => Interlocked.Increment(ref _open);

    void ISqlWatch.Closed() => Interlocked.Decrement(ref _open);

    async ValueTask ISqlWatch.ReadAsync(CancellationToken cancellation)
    {
        Task? wait = null;
        lock (_lock)
        {
            if (_breakAfter >= 0 && _breakAfter-- == 0)
            {
                _breakAfter = -1;
                throw provider == SqlProvider.Sqlite
                    ? new SqliteException("disk I/O error", 10)
                    : new NpgsqlException("Exception while reading from stream", new IOException("connection reset"));
            }

            if (_stallAfter >= 0 && _stallAfter-- == 0)
            {
                _stallAfter = 0;
                _stalled.TrySetResult();
                wait = _release.Task;
            }
        }

        if (wait is not null)
            await wait.WaitAsync(cancellation);
        Interlocked.Increment(ref _reads);
    }
}
