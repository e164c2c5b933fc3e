using Sluice;

namespace Corpus.Slc211.AsyncPage;

[ObjectClass(ObjectClasses.Account)]
public sealed partial record Person([Uid] string Id, [Name] string Login);

public interface IChangeLog
{
    long? Newest();

    IEnumerable<SyncDelta<Person>> ReadAfter(long? number);
}

[Connector("slc211-async-page")]
public sealed partial class HrConnector(IChangeLog log)
{
    [LatestSyncToken<Person>]
    public string Latest() => $"{log.Newest()}";

    [Sync<Person>]
    public async Task<SyncPage<Person>> SyncAsync({|SLC211:string|} cursor, int pageSize, CancellationToken cancellation)
    {
        await Task.Delay(1, cancellation);
        SyncDelta<Person>[] page = [.. log.ReadAfter(cursor.Length).Take(pageSize)];
        return new SyncPage<Person>(page, page.Length == 0 ? cursor : page[^1].Token, page.Length == pageSize);
    }
}
