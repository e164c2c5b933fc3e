using Sluice;

namespace Corpus.PositionWhereReadingBroke;

[ObjectClass(ObjectClasses.Account)]
public sealed partial record Person([Uid] string Id, [Name] string Login);

public sealed record Change(long Number, string Id, string? Login)
{
    public SyncDelta<Person> Delta => Login is null ? SyncDelta.Delete<Person>(Number, Id) : SyncDelta.CreateOrUpdate(Number, new Person(Id, Login));
}

public interface IChangeLog
{
    long Newest();

    IEnumerable<Change> ReadAfter(long? number);
}

[Connector("positionwherereadingbroke")]
public sealed partial class HrConnector(IChangeLog log)
{
    [LatestSyncToken<Person>]
    public long? Latest() => log.Newest();

    [Sync<Person>(TokenGranularity.PerDelta)]
    public void Sync(long? after, ISyncTokenResultsHandler<Person> handler)
    {
        var last = after;
        try
        {
            foreach (var change in log.ReadAfter(after))
            {
                if (!handler.Handle(change.Delta))
                    return;
                last = change.Number;
            }
        }
        catch (IOException exception)
        {
            Console.WriteLine(exception.Message);
        }

        if (last is { } reached)
            handler.HandleResult(reached);
    }
}
