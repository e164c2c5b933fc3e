using Sluice;

namespace Corpus.PooledBuffer;

[ObjectClass(ObjectClasses.Account)]
public sealed partial record Person([Uid] string Id, [Name] string Login);

public sealed record Change(long Number, string Id, string? Login)
{
    public SyncDelta<Person> Delta => Login is null ? SyncDelta.Delete<Person>(Number, Id) : SyncDelta.CreateOrUpdate(Number, new Person(Id, Login));
}

public interface IChangeLog
{
    long? Newest();

    IEnumerable<Change> ReadAfter(long? number);
}

/// <summary>Changes are read in blocks into a rented buffer.</summary>
[Connector("pooled-buffer")]
public sealed partial class HrConnector(IChangeLog log)
{
    [LatestSyncToken<Person>]
    public long? Latest() => log.Newest();

    [Sync<Person>(TokenGranularity.PerDelta)]
    public void Sync(long? after, ISyncTokenResultsHandler<Person> handler)
    {
        var newest = log.Newest();
        var buffer = System.Buffers.ArrayPool<Change>.Shared.Rent(64);
        try
        {
            var cursor = after;
            for (var filled = Fill(cursor, buffer); filled > 0; filled = Fill(cursor, buffer))
            {
                foreach (var change in buffer.AsSpan(0, filled))
                {
                    if (!handler.Handle(change.Delta))
                        return;
                }

                cursor = buffer[filled - 1].Number;
            }

            if (newest is { } token)
                handler.HandleResult(token);
        }
        finally
        {
            System.Buffers.ArrayPool<Change>.Shared.Return(buffer, clearArray: true);
        }
    }

    private int Fill(long? cursor, Change[] buffer)
    {
        var filled = 0;
        foreach (var change in log.ReadAfter(cursor).Take(64))
            buffer[filled++] = change;
        return filled;
    }
}
