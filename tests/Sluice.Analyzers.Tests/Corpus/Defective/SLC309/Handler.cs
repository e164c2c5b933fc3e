using Sluice;

namespace Corpus.Slc309.Handler;

[ObjectClass(ObjectClasses.Account)]
public sealed partial record Person([Uid] string Id, [Name] string Login);

public sealed record Change(long Number, string Id, string? Login)
{
    public SyncDelta<Person> Delta => Login is null ? SyncDelta.Delete<Person>(Number, Id) : SyncDelta.CreateOrUpdate(Number, new Person(Id, Login));
}

public interface IChangeReader : IDisposable
{
    bool Read();

    Change Current { get; }
}

public interface IChangeLog
{
    long Newest();

    IChangeReader OpenReader(long? after);
}

[Connector("slc309-handler")]
public sealed partial class HrConnector(IChangeLog log)
{
    [LatestSyncToken<Person>]
    public long? Latest() => log.Newest();

    [Sync<Person>(TokenGranularity.PerDelta)]
    public void Sync(long? after, ISyncTokenResultsHandler<Person> handler)
    {
        var newest = log.Newest();
        var {|SLC309:reader|} = log.OpenReader(after);
        while (reader.Read())
        {
            if (!handler.Handle(reader.Current.Delta))
            {
                reader.Dispose();
                return;
            }
        }

        reader.Dispose();
        handler.HandleResult(newest);
    }
}
